/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards as PDF files. Both need hih_display_start() (or any display) first; they block; main thread. The file is written
 * beside its place and renamed. G_IO_ERROR. */
#pragma once

#include "hih-lesson.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of the records; only handed on. */
typedef struct _HihHomeCard HihHomeCard;

/* The take-home card. @name, @picture, @home, @card: (nullable). @family: (nullable) NULL-ended. */
gboolean hih_card_file_write_steps (HihLesson *lesson, const char *language, const char *name, const char *picture,
                                    const char *home, HihHomeCard *card, const char *const *family, const char *path,
                                    GError **error);
/* Eight cards a sheet. @people: (element-type HihTrainee) */
gboolean hih_card_file_write_login (GPtrArray *people, const char *home, const char *path, GError **error);

G_END_DECLS
