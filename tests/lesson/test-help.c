/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder of help on a clock that stands still until it is told. */
#include "config.h"

#include "lesson-fixture.h"

static HihLesson *lesson;

static const char *
get_screen (Fixture *self)
{
  return hih_phone_state_get_screen (hih_phone_get_state (self->phone));
}

static void
test_idle_ladder (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_expect (self, " start:open-chat 0");
  fixture_wait (self, 9999);
  fixture_expect (self, "");
  fixture_wait (self, 1);
  fixture_expect (self, " 1");
  fixture_wait (self, 10000);
  fixture_expect (self, " 2");
  fixture_wait (self, 10000);
  fixture_expect (self, " 3 perform");
  hih_run_performed (self->run);
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
  fixture_wait (self, 1499);
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
  fixture_wait (self, 1);
  g_assert_cmpstr (get_screen (self), ==, "home/main");
  /* Nothing is done for somebody who is not there. */
  fixture_wait (self, 3600000);
  fixture_expect (self, "");
  fixture_tap (self, "home/chat");
  fixture_expect (self, " met end:open-chat start:who 0");
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_SHOWN);
  g_assert_cmpuint (fixture_last (self)->helps, ==, 3);
  g_assert_cmpuint (fixture_last (self)->helps_asked, ==, 0);
}

static void
test_idle_own_pace (void)
{
  HihRunProfile profile = { 20000, FALSE };
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, &profile);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  fixture_wait (self, 39999);
  fixture_expect (self, "");
  fixture_wait (self, 1);
  fixture_expect (self, " 1");
}

static void
test_activity_stops_idling (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  fixture_wait (self, 9000);
  fixture_tap (self, "home/lamp"); /* something happened */
  fixture_wait (self, 9000);
  fixture_expect (self, "");
  fixture_tap (self, "home/camera"); /* nothing happened: who taps what does nothing needs help too */
  fixture_wait (self, 1000);
  fixture_expect (self, " named(Camera) 2");
}

/* Strokes and letters that wait are no gesture yet; whoever makes one every few seconds is not helped, and then is. */
static void
test_writing_is_not_idling (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  for (guint i = 0; i < 8; i++)
    {
      fixture_wait (self, 9000);
      hih_phone_report_writing (self->phone);
    }
  fixture_expect (self, "");
  fixture_wait (self, 9000);
  fixture_expect (self, "");
  fixture_wait (self, 1000);
  g_assert_cmpuint (self->log->len, >, 0);
}

static void
test_show_me (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  hih_run_show_me (self->run);
  fixture_expect (self, " 3 perform");
  hih_run_performed (self->run);
  /* What the hand did is looked at for a moment: nothing there is to be tapped. */
  g_assert_cmpstr (get_screen (self), !=, "home/main");
  g_assert_null (hih_run_get_target (self->run));
  fixture_wait (self, 1500);
  g_assert_cmpstr (get_screen (self), ==, "home/main");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, "home/chat");
  hih_run_show_me (self->run); /* as often as asked */
  fixture_expect (self, " perform");
  hih_run_performed (self->run);
  fixture_wait (self, 1500);
  fixture_tap (self, "home/chat");
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_SHOWN);
  g_assert_cmpuint (fixture_last (self)->helps_asked, ==, 2);
}

static void
test_waiting_is_not_idling (void)
{
  g_autoptr (HihLesson) other = hih_lesson_ref (lesson);
  g_autoptr (Fixture) self = fixture_new (other, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "video");
  g_string_set_size (self->log, 0);
  fixture_wait (self, 9000);
  fixture_tap (self, "chat/video");
  fixture_wait (self, 3999);
  fixture_expect (self, "");
  fixture_wait (self, 1);
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_ALONE);
}

static void
test_pause_stops_idling (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  fixture_wait (self, 9000);
  hih_run_set_paused (self->run, TRUE);
  fixture_wait (self, 100000);
  hih_run_set_paused (self->run, FALSE);
  fixture_wait (self, 9000);
  fixture_expect (self, "");
  fixture_wait (self, 1000);
  fixture_expect (self, " 1");
}

static void
test_shown_then_done (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  hih_run_performed (self->run); /* nobody showed anything */
  g_assert_cmpstr (get_screen (self), ==, "home/main");
  hih_run_help (self->run);
  fixture_expect (self, " 3 perform");
  g_assert_cmpstr (self->performed->target, ==, "home/chat");
  hih_run_performed (self->run);
  fixture_wait (self, 1500);
  g_assert_cmpstr (get_screen (self), ==, "home/main");
  fixture_expect (self, "");
  hih_run_help (self->run);
  fixture_expect (self, " 4 perform");
  hih_run_performed (self->run);
  fixture_expect (self, " met end:open-chat start:who 2");
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_DONE);
  g_assert_cmpuint (fixture_last (self)->helps_asked, ==, 2);
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
}

/* "Help" again while the hand moves, or while what it did stands: it is kept. */
static void
test_done_at_once (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  hih_run_help (self->run);
  g_string_set_size (self->log, 0);
  hih_run_help (self->run);
  fixture_expect (self, " 4");
  hih_run_performed (self->run);
  fixture_expect (self, " met end:open-chat start:who 2");

  hih_run_help (self->run);
  hih_run_performed (self->run);
  g_string_set_size (self->log, 0);
  hih_run_help (self->run);
  fixture_expect (self, " 4 met end:who start:write 2");
}

