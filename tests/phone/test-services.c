/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What services on a phone are made of: digits, choices, a search, progress, and what is pulled down from the top. */
#include "config.h"

#include "phone-fixture.h"

#include "hih-element-kind.h"

static HihAppSet *
load_example (const char *kind, HihPhoneState **state)
{
  const char *apps[] = { kind, NULL };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "examples", "elements", NULL);
  g_autofree char *screen = g_strconcat (kind, "/main", NULL);
  HihAppSet *set = fixture_load_dir (dir, apps);

  *state = hih_app_set_new_state (set, screen);
  return set;
}

/* The apps that are installed, in their source language. */
static HihAppSet *
load_real (const char *app, const char *screen, HihPhoneState **state)
{
  const char *apps[] = { app, "home", NULL };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "apps", NULL);
  HihAppSet *set = fixture_load_dir (dir, apps);

  *state = hih_app_set_new_state (set, screen);
  return set;
}

static void
type (HihAppSet *apps, HihPhoneState **state, const char *target, const char *text)
{
  fixture_do (apps, state, HIH_GESTURE_TYPE, target, text);
}

static gboolean
is_there (HihAppSet *apps, HihPhoneState *state, const char *target)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, state, "a");

  return hih_scene_find (scene, target) != NULL;
}

static void
test_dial (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_example ("keypad", &state);

  type (apps, &state, "keypad/number", "1");
  type (apps, &state, "keypad/number", "12*#");
  assert_key (state, "keypad.number", "12*#");
  /* What is no digit is left out, and no number is longer than one can be. */
  type (apps, &state, "keypad/number", "1 2-3a.");
  assert_key (state, "keypad.number", "123");
  type (apps, &state, "keypad/number", "1234567890123456789012345");
  assert_key (state, "keypad.number", "12345678901234567890");
  type (apps, &state, "keypad/number", "");
  assert_key (state, "keypad.number", "");
  /* A tap beside the keys is no digit. */
  fixture_tap (apps, &state, "keypad/number");
  type (apps, &state, "keypad/number", NULL);
  assert_key (state, "keypad.number", "");
  hih_phone_state_unref (state);
}

static void
test_password (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_example ("keypad", &state);

  type (apps, &state, "keypad/password", "24681");
  assert_key (state, "keypad.password", "24681");
  type (apps, &state, "keypad/password", "246811");
  assert_key (state, "keypad.password", "wrong");
  /* The next digit begins anew: what stood there is no digits. */
  type (apps, &state, "keypad/password", "2");
  assert_key (state, "keypad.password", "2");
  type (apps, &state, "keypad/password", "246810");
  assert_key (state, "keypad.password", "246810");
  type (apps, &state, "keypad/password", "2468109");
  assert_key (state, "keypad.password", "246810");
  hih_phone_state_unref (state);
}

static void
test_id_and_amount (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = fixture_parse_screen ("<keypad id='a' key='word' look='id'/><keypad id='b' key='word' look='amount'/>", issues);
  HihPhoneState *state;

  g_assert_cmpuint (issues->len, ==, 0);
  state = hih_app_set_new_state (apps, "probe/main");
  type (apps, &state, "probe/a", "11010119450312002x9");
  assert_key (state, "probe.word", "11010119450312002X");
  type (apps, &state, "probe/b", ".5");
  assert_key (state, "probe.word", "5");
  type (apps, &state, "probe/b", "12.50.99");
  assert_key (state, "probe.word", "12.50");
  hih_phone_state_unref (state);
}

