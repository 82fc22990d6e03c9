/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One drawn row of the matrix, or its headings. Private to hih-matrix.c. */
#pragma once

#include "hih-matrix-look.h"

G_BEGIN_DECLS

/* What all rows of a matrix share. */
typedef struct
{
  HihBoard *board;           /* (owned) (nullable) */
  char **titles;             /* (owned): of the columns */
  GArray *lessons;           /* (owned) (element-type guint): the columns */
  GArray *people;            /* (owned) (element-type guint): the rows */
  GtkAdjustment *sideways;   /* (owned) */
  HihMatrixLook *look;       /* (owned) (nullable): NULL until it is needed again */
  GtkWidget *widget;         /* in whose fonts and colours it is drawn */
  guint pressed;             /* column that was pressed last; G_MAXUINT: none */
} HihMatrixShared;

HihMatrixLook *hih_matrix_shared_get_look (HihMatrixShared *shared);
/* From one column to the next in a row of this @width: a few lessons may stand wider apart. */
int hih_matrix_shared_get_step (HihMatrixShared *shared, int width);

#define HIH_TYPE_MATRIX_ROW (hih_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (HihMatrixRow, hih_matrix_row, HIH, MATRIX_ROW, GtkWidget)

#define HIH_MATRIX_HEAD G_MAXUINT

/* Shows the headings until it is given a row. */
GtkWidget *hih_matrix_row_new (HihMatrixShared *shared);
void hih_matrix_row_set (HihMatrixRow *self, guint row);
/* (transfer full): what is said of it. */
char *hih_matrix_row_dup_words (const HihMatrixShared *shared, guint row);

G_END_DECLS
