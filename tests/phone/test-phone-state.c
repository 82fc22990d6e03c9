/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state never changes, compares by what it shows, and comes back whole from a variant, or not at all. */
#include "config.h"

#include "phone-fixture.h"

static void
test_value (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (HihPhoneState) first = hih_app_set_new_state (apps, "chat/talk");
  HihPhoneState *second = hih_phone_state_ref (first);

  assert_screen (first, "chat/talk");
  g_assert_cmpstr (hih_phone_state_get_app (first), ==, "chat");
  g_assert_cmpuint (hih_phone_state_get_depth (first), ==, 1);
  g_assert_null (hih_phone_state_get (first, "chat.nothing"));
  fixture_do (apps, &second, HIH_GESTURE_TYPE, "chat/text", "hello");
  assert_key (first, "chat.draft", "");
  assert_key (second, "chat.draft", "hello");
  g_assert_false (hih_phone_state_equal (first, second));
  fixture_do (apps, &second, HIH_GESTURE_TYPE, "chat/text", "");
  g_assert_true (hih_phone_state_equal (first, second));
  hih_phone_state_unref (second);
}

static void
test_round_trip (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "chat/talk");
  g_autoptr (HihPhoneState) back = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) again = NULL;

  fixture_wait (apps, &state, 1500);
  fixture_run (apps, &state, "<set key='chat.camera' to='yes'/><set key='chat.peer' to='fang'/>");
  fixture_tap (apps, &state, "chat/video");
  g_assert_cmpint (hih_phone_state_get_next_due_ms (state), ==, 3000);
  variant = hih_phone_state_to_variant (state);
  back = hih_phone_state_new_from_variant (variant);
  g_assert_nonnull (back);
  g_assert_true (hih_phone_state_equal (state, back));
  g_assert_true (hih_app_set_fits (apps, back));
  g_assert_cmpint (hih_phone_state_get_time_ms (back), ==, 1500);
  again = hih_phone_state_to_variant (back);
  g_assert_true (g_variant_equal (variant, again));

  /* What waited goes on after a restart, from the files alone. */
  fixture_wait (apps, &back, 3000);
  assert_key (back, "chat.call", "talking");
  hih_phone_state_unref (state);
}

/* A lesson's own effects wait under a path too. */
static void
test_round_trip_of_lesson (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "home/main");
  g_autoptr (HihPhoneState) back = NULL;
  g_autoptr (GVariant) variant = NULL;

  fixture_run (apps, &state, "<after seconds='2'><open screen='chat/ringing'/><ring sound='call'/></after>");
  variant = hih_phone_state_to_variant (state);
  back = hih_phone_state_new_from_variant (variant);
  fixture_wait (apps, &back, 2000);
  assert_screen (back, "chat/ringing");
  assert_key (back, "system.ringing", "yes");
  hih_phone_state_unref (state);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = g_variant_parse (NULL, text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (hih_phone_state_new_from_variant (variant));
}

static void
test_refused (void)
{
  guint8 bytes[64];
  g_autoptr (HihPhoneState) good = NULL;
  g_autoptr (GVariant) fine = g_variant_ref_sink (
    g_variant_new_parsed ("(byte 1, ['home/main'], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 5)"));

  good = hih_phone_state_new_from_variant (fine);
  g_assert_nonnull (good);
  assert_refused ("'no state'");
  assert_refused ("(byte 2, ['home/main'], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, @as [], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['../etc'], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['a/b', 'a/b'], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['a/b'], @ms 'x', [('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['a/b'], @ms nothing, [('a.c', 'c'), ('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['a/b'], @ms nothing, [('a.b', 'c'), ('a.b', 'c')], @a(xss) [], int64 5)");
  assert_refused ("(byte 1, ['a/b'], @ms nothing, [('a.b', 'c')], @a(xss) [], int64 -5)");

  /* Damaged bytes: never a crash. */
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GBytes) raw = NULL;
      g_autoptr (GVariant) variant = NULL;
      g_autoptr (HihPhoneState) state = NULL;

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (guint8) g_test_rand_int_range (0, round % 2 ? 256 : 12);
      raw = g_bytes_new (bytes, sizeof bytes);
      variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(yasmsa(ss)a(xss)x)"), raw, FALSE));
      state = hih_phone_state_new_from_variant (variant);
    }
}

/* A state of other files is read, but does not fit. */
static void
test_fits (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (HihPhoneState) good = hih_app_set_new_state (apps, "chat/list");
  g_autoptr (HihPhoneState) other = NULL;
  g_autoptr (HihScene) scene = NULL;
  g_autoptr (GVariant) variant = g_variant_ref_sink (
    g_variant_new_parsed ("(byte 1, ['radio/main'], just 'radio/box', [('a.b', 'c')], [(int64 9, 'x', 'gone#1')], int64 5)"));

  g_assert_true (hih_app_set_fits (apps, good));
  other = hih_phone_state_new_from_variant (variant);
  g_assert_nonnull (other);
  g_assert_false (hih_app_set_fits (apps, other));
  /* Yet nothing breaks on it: the screen is empty, the bar leads home, what waited is gone. */
  scene = hih_scene_new (apps, other, "a");
  g_assert_cmpuint (hih_scene_get_nodes (scene)->len, ==, 0);
  fixture_wait (apps, &other, 10);
  g_assert_cmpint (hih_phone_state_get_next_due_ms (other), ==, -1);
  fixture_tap (apps, &other, "system/home");
  assert_screen (other, "home/main");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-state/value", test_value);
  g_test_add_func ("/phone-state/round-trip", test_round_trip);
  g_test_add_func ("/phone-state/round-trip-of-lesson", test_round_trip_of_lesson);
  g_test_add_func ("/phone-state/refused", test_refused);
  g_test_add_func ("/phone-state/fits", test_fits);
  return g_test_run ();
}
