/* SPDX-License-Identifier: GPL-3.0-or-later */
/* (apps, state, event) -> (state, effects to show). Pure: no clock, no signal, no memory of its own. */
#pragma once

#include "hih-app-set.h"
#include "hih-effect.h"
#include "hih-gesture.h"

G_BEGIN_DECLS

/* What a view must show or sound once: toast, ring, say-aloud... GPtrArray of (const HihEffect *), borrowed from @apps
 * or the lesson. May be NULL. Each returns (transfer full) the next state; the same value, ref'd, if nothing happened. */
HihPhoneState *hih_brain_apply (HihAppSet *apps, HihPhoneState *state, const HihGesture *gesture, GPtrArray *shown);
/* Lets @ms of phone time pass: waiting effects come due one after another. */
HihPhoneState *hih_brain_advance (HihAppSet *apps, HihPhoneState *state, gint64 ms, GPtrArray *shown);
/* Effects from outside a gesture: a lesson's <start>, a trap. */
HihPhoneState *hih_brain_run_effects (HihAppSet *apps, HihPhoneState *state, GPtrArray *effects, GPtrArray *shown);

G_END_DECLS
