/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition is made of: read by hih-condition-parse.c, compared by hih-condition-holds.c. */
#pragma once

#include "hih-condition.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_TERM_KEY,
  HIH_TERM_SCREEN,
  HIH_TERM_OVER,
} HihTermType;

typedef struct
{
  HihTermType type;
  gboolean negative;
  const char *name;  /* interned: "app.key" */
  const char *value; /* interned: a screen, NULL for over=none */
  char *text;        /* owned: what a key is compared with */
} HihTerm;

struct _HihCondition
{
  char *text;
  GArray *terms; /* (element-type HihTerm) */
};

HihCondition *hih_condition_new (const char *text); /* without a term yet */

G_END_DECLS
