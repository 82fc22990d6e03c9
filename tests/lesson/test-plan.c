/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan and the performer. */
#include "config.h"

#include "hih-catalogue.h"
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

typedef struct
{
  HihAppSet *apps;
  const char *layout;
  char *again; /* (nullable): what could be put off */
  HihGesture *gesture;
} Impatience;

/* Whoever sees nothing happen touches once more, half way through the wait. */
static gboolean
touch_again_cb (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  Impatience *self = data;
  g_autoptr (HihPhoneState) half = NULL, touched = NULL;

  if (performance->kind == HIH_PERFORM_GESTURE)
    {
      g_clear_pointer (&self->gesture, hih_gesture_free);
      self->gesture = hih_gesture_copy (performance->gesture);
    }
  if (performance->kind != HIH_PERFORM_WAIT || self->gesture == NULL || self->gesture->target == NULL)
    return TRUE;
  half = hih_brain_advance (self->apps, state, performance->wait_ms / 2, NULL);
  if (!hih_performer_can_reach (self->apps, half, self->layout, self->gesture->target))
    return TRUE;
  touched = hih_brain_apply (self->apps, half, self->gesture, NULL);
  if (hih_phone_state_get_next_due_ms (touched) > performance->wait_ms - performance->wait_ms / 2)
    {
      g_free (self->again);
      self->again = g_strdup (self->gesture->target);
    }
  return TRUE;
}

/* In our lessons it must not put off for ever what one waits for. */
static void
test_impatient (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *dir = fixture_lessons_path (".");
  g_autoptr (HihCatalogue) catalogue = hih_catalogue_load (dir, issues);

  g_assert_nonnull (catalogue);
  g_assert_nonnull (hih_catalogue_get_first (catalogue));
  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);
      HihPhoneState *state = hih_lesson_dup_start_state (lesson);
      g_autoptr (HihPhoneState) before_trap = NULL;

      for (guint i = 0; i < hih_plan_get_n_items (plan); i++)
        {
          Impatience impatience = { .apps = hih_lesson_get_apps (lesson), .layout = HIH_LAYOUT_A };
          HihPhoneState *next = hih_performer_go_on (plan, i, state, &before_trap, HIH_LAYOUT_A, touch_again_cb, &impatience, NULL);

          g_assert_nonnull (next);
          if (impatience.again != NULL)
            g_test_fail_printf ("%s, %s: touching %s again puts off what one waits for", hih_lesson_get_id (lesson),
                                hih_plan_get_item (plan, i)->step->id, impatience.again);
          hih_phone_state_unref (state);
          state = next;
          g_free (impatience.again);
          g_clear_pointer (&impatience.gesture, hih_gesture_free);
        }
      hih_phone_state_unref (state);
    }
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
  g_test_add_func ("/lesson/performer/impatient", test_impatient);
  return g_test_run ();
}
