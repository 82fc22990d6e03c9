/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the larger kinds do in the brain: maps, cameras, adverts, products, face checks, sent things; on their examples. */
#include "config.h"

#include "phone-fixture.h"

typedef struct
{
  HihAppSet *apps;
  HihPhoneState *state;
} Fixture;

static void
set_up (Fixture *fixture, const char *kind)
{
  const char *apps[] = { kind, NULL };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "examples", "elements", NULL);
  g_autofree char *start = g_strconcat (kind, "/main", NULL);

  fixture->apps = fixture_load_dir (dir, apps);
  fixture->state = hih_app_set_new_state (fixture->apps, start);
}

static void
tear_down (Fixture *fixture)
{
  hih_phone_state_unref (fixture->state);
  hih_app_set_unref (fixture->apps);
}

static HihSceneNode *
find (HihScene *scene, const char *target)
{
  HihSceneNode *node = hih_scene_find (scene, target);

  g_assert_nonnull (node);
  return node;
}

static void
test_pin (void)
{
  Fixture f;

  set_up (&f, "map");
  assert_key (f.state, "map.pin", "market");
  fixture_do (f.apps, &f.state, HIH_GESTURE_DRAG, "map/town", "gate");
  assert_key (f.state, "map.pin", "gate");
  fixture_tap (f.apps, &f.state, "map/home");
  assert_key (f.state, "map.pin", "home");
  /* Let go where no spot is, or on a corner of the way: it stays. */
  fixture_do (f.apps, &f.state, HIH_GESTURE_DRAG, "map/town", NULL);
  fixture_do (f.apps, &f.state, HIH_GESTURE_DRAG, "map/town", "corner");
  assert_key (f.state, "map.pin", "home");
  fixture_tap (f.apps, &f.state, "map/go");
  assert_key (f.state, "map.leg", "2");
  tear_down (&f);
}

