/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a run: its steps begin, end, wait to be stored, and go on. */
#include "config.h"

#include "hih-run-private.h"
#include "hih-step-kind.h"

static void
set_phone_state (HihRun *self, HihPhoneState *state)
{
  self->busy++;
  hih_phone_set_state (self->phone, state);
  self->busy--;
}

static void
set_state_field (HihPhoneState **field, HihPhoneState *state)
{
  HihPhoneState *old = *field;

  *field = state != NULL ? hih_phone_state_ref (state) : NULL;
  g_clear_pointer (&old, hih_phone_state_unref);
}

/* The checkpoint of this step returns. */
void
hih_run_restore (HihRun *self)
{
  self->acted = FALSE;
  self->touched = FALSE;
  self->off_way = 0;
  set_phone_state (self, self->checkpoint);
}

/* Takes the present stretch of work into account. */
static void
stop_stretch (HihRun *self)
{
  if (self->since_ms >= 0)
    self->spent_ms += hih_clock_get_monotonic_ms (self->clock) - self->since_ms;
  self->since_ms = -1;
}

static void
finish (HihRun *self, gboolean finished)
{
  HihRunOutcome outcome;

  self->active = self->waiting = FALSE;
  self->ended = TRUE;
  hih_run_unwatch (self);
  hih_run_clear_help (self);
  outcome.finished = finished;
  outcome.errors = self->total_errors;
  outcome.highest = self->total_highest;
  outcome.duration_ms = self->total_ms;
  outcome.able_alone = finished && hih_run_judge_able (self->stage, outcome.errors, outcome.highest);
  hih_run_emit_ended (self, &outcome);
}

static void
emit_step_ended (HihRun *self)
{
  const HihPlanItem *item = hih_plan_get_item (self->plan, self->index);
  HihStepOutcome *outcome = g_new0 (HihStepOutcome, 1);

  outcome->index = self->index;
  outcome->step_id = item->step->id;
  if (item->trap != NULL)
    {
      outcome->trap_id = item->trap->id;
      outcome->trap_kind = item->trap->kind;
      outcome->recovered = item->trap_ends;
      outcome->slipped = self->slipped || (item->trap_ends && self->slip != NULL);
    }
  outcome->support = self->highest;
  outcome->errors = self->errors;
  outcome->nears = self->nears;
  outcome->helps = self->helps;
  outcome->helps_asked = self->helps_asked;
  outcome->duration_ms = self->spent_ms;
  g_ptr_array_add (self->hits, NULL);
  outcome->hits = (const char *const *) g_ptr_array_free (self->hits, FALSE);
  self->hits = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->outcomes, outcome);
  self->total_ms += self->spent_ms;
  self->spent_ms = 0;
  self->total_highest = MAX (self->total_highest, self->highest);
  hih_run_emit_ended_step (self, outcome);
}

/* The step is met: @kind is what the page is told. Nothing may follow a call: a listener may have gone on already. */
void
hih_run_end_step (HihRun *self, HihFeedbackKind kind)
{
  const HihPlanItem *item = hih_plan_get_item (self->plan, self->index);
  HihText *text = item->step->why;

  hih_run_clear_help (self);
  stop_stretch (self);
  self->active = FALSE;
  self->waiting = TRUE;
  self->touched = FALSE;
  set_state_field (&self->met_state, hih_phone_get_state (self->phone));
  hih_run_fade (self, self->spent_ms > 0 || self->acted);
  if (item->trap_ends && kind == HIH_FEEDBACK_STEP_MET)
    kind = HIH_FEEDBACK_RECOVERED;
  if (kind == HIH_FEEDBACK_RECOVERED)
    text = self->slip != NULL ? self->slip->tell : item->trap->tell;
  else if (kind == HIH_FEEDBACK_GOAL_MET)
    text = hih_lesson_get_goal_done (self->lesson);
  hih_run_emit_feedback (self, kind, text, NULL);
  if (!self->ended)
    emit_step_ended (self);
}

