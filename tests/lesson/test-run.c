/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course and the judgement of a run. Broken runs are the perfect run with something put in. */
#include "config.h"

#include "lesson-fixture.h"

static HihLesson *lesson;

static void
assert_clean (Fixture *self, guint n_outcomes, HihSupport support)
{
  GPtrArray *outcomes = hih_run_get_outcomes (self->run);

  g_assert_cmpuint (outcomes->len, ==, n_outcomes);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const HihStepOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpuint (outcome->errors, ==, 0);
      g_assert_cmpuint (outcome->nears, ==, 0);
      g_assert_cmpuint (outcome->helps, ==, 0);
      g_assert_cmpint (outcome->support, ==, support);
      g_assert_null (outcome->hits[0]);
    }
  g_assert_true (self->outcome.finished);
  g_assert_cmpuint (self->outcome.errors, ==, 0);
  g_assert_cmpint (self->outcome.highest, ==, support);
}

static void
test_perfect (gconstpointer data)
{
  HihStage stage = GPOINTER_TO_INT (data);

  for (guint traps = 0; traps < 2; traps++)
    {
      g_autoptr (Fixture) self = fixture_new (lesson, stage, traps, NULL);
      guint n = hih_plan_get_n_items (hih_run_get_plan (self->run));

      hih_run_start (self->run, 0);
      while (hih_run_get_item (self->run) != NULL)
        fixture_do (self);
      assert_clean (self, n, (HihSupport) (HIH_STAGE_ALONE - stage));
      g_assert_cmpint (self->outcome.able_alone, ==, stage == HIH_STAGE_ALONE);
      g_assert_cmpint (self->outcome.duration_ms, ==, 4000); /* the call that is waited for */
      g_assert_true (hih_condition_holds (hih_lesson_get_goal (lesson), hih_phone_get_state (self->phone)));
    }
}

static void
test_order_of_events (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  self->auto_go = FALSE;
  hih_run_start (self->run, 0);
  fixture_expect (self, " start:open-chat 1");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, "home/chat");
  fixture_tap (self, "home/chat");
  fixture_expect (self, " met end:open-chat");
  g_assert_true (hih_run_is_step_met (self->run));
  g_assert_cmpstr (hih_run_get_target (self->run), ==, NULL);
  /* Nothing begins before it is stored. */
  fixture_wait (self, 60000);
  fixture_expect (self, "");
  hih_run_go_on (self->run);
  fixture_expect (self, " start:who 1");
  hih_run_go_on (self->run);
  fixture_expect (self, "");
}

/* Another right way did two steps at once. */
static void
test_met_already (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  self->auto_go = FALSE;
  hih_run_start (self->run, 0);
  fixture_tap (self, "home/chat");
  fixture_tap (self, "chat/fang");
  fixture_gesture (self, HIH_GESTURE_TYPE, "chat/text", "Hello");
  g_string_set_size (self->log, 0);
  hih_run_go_on (self->run);
  hih_run_go_on (self->run);
  fixture_expect (self, " start:who 1 met end:who start:write 1 met end:write");
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_NAMED);
}

static void
test_walked_off_while_stored (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  self->auto_go = FALSE;
  hih_run_start (self->run, 0);
  fixture_tap (self, "home/chat");
  fixture_tap (self, "chat/news");
  hih_run_go_on (self->run);
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "chat/list");
}

static void
test_own_thing (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "write");
  g_string_set_size (self->log, 0);
  /* Half a word is on the way to a word. */
  fixture_gesture (self, HIH_GESTURE_TYPE, "chat/text", "He");
  fixture_expect (self, "");
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (self->phone), "chat.draft"), ==, "He");
  fixture_gesture (self, HIH_GESTURE_TYPE, "chat/text", "Hello");
  fixture_tap (self, "chat/video");
  g_string_set_size (self->log, 0);
  /* Impatience while it rings: the button is not even there any more. */
  fixture_tap (self, "chat/video");
  fixture_tap (self, "chat/video");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, NULL);
  fixture_expect (self, "");
  fixture_wait (self, 4000);
  fixture_expect (self, " met end:video start:wave 2");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 0);
  g_assert_null (fixture_last (self)->hits[0]);
  g_assert_true (hih_run_is_waiting_for_word (self->run));
  hih_run_next (self->run);
  g_string_set_size (self->log, 0);
  /* Without until: its own gesture with the right value. */
  fixture_gesture (self, HIH_GESTURE_DRAG, "chat/volume", "5");
  fixture_expect (self, "");
  fixture_gesture (self, HIH_GESTURE_DRAG, "chat/volume", "8");
  fixture_expect (self, " met end:louder start:hang-up 2");
}