static void
test_chips (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_example ("chips", &state);
  g_autoptr (HihScene) before = hih_scene_new (apps, state, "b");
  g_autoptr (HihScene) after = NULL;

  g_assert_true (hih_scene_find (before, "chips/today")->current);
  g_assert_false (hih_scene_find (before, "chips/today")->sensitive);
  g_assert_true (hih_scene_find (before, "chips/tomorrow")->sensitive);
  fixture_tap (apps, &state, "chips/next");
  assert_key (state, "chips.day", "2");
  fixture_tap (apps, &state, "chips/early");
  assert_key (state, "chips.hour", "nine");
  /* Full: nothing happens. */
  fixture_tap (apps, &state, "chips/late");
  assert_key (state, "chips.hour", "nine");
  after = hih_scene_new (apps, state, "b");
  g_assert_true (hih_scene_find (after, "chips/next")->current);
  g_assert_false (hih_scene_find (after, "chips/today")->current);
  hih_phone_state_unref (state);
}

static void
test_chips_refused (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = fixture_parse_screen ("<chips key='call'><chip id='a' value='talkin'/></chips>", issues);
  g_autofree char *said = fixture_join_issues (issues);

  g_assert_null (apps);
  g_assert_nonnull (strstr (said, "“probe.call” cannot be “talkin”"));
  g_assert_nonnull (strstr (said, "talking"));
}

static void
test_search (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_example ("search", &state);

  g_assert_true (is_there (apps, state, "search/fang"));
  g_assert_true (is_there (apps, state, "search/ming"));
  type (apps, &state, "search/find", "DAUGH");
  g_assert_true (is_there (apps, state, "search/fang"));
  g_assert_false (is_there (apps, state, "search/ming"));
  /* What is not shown cannot be tapped, and an id is as good as a name: it is how one spells a Chinese one. */
  fixture_tap (apps, &state, "search/ming");
  type (apps, &state, "search/find", "ming");
  g_assert_true (is_there (apps, state, "search/ming"));
  g_assert_false (is_there (apps, state, "search/fang"));
  type (apps, &state, "search/find", "nobody");
  g_assert_false (is_there (apps, state, "search/ming"));
  type (apps, &state, "search/find", "");
  g_assert_true (is_there (apps, state, "search/fang"));
  hih_phone_state_unref (state);
}

static void
test_shade (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_real ("home", "home/main", &state);
  g_autoptr (HihScene) scene = NULL;

  g_assert_true (is_there (apps, state, "system/status"));
  fixture_do (apps, &state, HIH_GESTURE_SWIPE_DOWN, "system/status", NULL);
  g_assert_cmpstr (hih_phone_state_get_over (state), ==, "system/shade");
  scene = hih_scene_new (apps, state, "c");
  g_assert_cmpstr (hih_scene_get_over_look (scene), ==, "shade");
  g_assert_null (hih_scene_find (scene, "system/status"));
  /* Airplane mode takes everything with it, and only then the others wait for it. */
  fixture_tap (apps, &state, "system/quick-airplane");
  assert_key (state, "system.wifi", "no");
  assert_key (state, "system.network", "no");
  fixture_tap (apps, &state, "system/quick-wifi");
  assert_key (state, "system.wifi", "no");
  fixture_tap (apps, &state, "system/quick-airplane");
  fixture_tap (apps, &state, "system/quick-wifi");
  assert_key (state, "system.wifi", "yes");
  fixture_do (apps, &state, HIH_GESTURE_SWIPE_UP, "system/close-shade", NULL);
  g_assert_null (hih_phone_state_get_over (state));
  /* A tap is the other way to open it; locked or dark there is none. */
  fixture_tap (apps, &state, "system/status");
  g_assert_cmpstr (hih_phone_state_get_over (state), ==, "system/shade");
  fixture_tap (apps, &state, "system/close-shade");
  fixture_run (apps, &state, "<set key='system.locked' to='yes'/>");
  g_assert_false (is_there (apps, state, "system/status"));
  hih_phone_state_unref (state);
}

/* A phone whose system app has no shade has nothing to pull down. */
static void
test_no_shade (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_example ("mark", &state);

  g_assert_false (is_there (apps, state, "system/status"));
  hih_phone_state_unref (state);
}