static void
reset_step (HihRun *self)
{
  self->support = self->highest = self->start_support;
  self->errors = self->nears = self->helps = self->helps_asked = self->nexts = self->off_way = 0;
  self->acted = self->touched = self->slipped = FALSE;
  self->spent_ms = 0;
  self->since_ms = -1;
  g_ptr_array_set_size (self->hits, 0);
  g_clear_pointer (&self->met_state, hih_phone_state_unref);
}

/* The goal came true: what remains is done, traps need not strike. */
static void
end_remaining (HihRun *self)
{
  while (hih_plan_get_item (self->plan, self->index) != NULL
         && hih_plan_get_item (self->plan, self->index)->trap != NULL)
    self->index++;
  if (hih_plan_get_item (self->plan, self->index) == NULL)
    {
      finish (self, TRUE);
      return;
    }
  reset_step (self);
  self->support = self->highest = HIH_SUPPORT_ALONE;
  self->waiting = TRUE;
  emit_step_ended (self);
}

static void
begin_item (HihRun *self, guint index)
{
  const HihPlanItem *item;

  self->index = index;
  if (self->goal_met)
    {
      end_remaining (self);
      return;
    }
  item = hih_plan_get_item (self->plan, index);
  if (item == NULL)
    {
      finish (self, TRUE);
      return;
    }
  reset_step (self);
  if (item->trap_starts)
    {
      self->slip = NULL;
      set_state_field (&self->before_trap, hih_phone_get_state (self->phone));
      self->busy++;
      hih_phone_run_effects (self->phone, item->trap->effects);
      self->busy--;
    }
  set_state_field (&self->checkpoint, hih_phone_get_state (self->phone));
  self->active = TRUE;
  if (!self->paused)
    self->since_ms = hih_clock_get_monotonic_ms (self->clock);
  hih_run_emit_started (self);
  if (!self->active || self->index != index)
    return;
  hih_run_emit_support (self);
  if (item->trap_starts)
    hih_run_emit_feedback (self, HIH_FEEDBACK_TRAP, item->trap->say, NULL);
  if (!self->active || self->index != index || hih_run_judge_state (self))
    return;
  hih_run_note_activity (self);
}

/* Puts the phone where item @index begins, also in the middle of a trap. */
static guint
go_to (HihRun *self, guint index)
{
  const char *layout = hih_phone_get_layout (self->phone);
  const HihPlanItem *item = hih_plan_get_item (self->plan, index);
  g_autoptr (HihPhoneState) state = hih_performer_state_at (self->plan, index, layout, NULL);

  g_clear_pointer (&self->before_trap, hih_phone_state_unref);
  if (state == NULL)
    {
      /* The performer is stuck on the way there (the validator would have told): begin at the beginning. */
      state = hih_lesson_dup_start_state (self->lesson);
      index = 0;
    }
  else if (item != NULL && item->trap != NULL && !item->trap_starts)
    {
      guint first = index;

      while (!hih_plan_get_item (self->plan, first)->trap_starts)
        first--;
      self->before_trap = hih_performer_state_at (self->plan, first, layout, NULL);
    }
  set_phone_state (self, state);
  return index;
}

/**
 * hih_run_set_earlier:
 * @errors: of the steps done before this run was taken up again
 * @highest: of them
 * @duration_ms: of them
 *
 * What the records know of the earlier part of a run that resumes: it counts for the outcome of the whole.
 */
void
hih_run_set_earlier (HihRun *self, guint errors, HihSupport highest, gint64 duration_ms)
{
  g_return_if_fail (HIH_IS_RUN (self) && !self->started);
  self->total_errors = errors;
  self->total_highest = highest;
  self->total_ms = duration_ms;
}

/**
 * hih_run_start:
 * @index: 0 for a fresh run, the saved plan item when resuming
 */
