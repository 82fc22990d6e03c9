/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much help is shown: the ladder 0-4, idling, the hand that shows, the fading. The rules stand in README.md. */
#include "config.h"

#include "hih-run-private.h"
#include "hih-step-kind.h"

#define MIN_IDLE_MS 10000
/* How long what the hand did stands before it is the trainee's turn. */
#define SHOWN_STANDS_MS 1500
/* How long a finger may lie on the glass that came while the hand was on its way. */
#define EAGER_MS 1500
/* Clean steps in a row until the errorless profile takes one level of help away. */
#define CLEAN_STEPS_TO_FADE 2

static gboolean
can_be_helped (HihRun *self)
{
  return self->active && hih_run_get_step (self)->kind->dup_gesture != NULL;
}

/* From far off, help begins with the way back. */
static void
bring_back_if_off (HihRun *self)
{
  if (!hih_run_is_off_way (self, hih_phone_get_state (self->phone)))
    return;
  hih_run_restore (self);
  hih_run_emit_feedback (self, HIH_FEEDBACK_BROUGHT_BACK, NULL, NULL);
}

static void
idle_cb (gpointer data)
{
  g_autoptr (HihRun) self = g_object_ref (HIH_RUN (data));

  self->idle_id = 0;
  if (!can_be_helped (self) || self->paused)
    return;
  if (self->acted && hih_run_get_step (self)->wait
      && hih_phone_state_get_next_due_ms (hih_phone_get_state (self->phone)) >= 0)
    {
      /* Waiting for the phone is not idling. */
      hih_run_note_activity (self);
      return;
    }
  self->helps++;
  bring_back_if_off (self);
  hih_run_climb (self);
}

/* Something was done: idling is counted from now. Once the hand has shown it, idling asks for no more. */
void
hih_run_note_activity (HihRun *self)
{
  hih_clock_clear_timeout (self->clock, &self->idle_id);
  if (!can_be_helped (self) || self->paused || self->show != HIH_SHOW_NONE || self->support >= HIH_SUPPORT_SHOWN)
    return;
  self->idle_id = hih_clock_add_timeout (self->clock, MAX (MIN_IDLE_MS, 2 * self->profile.median_step_ms), idle_cb, self);
}

/* Stops the hand and the idling. */
void
hih_run_clear_help (HihRun *self)
{
  hih_clock_clear_timeout (self->clock, &self->idle_id);
  hih_clock_clear_timeout (self->clock, &self->undo_id);
  g_clear_pointer (&self->shown, hih_gesture_free);
  self->show = HIH_SHOW_NONE;
}

/* What the hand did is kept: the step is done for the trainee. */
static void
keep_shown (HihRun *self)
{
  hih_run_clear_help (self);
  self->acted = TRUE;
  if (!hih_run_judge_state (self))
    hih_run_note_activity (self);
}

static void
undo_cb (gpointer data)
{
  g_autoptr (HihRun) self = g_object_ref (HIH_RUN (data));

  self->undo_id = 0;
  if (self->show != HIH_SHOW_STANDS)
    return;
  hih_run_clear_help (self);
  hih_run_restore (self);
  hih_run_note_activity (self);
}

static void
arm_undo (HihRun *self)
{
  hih_clock_clear_timeout (self->clock, &self->undo_id);
  self->undo_id = hih_clock_add_timeout (self->clock, SHOWN_STANDS_MS, undo_cb, self);
}

/* Has the hand show the step, from where the trainee stands or, when that does not lead there, from the checkpoint. */
void
hih_run_try_show (HihRun *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_auto (HihPerformance) performance = { HIH_PERFORM_STUCK };

      hih_run_clear_help (self);
      hih_performer_next (hih_run_get_step (self), self->apps, hih_phone_get_state (self->phone),
                          hih_phone_get_layout (self->phone), FALSE, &performance);
      switch (performance.kind)
        {
        case HIH_PERFORM_GESTURE:
          self->show = HIH_SHOW_MOVING;
          self->shown = hih_gesture_copy (performance.gesture);
          hih_run_emit_perform (self, performance.gesture);
          return;
        case HIH_PERFORM_WAIT:
          self->show = HIH_SHOW_WAITING;
          return;
        case HIH_PERFORM_DONE:
          hih_run_judge_state (self);
          return;
        case HIH_PERFORM_STUCK:
        default:
          if (hih_phone_state_equal (hih_phone_get_state (self->phone), self->checkpoint))
            return;
          hih_run_restore (self);
          hih_run_emit_feedback (self, HIH_FEEDBACK_BROUGHT_BACK, NULL, NULL);
          if (!self->active)
            return;
          break;
        }
    }
}

