/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measures are those of media/scene/hand.svg, drawn HAND_WIDTH wide: a finger, a fist, and a sleeve that widens. */
#include "config.h"

#include "hih-hand-shape.h"

#include "hih-drawing.h"

#include <math.h>

#define HAND_DRAWING "scene-hand"
#define HAND_WIDTH 248.0f
#define HAND_HEIGHT 567.0f /* with a sleeve that leaves the picture, as an arm does */
#define TIP_X 0.3571f
#define TIP_Y 0.0313f
#define TILT -38.0f       /* as the arm of somebody who sits before it */
#define LEAST_TILT 24.0f  /* the other way: more would be no arm of one's own any more */
#define TILT_STEP 2.0f
#define GRAIN 24.0f /* px of a box of what is covered */

/* From its upper end on it is so wide, until the next. */
static const struct
{
  float top, left, right;
} parts[] = {
  { 17, 70, 107 }, { 95, 40, 188 }, { 190, 86, 192 }, { 280, 76, 202 }, { 380, 65, 212 }, { 480, 45, 224 }, { HAND_HEIGHT, 0, 0 },
};

/* How far the hand, without its sleeve, reaches to its own side of the finger tip at @tilt; at size 1. */
static float
find_reach (float tilt)
{
  static const graphene_point_t edge[] = { { 188, 110 }, { 188, 190 }, { 192, 208 } }; /* of the fist and the cuff */
  float angle = tilt * (float) G_PI / 180, reach = 0;

  for (guint i = 0; i < G_N_ELEMENTS (edge); i++)
    reach = MAX (reach, (edge[i].x - TIP_X * HAND_WIDTH) * cosf (angle) - (edge[i].y - TIP_Y * HAND_HEIGHT) * sinf (angle));
  return reach;
}

/**
 * hih_hand_shape_find_tilt:
 */
float
hih_hand_shape_find_tilt (float room, float size)
{
  float tilt = TILT;

  while (tilt < LEAST_TILT && find_reach (tilt) * size > room)
    tilt += TILT_STEP;
  return tilt;
}

/**
 * hih_hand_shape_snapshot:
 */
void
hih_hand_shape_snapshot (const HihHandShape *self, GtkSnapshot *snapshot, const graphene_point_t *tip)
{
  float size = self->size;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, tip);
  gtk_snapshot_scale (snapshot, self->side, 1);
  gtk_snapshot_rotate (snapshot, self->tilt);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-TIP_X * HAND_WIDTH * size, -TIP_Y * HAND_HEIGHT * size));
  gdk_paintable_snapshot (hih_drawing_get (HAND_DRAWING), GDK_SNAPSHOT (snapshot), HAND_WIDTH * size, HAND_HEIGHT * size);
  gtk_snapshot_restore (snapshot);
}

/**
 * hih_hand_shape_append_cover:
 */
void
hih_hand_shape_append_cover (const HihHandShape *self, GArray *boxes, const graphene_point_t *tip)
{
  graphene_matrix_t place;

  /* As hih_hand_shape_snapshot() does it, from the drawing outwards. */
  graphene_matrix_init_translate (&place, &GRAPHENE_POINT3D_INIT (-TIP_X * HAND_WIDTH, -TIP_Y * HAND_HEIGHT, 0));
  graphene_matrix_rotate_z (&place, self->tilt);
  graphene_matrix_scale (&place, self->side * self->size, self->size, 1);
  graphene_matrix_translate (&place, &GRAPHENE_POINT3D_INIT (tip->x, tip->y, 0));
  for (guint i = 0; i + 1 < G_N_ELEMENTS (parts); i++)
    {
      int n_rows = (int) ceilf ((parts[i + 1].top - parts[i].top) / GRAIN);
      int n_columns = (int) ceilf ((parts[i].right - parts[i].left) / GRAIN);

      for (int row = 0; row < n_rows; row++)
        {
          for (int column = 0; column < n_columns; column++)
            {
              float x = parts[i].left + (float) column * GRAIN, y = parts[i].top + (float) row * GRAIN;
              graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, MIN (GRAIN, parts[i].right - x), MIN (GRAIN, parts[i + 1].top - y));

              graphene_matrix_transform_bounds (&place, &box, &box);
              g_array_append_val (boxes, box);
            }
        }
    }
}
