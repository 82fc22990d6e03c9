/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan and the performer. */
#include "config.h"

#include "lesson-fixture.h"

static void
test_plan (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (HihPlan) bare = hih_plan_new (lesson, HIH_STAGE_ALONE, FALSE);
  g_autoptr (HihPlan) follow = hih_plan_new (lesson, HIH_STAGE_FOLLOW, TRUE);
  g_autoptr (HihPlan) alone = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);
  const HihPlanItem *item;

  g_assert_cmpuint (hih_plan_get_n_items (bare), ==, 7);
  g_assert_cmpuint (hih_plan_get_n_items (follow), ==, 7);
  g_assert_cmpuint (hih_plan_get_n_items (alone), ==, 9);
  item = hih_plan_get_item (alone, 3);
  g_assert_cmpstr (item->step->id, ==, "give-up");
  g_assert_true (item->trap_starts);
  g_assert_false (item->trap_ends);
  g_assert_cmpuint (item->lesson_index, ==, 3);
  item = hih_plan_get_item (alone, 4);
  g_assert_false (item->trap_starts);
  g_assert_true (item->trap_ends);
  item = hih_plan_get_item (alone, 5);
  g_assert_cmpstr (item->step->id, ==, "video");
  g_assert_null (item->trap);
  g_assert_cmpuint (item->lesson_index, ==, 3);
  g_assert_null (hih_plan_get_item (alone, 9));
}

/* Alone shows what was not seen yet, then what was seen longest ago; never the one it was taught in, if there is another. */
static void
test_choose_layout (void)
{
  static const struct
  {
    HihStage stage;
    guint round;
    const char *seen[4];
    const char *layout;
  } CASES[] = {
    { HIH_STAGE_FOLLOW, 0, { NULL }, "a" },
    { HIH_STAGE_GUIDED, 0, { "b", "a", NULL }, "a" },
    { HIH_STAGE_ALONE, 0, { NULL }, "b" },
    { HIH_STAGE_ALONE, 0, { "a", NULL }, "b" },
    { HIH_STAGE_ALONE, 1, { "b", "a", NULL }, "c" },
    /* Another day, a re-check: c was never shown. */
    { HIH_STAGE_ALONE, 0, { "b", "a", NULL }, "c" },
    { HIH_STAGE_ALONE, 0, { "a", "b", NULL }, "c" },
    { HIH_STAGE_ALONE, 0, { "c", "b", "a", NULL }, "b" },
    { HIH_STAGE_ALONE, 0, { "b", "c", "a", NULL }, "c" },
    { HIH_STAGE_ALONE, 1, { "c", "b", "a", NULL }, "b" },
    /* A guest, of whom nothing is kept. */
    { HIH_STAGE_ALONE, 1, { NULL }, "c" },
    { HIH_STAGE_ALONE, 2, { NULL }, "b" },
  };
  g_autoptr (HihLesson) lesson = fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpstr (hih_plan_choose_layout (lesson, CASES[i].stage, CASES[i].round, CASES[i].seen), ==, CASES[i].layout);
  g_assert_cmpstr (hih_plan_choose_layout (lesson, HIH_STAGE_ALONE, 1, NULL), ==, "c");
}

static void
test_perform (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);

  for (const char *const *layout = hih_lesson_get_layouts (lesson); *layout != NULL; layout++)
    {
      g_autofree char *reason = NULL;
      g_autoptr (HihPhoneState) end = hih_performer_state_at (plan, 9, *layout, &reason);
      g_autoptr (HihPhoneState) again = hih_performer_state_at (plan, 9, *layout, NULL);

      g_assert_cmpstr (reason, ==, NULL);
      g_assert_nonnull (end);
      g_assert_true (hih_condition_holds (hih_lesson_get_goal (lesson), end));
      g_assert_true (hih_phone_state_equal (end, again));
      /* What the trap did is undone. */
      g_assert_cmpstr (hih_phone_state_get (end, "chat.message"), ==, "no");
      g_assert_cmpstr (hih_phone_state_get (end, "chat.volume"), ==, "8");
    }
}

