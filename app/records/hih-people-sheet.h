/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read of a people file. Private to records. */
#pragma once

#include "hih-people-import.h"

G_BEGIN_DECLS

typedef struct
{
  guint row;
  char *name; /* clean */
  char *picture;
  char *group;
} HihPersonRow;

struct _HihPeopleSheet
{
  GPtrArray *rows;     /* (element-type HihPersonRow): the good ones, each name once */
  GPtrArray *bad_rows; /* (element-type HihBadRow) */
  GPtrArray *repeats;  /* (element-type HihBadRow): TWICE */
  guint n_rows;
};

HihBadRow *hih_bad_row_new (guint row, HihRowProblem problem, const char *value);
void hih_bad_row_free (HihBadRow *bad);

G_END_DECLS
