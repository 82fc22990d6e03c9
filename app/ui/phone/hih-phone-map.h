/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of streets: its spots are its children, over it lie a way, oneself and a pin. All in hundredths of its size. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_MAP (hih_phone_map_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneMap, hih_phone_map, HIH, PHONE_MAP, GtkWidget)

/* @layout: "a", "b" or "c": the same town, mirrored and in other colours. */
GtkWidget *hih_phone_map_new (const char *layout);
void hih_phone_map_place (GtkWidget *spot, double x, double y);
void hih_phone_map_set_me (HihPhoneMap *self, GtkWidget *spot);  /* NULL: not known */
void hih_phone_map_set_pin (HihPhoneMap *self, GtkWidget *spot); /* NULL: none; nothing is dragged any more */
/* @spots: (element-type GtkWidget) in the order they are passed; the first @behind legs lie behind. */
void hih_phone_map_set_way (HihPhoneMap *self, GPtrArray *spots, int behind);
void hih_phone_map_drag_pin (HihPhoneMap *self, double x, double y);
void hih_phone_map_drop_pin (HihPhoneMap *self); /* back to its spot */
/* The spot whose point is nearest, if it is near at all and can be tapped. */
GtkWidget *hih_phone_map_find_spot (HihPhoneMap *self, double x, double y);
graphene_point_t hih_phone_map_get_point (HihPhoneMap *self, GtkWidget *spot);
/* Where one takes hold of the pin; FALSE if there is none. */
gboolean hih_phone_map_get_pin (HihPhoneMap *self, graphene_point_t *point);

#define HIH_PHONE_MAP_PIN_HEIGHT 62.0f /* from its tip to its top */

G_END_DECLS
