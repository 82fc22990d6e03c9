/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the hand that shows: how it is drawn from its finger tip on, and what lies under it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  float side; /* 1 for a right hand; -1: a left one, its mirror image */
  float size; /* 1 on a phone of scale 1 */
  float tilt; /* degrees; from hih_hand_shape_find_tilt() */
} HihHandShape;

/* How it leans: as an arm comes from its own side, but steeper where a fist on that side, @room px from the finger tip, would
 * be cut off by the window. */
float hih_hand_shape_find_tilt (float room, float size);
void hih_hand_shape_snapshot (const HihHandShape *self, GtkSnapshot *snapshot, const graphene_point_t *tip);
/* Adds small boxes that together are what it covers: (element-type graphene_rect_t). */
void hih_hand_shape_append_cover (const HihHandShape *self, GArray *boxes, const graphene_point_t *tip);

G_END_DECLS
