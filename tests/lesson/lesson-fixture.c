/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See lesson-fixture.h. */
#include "config.h"

#include <string.h>

#include "lesson-fixture.h"

char *
fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "lesson", "data", name, NULL);
}

char *
fixture_lessons_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "lessons", name, NULL);
}

void
fixture_print_issues (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (issues->pdata[i]);

      g_test_message ("%s", text);
    }
}

HihLesson *
fixture_load (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *apps = fixture_path ("apps");
  HihLesson *lesson = hih_lesson_load (path, apps, issues);

  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_nonnull (lesson);
  return lesson;
}

static void
step_started_cb (HihRun *run, guint index, Fixture *self)
{
  g_string_append_printf (self->log, " start:%s", fixture_step (self));
}

static void
step_ended_cb (HihRun *run, const HihStepOutcome *outcome, Fixture *self)
{
  g_string_append_printf (self->log, " end:%s", outcome->step_id);
  if (self->auto_go)
    hih_run_go_on (run);
}

static void
support_cb (HihRun *run, guint level, Fixture *self)
{
  g_string_append_printf (self->log, " %u", level);
}

static void
feedback_cb (HihRun *run, const HihFeedback *feedback, Fixture *self)
{
  static const char *const NAMES[] = { "met", "named", "near", "wandered", "brought-back", "protected", "trap",
                                       "recovered", "goal" };

  g_string_append_printf (self->log, " %s", NAMES[feedback->kind]);
  if (feedback->kind == HIH_FEEDBACK_NAMED)
    g_string_append_printf (self->log, "(%s)", hih_text_get (feedback->text, NULL));
}

static void
perform_cb (HihRun *run, const HihGesture *gesture, Fixture *self)
{
  g_clear_pointer (&self->performed, hih_gesture_free);
  self->performed = hih_gesture_copy (gesture);
  g_string_append (self->log, " perform");
}

static void
ended_cb (HihRun *run, const HihRunOutcome *outcome, Fixture *self)
{
  self->outcome = *outcome;
  g_string_append (self->log, " ended");
}

Fixture *
fixture_new (HihLesson *lesson, HihStage stage, gboolean with_traps, const HihRunProfile *profile)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->lesson = hih_lesson_ref (lesson);
  self->clock = hih_virtual_clock_new (0);
  self->phone = hih_phone_new (hih_lesson_get_apps (lesson), HIH_LAYOUT_A, self->clock);
  self->run = hih_run_new (lesson, stage, with_traps, self->phone, profile);
  self->log = g_string_new (NULL);
  self->auto_go = TRUE;
  g_signal_connect (self->run, "step-started", G_CALLBACK (step_started_cb), self);
  g_signal_connect (self->run, "step-ended", G_CALLBACK (step_ended_cb), self);
  g_signal_connect (self->run, "support-changed", G_CALLBACK (support_cb), self);
  g_signal_connect (self->run, "feedback", G_CALLBACK (feedback_cb), self);
  g_signal_connect (self->run, "perform", G_CALLBACK (perform_cb), self);
  g_signal_connect (self->run, "ended", G_CALLBACK (ended_cb), self);
  return self;
}

void
fixture_free (Fixture *self)
{
  g_signal_handlers_disconnect_by_data (self->run, self);
  g_object_unref (self->run);
  g_object_unref (self->phone);
  g_object_unref (self->clock);
  hih_lesson_unref (self->lesson);
  g_clear_pointer (&self->performed, hih_gesture_free);
  g_string_free (self->log, TRUE);
  g_free (self);
}

void
fixture_gesture (Fixture *self, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);

  hih_phone_act (self->phone, gesture);
}

void
fixture_tap (Fixture *self, const char *target)
{
  fixture_gesture (self, HIH_GESTURE_TAP, target, NULL);
}

void
fixture_wait (Fixture *self, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (self->clock), ms);
}

void
fixture_do (Fixture *self)
{
  guint n = hih_run_get_outcomes (self->run)->len;
  gboolean acted = FALSE;

  for (guint i = 0; hih_run_get_outcomes (self->run)->len == n; i++)
    {
      g_auto (HihPerformance) performance = { HIH_PERFORM_STUCK };
      const HihPlanItem *item = hih_run_get_item (self->run);

      g_assert_nonnull (item);
      g_assert_cmpuint (i, <, 20);
      if (hih_run_is_waiting_for_word (self->run))
        {
          hih_run_next (self->run);
          continue;
        }
      hih_performer_next (item->step, hih_lesson_get_apps (self->lesson), hih_phone_get_state (self->phone),
                          HIH_LAYOUT_A, acted, &performance);
      g_assert_cmpstr (performance.reason, ==, NULL);
      if (performance.kind == HIH_PERFORM_GESTURE)
        {
          acted = TRUE;
          hih_phone_act (self->phone, performance.gesture);
        }
      else if (performance.kind == HIH_PERFORM_WAIT)
        fixture_wait (self, performance.wait_ms);
    }
}

void
fixture_do_until (Fixture *self, const char *step_id)
{
  while (g_strcmp0 (fixture_step (self), step_id) != 0)
    fixture_do (self);
}

const HihStepOutcome *
fixture_last (Fixture *self)
{
  GPtrArray *outcomes = hih_run_get_outcomes (self->run);

  g_assert_cmpuint (outcomes->len, >, 0);
  return outcomes->pdata[outcomes->len - 1];
}

const char *
fixture_step (Fixture *self)
{
  const HihPlanItem *item = hih_run_get_item (self->run);

  return item != NULL ? item->step->id : NULL;
}

char *
fixture_replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}
