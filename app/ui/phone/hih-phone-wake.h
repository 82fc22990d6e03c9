/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the phone's view is to look at its clock again: at every frame while something moves, else when something comes due. */
#pragma once

#include "hih-clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *widget;                 /* borrowed: it owns this */
  gboolean (*advance) (gpointer widget); /* whether something is in the middle of a movement */
  HihClock *clock;                   /* (owned) (nullable) of what waits */
  guint timeout;                     /* on the clock */
  guint ticker;                      /* tick callback */
  gboolean woken;                    /* by the clock since hih_phone_wake_take_woken() */
} HihPhoneWake;

void hih_phone_wake_init (HihPhoneWake *self, GtkWidget *widget, gboolean (*advance) (gpointer widget));
/* @wait_ms: until something comes due, -1 for never. A virtual clock has no frames: who moves it asks at every step. */
void hih_phone_wake_schedule (HihPhoneWake *self, HihClock *clock, gboolean moving, gint64 wait_ms);
/* Nothing comes due any more; frames go on until nothing moves. */
void hih_phone_wake_rest (HihPhoneWake *self);
void hih_phone_wake_stop (HihPhoneWake *self);
/* Whether a virtual clock woke the view since this was asked last: the studio draws only what changed. */
gboolean hih_phone_wake_take_woken (HihPhoneWake *self);

G_END_DECLS
