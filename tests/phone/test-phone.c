/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holder: signals in their order, time from the clock, standing still while paused. */
#include "config.h"

#include "phone-fixture.h"

typedef struct
{
  HihClock *clock;
  HihPhone *phone;
  GString *log;
} Fixture;

static void
effect_cb (HihPhone *phone, gpointer effect, Fixture *f)
{
  g_string_append_printf (f->log, "effect:%u ", hih_effect_get_kind (effect));
}

static void
gestured_cb (HihPhone *phone, HihGesture *gesture, HihPhoneState *before, Fixture *f)
{
  g_string_append_printf (f->log, "gestured:%s:%s ", gesture->target, hih_phone_state_get_screen (before));
}

static void
changed_cb (HihPhone *phone, Fixture *f)
{
  g_string_append_printf (f->log, "changed:%s ", hih_phone_state_get_screen (hih_phone_get_state (phone)));
}

static void
near_cb (HihPhone *phone, const char *target, Fixture *f)
{
  g_string_append_printf (f->log, "near:%s ", target);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (HihAppSet) apps = fixture_load ();

  f->clock = hih_virtual_clock_new (0);
  f->phone = hih_phone_new (apps, "a", f->clock);
  f->log = g_string_new (NULL);
  g_signal_connect (f->phone, "effect", G_CALLBACK (effect_cb), f);
  g_signal_connect (f->phone, "gestured", G_CALLBACK (gestured_cb), f);
  g_signal_connect (f->phone, "changed", G_CALLBACK (changed_cb), f);
  g_signal_connect (f->phone, "near", G_CALLBACK (near_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->phone);
  g_assert_finalize_object (f->clock);
  g_string_free (f->log, TRUE);
}

static void
act (Fixture *f, const char *target)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TAP, target, NULL);

  hih_phone_act (f->phone, gesture);
}

static void
wait (Fixture *f, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), ms);
}

static const char *
get (Fixture *f, const char *key)
{
  return hih_phone_state_get (hih_phone_get_state (f->phone), key);
}

static void
test_signals (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) effects = NULL;

  act (f, "home/chat");
  g_assert_cmpstr (f->log->str, ==, "gestured:home/chat:home/main changed:chat/list ");
  g_string_truncate (f->log, 0);
  act (f, "home/chat");
  g_assert_cmpstr (f->log->str, ==, "gestured:home/chat:chat/list ");
  g_string_truncate (f->log, 0);
  act (f, "chat/fang");
  effects = fixture_read_effects (hih_phone_get_apps (f->phone), "<set key='chat.draft' to='x'/>");
  hih_phone_run_effects (f->phone, effects);
  g_string_truncate (f->log, 0);
  act (f, "chat/send");
  g_assert_cmpstr (f->log->str, ==, "effect:7 gestured:chat/send:chat/talk changed:chat/talk ");
  g_string_truncate (f->log, 0);
  hih_phone_report_near (f->phone, "chat/video");
  hih_phone_set_layout (f->phone, "c");
  g_assert_cmpstr (f->log->str, ==, "near:chat/video changed:chat/talk ");
  g_assert_cmpstr (hih_scene_get_layout (hih_phone_get_scene (f->phone)), ==, "c");
}

static void
start_call (Fixture *f)
{
  g_autoptr (GPtrArray) effects = fixture_read_effects (hih_phone_get_apps (f->phone), "<set key='chat.camera' to='yes'/>");

  act (f, "home/chat");
  act (f, "chat/fang");
  hih_phone_run_effects (f->phone, effects);
  act (f, "chat/video");
  g_string_truncate (f->log, 0);
}

static void
test_time (Fixture *f, gconstpointer data)
{
  start_call (f);
  wait (f, 2999);
  g_assert_cmpstr (f->log->str, ==, "");
  g_assert_cmpint (hih_phone_get_time_ms (f->phone), ==, 2999);
  wait (f, 1);
  g_assert_cmpstr (f->log->str, ==, "changed:chat/call ");
  g_assert_cmpstr (get (f, "chat.call"), ==, "talking");
  g_assert_cmpstr (hih_scene_find (hih_phone_get_scene (f->phone), "chat/face")->picture, ==, "face-fang");
  wait (f, 60000);
  g_assert_cmpstr (get (f, "chat.call"), ==, "ended");
}

static void
test_paused (Fixture *f, gconstpointer data)
{
  start_call (f);
  wait (f, 2000);
  hih_phone_set_paused (f->phone, TRUE);
  wait (f, 100000);
  g_assert_cmpstr (get (f, "chat.call"), ==, "dialling");
  g_assert_cmpint (hih_phone_get_time_ms (f->phone), ==, 2000);
  hih_phone_set_paused (f->phone, FALSE);
  wait (f, 999);
  g_assert_cmpstr (get (f, "chat.call"), ==, "dialling");
  wait (f, 1);
  g_assert_cmpstr (get (f, "chat.call"), ==, "talking");
}

/* A checkpoint brings back what waited, counted from the moment it is set. */
static void
test_checkpoint (Fixture *f, gconstpointer data)
{
  g_autoptr (HihPhoneState) checkpoint = NULL;

  start_call (f);
  checkpoint = hih_phone_state_ref (hih_phone_get_state (f->phone));
  wait (f, 10000);
  act (f, "chat/end");
  g_assert_cmpstr (get (f, "chat.call"), ==, "ended");
  g_string_truncate (f->log, 0);
  hih_phone_set_state (f->phone, checkpoint);
  g_assert_cmpstr (f->log->str, ==, "changed:chat/call ");
  wait (f, 2999);
  g_assert_cmpstr (get (f, "chat.call"), ==, "dialling");
  wait (f, 1);
  g_assert_cmpstr (get (f, "chat.call"), ==, "talking");
  hih_phone_set_state (f->phone, hih_phone_get_state (f->phone));
  g_assert_cmpstr (get (f, "chat.call"), ==, "talking");
}

/* Who hears of a gesture may put the phone back at once. */
static void
put_back_cb (HihPhone *phone, HihGesture *gesture, HihPhoneState *before, gpointer data)
{
  hih_phone_set_state (phone, before);
}

static void
test_put_back (Fixture *f, gconstpointer data)
{
  g_signal_connect (f->phone, "gestured", G_CALLBACK (put_back_cb), NULL);
  act (f, "home/chat");
  assert_screen (hih_phone_get_state (f->phone), "home/main");
  g_assert_cmpstr (f->log->str, ==, "gestured:home/chat:home/main changed:home/main ");
}

/* What waits for no time comes in the same moment, and the clock goes on. */
static void
test_no_time (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) effects =
    fixture_read_effects (hih_phone_get_apps (f->phone), "<after id='x' seconds='0'><set key='chat.draft' to='x'/>"
                                                         "<after id='y' seconds='0'><set key='chat.draft' to='y'/></after></after>");

  hih_phone_run_effects (f->phone, effects);
  wait (f, 0);
  g_assert_cmpstr (get (f, "chat.draft"), ==, "y");
}

#define ADD(name, func) g_test_add ("/phone/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("signals", test_signals);
  ADD ("time", test_time);
  ADD ("paused", test_paused);
  ADD ("checkpoint", test_checkpoint);
  ADD ("put-back", test_put_back);
  ADD ("no-time", test_no_time);
  return g_test_run ();
}
