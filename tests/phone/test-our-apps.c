/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the apps of lessons/apps promise beyond the way of their lessons: the visit tablet, acting for the family, what
 * comes between. */
#include "config.h"

#include "phone-fixture.h"

static HihAppSet *
load (const char *app)
{
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "apps", NULL);
  const char *apps[] = { app, NULL };

  return fixture_load_dir (dir, apps);
}

/* A tablet for everybody: it has no home screen and shows nobody another's family. */
static void
test_visit_is_private (void)
{
  g_autoptr (HihAppSet) apps = load ("visit");
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "visit/photos");
  g_autoptr (HihScene) scene = NULL;

  g_assert_false (hih_app_set_has_app (apps, "home"));
  fixture_tap (apps, &state, "visit/li");
  scene = hih_scene_new (apps, state, HIH_LAYOUT_A);
  g_assert_null (hih_scene_find (scene, "visit/fang"));
  g_assert_nonnull (hih_scene_find (scene, "visit/not-you-words"));
  fixture_tap (apps, &state, "system/back");
  assert_screen (state, "visit/photos");
  fixture_tap (apps, &state, "visit/gui");
  fixture_tap (apps, &state, "visit/fang");
  assert_screen (state, "visit/ready");
  fixture_tap (apps, &state, "system/home");
  assert_screen (state, "visit/photos");
}

static void
test_visit_call (void)
{
  g_autoptr (HihAppSet) apps = load ("visit");
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "visit/photos");

  fixture_tap (apps, &state, "visit/gui");
  fixture_tap (apps, &state, "visit/fang");
  fixture_tap (apps, &state, "visit/headphones");
  assert_key (state, "visit.sound", "own");
  fixture_tap (apps, &state, "visit/loudspeaker");
  assert_key (state, "visit.sound", "loud");

  /* Given up, it does not ring on. */
  fixture_tap (apps, &state, "visit/start");
  fixture_tap (apps, &state, "visit/give-up");
  fixture_wait (apps, &state, 10000);
  assert_screen (state, "visit/ready");
  assert_key (state, "visit.call", "none");

  /* Who is not free does not answer, and has a time at which they are. */
  fixture_run (apps, &state, "<set key='visit.free' to='no'/>");
  fixture_tap (apps, &state, "visit/start");
  fixture_wait (apps, &state, 10000);
  assert_screen (state, "visit/calling");
  fixture_tap (apps, &state, "visit/give-up");
  fixture_tap (apps, &state, "visit/three");
  assert_key (state, "visit.next", "three");

  fixture_tap (apps, &state, "system/back");
  fixture_run (apps, &state, "<set key='visit.free' to='yes'/>");
  fixture_tap (apps, &state, "visit/start");
  fixture_wait (apps, &state, 4000);
  assert_screen (state, "visit/talk");
  fixture_tap (apps, &state, "visit/hide-room");
  assert_key (state, "visit.room", "hidden");
  fixture_tap (apps, &state, "visit/show-room");
  assert_key (state, "visit.room", "seen");
  fixture_tap (apps, &state, "visit/end");
  assert_screen (state, "visit/after");
  fixture_tap (apps, &state, "visit/wednesday");
  fixture_tap (apps, &state, "visit/sunday");
  assert_key (state, "visit.next", "sunday");
}

/* Nothing goes on before the elder is there, and what was agreed to can be taken back. */
static void
test_family_consent (void)
{
  g_autoptr (HihAppSet) apps = load ("city");
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "city/main");

  fixture_tap (apps, &state, "city/family");
  fixture_tap (apps, &state, "city/add-elder");
  fixture_tap (apps, &state, "city/elder-right");
  assert_screen (state, "city/elder-form");
  fixture_tap (apps, &state, "city/read-card");
  fixture_wait (apps, &state, 3000);
  fixture_tap (apps, &state, "city/elder-right");
  fixture_tap (apps, &state, "city/relation-mother");
  fixture_tap (apps, &state, "city/consent-no");
  assert_screen (state, "city/relation");
  assert_key (state, "city.consent", "none");
  fixture_tap (apps, &state, "city/relation-mother");
  fixture_tap (apps, &state, "city/consent-yes");
  assert_screen (state, "city/elder-code");
  fixture_tap (apps, &state, "city/take-back");
  assert_key (state, "city.consent", "withdrawn");
}

static void
test_notices (void)
{
  g_autoptr (HihAppSet) apps = load ("city");
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "city/main");

  fixture_run (apps, &state, "<open screen='city/alert'/>");
  fixture_tap (apps, &state, "city/alert-help");
  assert_key (state, "city.alert", "help");

  /* The link can be opened; it stays where it is, and the way out is the same. */
  fixture_run (apps, &state, "<open screen='city/false-alert'/>");
  fixture_tap (apps, &state, "city/false-link");
  assert_screen (state, "city/false-alert");
  assert_key (state, "city.false-alert", "opened");
  fixture_tap (apps, &state, "city/false-close");
  fixture_tap (apps, &state, "city/community-desk");
  assert_key (state, "city.asked-community", "yes");
}

