/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gestures, effects and time do to a phone. */
#include "config.h"

#include "phone-fixture.h"

typedef struct
{
  HihAppSet *apps;
  HihPhoneState *state;
} Fixture;

static void
set_up (Fixture *f, gconstpointer start)
{
  f->apps = fixture_load ();
  f->state = hih_app_set_new_state (f->apps, start != NULL ? start : "home/main");
}

static void
tear_down (Fixture *f, gconstpointer start)
{
  hih_phone_state_unref (f->state);
  hih_app_set_unref (f->apps);
}

static void
tap (Fixture *f, const char *target)
{
  fixture_tap (f->apps, &f->state, target);
}

static void
test_open_back_home (Fixture *f, gconstpointer start)
{
  tap (f, "home/chat");
  assert_screen (f->state, "chat/list");
  tap (f, "chat/fang");
  assert_screen (f->state, "chat/talk");
  assert_key (f->state, "chat.peer", "fang");
  tap (f, "system/back");
  assert_screen (f->state, "chat/list");
  tap (f, "chat/fang");
  tap (f, "system/home");
  assert_screen (f->state, "home/main");
  g_assert_cmpuint (hih_phone_state_get_depth (f->state), ==, 0);

  /* Another app's root takes the place of all that lay over home. */
  tap (f, "home/chat");
  tap (f, "chat/fang");
  fixture_run (f->apps, &f->state, "<open screen='settings/main'/>");
  assert_screen (f->state, "settings/main");
  fixture_run (f->apps, &f->state, "<back/>");
  assert_screen (f->state, "home/main");
  fixture_run (f->apps, &f->state, "<back/>");
  assert_screen (f->state, "home/main");
}

/* Screens never pile up: what lies further down is returned to. */
static void
test_circles (Fixture *f, gconstpointer start)
{
  tap (f, "home/settings");
  tap (f, "settings/display");
  for (guint i = 0; i < 5; i++)
    {
      tap (f, "settings/deeper");
      assert_screen (f->state, "settings/deep");
      g_assert_cmpuint (hih_phone_state_get_depth (f->state), ==, 2);
      tap (f, "settings/up");
      assert_screen (f->state, "settings/display");
    }
  tap (f, "settings/again");
  assert_screen (f->state, "settings/main");
  g_assert_cmpuint (hih_phone_state_get_depth (f->state), ==, 0);
}

static void
test_nothing (Fixture *f, gconstpointer start)
{
  static const char *const nowhere[] = { "chat/fang", "home/", "", "x", "home/none", "system/unlock", "system/back", "home/camera" };

  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      HihPhoneState *before = f->state;

      tap (f, nowhere[i]);
      g_assert_true (f->state == before);
    }
  /* A gesture that the thing does not answer. */
  fixture_do (f->apps, &f->state, HIH_GESTURE_ZOOM, "home/chat", NULL);
  assert_screen (f->state, "home/main");
  fixture_do (f->apps, &f->state, HIH_GESTURE_HOLD, "home/settings", NULL);
  assert_screen (f->state, "home/second");
  g_assert_cmpuint (hih_phone_state_get_depth (f->state), ==, 1);
}

static void
test_kinds_answer (Fixture *f, gconstpointer start)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihGesture) turn = hih_gesture_new (HIH_GESTURE_TAP, "settings/easy", NULL);
  HihPhoneState *next;

  next = hih_brain_apply (f->apps, f->state, turn, shown);
  assert_key (next, "settings.easy", "yes");
  /* Its handler saw the new value already. */
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (hih_effect_get_kind (shown->pdata[0]), ==, HIH_EFFECT_TOAST);
  g_assert_cmpstr (hih_text_get (hih_effect_get_text (shown->pdata[0]), "en"), ==, "Easier now.");
  hih_phone_state_unref (next);

  fixture_do (f->apps, &f->state, HIH_GESTURE_DRAG, "settings/easy", NULL);
  assert_key (f->state, "settings.easy", "yes");
  tap (f, "settings/agree");
  assert_key (f->state, "settings.agreed", "yes");
  tap (f, "settings/agree");
  assert_key (f->state, "settings.agreed", "no");
  fixture_do (f->apps, &f->state, HIH_GESTURE_DRAG, "settings/volume", "1");
  assert_key (f->state, "system.volume", "1");
  fixture_do (f->apps, &f->state, HIH_GESTURE_DRAG, "settings/volume", "99");
  assert_key (f->state, "system.volume", "5");
  fixture_do (f->apps, &f->state, HIH_GESTURE_DRAG, "settings/volume", "loud");
  assert_key (f->state, "system.volume", "5");
  fixture_do (f->apps, &f->state, HIH_GESTURE_DRAG, "settings/volume", NULL);
  assert_key (f->state, "system.volume", "5");
  fixture_do (f->apps, &f->state, HIH_GESTURE_TYPE, "settings/name", "王 秀英");
  assert_key (f->state, "settings.name", "王 秀英");
  fixture_do (f->apps, &f->state, HIH_GESTURE_TYPE, "settings/name", "\xff\xfe");
  assert_key (f->state, "settings.name", "王 秀英");
  tap (f, "settings/go");
  assert_screen (f->state, "settings/main");
  tap (f, "settings/agree");
  tap (f, "settings/go");
  assert_screen (f->state, "settings/display");
  /* Inside a card. */
  fixture_do (f->apps, &f->state, HIH_GESTURE_TAP, "settings/size", "2");
  assert_key (f->state, "settings.size", "2");
}

