/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows of a matrix are drawn: measures, and one picture a kind of cell, made once and painted everywhere.
 * Private to hih-matrix.c and hih-matrix-row.c. */
#pragma once

#include <gtk/gtk.h>

#include "hih-board.h"

G_BEGIN_DECLS

typedef struct
{
  int name_width;  /* what the names have, of the width there is: hih_matrix_look_fit() */
  int names_width; /* what the longest of them would have */
  int least_name_width;
  int cell_width;
  int row_height;
  int head_height;
  GdkRGBA card, ink, soft, hairline, well, green, green_tint, blue, blue_tint, amber, on_amber, tint_line;
  GskRenderNode *cells[HIH_N_CELLS]; /* at 0, 0 */
  GPtrArray *heads;                  /* (element-type PangoLayout), one a column */
  PangoLayout *name_head;
} HihMatrixLook;

/* In the fonts and colours that hold for @widget now. @titles: NULL-ended, of the columns. @names: NULL-ended: the longest. */
HihMatrixLook *hih_matrix_look_new (GtkWidget *widget, const char *const *titles, const char *const *names);
/* Gives the names what the longest needs, and never so much that less than three fifths of @width are left. */
void hih_matrix_look_fit (HihMatrixLook *self, int width);
void hih_matrix_look_free (HihMatrixLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihMatrixLook, hih_matrix_look_free)

G_END_DECLS