static void
test_touch_takes_over (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  hih_run_help (self->run);
  hih_run_performed (self->run);
  g_string_set_size (self->log, 0);
  /* Upon what the hand did: the trainee's turn begins, nothing is judged. */
  fixture_tap (self, "chat/ming");
  fixture_expect (self, "");
  g_assert_cmpstr (get_screen (self), ==, "home/main");
  /* While the hand moves: the touch counts, the hand does not. */
  hih_run_help (self->run);
  g_string_set_size (self->log, 0);
  fixture_tap (self, "home/chat");
  hih_run_performed (self->run);
  fixture_expect (self, " met end:open-chat start:who 2");
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
}

/* A finger that does not wait for the hand to arrive: the right tap counts, any other is as if it had not been. */
static void
test_eager (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  hih_run_start (self->run, 0);
  hih_run_show_me (self->run);
  hih_run_take_over (self->run);
  g_string_set_size (self->log, 0);
  fixture_tap (self, "home/camera"); /* does nothing: not even named */
  fixture_expect (self, "");
  hih_run_performed (self->run);     /* the hand is gone */
  fixture_expect (self, "");
  g_assert_cmpstr (get_screen (self), ==, "home/main");

  hih_run_show_me (self->run);
  hih_run_take_over (self->run);
  g_string_set_size (self->log, 0);
  hih_phone_report_near (self->phone, "home/chat");
  fixture_expect (self, "");
  hih_phone_report_near (self->phone, "home/chat"); /* that was a finger of its own */
  fixture_expect (self, " near");

  hih_run_show_me (self->run);
  hih_run_take_over (self->run);
  g_string_set_size (self->log, 0);
  fixture_tap (self, "home/chat");
  fixture_expect (self, " met end:open-chat start:who 1");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 0);
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_SHOWN);

  /* Somewhere else, where it leads away. */
  hih_run_show_me (self->run);
  hih_run_take_over (self->run);
  g_string_set_size (self->log, 0);
  fixture_tap (self, "system/home");
  fixture_expect (self, "");
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
}

static void
test_done_waits (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "video");
  hih_run_help (self->run);
  hih_run_help (self->run);
  hih_run_performed (self->run);
  g_string_set_size (self->log, 0);
  fixture_wait (self, 3999);
  fixture_expect (self, "");
  fixture_wait (self, 1);
  fixture_expect (self, " met end:video start:wave 2");
}

static void
test_look_has_no_ladder (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "wave");
  g_string_set_size (self->log, 0);
  fixture_wait (self, 600000);
  hih_run_help (self->run);
  fixture_expect (self, "");
  hih_run_next (self->run);
  fixture_expect (self, " met end:wave start:louder 2");
  g_assert_cmpuint (fixture_last (self)->helps, ==, 1);
}

static void
test_pass_over (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  hih_run_next (self->run);
  hih_run_next (self->run); /* "next" passes nothing over before level 4 */
  g_assert_cmpstr (fixture_step (self), ==, "open-chat");
  hih_run_help (self->run);
  hih_run_help (self->run);
  g_string_set_size (self->log, 0);
  hih_run_next (self->run);
  fixture_expect (self, "");
  hih_run_next (self->run);
  fixture_expect (self, " met end:open-chat start:who 2");
  g_assert_cmpstr (get_screen (self), ==, "chat/list");
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_DONE);
}

static void
test_errorless_fades (void)
{
  static const guint EXPECTED[] = { 2, 2, 1, 1, 0, 0 }; /* of the steps with a gesture */
  HihRunProfile profile = { 0, TRUE };
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, &profile);

  hih_run_start (self->run, 0);
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      g_assert_cmpuint (hih_run_get_support (self->run), ==, EXPECTED[i]);
      fixture_do (self);
    }
  g_assert_true (self->outcome.able_alone);
}

static void
test_errorless_returns (void)
{
  HihRunProfile profile = { 0, TRUE };
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, &profile);

  hih_run_start (self->run, 0);
  fixture_do (self);
  fixture_do (self);
  g_assert_cmpuint (hih_run_get_support (self->run), ==, 1);
  hih_run_help (self->run);
  fixture_do (self);
  g_assert_cmpuint (hih_run_get_support (self->run), ==, 2);
}

static void
test_errorless_guided_floor (void)
{
  HihRunProfile profile = { 0, TRUE };
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, &profile);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "hang-up");
  g_assert_cmpuint (hih_run_get_support (self->run), ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lesson = fixture_load ();
  g_test_add_func ("/help/idle-ladder", test_idle_ladder);
  g_test_add_func ("/help/idle-own-pace", test_idle_own_pace);
  g_test_add_func ("/help/activity-stops-idling", test_activity_stops_idling);
  g_test_add_func ("/help/writing-is-not-idling", test_writing_is_not_idling);
  g_test_add_func ("/help/show-me", test_show_me);
  g_test_add_func ("/help/eager", test_eager);
  g_test_add_func ("/help/waiting-is-not-idling", test_waiting_is_not_idling);
  g_test_add_func ("/help/pause-stops-idling", test_pause_stops_idling);
  g_test_add_func ("/help/shown-then-done", test_shown_then_done);
  g_test_add_func ("/help/done-at-once", test_done_at_once);
  g_test_add_func ("/help/touch-takes-over", test_touch_takes_over);
  g_test_add_func ("/help/done-waits", test_done_waits);
  g_test_add_func ("/help/look-has-no-ladder", test_look_has_no_ladder);
  g_test_add_func ("/help/pass-over", test_pass_over);
  g_test_add_func ("/help/errorless-fades", test_errorless_fades);
  g_test_add_func ("/help/errorless-returns", test_errorless_returns);
  g_test_add_func ("/help/errorless-guided-floor", test_errorless_guided_floor);
  result = g_test_run ();
  hih_lesson_unref (lesson);
  return result;
}