static void
test_next (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_FOLLOW, FALSE);
  HihAppSet *apps = hih_lesson_get_apps (lesson);
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, 3, HIH_LAYOUT_B, NULL);
  g_autoptr (HihPhoneState) dialling = NULL;
  g_autoptr (HihPhoneState) talking = NULL;
  g_auto (HihPerformance) gesture = { HIH_PERFORM_STUCK };
  g_auto (HihPerformance) wait = { HIH_PERFORM_STUCK };
  g_auto (HihPerformance) done = { HIH_PERFORM_STUCK };
  g_auto (HihPerformance) stuck = { HIH_PERFORM_STUCK };
  g_auto (HihPerformance) look = { HIH_PERFORM_STUCK };

  hih_performer_next (hih_lesson_get_step (lesson, 3), apps, state, HIH_LAYOUT_B, FALSE, &gesture);
  g_assert_cmpint (gesture.kind, ==, HIH_PERFORM_GESTURE);
  g_assert_cmpint (gesture.gesture->kind, ==, HIH_GESTURE_TAP);
  g_assert_cmpstr (gesture.gesture->target, ==, "chat/video");

  dialling = hih_brain_apply (apps, state, gesture.gesture, NULL);
  hih_performer_next (hih_lesson_get_step (lesson, 3), apps, dialling, HIH_LAYOUT_B, TRUE, &wait);
  g_assert_cmpint (wait.kind, ==, HIH_PERFORM_WAIT);
  g_assert_cmpint (wait.wait_ms, ==, 4000);

  talking = hih_brain_advance (apps, dialling, wait.wait_ms, NULL);
  hih_performer_next (hih_lesson_get_step (lesson, 3), apps, talking, HIH_LAYOUT_B, TRUE, &done);
  g_assert_cmpint (done.kind, ==, HIH_PERFORM_DONE);
  hih_performer_next (hih_lesson_get_step (lesson, 4), apps, talking, HIH_LAYOUT_B, FALSE, &look);
  g_assert_cmpint (look.kind, ==, HIH_PERFORM_DONE);

  hih_performer_next (hih_lesson_get_step (lesson, 0), apps, talking, HIH_LAYOUT_B, FALSE, &stuck);
  g_assert_cmpint (stuck.kind, ==, HIH_PERFORM_STUCK);
  g_assert_cmpstr (stuck.reason, ==, "home/chat is not on the screen chat/call");
}

static void
test_find_way (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_FOLLOW, FALSE);
  HihAppSet *apps = hih_lesson_get_apps (lesson);
  g_autoptr (HihPhoneState) talk = hih_performer_state_at (plan, 2, HIH_LAYOUT_A, NULL);

  g_assert_cmpstr (hih_performer_find_way (apps, talk, HIH_LAYOUT_A, "chat/video"), ==, "chat/video");
  g_assert_cmpstr (hih_performer_find_way (apps, talk, HIH_LAYOUT_A, "chat/ming"), ==, "system/back");
  g_assert_cmpstr (hih_performer_find_way (apps, talk, HIH_LAYOUT_A, "home/photos"), ==, "system/home");
  g_assert_cmpstr (hih_performer_find_way (apps, talk, HIH_LAYOUT_A, "chat/end"), ==, NULL);
  g_assert_cmpstr (hih_performer_find_way (apps, talk, HIH_LAYOUT_A, "system/power"), ==, "system/power");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/plan", test_plan);
  g_test_add_func ("/lesson/plan/choose-layout", test_choose_layout);
  g_test_add_func ("/lesson/performer/perform", test_perform);
  g_test_add_func ("/lesson/performer/next", test_next);
  g_test_add_func ("/lesson/performer/find-way", test_find_way);
  return g_test_run ();
}
