/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Watch stage: the film, step by step; or, without a film, the phone that performs the steps. */
#pragma once

#include "hih-context.h"
#include "hih-film-box.h"
#include "hih-phone-view.h"
#include "hih-steps-card.h"

G_BEGIN_DECLS

#define HIH_TYPE_WATCH (hih_watch_get_type ())
G_DECLARE_FINAL_TYPE (HihWatch, hih_watch, HIH, WATCH, GObject)

/* Signals
 *   changed ()          playing, the step, or film against phone changed
 *   ended ()            "next" after the last step
 *   trouble (GError *)  the film cannot be shown: the phone shows it instead; also without sound
 */
HihWatch *hih_watch_new (HihContext *context, HihLesson *lesson, HihFilmBox *box, HihStepsCard *card,
                         HihPhoneView *view);
gboolean hih_watch_has_film (HihWatch *self);

void hih_watch_begin (HihWatch *self); /* from the first step */
void hih_watch_stop (HihWatch *self);
void hih_watch_toggle (HihWatch *self);
void hih_watch_next (HihWatch *self);
gboolean hih_watch_back (HihWatch *self); /* FALSE: it was the first */
void hih_watch_repeat (HihWatch *self);
/* 1 -> 0.75 -> 0.5 -> 1.25 -> 1; kept. */
void hih_watch_change_rate (HihWatch *self);
double hih_watch_get_rate (HihWatch *self);

gboolean hih_watch_is_begun (HihWatch *self);
gboolean hih_watch_is_playing (HihWatch *self);
gboolean hih_watch_is_at_step_end (HihWatch *self);
int hih_watch_get_step (HihWatch *self);
/* Tells the records what was watched. @trainee: (nullable): a guest. */
void hih_watch_keep (HihWatch *self, const HihId *trainee);

G_END_DECLS