static void
test_follow_elsewhere (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);
  const HihStepOutcome *outcome;

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  /* No effect: named, no error. */
  fixture_tap (self, "home/camera");
  fixture_expect (self, " named(Camera)");
  /* On no element: nothing at all. */
  fixture_tap (self, "home/");
  fixture_expect (self, "");
  /* An effect on the same screen: named and undone, no error. */
  fixture_tap (self, "home/lamp");
  fixture_expect (self, " named(Lamp) 3 perform");
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (self->phone), "home.lamp"), ==, "no");
  /* Another screen: an error, and the checkpoint. */
  fixture_tap (self, "home/photos");
  fixture_expect (self, " named(Photos) 4 perform");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "home/main");
  fixture_tap (self, "home/chat");
  outcome = fixture_last (self);
  g_assert_cmpuint (outcome->errors, ==, 1);
  g_assert_cmpint (outcome->support, ==, HIH_SUPPORT_DONE);
  g_assert_cmpuint (outcome->helps, ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) outcome->hits), ==, 3);
  g_assert_cmpstr (outcome->hits[0], ==, "home/camera");
  g_assert_cmpstr (outcome->hits[2], ==, "home/photos");
}

static void
test_wander (gconstpointer data)
{
  HihStage stage = GPOINTER_TO_INT (data);
  g_autoptr (Fixture) self = fixture_new (lesson, stage, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "who");
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/news");
  fixture_expect (self, stage == HIH_STAGE_ALONE ? " wandered 1" : " wandered 2");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, "system/back");
  fixture_tap (self, "chat/paper");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "chat/list");
  fixture_expect (self, stage == HIH_STAGE_ALONE ? " brought-back 2" : " brought-back 3 perform");
  fixture_tap (self, "chat/fang");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 2);
}

/* A sheet over the right screen leads away too, and changing something there brings back. */
static void
test_wander_over (void)
{
  g_autofree char *path = fixture_lessons_path ("family/video-call.xml");
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) real = hih_lesson_load (path, apps, issues);
  g_autoptr (Fixture) self = NULL;

  g_assert_nonnull (real);
  self = fixture_new (real, HIH_STAGE_GUIDED, FALSE, NULL);
  hih_run_start (self->run, 0);
  fixture_do_until (self, "open-chat");
  g_string_set_size (self->log, 0);
  fixture_tap (self, "system/status");
  fixture_expect (self, " wandered 2");
  g_assert_cmpstr (hih_phone_state_get_over (hih_phone_get_state (self->phone)), ==, "system/shade");
  fixture_tap (self, "system/quick-wifi");
  fixture_expect (self, " brought-back 3 perform");
  g_assert_null (hih_phone_state_get_over (hih_phone_get_state (self->phone)));
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (self->phone), "system.wifi"), ==, "yes");
}

/* In the trap "nobody answers", calling once more is as good as leaving a message at once: no error. */
static void
test_try_again_in_trap (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, TRUE, NULL);
  g_autofree char *before = NULL;

  hih_run_start (self->run, 0);
  fixture_do_until (self, "leave-message");
  before = g_strdup (hih_phone_state_get_screen (hih_phone_get_state (self->phone)));
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/video");
  fixture_expect (self, "");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), !=, before);
}

static void
test_back_by_oneself (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "who");
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/news");
  fixture_expect (self, " wandered 1");
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_BACK);
  /* No error, and the count begins anew. */
  fixture_tap (self, "system/back");
  fixture_expect (self, "");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, "chat/fang");
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_HERE);
  fixture_tap (self, "chat/news");
  fixture_expect (self, " wandered 2");
  fixture_tap (self, "system/back");
  /* The hand cannot show it from there, so it begins with the way back. */
  fixture_tap (self, "chat/news");
  fixture_expect (self, " wandered 3 brought-back perform");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "chat/list");
  fixture_tap (self, "chat/fang");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 3);
}

