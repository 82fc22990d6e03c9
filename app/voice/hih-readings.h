/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading list of a language: phrases the synthesiser misreads, and how they are said. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HihReadings HihReadings;

/* Lines of `phrase TAB reading`, # comments; bad lines are skipped. A missing file is an empty list. */
HihReadings *hih_readings_load (const char *path);
HihReadings *hih_readings_parse (const char *data, gsize length);
void hih_readings_free (HihReadings *self);
guint hih_readings_get_n (HihReadings *self);
/* (transfer full): @text with every listed phrase, the longest first, replaced by its reading */
char *hih_readings_apply (HihReadings *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihReadings, hih_readings_free)

G_END_DECLS
