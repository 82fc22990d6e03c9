/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phone one sees and touches: bezel, screen of real widgets, the ring round the target, the hand that shows.
 * It draws the HihScene of a HihPhone and turns fingers into HihGestures. It judges nothing.
 * Driven by the phone's HihClock, so the studio moves it on a virtual one.
 */
#pragma once

#include "hih-element-context.h"

#include "hih-camera.h"
#include "hih-phone.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_PHONE_WIDTH 360  /* logical screen, scaled as a whole */
#define HIH_PHONE_HEIGHT 760
#define HIH_PHONE_LEAST_HEIGHT 600 /* of a short phone; the style class "short" takes out the air */

#define HIH_TYPE_PHONE_VIEW (hih_phone_view_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneView, hih_phone_view, HIH, PHONE_VIEW, GtkWidget)

GtkWidget *hih_phone_view_new (void);
void hih_phone_view_set_phone (HihPhoneView *self, HihPhone *phone); /* NULL: a dark phone */
void hih_phone_view_set_language (HihPhoneView *self, const char *language); /* of the phone's own words */
/* FALSE: touches do nothing (Watch, while something is shown), but the signal interrupted tells of them; who makes the phone
 * interactive then lets that finger go on. */
void hih_phone_view_set_interactive (HihPhoneView *self, gboolean interactive);
gboolean hih_phone_view_get_interactive (HihPhoneView *self);
/* How it meets the person before it. */
typedef struct
{
  guint guard_ms;  /* second taps within this are swallowed: 300, settable to 500 (DESIGN.md §5) */
  gboolean larger; /* near misses and a wandering finger are forgiven farther */
  gboolean left;   /* the hand that shows is a left one, and comes from the left */
  gboolean slow;   /* it takes half as long again */
} HihPhoneManner;

void hih_phone_view_set_manner (HihPhoneView *self, const HihPhoneManner *manner);

/* TRUE: where there is more width than height the screen gets shorter rather than the phone narrower. */
void hih_phone_view_set_short (HihPhoneView *self, gboolean is_short);

/* The computer's own camera, for what shows its pictures; NULL, as in films: drawn stand-ins. */
void hih_phone_view_set_camera (HihPhoneView *self, HihCamera *camera);

/* What its elements are told, such as the text a step asks for. NULL without a phone; a new one with each phone. */
HihElementContext *hih_phone_view_get_context (HihPhoneView *self);

/* A ring round @target with a tag ("Tap here"); both NULL takes it away. It follows the target as it moves. */
void hih_phone_view_point_at (HihPhoneView *self, const char *target, const char *tag, const char *icon_name);
/* The hand comes, rests, makes the gesture's movement and calls @done when the finger lifts (the gesture itself is
 * not applied: the caller does that). Timing of LESSONS.md: travel 1 s, rest 0.3 s, press 0.25 s. */
void hih_phone_view_perform (HihPhoneView *self, const HihGesture *gesture, GSourceOnceFunc done, gpointer data,
                             GDestroyNotify forget);
void hih_phone_view_hide_hand (HihPhoneView *self);
/* Where the target stands, in @relative_to's coordinates. FALSE if it is not on the screen. */
gboolean hih_phone_view_get_target_bounds (HihPhoneView *self, const char *target, GtkWidget *relative_to,
                                           graphene_rect_t *bounds);
/* Moves every transition, ring, hand and face to the clock's present moment. TRUE while something still moves.
 * A shown view on the system clock calls it by itself at each frame; the studio calls it. */
gboolean hih_phone_view_advance (HihPhoneView *self);
/* Shows the present screen as it will stand, at once. */
void hih_phone_view_finish_transitions (HihPhoneView *self);

G_END_DECLS
