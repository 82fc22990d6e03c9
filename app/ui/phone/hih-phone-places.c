/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frame and chin keep their thickness at every size; the screen takes what is left, in its own proportion. */
#include "config.h"

#include "hih-phone-places.h"

#include "hih-phone-view.h"

#include <math.h>

#define FRAME 12.0f            /* 2 px of line and 10 of frame */
#define CHIN 38.0f
#define MIN_SCALE 0.15f
#define SIDE_WIDTH 60.0f       /* what a finger needs for a key of the side */
#define SIDE_OVERLAP 4.0f      /* of it over the screen's own edge */
#define SIDE_TOP 100.0f        /* phone pixels */

/**
 * hih_phone_places_measure:
 */
void
hih_phone_places_measure (GtkOrientation orientation, int *minimum, int *natural)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;
  float screen = wide ? HIH_PHONE_WIDTH : HIH_PHONE_HEIGHT;
  float frame = wide ? 2 * FRAME : FRAME + CHIN;

  *minimum = (int) ceilf (screen * MIN_SCALE + frame);
  *natural = (int) (screen + frame);
}

/**
 * hih_phone_places_compute:
 *
 * The phone stands in the middle, a little to the left if the keys of its side need the room.
 */
void
hih_phone_places_compute (HihPhonePlaces *places, float width, float height)
{
  float scale = MIN ((width - 2 * FRAME) / HIH_PHONE_WIDTH, (height - FRAME - CHIN) / HIH_PHONE_HEIGHT);
  graphene_rect_t *body = &places->body;
  float gap;

  places->scale = MAX (scale, 0.05f);
  body->size.width = roundf (HIH_PHONE_WIDTH * places->scale) + 2 * FRAME;
  body->size.height = roundf (HIH_PHONE_HEIGHT * places->scale) + FRAME + CHIN;
  gap = MAX (0, (width - body->size.width) / 2);
  body->origin.x = roundf (gap - CLAMP (SIDE_WIDTH - SIDE_OVERLAP - FRAME - gap, 0, gap));
  body->origin.y = roundf ((height - body->size.height) / 2);
  graphene_rect_init (&places->screen, body->origin.x + FRAME, body->origin.y + FRAME, body->size.width - 2 * FRAME,
                      body->size.height - FRAME - CHIN);
  graphene_rect_init (&places->chin, body->origin.x, body->origin.y + body->size.height - CHIN, body->size.width, CHIN);
  places->side_x = body->origin.x + body->size.width - FRAME - SIDE_OVERLAP;
  places->side_y = places->screen.origin.y + SIDE_TOP * places->scale;
}

static gboolean
is_calling (const char *look)
{
  return g_str_equal (look, "call") || g_str_equal (look, "talk");
}

/**
 * hih_phone_places_choose_slide:
 *
 * Returns: how the next screen comes
 */
HihSlide
hih_phone_places_choose_slide (const char *look, const char *app, const char *next_look, const char *next_app,
                               gboolean deeper)
{
  if (look == NULL || g_str_equal (look, "dark") || g_str_equal (next_look, "dark") || g_str_equal (next_look, "lock"))
    return HIH_SLIDE_NONE;
  if (g_str_equal (look, "lock"))
    return HIH_SLIDE_UP;
  if (is_calling (next_look))
    return is_calling (look) ? HIH_SLIDE_NONE /* the same call goes on */ : HIH_SLIDE_RISE;
  if (g_strcmp0 (app, next_app) != 0)
    return g_str_equal (next_look, "home") ? HIH_SLIDE_POP : HIH_SLIDE_PUSH;
  return deeper ? HIH_SLIDE_PUSH : HIH_SLIDE_POP;
}

/**
 * hih_phone_places_place:
 */
void
hih_phone_places_place (GtkWidget *child, const graphene_rect_t *box, float scale)
{
  GskTransform *transform = gsk_transform_translate (NULL, &box->origin);

  if (scale < 1)
    transform = gsk_transform_scale (transform, scale, scale);
  gtk_widget_allocate (child, (int) ceilf (box->size.width / scale), (int) ceilf (box->size.height / scale), -1, transform);
}
