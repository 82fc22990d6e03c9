/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Watch stage: the film, step by step; or, without a film, the phone that performs the steps. */
#pragma once

#include "hih-stage-guide.h"

G_BEGIN_DECLS

#define HIH_TYPE_WATCH (hih_watch_get_type ())
G_DECLARE_FINAL_TYPE (HihWatch, hih_watch, HIH, WATCH, HihStageGuide)

/* "ended": "next" after the last step. "trouble": the film cannot be shown and the phone shows it instead; also when
 * it is without sound. */
HihWatch *hih_watch_new (const HihStageSetup *setup);
gboolean hih_watch_has_film (HihWatch *self);

void hih_watch_begin (HihWatch *self); /* from the first step not seen yet */
void hih_watch_toggle (HihWatch *self);
/* 1 -> 0.75 -> 0.5 -> 1.25 -> 1; kept. */
void hih_watch_change_rate (HihWatch *self);
double hih_watch_get_rate (HihWatch *self);

gboolean hih_watch_is_begun (HihWatch *self);
gboolean hih_watch_is_playing (HihWatch *self);
gboolean hih_watch_is_at_step_end (HihWatch *self);
guint hih_watch_get_first (HihWatch *self);  /* where it begins: the first step not seen yet */
guint hih_watch_get_step (HihWatch *self);   /* of the lesson: the one that is shown */
guint hih_watch_get_n_seen (HihWatch *self); /* steps, counted from the first */
/* Tells the records what was watched; once. */
void hih_watch_keep (HihWatch *self);

G_END_DECLS
