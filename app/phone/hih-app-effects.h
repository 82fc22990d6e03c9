/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the apps can do and say, also where no lesson leads. */
#pragma once

#include "hih-app-set.h"
#include "hih-effect.h"

G_BEGIN_DECLS

/* @screen: "app/screen" where it is written; NULL: in a lesson. */
typedef void (*HihAppEffectFunc) (const HihEffect *effect, const char *screen, gpointer data);

/* What the elements of all screens do. Any thread. */
void hih_app_set_foreach_effect (HihAppSet *self, HihAppEffectFunc func, gpointer data);
/* @effects: (nullable) (element-type HihEffect): with those that wait in them. Any thread. */
void hih_effects_foreach (GPtrArray *effects, const char *screen, HihAppEffectFunc func, gpointer data);

G_END_DECLS
