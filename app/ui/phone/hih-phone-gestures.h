/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns fingers on the phone into gestures: the one place where touch, mouse and pen are listened to. */
#pragma once

#include "hih-element-context.h"
#include "hih-phone-screen.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_GESTURES (hih_phone_gestures_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneGestures, hih_phone_gestures, HIH, PHONE_GESTURES, GObject)

HihPhoneGestures *hih_phone_gestures_new (GtkWidget *host); /* the widget that everything lies in; not kept alive */
void hih_phone_gestures_set_context (HihPhoneGestures *self, HihElementContext *context); /* nullable: a dark phone */
void hih_phone_gestures_set_screen (HihPhoneGestures *self, HihPhoneScreen *screen);      /* nullable */
void hih_phone_gestures_set_side (HihPhoneGestures *self, GtkWidget *side);               /* the keys beside it */
/* The body of the phone and its screen in the host's coordinates; the screen's scale follows from its width. */
void hih_phone_gestures_set_places (HihPhoneGestures *self, const graphene_rect_t *body, const graphene_rect_t *screen);
void hih_phone_gestures_set_guard_ms (HihPhoneGestures *self, guint guard_ms);
/* @larger: near misses and a wandering finger are forgiven farther. */
void hih_phone_gestures_set_tolerance (HihPhoneGestures *self, gboolean larger);

G_END_DECLS
