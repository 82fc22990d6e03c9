/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read of a people file. Private to records. */
#pragma once

#include "hih-people-import.h"

G_BEGIN_DECLS

typedef struct
{
  guint row;
  HihRowProblem problem; /* NONE: the rest is clean */
  char *name;            /* or, with a problem, what stands there, shortened */
  char *picture;         /* "" for none */
  gboolean no_picture;   /* what stood there is the name of no picture: it is as none */
  GPtrArray *groups;     /* (element-type utf8) each once */
  gboolean has_id;
  HihId id;
} HihPersonRow;

struct _HihPeopleSheet
{
  GPtrArray *rows; /* (element-type HihPersonRow), by row */
};

G_END_DECLS
