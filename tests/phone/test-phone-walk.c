/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Somebody who taps about at random, on what is there and on what is not. At every step the state must come back whole
 * from a variant, the scene and the brain must agree on what can be reached, and the same walk must end the same.
 */
#include "config.h"

#include "phone-fixture.h"

#include <string.h>

/* Under the address sanitizer each step takes twenty times as long; the whole walk is the plain run's. */
#ifdef __SANITIZE_ADDRESS__
#define STEPS 60
#else
#define STEPS 600
#endif

static void
collect (GPtrArray *nodes, GPtrArray *targets)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      HihSceneNode *node = nodes->pdata[i];

      g_ptr_array_add (targets, (gpointer) node->target);
      collect (node->children, targets);
    }
}

static void
assert_agree (HihScene *scene, HihAppSet *apps, HihPhoneState *state, GPtrArray *drawn)
{
  GPtrArray *over = hih_scene_get_over (scene);

  g_ptr_array_set_size (drawn, 0);
  collect (hih_scene_get_keys (scene), drawn);
  collect (over != NULL ? over : hih_scene_get_nodes (scene), drawn);
  for (guint i = 0; i < drawn->len; i++)
    {
      const char *target = drawn->pdata[i];

      if (!g_str_has_suffix (target, "/"))
        g_assert_nonnull (hih_scene_find (scene, target));
    }
  g_assert_cmpint (hih_phone_state_get_over (state) != NULL, ==, over != NULL);
  g_assert_true (hih_app_set_has_screen (apps, hih_phone_state_get_screen (state)));
  g_assert_cmpint (strcmp (hih_phone_state_get (state, "system.awake"), "no") == 0, ==,
                   strcmp (hih_phone_state_get_screen (state), "system/dark") == 0);
}

static void
assert_round_trip (HihAppSet *apps, HihPhoneState **state, gboolean go_on_with_it)
{
  g_autoptr (GVariant) variant = hih_phone_state_to_variant (*state);
  HihPhoneState *back = hih_phone_state_new_from_variant (variant);

  g_assert_nonnull (back);
  g_assert_true (hih_phone_state_equal (*state, back));
  g_assert_true (hih_app_set_fits (apps, back));
  g_assert_cmpint (hih_phone_state_get_next_due_ms (back), ==, hih_phone_state_get_next_due_ms (*state));
  if (go_on_with_it)
    {
      hih_phone_state_unref (*state);
      *state = back;
    }
  else
    hih_phone_state_unref (back);
}

static HihPhoneState *
walk (HihAppSet *apps, guint32 seed, gboolean through_variants)
{
  static const char *const values[] = { NULL, "1", "5", "-3", "", "你好", "yes" };
  static const char *const elsewhere[] = { "system/home", "system/back", "system/power", "home/", "nowhere/x", "chat/end" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();
  HihPhoneState *state = hih_app_set_new_state (apps, "home/main");

  for (guint i = 0; i < STEPS; i++)
    {
      const char layout[] = { (char) ('a' + i % 3), '\0' };
      g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);
      g_autoptr (HihPhoneState) before = hih_phone_state_ref (state);
      g_autoptr (GVariant) was = hih_phone_state_to_variant (before);
      g_autoptr (GVariant) still = NULL;
      const char *target;

      assert_agree (scene, apps, state, drawn);
      if (drawn->len == 0 || g_rand_int_range (rand, 0, 8) == 0)
        target = elsewhere[g_rand_int_range (rand, 0, G_N_ELEMENTS (elsewhere))];
      else
        target = drawn->pdata[g_rand_int_range (rand, 0, (gint32) drawn->len)];
      fixture_do (apps, &state,
                  g_rand_int_range (rand, 0, 3) ? HIH_GESTURE_TAP
                                                : (HihGestureKind) g_rand_int_range (rand, 0, HIH_GESTURE_N_KINDS),
                  target, values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
      if (hih_scene_find (scene, target) == NULL)
        g_assert_true (state == before);
      if (g_rand_int_range (rand, 0, 4) == 0)
        fixture_wait (apps, &state, g_rand_int_range (rand, 0, 5000));
      assert_round_trip (apps, &state, through_variants);
      /* The one before is as it was. */
      still = hih_phone_state_to_variant (before);
      g_assert_true (g_variant_equal (was, still));
    }
  return state;
}

static void
walk_with (HihAppSet *apps)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (HihPhoneState) a = walk (apps, seed, FALSE);
      g_autoptr (HihPhoneState) b = walk (apps, seed, TRUE);

      g_assert_true (hih_phone_state_equal (a, b));
      g_assert_cmpint (hih_phone_state_get_time_ms (a), ==, hih_phone_state_get_time_ms (b));
    }
}

static void
test_own_apps (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();

  walk_with (apps);
}

/* The apps that trainees get. */
static void
test_installed_apps (void)
{
  const char *apps[] = { "home", NULL };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "apps", NULL);
  g_autoptr (HihAppSet) set = fixture_load_dir (dir, apps);

  walk_with (set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-walk/own-apps", test_own_apps);
  g_test_add_func ("/phone-walk/installed-apps", test_installed_apps);
  return g_test_run ();
}
