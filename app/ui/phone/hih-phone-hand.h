/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand that shows: comes, rests, makes one gesture, and stays until it is sent away. */
#pragma once

#include "hih-step-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_HAND (hih_phone_hand_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneHand, hih_phone_hand, HIH, PHONE_HAND, GtkWidget)

GtkWidget *hih_phone_hand_new (void);
/* @target in the hand's own coordinates; @scale: of the phone's screen. */
void hih_phone_hand_start (HihPhoneHand *self, const HihGesture *gesture, const graphene_rect_t *target, double scale,
                           gint64 now_ms);
/* The target moved: the page scrolled, the window changed. */
void hih_phone_hand_set_target (HihPhoneHand *self, const graphene_rect_t *target, double scale);
float hih_phone_hand_get_part (HihPhoneHand *self); /* 0 … 1: how much of its movement on the glass is done */
void hih_phone_hand_hide (HihPhoneHand *self);
/* TRUE while it moves; @pressed: the finger is on the glass. */
gboolean hih_phone_hand_advance (HihPhoneHand *self, gint64 now_ms, gboolean *pressed);

G_END_DECLS
