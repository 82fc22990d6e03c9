/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson shown to a room: first the film (or the phone that does the steps), then the phone for whoever wants to try.
 * It leads the same guides as the lesson page, records nothing, and needs no more than "next" and "back". */
#pragma once

#include "hih-stage-guide.h"

G_BEGIN_DECLS

#define HIH_TYPE_SHOWING (hih_showing_get_type ())
G_DECLARE_FINAL_TYPE (HihShowing, hih_showing, HIH, SHOWING, GObject)

/* Signal changed (): another step, film instead of phone, or the end. */
HihShowing *hih_showing_new (HihContext *context, HihLesson *lesson);
HihPhoneView *hih_showing_get_phone (HihShowing *self);
HihFilmBox *hih_showing_get_film (HihShowing *self);
GtkWidget *hih_showing_get_picture (HihShowing *self); /* what of them is looked at */

void hih_showing_begin (HihShowing *self);
void hih_showing_stop (HihShowing *self);
void hih_showing_next (HihShowing *self);   /* the next step; when somebody tries, the hand does this one */
void hih_showing_back (HihShowing *self);   /* the step before; from the first try back to watching */
void hih_showing_toggle (HihShowing *self); /* stops and goes on; when somebody tries, the hand shows this step */
void hih_showing_repeat (HihShowing *self);
void hih_showing_try (HihShowing *self, gboolean trying); /* somebody comes to tap, or all watch again */

gboolean hih_showing_is_film (HihShowing *self); /* else the phone stands there */
gboolean hih_showing_is_trying (HihShowing *self);
gboolean hih_showing_is_over (HihShowing *self); /* the try came to its end */
guint hih_showing_get_step (HihShowing *self);
guint hih_showing_get_n_steps (HihShowing *self);
const char *hih_showing_get_say (HihShowing *self);   /* (nullable) */
const char *hih_showing_get_where (HihShowing *self); /* (nullable) */

G_END_DECLS