static void
test_set_and_clear (Fixture *f, gconstpointer start)
{
  fixture_run (f->apps, &f->state, "<set key='settings.pin' to='1234'/><set key='chat.peer' to='ming'/>");
  assert_key (f->state, "settings.pin", "1234");
  fixture_run (f->apps, &f->state, "<clear key='settings.pin'/><clear key='chat.peer'/>");
  assert_key (f->state, "settings.pin", "0000");
  assert_key (f->state, "chat.peer", "nobody");
}

static void
test_dialog (Fixture *f, gconstpointer start)
{
  HihPhoneState *covered;

  tap (f, "chat/video");
  g_assert_cmpstr (hih_phone_state_get_over (f->state), ==, "chat/permission");
  assert_screen (f->state, "chat/talk");
  covered = f->state;
  tap (f, "chat/more");
  g_assert_true (f->state == covered);
  tap (f, "system/back");
  g_assert_null (hih_phone_state_get_over (f->state));
  assert_screen (f->state, "chat/talk");
  tap (f, "chat/video");
  tap (f, "chat/allow");
  assert_key (f->state, "chat.camera", "yes");
  g_assert_null (hih_phone_state_get_over (f->state));
  tap (f, "chat/more");
  g_assert_cmpstr (hih_phone_state_get_over (f->state), ==, "chat/more-sheet");
  tap (f, "system/home");
  g_assert_null (hih_phone_state_get_over (f->state));
  assert_screen (f->state, "home/main");
}

static void
test_after (Fixture *f, gconstpointer start)
{
  fixture_run (f->apps, &f->state, "<set key='chat.camera' to='yes'/>");
  tap (f, "chat/video");
  assert_screen (f->state, "chat/call");
  assert_key (f->state, "chat.call", "dialling");
  fixture_wait (f->apps, &f->state, 2999);
  assert_key (f->state, "chat.call", "dialling");
  g_assert_cmpint (hih_phone_state_get_next_due_ms (f->state), ==, 1);
  fixture_wait (f->apps, &f->state, 1);
  assert_key (f->state, "chat.call", "talking");
  /* What waits inside counts from its own moment, also when all passes at once. */
  g_assert_cmpint (hih_phone_state_get_next_due_ms (f->state), ==, 60000);
  fixture_wait (f->apps, &f->state, 59999);
  assert_screen (f->state, "chat/call");
  fixture_wait (f->apps, &f->state, 1);
  assert_screen (f->state, "chat/talk");
  assert_key (f->state, "chat.call", "ended");
  g_assert_cmpint (hih_phone_state_get_next_due_ms (f->state), ==, -1);
  g_assert_cmpint (hih_phone_state_get_time_ms (f->state), ==, 63000);
}

static void
test_after_at_once (Fixture *f, gconstpointer start)
{
  fixture_run (f->apps, &f->state, "<set key='chat.camera' to='yes'/>");
  tap (f, "chat/video");
  fixture_wait (f->apps, &f->state, 100000);
  assert_key (f->state, "chat.call", "ended");
  assert_screen (f->state, "chat/talk");
  g_assert_cmpint (hih_phone_state_get_time_ms (f->state), ==, 100000);
}

