/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring hides no neighbour: it stays in the gap, lies upon the target's own edge, and gets thinner. No display. */
#include "config.h"

#include "hih-ring-fit.h"

#define WIDEST 12.0f
#define NARROWEST 7.0f

static const graphene_rect_t target = { { 100, 100 }, { 100, 60 } };

typedef struct
{
  GArray *names;
  GArray *pictures;
  graphene_rect_t outer;
  float width;
} Fixture;

static void
add (GArray *array, float x, float y, float width, float height)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, width, height);

  g_array_append_val (array, box);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->names = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  fixture->pictures = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  add (fixture->names, 130, 120, 40, 20); /* its own word, 20 px and more from its edge */
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->names);
  g_array_unref (fixture->pictures);
}

static void
fit (Fixture *fixture)
{
  fixture->width = hih_ring_fit (&target, fixture->names, fixture->pictures, WIDEST, NARROWEST, &fixture->outer);
}

static void
assert_outer (Fixture *fixture, float left, float top, float right, float bottom)
{
  const graphene_rect_t *outer = &fixture->outer;

  g_assert_cmpfloat_with_epsilon (target.origin.x - outer->origin.x, left, 0.01f);
  g_assert_cmpfloat_with_epsilon (target.origin.y - outer->origin.y, top, 0.01f);
  g_assert_cmpfloat_with_epsilon (outer->origin.x + outer->size.width - target.origin.x - target.size.width, right, 0.01f);
  g_assert_cmpfloat_with_epsilon (outer->origin.y + outer->size.height - target.origin.y - target.size.height, bottom, 0.01f);
}

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, WIDEST, 0.01f);
  assert_outer (fixture, WIDEST, WIDEST, WIDEST, WIDEST);
}

/* A name right below it: on that side the ring lies upon the target, but only upon its edge, and is thinner for it. */
static void
test_neighbour_below (Fixture *fixture, gconstpointer data)
{
  add (fixture->names, 110, 165, 60, 20);
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, 8, 0.01f);
  assert_outer (fixture, 8, 8, 8, 3);
}

/* Its own name hangs over its edge: the ring stands below that too. */
static void
test_own_name_hangs_over (Fixture *fixture, gconstpointer data)
{
  add (fixture->names, 110, 142, 60, 25); /* 4 px of them are the air round a name */
  fit (fixture);
  g_assert_cmpfloat (fixture->outer.origin.y + fixture->outer.size.height - fixture->width, >=, 142 + 25 - 4);
}

/* A name that begins where the target ends, as a page's beside Back: there is air between ring and name all the same. */
static void
test_neighbour_touches (Fixture *fixture, gconstpointer data)
{
  g_array_set_size (fixture->names, 0);
  add (fixture->pictures, 130, 110, 40, 40);
  add (fixture->names, 200, 110, 80, 40);
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, NARROWEST, 0.01f);
  assert_outer (fixture, NARROWEST, NARROWEST, -2, NARROWEST);
}

static void
test_picture_beside (Fixture *fixture, gconstpointer data)
{
  add (fixture->pictures, 207, 100, 60, 60);
  fit (fixture);
  assert_outer (fixture, 9.8f, 9.8f, 4.9f, 9.8f);
}

/* Its own picture may lie under the edge; what it stands on is no neighbour; nor is what stands aslant. */
static void
test_no_neighbours (Fixture *fixture, gconstpointer data)
{
  add (fixture->pictures, 100, 100, 100, 60);
  add (fixture->pictures, 0, 0, 400, 800);
  add (fixture->names, 205, 165, 60, 20);
  fit (fixture);
  assert_outer (fixture, WIDEST, WIDEST, WIDEST, WIDEST);
}

/* Six px on the one hand and seven on the other, two of them air: thinner, so that neither is covered. */
static void
test_tight (Fixture *fixture, gconstpointer data)
{
  add (fixture->names, 107, 120, 40, 20);
  add (fixture->names, 40, 120, 54, 20);
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, 9, 0.01f);
  assert_outer (fixture, 4, 9, 9, 9);
}

/* A key on the phone's side, the bar at its foot: most of so thin a thing is seen inside the ring. */
static void
test_thin (Fixture *fixture, gconstpointer data)
{
  const graphene_rect_t key = GRAPHENE_RECT_INIT (200, 100, 6, 60);
  graphene_rect_t inside;

  g_array_set_size (fixture->names, 0);
  add (fixture->names, 100, 110, 91, 20); /* 9 px from it */
  fixture->width = hih_ring_fit (&key, fixture->names, fixture->pictures, WIDEST, NARROWEST, &fixture->outer);
  graphene_rect_inset_r (&fixture->outer, fixture->width, fixture->width, &inside);
  g_assert_cmpfloat (inside.size.width, >=, 3);
  g_assert_cmpfloat (inside.origin.x, <=, key.origin.x + 1.5f);
  g_assert_cmpfloat (fixture->outer.origin.x, >, 191);
}

/* An arrow is all there is on a target: it is not to be covered any more than words. */
static void
test_icon (Fixture *fixture, gconstpointer data)
{
  g_array_set_size (fixture->names, 0);
  add (fixture->pictures, 110, 120, 30, 30);
  add (fixture->names, 90, 120, 8, 20);
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, NARROWEST, 0.01f);
  assert_outer (fixture, 0, NARROWEST, NARROWEST, NARROWEST);
}

/* No room below: the thinnest there is, and its own words stay clear; on the other sides with some air. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  add (fixture->names, 101, 101, 98, 58);
  add (fixture->names, 100, 161, 60, 20);
  fit (fixture);
  g_assert_cmpfloat_with_epsilon (fixture->width, NARROWEST, 0.01f);
  assert_outer (fixture, NARROWEST + 4, NARROWEST + 4, NARROWEST + 4, NARROWEST);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ring-fit/alone", test_alone },
    { "/ring-fit/neighbour-below", test_neighbour_below },
    { "/ring-fit/own-name-hangs-over", test_own_name_hangs_over },
    { "/ring-fit/neighbour-touches", test_neighbour_touches },
    { "/ring-fit/picture-beside", test_picture_beside },
    { "/ring-fit/no-neighbours", test_no_neighbours },
    { "/ring-fit/tight", test_tight },
    { "/ring-fit/icon", test_icon },
    { "/ring-fit/thin", test_thin },
    { "/ring-fit/no-room", test_no_room },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