static void
test_map_is_checked (void)
{
  static const struct
  {
    const char *inside;
    const char *said;
  } cases[] = {
    { "<map id='m' key='on'/>", "needs a choice key" },
    { "<map id='m'/>", "<map> needs key" },
    { "<map id='m' key='call'><row/></map>", "<row> cannot stand in <map>" },
    { "<spot x='1' y='2'/>", "<spot> cannot stand in <screen>" },
    { "<map id='m' key='call'><spot x='left' y='2'/></map>", "is no number" },
    { "<advert><row/></advert>", "<row> cannot stand in <advert>" },
    { "<product picture='tile-radio'/>", "<product> needs key" },
    { "<button key='word'/>", "needs a number key" },
    { "<camera what='film'/>", "what=\"film\" is not known" },
    { "<grid look='list'/>", "look=\"list\" is not known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      G_GNUC_UNUSED g_autoptr (HihAppSet) apps = fixture_parse_screen (cases[i].inside, issues);
      g_autofree char *said = fixture_join_issues (issues);

      g_test_message ("%s", cases[i].inside);
      if (g_strstr_len (said, -1, cases[i].said) == NULL)
        g_error ("%s: said “%s”", cases[i].inside, said);
    }
}

static void
test_scan (void)
{
  Fixture f;
  g_autoptr (HihScene) scene = NULL;

  set_up (&f, "camera");
  fixture_tap (f.apps, &f.state, "camera/finder");
  assert_key (f.state, "camera.aim", "looking");
  fixture_wait (f.apps, &f.state, 1999);
  assert_key (f.state, "camera.aim", "looking");
  fixture_wait (f.apps, &f.state, 1);
  assert_key (f.state, "camera.aim", "found");
  /* The advice is the key's title; a real camera's reading comes as `type`, a spread of two fingers brings it nearer. */
  scene = hih_scene_new (f.apps, f.state, HIH_LAYOUT_A);
  g_assert_cmpstr (hih_text_get (find (scene, "camera/finder")->title, "en"), ==, "Found");
  fixture_do (f.apps, &f.state, HIH_GESTURE_ZOOM, "camera/finder", NULL);
  assert_key (f.state, "camera.aim", "looking");
  fixture_do (f.apps, &f.state, HIH_GESTURE_TYPE, "camera/finder", "HIH-PRACTICE");
  assert_key (f.state, "camera.aim", "found");
  tear_down (&f);
}

static void
test_advert (void)
{
  Fixture f;
  g_autoptr (HihScene) scene = NULL;

  set_up (&f, "advert");
  fixture_tap (f.apps, &f.state, "advert/take");
  assert_key (f.state, "advert.lured", "yes");
  fixture_tap (f.apps, &f.state, "advert/again");
  g_assert_cmpstr (hih_phone_state_get_over (f.state), ==, "advert/again");
  /* It never goes by itself, and what lies under it cannot be reached. */
  fixture_wait (f.apps, &f.state, 600000);
  scene = hih_scene_new (f.apps, f.state, HIH_LAYOUT_C);
  find (scene, "advert/close");
  g_assert_null (hih_scene_find (scene, "advert/take"));
  fixture_tap (f.apps, &f.state, "advert/close");
  g_assert_null (hih_phone_state_get_over (f.state));
  tear_down (&f);
}

static void
test_install (void)
{
  Fixture f;
  g_autoptr (HihScene) scene = NULL;
  HihSceneNode *product;

  set_up (&f, "product");
  scene = hih_scene_new (f.apps, f.state, HIH_LAYOUT_B);
  product = find (scene, "product/radio");
  g_assert_cmpstr (product->value, ==, "green");
  g_assert_cmpstr (hih_text_get (product->value_title, "en"), ==, "Official");
  g_assert_cmpstr (hih_text_get (product->title, "en"), ==, "Radio");
  fixture_tap (f.apps, &f.state, "product/install");
  assert_key (f.state, "product.come", "40");
  fixture_wait (f.apps, &f.state, 2000);
  assert_key (f.state, "product.come", "100");
  tear_down (&f);
}

static void
test_face_check (void)
{
  Fixture f;

  set_up (&f, "oval");
  /* By the button, and by waiting. */
  fixture_tap (f.apps, &f.state, "oval/closer");
  assert_key (f.state, "oval.face", "blink");
  fixture_wait (f.apps, &f.state, 6000);
  assert_key (f.state, "oval.face", "turn");
  fixture_tap (f.apps, &f.state, "oval/turned");
  fixture_wait (f.apps, &f.state, 2000);
  assert_key (f.state, "oval.face", "passed");
  tear_down (&f);
}

static void
test_face_check_three_times (void)
{
  Fixture f;
  g_autoptr (HihScene) scene = NULL;

  set_up (&f, "oval");
  fixture_run (f.apps, &f.state, "<set key='oval.turned' to='no'/>");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *tries = g_strdup_printf ("%d", i);

      fixture_tap (f.apps, &f.state, "oval/closer");
      fixture_tap (f.apps, &f.state, "oval/blinked");
      fixture_tap (f.apps, &f.state, "oval/turned");
      assert_key (f.state, "oval.face", "failed");
      assert_key (f.state, "oval.tries", tries);
      if (i < 3)
        fixture_tap (f.apps, &f.state, "oval/again");
    }
  scene = hih_scene_new (f.apps, f.state, HIH_LAYOUT_A);
  g_assert_null (hih_scene_find (scene, "oval/again"));
  find (scene, "oval/desk");
  tear_down (&f);
}

static void
test_voice (void)
{
  Fixture f;

  set_up (&f, "bubble");
  fixture_tap (f.apps, &f.state, "bubble/voice");
  assert_key (f.state, "bubble.plays", "yes");
  fixture_wait (f.apps, &f.state, 6000);
  assert_key (f.state, "bubble.plays", "no");
  tear_down (&f);
}

static void
test_share (void)
{
  Fixture f;

  set_up (&f, "grid");
  fixture_tap (f.apps, &f.state, "grid/flowers");
  g_assert_cmpstr (hih_phone_state_get_over (f.state), ==, "grid/share");
  fixture_tap (f.apps, &f.state, "grid/fang");
  g_assert_null (hih_phone_state_get_over (f.state));
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/pin", test_pin);
  g_test_add_func ("/parts/map-is-checked", test_map_is_checked);
  g_test_add_func ("/parts/scan", test_scan);
  g_test_add_func ("/parts/advert", test_advert);
  g_test_add_func ("/parts/install", test_install);
  g_test_add_func ("/parts/face-check", test_face_check);
  g_test_add_func ("/parts/face-check-three-times", test_face_check_three_times);
  g_test_add_func ("/parts/voice", test_voice);
  g_test_add_func ("/parts/share", test_share);
  return g_test_run ();
}
