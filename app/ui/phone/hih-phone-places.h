/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of the phone stand in the room it is given: pure rules. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_short;     /* set by its owner: where there is more width than height the screen may be shorter */
  float scale;           /* of the screen: 1 is 360 × 760 */
  graphene_rect_t body;  /* frame and chin and all */
  graphene_rect_t screen;
  graphene_rect_t chin;  /* the strip with the words under the screen */
  float side_x;          /* the keys of the side begin here … */
  float side_y;
} HihPhonePlaces;

void hih_phone_places_compute (HihPhonePlaces *places, float width, float height);
/* How high a short phone must be to be as wide as @width lets it be, with the keys of its side. */
int hih_phone_places_get_short_height (int width);
/* The least and the natural room for one direction. */
void hih_phone_places_measure (GtkOrientation orientation, int *minimum, int *natural);

void hih_phone_places_put (GtkWidget *child, const graphene_rect_t *box, float scale);

G_END_DECLS