static void
test_on_the_way_elsewhere (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "video");
  g_string_set_size (self->log, 0);
  /* Home is off the way, but going home is going back; from there the way is what was tapped before. */
  fixture_tap (self, "system/home");
  fixture_expect (self, "");
  g_assert_cmpstr (hih_run_get_target (self->run), ==, "home/chat");
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_ELSEWHERE);
  fixture_tap (self, "home/chat");
  fixture_tap (self, "chat/fang");
  fixture_tap (self, "chat/video");
  fixture_wait (self, 4000);
  g_assert_cmpstr (fixture_last (self)->step_id, ==, "video");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 0);
}

/* A thing's place is told on its own screen only; from another app, how to come home. */
static void
test_place_from_elsewhere (void)
{
  g_autofree char *path = fixture_lessons_path ("code/health-code.xml");
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) code = hih_lesson_load (path, apps, issues);
  g_autoptr (Fixture) self = fixture_new (code, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_HERE);
  g_string_set_size (self->log, 0);
  fixture_tap (self, "home/settings");
  fixture_expect (self, " wandered 1");
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_HOME);
  fixture_tap (self, "system/home");
  g_assert_cmpint (hih_run_get_sight (self->run), ==, HIH_SIGHT_HERE);
}

static void
test_asked_back (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "who");
  fixture_tap (self, "chat/news");
  g_string_set_size (self->log, 0);
  hih_run_repeat (self->run);
  fixture_expect (self, " brought-back");
  hih_run_repeat (self->run);
  fixture_expect (self, "");
  fixture_tap (self, "chat/news");
  fixture_expect (self, " wandered 2");
  hih_run_help (self->run);
  fixture_expect (self, " brought-back 3 perform");
  fixture_tap (self, "chat/fang");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 2);
  g_assert_cmpuint (fixture_last (self)->helps, ==, 1);
  g_assert_cmpuint (fixture_last (self)->helps_asked, ==, 1);
}

static void
test_protect (gconstpointer data)
{
  HihStage stage = GPOINTER_TO_INT (data);
  g_autoptr (Fixture) self = fixture_new (lesson, stage, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "who");
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/ming");
  fixture_expect (self, stage == HIH_STAGE_FOLLOW   ? " protected 3 perform"
                        : stage == HIH_STAGE_GUIDED ? " protected 2"
                                                    : " protected 1");
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (self->phone), "chat.peer"), ==, "nobody");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "chat/list");
  fixture_tap (self, "chat/fang"); /* the right one changes the key too, and may */
  g_assert_cmpuint (fixture_last (self)->errors, ==, 1);
}

static void
test_near (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  g_string_set_size (self->log, 0);
  hih_phone_report_near (self->phone, "home/chat");
  hih_phone_report_near (self->phone, "home/chat");
  fixture_expect (self, " near near");
  fixture_tap (self, "home/chat");
  g_assert_cmpuint (fixture_last (self)->nears, ==, 2);
  g_assert_cmpuint (fixture_last (self)->errors, ==, 0);
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_ALONE);
}

static void
test_goal_by_another_way (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "louder"); /* wave ends by itself */
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/end");    /* loudness was no part of the goal */
  fixture_expect (self, " goal end:louder end:hang-up ended");
  g_assert_true (self->outcome.finished);
  g_assert_true (self->outcome.able_alone);
  g_assert_cmpuint (hih_run_get_outcomes (self->run)->len, ==, 7);
}

static void
test_goal_counts_only_alone (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, FALSE, NULL);

  hih_run_start (self->run, 0);
  fixture_do_until (self, "louder");
  g_string_set_size (self->log, 0);
  fixture_tap (self, "chat/end");
  fixture_expect (self, ""); /* a screen of the way: free; the step is still to do */
  g_assert_cmpstr (fixture_step (self), ==, "louder");
}

static void
test_trap (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, TRUE, NULL);
  g_autoptr (HihPhoneState) before = NULL;

  hih_run_start (self->run, 0);
  fixture_do_until (self, "write");
  before = hih_performer_state_at (hih_run_get_plan (self->run), 3, HIH_LAYOUT_A, NULL);
  g_string_set_size (self->log, 0);
  fixture_do (self);
  fixture_expect (self, " met end:write start:give-up 0 trap");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "chat/call");
  fixture_do (self);
  fixture_expect (self, " met end:give-up start:leave-message 0");
  g_assert_cmpstr (fixture_last (self)->trap_id, ==, "no-answer");
  /* Errors in a trap count: News is on no way. */
  fixture_tap (self, "chat/help");
  fixture_tap (self, "system/back");
  g_string_set_size (self->log, 0);
  fixture_gesture (self, HIH_GESTURE_HOLD, "chat/mic", NULL);
  fixture_expect (self, " recovered end:leave-message start:video 0");
  g_assert_cmpuint (fixture_last (self)->errors, ==, 1);
  /* As if nothing had happened. */
  g_assert_true (hih_phone_state_equal (before, hih_phone_get_state (self->phone)));
  while (hih_run_get_item (self->run) != NULL)
    fixture_do (self);
  g_assert_cmpuint (self->outcome.errors, ==, 1);
  g_assert_true (self->outcome.able_alone);
}

