/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the characters of the lessons are written: the centre lines of their strokes, made by the build. */
#pragma once

#include "hih-ink.h"

G_BEGIN_DECLS

typedef struct _HihCentreLines HihCentreLines;

/* Lines "character TAB strokes", the strokes as hih_ink_parse() reads them; an empty file has no character. */
HihCentreLines *hih_centre_lines_load (const char *path, GError **error);
HihCentreLines *hih_centre_lines_new (void); /* those the build made; empty when there are none */
void hih_centre_lines_free (HihCentreLines *self);

guint hih_centre_lines_get_n (HihCentreLines *self);
const HihInk *hih_centre_lines_find (HihCentreLines *self, const char *character); /* NULL: nobody knows */
/* In the order of the file. */
void hih_centre_lines_foreach (HihCentreLines *self, void (*func) (const char *character, HihInk *ink, gpointer data),
                               gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihCentreLines, hih_centre_lines_free)

G_END_DECLS
