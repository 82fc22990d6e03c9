/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring round a target and its tag: laid over the phone outside the scaling, so that its lines keep their weight. */
#pragma once

#include "hih-element-view.h"
#include "hih-phone-tag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_RING (hih_phone_ring_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneRing, hih_phone_ring, HIH, PHONE_RING, GtkWidget)

/* @find: the widget of a target, if it is on the screen; asked whenever the ring is drawn. @data lives as long.
 * @ground: what the tag covers no name of. */
GtkWidget *hih_phone_ring_new (HihFindTargetFunc find, gpointer data, GtkWidget *ground);
/* @target NULL: no ring. */
void hih_phone_ring_point_at (HihPhoneRing *self, const char *target, const char *tag, const char *icon, gint64 now_ms);
/* The phone's outline in the ring's own coordinates: the tag stays inside it if it can. */
void hih_phone_ring_set_limits (HihPhoneRing *self, const graphene_rect_t *limits);
/* To be called when the screen under it changed. */
void hih_phone_ring_renew (HihPhoneRing *self);
/* FALSE: there is none. Where it was drawn last, in the ring's own coordinates. */
gboolean hih_phone_ring_get_tag (HihPhoneRing *self, HihTagPlace *place);
/* FALSE: there is none. Its outer edge in its own coordinates, and how thick its line is. */
gboolean hih_phone_ring_get_outer (HihPhoneRing *self, graphene_rect_t *outer, float *width, float *radius);
/* At first it breathes, where motion is wanted. The ms until it next changes; -1: it rests. */
gint64 hih_phone_ring_advance (HihPhoneRing *self, gint64 now_ms);

G_END_DECLS
