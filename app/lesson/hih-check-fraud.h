/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trap in which somebody can give something away must have: a label, kind words, and a person to ask. */
#pragma once

#include "hih-lesson.h"
#include "hih-phone-state.h"

G_BEGIN_DECLS

/* Looks at @trap where it has just struck: what @state shows, and what one touch of each thing there brings about.
 * @protects: (element-type HihProtect): the lesson's. Any thread. */
void hih_check_fraud_begin (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *state,
                            const char *layout, GPtrArray *issues);
/* Looks at a screen on the way out of @trap. Any thread. */
void hih_check_fraud_screen (const HihTrap *trap, HihAppSet *apps, HihPhoneState *state, const char *layout,
                             GPtrArray *issues);
/* Whether @trap is a fraud by what its author calls it, or because something can be given away and its kind is none of the
 * few in which nobody deceives. Any thread. */
gboolean hih_check_fraud_is (const HihTrap *trap);
/* Whether the place that @state shows carries the label of a fraud. Any thread. */
gboolean hih_check_fraud_is_labelled (HihAppSet *apps, HihPhoneState *state, const char *layout);

G_END_DECLS