/* One level more. */
void
hih_run_climb (HihRun *self)
{
  guint index = self->index;

  if (!can_be_helped (self))
    return;
  if (self->support < HIH_SUPPORT_DONE)
    {
      self->support++;
      self->highest = MAX (self->highest, self->support);
      hih_run_emit_support (self);
      if (!self->active || self->index != index)
        return;
      if (self->support == HIH_SUPPORT_DONE && self->show == HIH_SHOW_STANDS)
        {
          keep_shown (self);
          return;
        }
      if (self->support >= HIH_SUPPORT_SHOWN && self->show == HIH_SHOW_NONE)
        {
          hih_run_try_show (self);
          return;
        }
    }
  else if (self->show == HIH_SHOW_NONE && !self->acted)
    {
      hih_run_try_show (self);
      return;
    }
  hih_run_note_activity (self);
}

void
hih_run_help (HihRun *self)
{
  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active)
    return;
  self->helps++;
  self->helps_asked++;
  if (self->show == HIH_SHOW_NONE)
    bring_back_if_off (self);
  hih_run_climb (self);
}

void
hih_run_show_me (HihRun *self)
{
  g_return_if_fail (HIH_IS_RUN (self));
  if (!can_be_helped (self) || self->show != HIH_SHOW_NONE)
    return;
  self->helps++;
  self->helps_asked++;
  bring_back_if_off (self);
  if (self->support >= HIH_SUPPORT_SHOWN)
    {
      hih_run_try_show (self);
      return;
    }
  self->support = HIH_SUPPORT_SHOWN - 1;
  hih_run_climb (self);
}

void
hih_run_performed (HihRun *self)
{
  g_autoptr (HihGesture) gesture = NULL;

  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active || self->show != HIH_SHOW_MOVING)
    return;
  gesture = g_steal_pointer (&self->shown);
  if (self->support < HIH_SUPPORT_DONE)
    self->show = HIH_SHOW_STANDS;
  self->busy++;
  hih_phone_act (self->phone, gesture);
  self->busy--;
  if (self->support >= HIH_SUPPORT_DONE)
    {
      keep_shown (self);
      return;
    }
  if (!self->paused)
    arm_undo (self);
}

void
hih_run_take_over (HihRun *self)
{
  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active || self->show == HIH_SHOW_STANDS)
    return;
  hih_run_clear_help (self);
  self->eager_until_ms = hih_clock_get_monotonic_ms (self->clock) + EAGER_MS;
  hih_run_note_activity (self);
}

gboolean
hih_run_take_eager (HihRun *self)
{
  gboolean eager = hih_clock_get_monotonic_ms (self->clock) < self->eager_until_ms;

  self->eager_until_ms = 0;
  return eager;
}

/* The pause began or ended: the two timers stop, or start anew. */
void
hih_run_pause_help (HihRun *self)
{
  hih_clock_clear_timeout (self->clock, &self->undo_id);
  hih_run_note_activity (self);
  if (!self->paused && self->show == HIH_SHOW_STANDS)
    arm_undo (self);
}

/* After a step: the errorless profile gives less help after clean steps, more after others. @was_worked: the trainee
 * did something for it; a step that was met from its start says nothing. */
void
hih_run_fade (HihRun *self, gboolean was_worked)
{
  HihSupport floor = self->stage == HIH_STAGE_FOLLOW   ? HIH_SUPPORT_POINTED
                     : self->stage == HIH_STAGE_GUIDED ? HIH_SUPPORT_NAMED
                                                       : HIH_SUPPORT_ALONE;

  if (!self->profile.errorless || !was_worked || hih_run_get_step (self)->kind->dup_gesture == NULL)
    return;
  if (self->errors > 0 || self->highest > self->start_support)
    {
      self->clean_steps = 0;
      self->start_support = MIN (self->start_support + 1, HIH_SUPPORT_POINTED);
    }
  else if (++self->clean_steps >= CLEAN_STEPS_TO_FADE)
    {
      self->clean_steps = 0;
      self->start_support = MAX ((int) floor, (int) self->start_support - 1);
    }
}