static void
test_resume (gconstpointer data)
{
  HihStage stage = GPOINTER_TO_INT (data);
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, stage, TRUE);
  guint n = hih_plan_get_n_items (plan);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Fixture) self = fixture_new (lesson, stage, TRUE, NULL);
      const HihPlanItem *item = hih_plan_get_item (plan, i);
      gboolean is_auto = stage == HIH_STAGE_ALONE && item->step->target == NULL && item->trap == NULL;

      hih_run_set_earlier (self->run, 1, HIH_SUPPORT_NAMED, 1000);
      hih_run_start (self->run, i);
      if (!is_auto)
        g_assert_cmpstr (fixture_step (self), ==, item->step->id);
      while (hih_run_get_item (self->run) != NULL)
        fixture_do (self);
      g_assert_cmpuint (hih_run_get_outcomes (self->run)->len, ==, n - i);
      g_assert_true (self->outcome.finished);
      g_assert_cmpuint (self->outcome.errors, ==, 1);
      g_assert_cmpint (self->outcome.duration_ms, >=, 1000);
      g_assert_true (hih_condition_holds (hih_lesson_get_goal (lesson), hih_phone_get_state (self->phone)));
    }
}

static void
test_resume_past_the_end (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_FOLLOW, FALSE, NULL);

  hih_run_start (self->run, 99);
  fixture_expect (self, " ended");
  g_assert_true (self->outcome.finished);
}

static void
test_back (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_GUIDED, TRUE, NULL);

  hih_run_start (self->run, 0);
  hih_run_back (self->run);
  g_assert_cmpstr (fixture_step (self), ==, "open-chat");
  fixture_do_until (self, "who");
  fixture_tap (self, "chat/ming"); /* one error, which stays counted */
  hih_run_back (self->run);
  g_assert_cmpstr (fixture_step (self), ==, "open-chat");
  g_assert_cmpstr (hih_phone_state_get_screen (hih_phone_get_state (self->phone)), ==, "home/main");
  fixture_do_until (self, "leave-message");
  hih_run_back (self->run); /* out of a trap: to the lesson's step before it */
  g_assert_cmpstr (fixture_step (self), ==, "write");
  while (hih_run_get_item (self->run) != NULL)
    fixture_do (self);
  g_assert_true (self->outcome.finished);
  g_assert_cmpuint (self->outcome.errors, ==, 1);
}

static void
test_duration_and_stop (void)
{
  g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, FALSE, NULL);

  self->auto_go = FALSE;
  hih_run_start (self->run, 0);
  fixture_wait (self, 3000);
  hih_run_set_paused (self->run, TRUE);
  fixture_wait (self, 3600000);
  hih_run_set_paused (self->run, FALSE);
  fixture_wait (self, 2000);
  fixture_tap (self, "home/chat");
  g_assert_cmpint (fixture_last (self)->duration_ms, ==, 5000);
  g_assert_cmpint (fixture_last (self)->support, ==, HIH_SUPPORT_ALONE);
  fixture_wait (self, 7000); /* being stored */
  hih_run_go_on (self->run);
  fixture_wait (self, 1000);
  g_string_set_size (self->log, 0);
  hih_run_stop (self->run);
  fixture_expect (self, " ended");
  g_assert_false (self->outcome.finished);
  g_assert_false (self->outcome.able_alone);
  g_assert_cmpint (self->outcome.duration_ms, ==, 6000);
  hih_run_stop (self->run);
  fixture_tap (self, "chat/fang");
  fixture_expect (self, "");
}