static void
test_after_when_and_cancel (Fixture *f, gconstpointer start)
{
  fixture_run (f->apps, &f->state, "<set key='chat.camera' to='yes'/>");
  tap (f, "chat/video");
  tap (f, "chat/end");
  /* Cancelled: nothing waits. */
  g_assert_cmpint (hih_phone_state_get_next_due_ms (f->state), ==, -1);
  assert_key (f->state, "chat.call", "none");

  /* Not wanted any more when it comes due: its `when` is asked then. */
  tap (f, "chat/video");
  fixture_run (f->apps, &f->state, "<set key='chat.call' to='ended'/>");
  fixture_wait (f->apps, &f->state, 4000);
  assert_key (f->state, "chat.call", "ended");

  /* Run again, it takes the place of the one that waits. */
  fixture_run (f->apps, &f->state, "<after id='x' seconds='5'><set key='chat.peer' to='ming'/></after>");
  fixture_wait (f->apps, &f->state, 4000);
  fixture_run (f->apps, &f->state, "<after id='x' seconds='5'><set key='chat.peer' to='fang'/></after>");
  fixture_wait (f->apps, &f->state, 2000);
  assert_key (f->state, "chat.peer", "nobody");
  fixture_wait (f->apps, &f->state, 3000);
  assert_key (f->state, "chat.peer", "fang");

  /* A lesson may cancel an app's by its bare name. */
  tap (f, "chat/video");
  fixture_run (f->apps, &f->state, "<cancel id='answer'/>");
  g_assert_cmpint (hih_phone_state_get_next_due_ms (f->state), ==, -1);
}

/* Due at the same moment: in the order in which they began to wait. */
static void
test_after_order (Fixture *f, gconstpointer start)
{
  fixture_run (f->apps, &f->state,
               "<after id='b' seconds='1'><set key='settings.pin' to='1'/></after>"
               "<after id='a' seconds='1'><set key='settings.pin' to='2'/></after>"
               "<after id='c' seconds='0.5'><set key='settings.pin' to='3'/></after>");
  fixture_wait (f->apps, &f->state, 500);
  assert_key (f->state, "settings.pin", "3");
  fixture_wait (f->apps, &f->state, 500);
  assert_key (f->state, "settings.pin", "2");
}

static void
test_ring (Fixture *f, gconstpointer start)
{
  g_autoptr (GPtrArray) effects = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  HihPhoneState *next;

  effects = fixture_read_effects (f->apps, "<ring sound='call'/><set key='chat.call' to='ringing'/><open screen='chat/ringing'/>");
  next = hih_brain_run_effects (f->apps, f->state, effects, shown);
  hih_phone_state_unref (f->state);
  f->state = next;
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (hih_effect_get_kind (shown->pdata[0]), ==, HIH_EFFECT_RING);
  g_assert_cmpstr (hih_effect_get_name (shown->pdata[0]), ==, "call");
  assert_key (f->state, "system.ringing", "yes");
  tap (f, "system/volume-up");
  assert_key (f->state, "system.ringing", "yes");
  assert_key (f->state, "system.volume", "4");
  tap (f, "chat/pick-up");
  assert_key (f->state, "system.ringing", "no");
  assert_screen (f->state, "chat/call");
  fixture_run (f->apps, &f->state, "<back/>");
  assert_screen (f->state, "home/main");
}

static void
test_shown (Fixture *f, gconstpointer start)
{
  static const HihEffectKind kinds[] = { HIH_EFFECT_SCAN_RESULT, HIH_EFFECT_SAY_ALOUD, HIH_EFFECT_NOTIFY };
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihGesture) scan = hih_gesture_new (HIH_GESTURE_TAP, "chat/scan", NULL);
  g_autoptr (HihPhoneState) next = NULL;

  tap (f, "chat/more");
  next = hih_brain_apply (f->apps, f->state, scan, shown);
  g_assert_true (next == f->state); /* nothing about the phone itself changed */
  g_assert_cmpuint (shown->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < shown->len; i++)
    g_assert_cmpuint (hih_effect_get_kind (shown->pdata[i]), ==, kinds[i]);
  g_assert_cmpstr (hih_effect_get_value (shown->pdata[0]), ==, "hello");
  g_assert_cmpstr (hih_effect_get_value (shown->pdata[2]), ==, "face-fang");
  g_assert_cmpstr (hih_text_get (hih_effect_get_title (shown->pdata[2]), "en"), ==, "News");
}

static void
test_fail (Fixture *f, gconstpointer start)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihGesture) quietly = hih_gesture_new (HIH_GESTURE_TAP, "settings/failing-quietly", NULL);
  HihPhoneState *next;

  next = hih_brain_apply (f->apps, f->state, quietly, shown);
  g_assert_null (hih_phone_state_get_over (next));
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpstr (hih_effect_get_name (shown->pdata[0]), ==, "camera");
  hih_phone_state_unref (next);
  tap (f, "settings/failing");
  g_assert_cmpstr (hih_phone_state_get_over (f->state), ==, "system/fail-network");
  tap (f, "system/ok");
  g_assert_null (hih_phone_state_get_over (f->state));
}