static void
test_network (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_real ("home", "home/main", &state);

  fixture_run (apps, &state, "<set key='system.network' to='no'/><set key='system.joining' to='none'/>"
                                    "<set key='system.net' to='home'/><open screen='system/wifi-join'/>");
  type (apps, &state, "system/wifi-pad", "66881235");
  fixture_tap (apps, &state, "system/join");
  assert_key (state, "system.joining", "working");
  fixture_wait (apps, &state, 3000);
  assert_key (state, "system.joining", "refused");
  fixture_tap (apps, &state, "system/try-again");
  assert_key (state, "system.wifi-password", "");
  type (apps, &state, "system/wifi-pad", "66881234");
  fixture_tap (apps, &state, "system/join");
  fixture_wait (apps, &state, 3000);
  assert_key (state, "system.joining", "done");
  assert_key (state, "system.network", "yes");
  hih_phone_state_unref (state);
}

static void
test_payment (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_real ("clinic", "clinic/code", &state);

  /* The text message lies on top, and its code goes into the field. */
  fixture_run (apps, &state, "<set key='clinic.sms' to='sent'/>");
  g_assert_true (is_there (apps, state, "clinic/sms-code"));
  fixture_tap (apps, &state, "clinic/sms-code");
  assert_key (state, "clinic.code", "428615");
  g_assert_false (is_there (apps, state, "clinic/sms-code"));
  fixture_tap (apps, &state, "clinic/to-pay");
  g_assert_true (is_there (apps, state, "clinic/pay-mark"));
  type (apps, &state, "clinic/password", "111111");
  assert_key (state, "clinic.password", "wrong");
  g_assert_cmpstr (hih_phone_state_get_over (state), ==, "clinic/pay");
  type (apps, &state, "clinic/password", "246810");
  assert_key (state, "clinic.booking", "working");
  assert_screen (state, "clinic/result");
  fixture_run (apps, &state, "<set key='system.network' to='no'/>");
  fixture_wait (apps, &state, 5000);
  assert_key (state, "clinic.booking", "timed-out");
  fixture_tap (apps, &state, "clinic/again");
  fixture_wait (apps, &state, 3000);
  assert_key (state, "clinic.booking", "done");
  hih_phone_state_unref (state);
}

static void
test_emergency (void)
{
  HihPhoneState *state;
  g_autoptr (HihAppSet) apps = load_real ("phone", "phone/main", &state);

  fixture_tap (apps, &state, "phone/tab-sos");
  /* A tap alone calls nobody. */
  fixture_tap (apps, &state, "phone/sos");
  assert_key (state, "phone.sos", "no");
  fixture_do (apps, &state, HIH_GESTURE_HOLD, "phone/sos", NULL);
  assert_key (state, "phone.sos", "counting");
  fixture_tap (apps, &state, "phone/sos-stop");
  fixture_wait (apps, &state, 5000);
  assert_key (state, "phone.sos", "no");
  /* Who cannot hold taps below, and has the same three seconds to stop it. */
  fixture_tap (apps, &state, "phone/sos-tap");
  assert_key (state, "phone.sos", "counting");
  fixture_wait (apps, &state, 3000);
  assert_key (state, "phone.sos", "called");
  hih_phone_state_unref (state);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/dial", test_dial);
  g_test_add_func ("/services/password", test_password);
  g_test_add_func ("/services/id-and-amount", test_id_and_amount);
  g_test_add_func ("/services/chips", test_chips);
  g_test_add_func ("/services/chips-refused", test_chips_refused);
  g_test_add_func ("/services/search", test_search);
  g_test_add_func ("/services/shade", test_shade);
  g_test_add_func ("/services/no-shade", test_no_shade);
  g_test_add_func ("/services/network", test_network);
  g_test_add_func ("/services/payment", test_payment);
  g_test_add_func ("/services/emergency", test_emergency);
  return g_test_run ();
}
