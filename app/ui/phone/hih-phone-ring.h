/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring round a target and its tag: laid over the phone outside the scaling, so that its lines keep their weight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_RING (hih_phone_ring_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneRing, hih_phone_ring, HIH, PHONE_RING, GtkWidget)

GtkWidget *hih_phone_ring_new (void);
/* All NULL: no ring. The widget may go away: then there is none either. */
void hih_phone_ring_set (HihPhoneRing *self, GtkWidget *target, const char *tag, const char *icon);
/* The phone's outline in the ring's own coordinates: the tag stays inside it. */
void hih_phone_ring_set_limits (HihPhoneRing *self, const graphene_rect_t *limits);
void hih_phone_ring_set_glow (HihPhoneRing *self, double glow); /* 0.7 … 1 */

G_END_DECLS
