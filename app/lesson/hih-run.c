/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run as an object: what it is made of, what it tells, what can be asked of it. */
#include "config.h"

#include "hih-run.h"
#include "hih-run-private.h"

#include "hih-step-kind.h"

enum
{
  STEP_STARTED,
  STEP_ENDED,
  SUPPORT_CHANGED,
  FEEDBACK,
  PERFORM,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihRun, hih_run, G_TYPE_OBJECT)

static void
hih_run_outcome_free (gpointer data)
{
  HihStepOutcome *outcome = data;

  g_strfreev ((char **) outcome->hits);
  g_free (outcome);
}

static void
hih_run_dispose (GObject *object)
{
  HihRun *self = HIH_RUN (object);

  if (self->phone != NULL)
    {
      hih_run_unwatch (self);
      hih_run_clear_help (self);
    }
  self->active = self->waiting = FALSE;
  g_clear_object (&self->phone);
  G_OBJECT_CLASS (hih_run_parent_class)->dispose (object);
}

static void
hih_run_finalize (GObject *object)
{
  HihRun *self = HIH_RUN (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_pointer (&self->checkpoint, hih_phone_state_unref);
  g_clear_pointer (&self->before_trap, hih_phone_state_unref);
  g_clear_pointer (&self->met_state, hih_phone_state_unref);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->shown, hih_gesture_free);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->plan, hih_plan_unref);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  G_OBJECT_CLASS (hih_run_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, HIH_TYPE_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
hih_run_class_init (HihRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hih_run_dispose;
  object_class->finalize = hih_run_finalize;
  signals[STEP_STARTED] = add_signal ("step-started", G_TYPE_UINT);
  signals[STEP_ENDED] = add_signal ("step-ended", G_TYPE_POINTER);
  signals[SUPPORT_CHANGED] = add_signal ("support-changed", G_TYPE_UINT);
  signals[FEEDBACK] = add_signal ("feedback", G_TYPE_POINTER);
  signals[PERFORM] = add_signal ("perform", G_TYPE_POINTER);
  signals[ENDED] = add_signal ("ended", G_TYPE_POINTER);
}

static void
hih_run_init (HihRun *self)
{
  self->hits = g_ptr_array_new_with_free_func (g_free);
  self->outcomes = g_ptr_array_new_with_free_func (hih_run_outcome_free);
  self->since_ms = -1;
}

static HihSupport
get_stage_support (HihStage stage)
{
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return HIH_SUPPORT_POINTED;
    case HIH_STAGE_GUIDED:
      return HIH_SUPPORT_NAMED;
    case HIH_STAGE_WATCH:
    case HIH_STAGE_ALONE:
    default:
      return HIH_SUPPORT_ALONE;
    }
}

/**
 * hih_run_new:
 * @stage: any but watch, which has no run
 * @phone: a phone with the lesson's own apps
 * @profile: (nullable): how this trainee wants to be helped; copied
 *
 * Returns: (transfer full): a run that waits for hih_run_start(). Main thread.
 */
HihRun *
hih_run_new (HihLesson *lesson, HihStage stage, gboolean with_traps, HihPhone *phone, const HihRunProfile *profile)
{
  HihRun *self;

  g_return_val_if_fail (lesson != NULL && HIH_IS_PHONE (phone), NULL);
  g_return_val_if_fail (stage != HIH_STAGE_WATCH, NULL);
  g_return_val_if_fail (hih_phone_get_apps (phone) == hih_lesson_get_apps (lesson), NULL);

  self = g_object_new (HIH_TYPE_RUN, NULL);
  self->lesson = hih_lesson_ref (lesson);
  self->plan = hih_plan_new (lesson, stage, with_traps);
  self->apps = hih_lesson_get_apps (lesson);
  self->phone = g_object_ref (phone);
  self->clock = g_object_ref (hih_phone_get_clock (phone));
  self->stage = stage;
  if (profile != NULL)
    self->profile = *profile;
  self->start_support = get_stage_support (stage);
  if (self->profile.errorless)
    self->start_support = MAX (self->start_support, HIH_SUPPORT_POINTED);
  return self;
}

void
hih_run_emit_feedback (HihRun *self, HihFeedbackKind kind, HihText *text, const char *target)
{
  HihFeedback feedback = { kind, text, target, self->highest };

  g_signal_emit (self, signals[FEEDBACK], 0, &feedback);
}

void
hih_run_emit_support (HihRun *self)
{
  g_signal_emit (self, signals[SUPPORT_CHANGED], 0, (guint) self->support);
}

void
hih_run_emit_perform (HihRun *self, const HihGesture *gesture)
{
  g_signal_emit (self, signals[PERFORM], 0, gesture);
}

void
hih_run_emit_started (HihRun *self)
{
  g_signal_emit (self, signals[STEP_STARTED], 0, self->index);
}

void
hih_run_emit_ended_step (HihRun *self, const HihStepOutcome *outcome)
{
  g_signal_emit (self, signals[STEP_ENDED], 0, outcome);
}

void
hih_run_emit_ended (HihRun *self, const HihRunOutcome *outcome)
{
  g_signal_emit (self, signals[ENDED], 0, outcome);
}

const HihStep *
hih_run_get_step (HihRun *self)
{
  return hih_plan_get_item (self->plan, self->index)->step;
}

HihStage
hih_run_get_stage (HihRun *self)
{
  return self->stage;
}

HihPlan *
hih_run_get_plan (HihRun *self)
{
  return self->plan;
}

guint
hih_run_get_index (HihRun *self)
{
  return self->index;
}

const HihPlanItem *
hih_run_get_item (HihRun *self)
{
  return self->active || self->waiting ? hih_plan_get_item (self->plan, self->index) : NULL;
}

HihSupport
hih_run_get_support (HihRun *self)
{
  return self->support;
}

gboolean
hih_run_is_waiting_for_word (HihRun *self)
{
  const HihStep *step = self->active ? hih_run_get_step (self) : NULL;

  return step != NULL && step->kind->dup_gesture == NULL && step->until == NULL;
}

gboolean
hih_run_is_step_met (HihRun *self)
{
  return self->waiting;
}

gboolean
hih_run_is_in_step (HihRun *self)
{
  return self->active;
}

gboolean
hih_run_is_moving (HihRun *self)
{
  return !self->ended && (self->idle_id != 0 || self->show != HIH_SHOW_NONE || self->waiting);
}

GPtrArray *
hih_run_get_outcomes (HihRun *self)
{
  return self->outcomes;
}

/**
 * hih_run_judge_able:
 *
 * The one rule of "able alone".
 *
 * Returns: whether a finished run with so many errors and this highest support level shows it
 */
gboolean
hih_run_judge_able (HihStage stage, guint errors, HihSupport highest)
{
  return stage == HIH_STAGE_ALONE && errors <= 1 && highest <= HIH_SUPPORT_POINTED;
}
