/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand that shows: comes, rests, makes one gesture, and stays until it is sent away. */
#pragma once

#include "hih-element-view.h"
#include "hih-step-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_HAND (hih_phone_hand_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneHand, hih_phone_hand, HIH, PHONE_HAND, GtkWidget)

/* @data lives as long as the hand: it is the phone that the hand lies over. */
GtkWidget *hih_phone_hand_new (HihFindTargetFunc find, gpointer data);
void hih_phone_hand_set_scale (HihPhoneHand *self, double scale); /* of the phone's screen */
/* A left hand comes from the left; a slow one takes half as long again. */
void hih_phone_hand_set_manner (HihPhoneHand *self, gboolean left, gboolean slow);
/* Comes to the gesture's target, or to @elsewhere (in its own coordinates) when that is not there. @done when it lifts. */
void hih_phone_hand_perform (HihPhoneHand *self, const HihGesture *gesture, const graphene_rect_t *elsewhere, gint64 now_ms,
                             GSourceOnceFunc done, gpointer data, GDestroyNotify forget);
void hih_phone_hand_hide (HihPhoneHand *self);
/* What it will hide, in small boxes: (element-type graphene_rect_t). */
GArray *hih_phone_hand_find_cover (HihPhoneHand *self, GtkWidget *relative_to);
gboolean hih_phone_hand_advance (HihPhoneHand *self, gint64 now_ms); /* TRUE while it moves */

G_END_DECLS