static void
test_able_rule (void)
{
  for (guint stage = 0; stage < HIH_N_STAGES; stage++)
    {
      for (guint errors = 0; errors < 4; errors++)
        {
          for (guint highest = 0; highest <= HIH_SUPPORT_DONE; highest++)
            g_assert_cmpint (hih_run_judge_able (stage, errors, highest), ==,
                             stage == HIH_STAGE_ALONE && errors < 2 && highest < 3);
        }
    }
}

/* The rule as a trainee meets it. */
static void
test_able_in_runs (void)
{
  static const struct
  {
    guint wanders;
    guint helps;
    gboolean able;
  } CASES[] = { { 0, 0, TRUE }, { 1, 0, TRUE }, { 2, 0, FALSE }, { 0, 2, TRUE }, { 0, 3, FALSE }, { 1, 1, TRUE },
                { 1, 2, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (Fixture) self = fixture_new (lesson, HIH_STAGE_ALONE, TRUE, NULL);

      hih_run_start (self->run, 0);
      for (guint j = 0; j < CASES[i].wanders; j++)
        {
          fixture_tap (self, "home/photos");
          fixture_tap (self, "system/back");
        }
      for (guint j = 0; j < CASES[i].helps; j++)
        hih_run_help (self->run);
      while (hih_run_get_item (self->run) != NULL)
        fixture_do (self);
      g_assert_cmpint (self->outcome.able_alone, ==, CASES[i].able);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lesson = fixture_load ();
  g_test_add_data_func ("/run/perfect/follow", GINT_TO_POINTER (HIH_STAGE_FOLLOW), test_perfect);
  g_test_add_data_func ("/run/perfect/guided", GINT_TO_POINTER (HIH_STAGE_GUIDED), test_perfect);
  g_test_add_data_func ("/run/perfect/alone", GINT_TO_POINTER (HIH_STAGE_ALONE), test_perfect);
  g_test_add_func ("/run/order-of-events", test_order_of_events);
  g_test_add_func ("/run/met-already", test_met_already);
  g_test_add_func ("/run/walked-off-while-stored", test_walked_off_while_stored);
  g_test_add_func ("/run/own-thing", test_own_thing);
  g_test_add_func ("/run/follow-elsewhere", test_follow_elsewhere);
  g_test_add_data_func ("/run/wander/guided", GINT_TO_POINTER (HIH_STAGE_GUIDED), test_wander);
  g_test_add_func ("/run/wander/over", test_wander_over);
  g_test_add_func ("/run/trap/try-again", test_try_again_in_trap);
  g_test_add_data_func ("/run/wander/alone", GINT_TO_POINTER (HIH_STAGE_ALONE), test_wander);
  g_test_add_func ("/run/back-by-oneself", test_back_by_oneself);
  g_test_add_func ("/run/on-the-way-elsewhere", test_on_the_way_elsewhere);
  g_test_add_func ("/run/place-from-elsewhere", test_place_from_elsewhere);
  g_test_add_func ("/run/asked-back", test_asked_back);
  g_test_add_data_func ("/run/protect/follow", GINT_TO_POINTER (HIH_STAGE_FOLLOW), test_protect);
  g_test_add_data_func ("/run/protect/guided", GINT_TO_POINTER (HIH_STAGE_GUIDED), test_protect);
  g_test_add_data_func ("/run/protect/alone", GINT_TO_POINTER (HIH_STAGE_ALONE), test_protect);
  g_test_add_func ("/run/near", test_near);
  g_test_add_func ("/run/goal-by-another-way", test_goal_by_another_way);
  g_test_add_func ("/run/goal-counts-only-alone", test_goal_counts_only_alone);
  g_test_add_func ("/run/trap", test_trap);
  g_test_add_data_func ("/run/resume/follow", GINT_TO_POINTER (HIH_STAGE_FOLLOW), test_resume);
  g_test_add_data_func ("/run/resume/guided", GINT_TO_POINTER (HIH_STAGE_GUIDED), test_resume);
  g_test_add_data_func ("/run/resume/alone", GINT_TO_POINTER (HIH_STAGE_ALONE), test_resume);
  g_test_add_func ("/run/resume-past-the-end", test_resume_past_the_end);
  g_test_add_func ("/run/back", test_back);
  g_test_add_func ("/run/duration-and-stop", test_duration_and_stop);
  g_test_add_func ("/run/able-rule", test_able_rule);
  g_test_add_func ("/run/able-in-runs", test_able_in_runs);
  result = g_test_run ();
  hih_lesson_unref (lesson);
  return result;
}
