/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How thick a ring round a target may be, and how far out it may stand, so that it hides no neighbour. */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * @names: where words stand; those inside the target are its own, and the ring keeps off them too. @pictures: where
 * pictures and icons stand; one that fills the target may lie under the ring's edge. Both (element-type graphene_rect_t).
 * @widest, @narrowest: how thick the ring is where there is room, and where there is none.
 * @outer: (out): its outer edge. Returns how thick it is.
 */
float hih_ring_fit (const graphene_rect_t *target, const GArray *names, const GArray *pictures, float widest, float narrowest,
                    graphene_rect_t *outer);
/* How round, at most @roundest, the corners of its @outer edge may be, so that none cuts a word inside. */
float hih_ring_fit_radius (const graphene_rect_t *outer, float width, const GArray *names, float roundest);

G_END_DECLS
