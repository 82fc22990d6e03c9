/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * People down, lessons across: a list whose rows are drawn, so that 5 000 people and 40 lessons scroll as lightly as
 * twenty. The names stay at the left while the lessons move beneath the headings.
 */
#pragma once

#include <gtk/gtk.h>

#include "hih-board.h"

G_BEGIN_DECLS

#define HIH_TYPE_MATRIX (hih_matrix_get_type ())
G_DECLARE_FINAL_TYPE (HihMatrix, hih_matrix, HIH, MATRIX, GtkWidget)

/* Signal chosen (guint person, guint lesson): of the board; @lesson is G_MAXUINT when only the person was meant. */
GtkWidget *hih_matrix_new (void);
/* @titles: of every lesson of the board, in its order. @lessons: (element-type guint) the columns; @people:
 * (element-type guint) the rows. All are copied or referenced. */
void hih_matrix_set (HihMatrix *self, HihBoard *board, const char *const *titles, GArray *lessons, GArray *people);
guint hih_matrix_get_n_rows (HihMatrix *self);
/* What a screen reader says of a row: the name, then each lesson and how far. (transfer full) */
char *hih_matrix_dup_row_words (HihMatrix *self, guint row);
/* It goes away: gives up some rows. Whether there are more. */
gboolean hih_matrix_shed (HihMatrix *self);
void hih_matrix_scroll_to (HihMatrix *self, guint row);

G_END_DECLS
