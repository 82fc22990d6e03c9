/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A veil over the picture in a page with a light under the pointer: "look here" for a whole room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_SPOTLIGHT (hih_spotlight_get_type ())
G_DECLARE_FINAL_TYPE (HihSpotlight, hih_spotlight, HIH, SPOTLIGHT, GtkWidget)

/* Touches go through to @child. The light is on only while it is switched on and a pointer is over its area. */
GtkWidget *hih_spotlight_new (GtkWidget *child);
void hih_spotlight_set_area (HihSpotlight *self, GtkWidget *area); /* (nullable) within the child */
void hih_spotlight_set_on (HihSpotlight *self, gboolean on);
gboolean hih_spotlight_get_on (HihSpotlight *self);
gboolean hih_spotlight_get_lit (HihSpotlight *self, graphene_rect_t *area); /* whether a veil is to be seen, and where */

G_END_DECLS
