/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frame and chin keep their thickness at every size; the screen takes what is left, in its own proportion. */
#include "config.h"

#include "hih-phone-places.h"

#include "hih-phone-view.h"

#include <math.h>

#define FRAME 12.0f            /* 2 px of line and 10 of frame */
#define CHIN 38.0f
#define SHORT_FRAME 6.0f
#define SHORT_CHIN 32.0f
#define MIN_SCALE 0.15f
#define SIDE_WIDTH 60.0f       /* what a finger needs for a key of the side */
#define SHORT_OVERLAP 16.0f    /* where there is hardly room beside it */
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

/* A shorter phone is wider: its things are as large as a finger needs, at the price of the air between them. */
static float
choose_height (const HihPhonePlaces *places, float width, float height)
{
  float wanted = MIN (1, width / HIH_PHONE_WIDTH);

  return places->is_short ? CLAMP (height / wanted, HIH_PHONE_LEAST_HEIGHT, HIH_PHONE_HEIGHT) : HIH_PHONE_HEIGHT;
}

/* What @width leaves for the screen; a short phone leaves its keys their room also where it is as wide as it may be. */
static float
get_screen_room (gboolean is_short, float width)
{
  return is_short ? width - SHORT_FRAME - (SIDE_WIDTH - SHORT_OVERLAP) : width - 2 * FRAME;
}

/**
 * hih_phone_places_get_short_height:
 *
 * Returns: in px; whatever it has beyond that is air
 */
int
hih_phone_places_get_short_height (int width)
{
  float scale = MIN (1, get_screen_room (TRUE, (float) width) / HIH_PHONE_WIDTH);

  return (int) ceilf (HIH_PHONE_LEAST_HEIGHT * scale + SHORT_FRAME + SHORT_CHIN);
}

/**
 * hih_phone_places_compute:
 *
 * The phone stands in the middle, a little to the left if the keys of its side need the room.
 */
void
hih_phone_places_compute (HihPhonePlaces *places, float width, float height)
{
  float frame = places->is_short ? SHORT_FRAME : FRAME, chin = places->is_short ? SHORT_CHIN : CHIN;
  float overlap = places->is_short ? SHORT_OVERLAP : SIDE_OVERLAP;
  float room = get_screen_room (places->is_short, width);
  float logical = choose_height (places, room, height - frame - chin);
  float scale = MIN (room / HIH_PHONE_WIDTH, (height - frame - chin) / logical);
  graphene_rect_t *body = &places->body;
  float gap;

  places->scale = MAX (scale, 0.05f);
  body->size.width = roundf (HIH_PHONE_WIDTH * places->scale) + 2 * frame;
  body->size.height = roundf (logical * places->scale) + frame + chin;
  gap = MAX (0, (width - body->size.width) / 2);
  body->origin.x = roundf (gap - CLAMP (SIDE_WIDTH - overlap - frame - gap, 0, gap));
  body->origin.y = roundf ((height - body->size.height) / 2);
  graphene_rect_init (&places->screen, body->origin.x + frame, body->origin.y + frame, body->size.width - 2 * frame,
                      body->size.height - frame - chin);
  graphene_rect_init (&places->chin, body->origin.x, body->origin.y + body->size.height - chin, body->size.width, chin);
  places->side_x = body->origin.x + body->size.width - frame - overlap;
  places->side_y = places->screen.origin.y + SIDE_TOP * places->scale;
}

/**
 * hih_phone_places_put:
 * @scale: below 1 it is drawn smaller as a whole
 *
 * Gives @child its place.
 */
void
hih_phone_places_put (GtkWidget *child, const graphene_rect_t *box, float scale)
{
  GskTransform *transform = gsk_transform_translate (NULL, &box->origin);

  if (scale < 1)
    transform = gsk_transform_scale (transform, scale, scale);
  gtk_widget_allocate (child, (int) ceilf (box->size.width / scale), (int) ceilf (box->size.height / scale), -1, transform);
}
