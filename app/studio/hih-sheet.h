/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contact sheet: every phone screen of a lesson in every layout, for a person to look at all of them. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* @text_size: of the words on the phones, 1 to 5; 0: as the lesson has them. @theme: light, dark or high-contrast: of the program round the
 * phones; NULL: none. Needs hih_display_start() (or any display) first. @path ends in .png (one picture, wider than it is high) or .pdf (A4 pages, drawn as
 * lines and letters). Blocks; main thread. G_IO_ERROR. */
gboolean hih_sheet_make (HihLesson *lesson, const char *language, guint text_size, const char *theme, const char *path, GError **error);

G_END_DECLS