/* What should not be given away can be, on the same screen; after it the way out is still there. */
static void
test_slips (void)
{
  static const struct
  {
    const char *open, *give, *key, *value, *out, *words;
  } CASES[] = {
    { "<open screen='drills/code-call'/>", "drills/tell-code", "drills.code-told", "yes", "drills/hang-up-code" },
    { "<open screen='drills/code-chat'/>", "drills/send-code", "drills.code-sent", "yes", "drills/leave-chat" },
    { "<open screen='drills/share-call'/><ask dialog='system/share-screen'/>", "system/allow-screen", "system.shared", "yes",
      "system/refuse-screen", "Stop sharing" },
    { "<open screen='drills/new-number'/>", "drills/send-money", "drills.money-sent", "yes", "drills/leave-number" },
    { "<ask dialog='drills/permission'/>", "drills/allow-contacts", "drills.contacts", "given", "drills/refuse-contacts",
      "Take it back" },
    { "<ask dialog='drills/advert-page'/>", "drills/take-it", "drills.advert", "opened", "drills/close-advert" },
    { "<open screen='assistant/main'/><set key='assistant.card' to='password'/>", "assistant/tell", "assistant.told", "yes",
      "assistant/refuse" },
    { "<set key='camera.read' to='flyer'/><open screen='camera/page'/>", "camera/give-card", "camera.gave-card", "yes",
      "camera/close-page" },
    { "<ask dialog='weather/virus'/>", "weather/clean-virus", "weather.lured", "yes", "weather/close-virus" },
    { "<ask dialog='system/charge-notice'/>", "system/charge-yes", "system.data-bought", "yes", "system/charge-no", "Close" },
    { "<ask dialog='chat/rumour'/>", "chat/spread-it", "chat.spread", "yes", "chat/keep-it" },
    { "<open screen='drills/heard-page'/>", "drills/do-it", "drills.rang-there", "yes", "drills/say-again" },
  };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "lessons", "apps", NULL);
  static const char *const names[] = { "home", "drills", "assistant", "camera", "weather", "chat", NULL };
  g_autoptr (HihAppSet) apps = fixture_load_dir (dir, names);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "system/lock");
      g_autofree char *screen = NULL;
      g_autoptr (HihScene) scene = NULL;
      HihSceneNode *out;

      fixture_run (apps, &state, CASES[i].open);
      screen = g_strdup (hih_phone_state_get_screen (state));
      fixture_tap (apps, &state, CASES[i].give);
      assert_key (state, CASES[i].key, CASES[i].value);
      assert_screen (state, screen);
      scene = hih_scene_new (apps, state, HIH_LAYOUT_B);
      out = hih_scene_find (scene, CASES[i].out);
      g_assert_nonnull (out);
      g_assert_true (out->sensitive);
      /* The same button first refuses, then takes back, and says so. */
      if (CASES[i].words != NULL)
        g_assert_cmpstr (hih_text_get (out->title, NULL), ==, CASES[i].words);
    }
}

/* The one who called is nobody to ask. */
static void
test_whom_to_ask (void)
{
  static const char *const GOOD[] = { "drills/ask-daughter", "drills/ask-staff", "drills/ask-police" };
  g_autoptr (HihAppSet) apps = load ("drills");

  for (guint i = 0; i < G_N_ELEMENTS (GOOD); i++)
    {
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "system/lock");

      fixture_run (apps, &state, "<open screen='drills/who-to-ask'/>");
      fixture_tap (apps, &state, "drills/ask-caller");
      assert_screen (state, "drills/who-to-ask");
      assert_key (state, "drills.asked", "no");
      fixture_tap (apps, &state, GOOD[i]);
      assert_key (state, "drills.asked", "yes");
    }
}

/* A call in mid-task: to answer and not to are both good. */
static void
test_call_comes (void)
{
  g_autoptr (HihAppSet) apps = load ("drills");
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "system/lock");

  fixture_run (apps, &state, "<open screen='drills/incoming'/>");
  fixture_tap (apps, &state, "drills/not-now");
  assert_key (state, "drills.noticed", "yes");
  assert_key (state, "drills.call", "over");
  assert_screen (state, "system/lock");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/our-apps/visit/private", test_visit_is_private);
  g_test_add_func ("/our-apps/visit/call", test_visit_call);
  g_test_add_func ("/our-apps/city/family", test_family_consent);
  g_test_add_func ("/our-apps/city/notices", test_notices);
  g_test_add_func ("/our-apps/drills/slips", test_slips);
  g_test_add_func ("/our-apps/drills/ask", test_whom_to_ask);
  g_test_add_func ("/our-apps/drills/call-comes", test_call_comes);
  return g_test_run ();
}
