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

/* Whether any of @effects puts words into a key that is a text. Any thread. */
gboolean hih_effects_put_words (GPtrArray *effects, HihAppSet *apps);
/* Whether a swindler could say what comes up or is said aloud by @effect. Any thread. */
gboolean hih_effect_is_fraud (const HihEffect *effect);
/* The label of fraud where what swindlers say comes up by @effects, which run in @state: for those of a lesson. */
void hih_effects_check_told (GPtrArray *effects, HihAppSet *apps, HihPhoneState *state, GPtrArray *issues);

G_END_DECLS
