/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the hand that shows: how it is drawn from its finger tip on, and what lies under it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @side: 1 for a right hand; -1: a left one, its mirror image. @size: 1 on a phone of scale 1. */
void hih_hand_shape_snapshot (GtkSnapshot *snapshot, const graphene_point_t *tip, float side, float size);
/* Adds small boxes that together are what it covers: (element-type graphene_rect_t). */
void hih_hand_shape_append_cover (GArray *boxes, const graphene_point_t *tip, float side, float size);

G_END_DECLS
