/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a table, for its writers. */
#pragma once

#include "hih-table.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *heading;
} HihColumn;

typedef enum
{
  HIH_CELL_TEXT,
  HIH_CELL_NUMBER,
  HIH_CELL_HOURS, /* its text is 9:15, its number 9.25 */
  HIH_CELL_DATE, /* its text is YYYY-MM-DD */
  HIH_CELL_EMPTY,
} HihCellKind;

typedef struct
{
  HihCellKind kind;
  char *text;    /* as people read it */
  char *id;      /* (nullable): as programs read it, when that is another thing */
  double number; /* of NUMBER and HOURS */
} HihCell;

guint hih_table_get_n_statements (HihTable *self);
const HihTableStatement *hih_table_get_statement (HihTable *self, guint index);
const HihColumn *hih_table_get_column (HihTable *self, guint column);
const HihCell *hih_table_get_cell (HihTable *self, guint row, guint column);

/* Columns of a terminal, where a Chinese character takes two. */
guint hih_table_measure (const char *text);
/* The widest of its heading and its first 2000 cells; of a cell of several lines, the widest line. */
guint hih_table_measure_column (HihTable *self, guint column);

/* A file in the making: how far it is, and whether it is still wanted. */
typedef struct
{
  GCancellable *cancellable; /* (nullable) */
  HihTableProgress progress; /* (nullable) */
  gpointer progress_data;
  GMainContext *context;
  gint64 told_at_us;
} HihTableJob;

/* FALSE with CANCELLED when it is not wanted any more. Cheap enough for every row. */
gboolean hih_table_job_go_on (HihTableJob *job, double share, GError **error);

char *hih_table_write_xapi (HihTable *self);
/* NULL with an error, or when it is not wanted any more. */
GBytes *hih_table_make_xlsx (HihTable *self, HihTableJob *job, GError **error);
GBytes *hih_table_make_pdf (HihTable *self, HihTableJob *job, GError **error);

G_END_DECLS
