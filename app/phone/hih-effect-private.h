/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the brain and the loader know of an effect. */
#pragma once

#include "hih-condition.h"
#include "hih-effect.h"

G_BEGIN_DECLS

struct _HihEffect
{
  gatomicrefcount refs;
  HihEffectKind kind;
  char *name;              /* (nullable) */
  char *value;             /* (nullable) */
  char *from;              /* (nullable) the key whose present value it takes */
  HihText *text;           /* (nullable) */
  HihText *title;          /* (nullable) */
  const char *app;         /* (nullable) interned: whom bare names belong to */
  char *when;              /* (nullable) */
  HihCondition *condition; /* (nullable) @when, once checked */
  GPtrArray *children;     /* (nullable) */
  const char *path;        /* (nullable) interned; of an `after`: how a state names it */
  gint64 delay_ms;
  const char *file;        /* interned */
  int line, column;
  HihFilePlace name_place, value_place, from_place, when_place;
};

/*
 * The path of an `after` is its app and a hash of all that it says. Two that say the same are the same, wherever they
 * stand, so a path survives every edit of the file that does not change what happens.
 */

void hih_effects_register (GPtrArray *effects, HihAppSet *apps);
HihEffect *hih_effect_ref (HihEffect *self);
void hih_effect_unref (HihEffect *self);

G_END_DECLS