static void
test_lock (Fixture *f, gconstpointer start)
{
  HihPhoneState *dark;

  tap (f, "home/chat");
  tap (f, "chat/fang");
  tap (f, "system/power");
  assert_screen (f->state, "system/dark");
  assert_key (f->state, "system.awake", "no");
  assert_key (f->state, "system.locked", "yes");
  dark = f->state;
  tap (f, "chat/text");
  tap (f, "system/home");
  tap (f, "system/back");
  tap (f, "system/unlock");
  g_assert_true (f->state == dark);
  tap (f, "system/power");
  assert_screen (f->state, "system/lock");
  assert_key (f->state, "system.awake", "yes");
  tap (f, "system/home");
  tap (f, "system/back");
  assert_screen (f->state, "system/lock");
  fixture_do (f->apps, &f->state, HIH_GESTURE_SWIPE_UP, "system/unlock", NULL);
  assert_screen (f->state, "chat/talk");
  assert_key (f->state, "system.locked", "no");
  tap (f, "system/power");
  tap (f, "system/power");
  /* A tap stands in for the swipe. */
  tap (f, "system/unlock");
  assert_screen (f->state, "chat/talk");
}

/* Whatever way it is written, the keys and the screens agree. */
static void
test_lock_by_screens (Fixture *f, gconstpointer start)
{
  tap (f, "home/chat");
  fixture_run (f->apps, &f->state, "<open screen='system/dark'/>");
  assert_key (f->state, "system.awake", "no");
  assert_key (f->state, "system.locked", "no");
  fixture_run (f->apps, &f->state, "<set key='system.awake' to='yes'/><back/><open screen='system/lock'/>");
  assert_screen (f->state, "system/lock");
  assert_key (f->state, "system.awake", "yes");
  assert_key (f->state, "system.locked", "yes");
  fixture_run (f->apps, &f->state, "<set key='system.awake' to='no'/><back/><open screen='system/dark'/>");
  assert_screen (f->state, "system/dark");
  assert_key (f->state, "system.locked", "yes");
  fixture_run (f->apps, &f->state, "<set key='system.awake' to='yes'/><back/><open screen='system/lock'/>");
  assert_screen (f->state, "system/lock");
  fixture_run (f->apps, &f->state, "<set key='system.locked' to='no'/><back/>");
  assert_screen (f->state, "chat/list");
  assert_key (f->state, "system.locked", "no");
}

/* A call wakes the phone and lies over the lock screen, which is there again afterwards. */
static void
test_call_over_lock (Fixture *f, gconstpointer start)
{
  assert_screen (f->state, start);
  assert_key (f->state, "system.locked", "yes");
  fixture_run (f->apps, &f->state, "<set key='chat.call' to='ringing'/><open screen='chat/ringing'/><ring/>");
  assert_screen (f->state, "chat/ringing");
  assert_key (f->state, "system.awake", "yes");
  assert_key (f->state, "system.locked", "yes");
  tap (f, "system/home");
  assert_screen (f->state, "chat/ringing");
  tap (f, "chat/decline");
  assert_screen (f->state, "system/lock");
  assert_key (f->state, "system.ringing", "no");
  tap (f, "system/unlock");
  assert_screen (f->state, "home/main");
}

static void
test_start (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (HihPhoneState) dark = hih_app_set_new_state (apps, "system/dark");
  HihPhoneState *deep = hih_app_set_new_state (apps, "settings/deep");

  assert_screen (dark, "system/dark");
  assert_key (dark, "system.awake", "no");
  assert_key (dark, "system.locked", "yes");
  assert_key (deep, "system.awake", "yes");
  assert_key (deep, "settings.easy", "no");
  fixture_run (apps, &deep, "<back/>");
  assert_screen (deep, "settings/main");
  fixture_run (apps, &deep, "<back/>");
  assert_screen (deep, "home/main");
  hih_phone_state_unref (deep);
}

#define ADD(name, start, func) g_test_add ("/brain/" name, Fixture, start, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("open-back-home", NULL, test_open_back_home);
  ADD ("circles", NULL, test_circles);
  ADD ("nothing", NULL, test_nothing);
  ADD ("kinds-answer", "settings/main", test_kinds_answer);
  ADD ("set-and-clear", NULL, test_set_and_clear);
  ADD ("dialog", "chat/talk", test_dialog);
  ADD ("after", "chat/talk", test_after);
  ADD ("after-at-once", "chat/talk", test_after_at_once);
  ADD ("after-when-and-cancel", "chat/talk", test_after_when_and_cancel);
  ADD ("after-order", NULL, test_after_order);
  ADD ("ring", NULL, test_ring);
  ADD ("shown", "chat/talk", test_shown);
  ADD ("fail", "settings/display", test_fail);
  ADD ("lock", NULL, test_lock);
  ADD ("lock-by-screens", NULL, test_lock_by_screens);
  ADD ("call-over-lock", "system/lock", test_call_over_lock);
  ADD ("call-over-dark", "system/dark", test_call_over_lock);
  g_test_add_func ("/brain/start", test_start);
  return g_test_run ();
}
