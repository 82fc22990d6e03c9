/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the live phone do a lesson's steps, one at a time, while they are read aloud: the film's stand-in. */
#pragma once

#include "hih-context.h"
#include "hih-phone-view.h"

G_BEGIN_DECLS

#define HIH_TYPE_PERFORMING (hih_performing_get_type ())
G_DECLARE_FINAL_TYPE (HihPerforming, hih_performing, HIH, PERFORMING, GObject)

/* Signals changed (): it began or stopped; done (): the step stands as it is at its end. */
HihPerforming *hih_performing_new (HihContext *context, HihLesson *lesson, HihPhoneView *view);
void hih_performing_play (HihPerforming *self, guint step);
void hih_performing_stop (HihPerforming *self);
gboolean hih_performing_is_playing (HihPerforming *self);

G_END_DECLS
