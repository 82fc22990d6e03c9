/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows of a matrix are drawn: measures, and one picture a kind of cell, made once and painted everywhere.
 * Private to hih-matrix.c and hih-matrix-row.c. */
#pragma once

#include <gtk/gtk.h>

#include "hih-board.h"

G_BEGIN_DECLS

typedef struct
{
  int name_width;
  int cell_width;
  int row_height;
  int head_height;
  GdkRGBA card, ink, soft, hairline, well, green, green_tint, blue, blue_tint, amber, on_amber, tint_line;
  GskRenderNode *cells[HIH_N_CELLS]; /* at 0, 0 */
  GPtrArray *heads;                  /* (element-type PangoLayout), one a column */
  PangoLayout *name_head;
} HihMatrixLook;

/* In the fonts and colours that hold for @widget now. @titles: NULL-ended, of the columns. */
HihMatrixLook *hih_matrix_look_new (GtkWidget *widget, const char *const *titles);
void hih_matrix_look_free (HihMatrixLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihMatrixLook, hih_matrix_look_free)

G_END_DECLS
