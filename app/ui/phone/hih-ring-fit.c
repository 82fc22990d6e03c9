/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * On each side the ring reaches out as far as the nearest neighbour lets it; what is left of its thickness lies upon the
 * target's own edge, a little way and up to the target's own words. Where it would lie against a neighbour it keeps off it, as far as
 * off the target's own words. Where both together are too little it is drawn thinner, on all sides.
 * A neighbour counts on the side beside which it stands: the ring's round corners leave room for one that stands aslant.
 */
#include "config.h"

#include "hih-ring-fit.h"

#include <math.h>

#define SIDES 4
#define AIR 2.0f  /* px between the ring and what it spares */
#define EASY 5.0f /* px more, where there is room for them: what it lies against is hard to read */
#define WELL_SEEN 1.4f /* of the narrowest: it gets no thinner than this for more air */
#define UPON 5.0f /* px of the target's own edge on which it lies at most: more looks askew, and hides what is to be found */
#define THIN 0.25f /* the part of a target, such as a key on the phone's side or the bar at its foot, on which it lies at most */
#define BARE 3.0f /* px of the air round the target's own words, where they hang over its edge */
#define OWN_AIR 4.0f /* px by which it stands farther out where the target's own words reach its edge, and there is room */
#define LARGE 10.0f /* times the target's area: the ring may lie on the edge of such a picture, as beside a key on the phone's side */
#define ICON 0.7f /* the part of the target that its own picture takes at most, to be a sign on it and not its face */

typedef struct
{
  float outside[SIDES]; /* left, top, right, bottom: px to the nearest neighbour; below 0 where that touches the target */
  float inside[SIDES];  /* px to the target's own words or signs */
  float words[SIDES];   /* px to its words alone; below 0 where they hang over its edge */
} Room;

static void
get_edges (const graphene_rect_t *box, float edges[SIDES])
{
  edges[0] = box->origin.x;
  edges[1] = box->origin.y;
  edges[2] = box->origin.x + box->size.width;
  edges[3] = box->origin.y + box->size.height;
}

/* Along the sides that look left and right what matters is how high it stands, and the other way round. */
static gboolean
stands_beside (const float target[SIDES], const float thing[SIDES], int side)
{
  int along = side % 2 == 0 ? 1 : 0;

  return thing[along] < target[along + 2] && thing[along + 2] > target[along];
}

static void
keep_off_neighbour (Room *room, const float target[SIDES], const float thing[SIDES])
{
  int nearest = -1;
  float gap = 0;

  for (int side = 0; side < SIDES; side++)
    {
      float way = side < 2 ? target[side] - thing[side + 2] : thing[side - 2] - target[side];

      if (stands_beside (target, thing, side) && (nearest < 0 || way > gap))
        {
          nearest = side;
          gap = way;
        }
    }
  if (nearest >= 0)
    room->outside[nearest] = MIN (room->outside[nearest], MAX (0, gap) - AIR);
}

static float
get_area (const graphene_rect_t *box)
{
  return box->size.width * box->size.height;
}

static void
keep_off_own (Room *room, const float target[SIDES], const float thing[SIDES], gboolean is_picture)
{
  for (int side = 0; side < SIDES; side++)
    {
      float way = side < 2 ? thing[side] - target[side] : target[side] - thing[side];

      if (!is_picture)
        room->words[side] = MIN (room->words[side], MIN (MAX (0, way - AIR), way + BARE));
      room->inside[side] = MIN (room->inside[side], MAX (0, way - AIR));
    }
}

static void
look_at (Room *room, const graphene_rect_t *target, const graphene_rect_t *thing, gboolean is_picture)
{
  graphene_point_t middle, target_middle;
  float target_edges[SIDES], edges[SIDES];

  get_edges (target, target_edges);
  get_edges (thing, edges);
  graphene_rect_get_center (thing, &middle);
  graphene_rect_get_center (target, &target_middle);
  if (graphene_rect_contains_point (target, &middle))
    {
      if (!is_picture || get_area (thing) < ICON * get_area (target))
        keep_off_own (room, target_edges, edges, is_picture);
    }
  /* What the target stands on, such as the picture of a video call, is no neighbour. */
  else if (!graphene_rect_contains_point (thing, &target_middle) &&
           !(is_picture && get_area (thing) > LARGE * get_area (target)))
    keep_off_neighbour (room, target_edges, edges);
}

/**
 * hih_ring_fit:
 */
float
hih_ring_fit (const graphene_rect_t *target, const GArray *names, const GArray *pictures, float widest, float narrowest,
              graphene_rect_t *outer)
{
  Room room;
  float width = widest, out[SIDES];

  for (int side = 0; side < SIDES; side++)
    {
      room.outside[side] = room.words[side] = widest + EASY;
      room.inside[side] = MIN (UPON, THIN * (side % 2 == 0 ? target->size.width : target->size.height));
    }
  for (guint i = 0; i < names->len; i++)
    look_at (&room, target, &g_array_index (names, graphene_rect_t, i), FALSE);
  for (guint i = 0; i < pictures->len; i++)
    look_at (&room, target, &g_array_index (pictures, graphene_rect_t, i), TRUE);
  for (int side = 0; side < SIDES; side++)
    {
      float free = room.outside[side] + room.inside[side];

      width = CLAMP (MAX (free - EASY, MIN (free, WELL_SEEN * narrowest)), narrowest, width);
    }
  /* Too little room for the thinnest: rather upon its own sign than upon a neighbour, but never upon its own words. */
  for (int side = 0; side < SIDES; side++)
    {
      float free = MAX (0, room.outside[side] + room.inside[side] - width);
      float wanted = width + (room.words[side] < OWN_AIR ? OWN_AIR : 0);

      out[side] = MAX (MIN (wanted, room.outside[side] - MIN (EASY, free / 2)), width - room.words[side]);
    }
  graphene_rect_init (outer, target->origin.x - out[0], target->origin.y - out[1], target->size.width + out[0] + out[2],
                      target->size.height + out[1] + out[3]);
  return width;
}

/**
 * hih_ring_fit_radius:
 */
float
hih_ring_fit_radius (const graphene_rect_t *outer, float width, const GArray *names, float roundest)
{
  float inner[SIDES];
  graphene_rect_t inside;

  graphene_rect_inset_r (outer, width, width, &inside);
  get_edges (&inside, inner);
  for (guint i = 0; i < names->len; i++)
    {
      graphene_rect_t word = g_array_index (names, graphene_rect_t, i);
      graphene_point_t middle;
      float edges[SIDES];

      graphene_rect_get_center (&word, &middle);
      if (!graphene_rect_contains_point (&inside, &middle))
        continue;
      graphene_rect_inset (&word, BARE, BARE);
      get_edges (&word, edges);
      for (int corner = 0; corner < SIDES; corner++)
        {
          int x = corner % 2 == 0 ? 0 : 2, y = corner < 2 ? 1 : 3;
          float across = fabsf (edges[x] - inner[x]), down = fabsf (edges[y] - inner[y]);

          /* The circle that goes through the word's corner and touches both sides. */
          roundest = MIN (roundest, width + across + down + sqrtf (2 * across * down));
        }
    }
  return roundest;
}