void
hih_run_start (HihRun *self, guint index)
{
  g_return_if_fail (HIH_IS_RUN (self) && !self->started);
  self->started = TRUE;
  hih_run_find_ways (self);
  hih_run_watch (self);
  begin_item (self, go_to (self, MIN (index, hih_plan_get_n_items (self->plan))));
}

void
hih_run_go_on (HihRun *self)
{
  const HihPlanItem *item;

  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->waiting)
    return;
  self->waiting = FALSE;
  item = hih_plan_get_item (self->plan, self->index);
  if (item->trap_ends && self->before_trap != NULL)
    {
      set_phone_state (self, self->before_trap);
      g_clear_pointer (&self->before_trap, hih_phone_state_unref);
    }
  else if (self->touched && self->met_state != NULL
           && hih_run_is_off_way (self, hih_phone_get_state (self->phone)))
    set_phone_state (self, self->met_state); /* walked off while the step was being stored */
  begin_item (self, self->index + 1);
}

void
hih_run_next (HihRun *self)
{
  const HihPlanItem *item;
  g_autoptr (HihPhoneState) state = NULL;

  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active)
    return;
  if (hih_run_is_waiting_for_word (self))
    {
      self->acted = TRUE;
      hih_run_judge_state (self);
      return;
    }
  if (self->support < HIH_SUPPORT_DONE || ++self->nexts < 2)
    return;
  item = hih_plan_get_item (self->plan, self->index);
  state = hih_performer_perform (self->plan, self->index, item->trap_starts ? self->before_trap : self->checkpoint,
                                 hih_phone_get_layout (self->phone), NULL);
  if (state != NULL)
    set_phone_state (self, state);
  hih_run_end_step (self, HIH_FEEDBACK_STEP_MET);
}

void
hih_run_repeat (HihRun *self)
{
  gboolean off;

  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active)
    return;
  off = hih_run_is_off_way (self, hih_phone_get_state (self->phone));
  hih_run_clear_help (self);
  hih_run_restore (self);
  if (off)
    hih_run_emit_feedback (self, HIH_FEEDBACK_BROUGHT_BACK, NULL, NULL);
  hih_run_note_activity (self);
}

void
hih_run_back (HihRun *self)
{
  const HihPlanItem *item;
  guint wanted, index = 0;

  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->active && !self->waiting)
    return;
  item = hih_plan_get_item (self->plan, self->index);
  wanted = item->lesson_index > 0 ? item->lesson_index - 1 : 0;
  for (guint i = 0; i < hih_plan_get_n_items (self->plan); i++)
    {
      const HihPlanItem *other = hih_plan_get_item (self->plan, i);

      if (other->trap == NULL && other->lesson_index == wanted)
        index = i;
    }
  hih_run_clear_help (self);
  if (self->active)
    {
      stop_stretch (self);
      self->total_ms += self->spent_ms;
      self->total_highest = MAX (self->total_highest, self->highest);
    }
  self->active = self->waiting = FALSE;
  self->goal_met = FALSE;
  begin_item (self, go_to (self, index));
}

void
hih_run_set_paused (HihRun *self, gboolean paused)
{
  g_return_if_fail (HIH_IS_RUN (self));
  if (self->paused == paused || self->ended)
    return;
  self->paused = paused;
  hih_phone_set_paused (self->phone, paused);
  if (!self->active)
    return;
  if (paused)
    stop_stretch (self);
  else
    self->since_ms = hih_clock_get_monotonic_ms (self->clock);
  hih_run_pause_help (self);
}

void
hih_run_stop (HihRun *self)
{
  g_return_if_fail (HIH_IS_RUN (self));
  if (!self->started || self->ended)
    return;
  if (self->active)
    {
      stop_stretch (self);
      self->total_ms += self->spent_ms;
      self->total_highest = MAX (self->total_highest, self->highest);
    }
  finish (self, FALSE);
}
