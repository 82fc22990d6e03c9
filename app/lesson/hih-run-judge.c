/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture, or time, was worth: met, named, off the way, protected. The rules stand in README.md. */
#include "config.h"

#include "hih-run-private.h"
#include "hih-step-kind.h"

#define MAX_SCREENS_OFF 2
/* A record is no place for a hundred stray taps. */
#define MAX_HITS 50

static gboolean
only_looks_remain (HihRun *self)
{
  for (guint i = self->index + 1; i < hih_plan_get_n_items (self->plan); i++)
    {
      const HihPlanItem *item = hih_plan_get_item (self->plan, i);

      if (item->trap != NULL || item->step->kind->dup_gesture != NULL)
        return FALSE;
    }
  return TRUE;
}

/* Ends the step if the phone's state meets it. TRUE: it did, and nothing may follow (see hih_run_end_step()). */
gboolean
hih_run_judge_state (HihRun *self)
{
  const HihPlanItem *item;
  const HihStep *step;
  HihPhoneState *state;
  gboolean met, is_look, goal = FALSE;

  if (!self->active || self->show == HIH_SHOW_STANDS)
    return FALSE;
  item = hih_plan_get_item (self->plan, self->index);
  step = item->step;
  is_look = step->kind->dup_gesture == NULL;
  state = hih_phone_get_state (self->phone);
  /* Alone says only the goal, so its look steps cannot be asked for; those of a trap are the way out of it. */
  met = step->until != NULL ? hih_condition_holds (step->until, state)
                            : self->acted || (is_look && self->stage == HIH_STAGE_ALONE && item->trap == NULL);
  if (self->stage == HIH_STAGE_ALONE && item->trap == NULL)
    {
      goal = hih_condition_holds (hih_lesson_get_goal (self->lesson), state);
      /* A goal that holds from the start has not been reached by anybody. */
      if (!goal)
        self->goal_was_false = TRUE;
      goal = goal && self->goal_was_false;
    }
  if (goal && !(met && only_looks_remain (self)))
    {
      self->goal_met = TRUE;
      hih_run_end_step (self, HIH_FEEDBACK_GOAL_MET);
      return TRUE;
    }
  if (met)
    hih_run_end_step (self, HIH_FEEDBACK_STEP_MET);
  return met;
}

static void
add_error (HihRun *self)
{
  self->errors++;
  self->total_errors++;
}

static gboolean
is_element (const char *target)
{
  return target != NULL && *target != '\0' && !g_str_has_suffix (target, "/");
}

static void
add_hit (HihRun *self, const char *target)
{
  if (is_element (target) && self->hits->len < MAX_HITS)
    g_ptr_array_add (self->hits, g_strdup (target));
}

/* Something was nearly given away. It is no error, and what is taken back afterwards is remembered all the same.
 * @before: (nullable); TRUE: it was by what has happened since */
static gboolean
note_slip (HihRun *self, HihPhoneState *before)
{
  const HihTrap *trap = hih_plan_get_item (self->plan, self->index)->trap;
  HihPhoneState *state = hih_phone_get_state (self->phone);
  gboolean is_new = FALSE;

  for (guint i = 0; trap != NULL && i < trap->slips->len; i++)
    {
      const HihSlip *slip = trap->slips->pdata[i];

      if (!hih_condition_holds (slip->when, state))
        continue;
      self->slipped |= !hih_condition_holds (slip->when, self->checkpoint);
      if (self->slip == NULL)
        self->slip = slip;
      is_new |= before != NULL && !hih_condition_holds (slip->when, before);
    }
  return is_new;
}

/* "This is the camera": the element's title as it stood on the screen. */
static void
name_it (HihRun *self, const HihGesture *gesture, HihPhoneState *before)
{
  const char *layout = hih_phone_get_layout (self->phone);
  g_autoptr (HihScene) scene = NULL;
  HihSceneNode *node;
  HihElement *element;
  HihText *title = NULL;

  if (!is_element (gesture->target))
    return;
  scene = hih_scene_new (self->apps, before, layout);
  node = hih_scene_find (scene, gesture->target);
  element = node != NULL ? node->element : hih_app_set_find_element (self->apps, gesture->target);
  if (node != NULL)
    title = node->title;
  if (title == NULL && element != NULL)
    title = hih_element_get_title (element, layout);
  hih_run_emit_feedback (self, HIH_FEEDBACK_NAMED, title, gesture->target);
}

/* Follow: a gesture elsewhere says what the thing is and undoes itself. */
static void
judge_in_follow (HihRun *self, const HihGesture *gesture, HihPhoneState *before, HihPhoneState *after)
{
  if (g_strcmp0 (hih_phone_state_get_screen (after), hih_phone_state_get_screen (self->checkpoint)) != 0)
    add_error (self);
  hih_run_restore (self);
  name_it (self, gesture, before);
  hih_run_climb (self);
}

/* Whoever goes back, or does an earlier step again to come here, is looking for the way. */
static gboolean
is_looking_for_way (HihRun *self, const HihGesture *gesture)
{
  if (g_strcmp0 (gesture->target, "system/back") == 0 || g_strcmp0 (gesture->target, "system/home") == 0)
    return TRUE;
  for (guint i = 0; i < self->index; i++)
    {
      if (g_strcmp0 (hih_plan_get_item (self->plan, i)->step->target, gesture->target) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Guided and Alone: one may walk on; two screens off the way in a row, or changing something there, bring back. */
static void
judge_walk (HihRun *self, const HihGesture *gesture, HihPhoneState *before, HihPhoneState *after)
{
  gboolean stays = g_strcmp0 (hih_run_get_place (before), hih_run_get_place (after)) == 0;

  if (!hih_run_is_off_way (self, after))
    {
      if (stays)
        add_hit (self, gesture->target);
      else
        self->off_way = 0;
      return;
    }
  if (is_looking_for_way (self, gesture))
    return;
  add_hit (self, gesture->target);
  add_error (self);
  if (++self->off_way >= MAX_SCREENS_OFF)
    {
      hih_run_restore (self);
      hih_run_emit_feedback (self, HIH_FEEDBACK_BROUGHT_BACK, NULL, gesture->target);
    }
  else
    hih_run_emit_feedback (self, HIH_FEEDBACK_WANDERED, NULL, gesture->target);
  hih_run_climb (self);
}

/* Which keys one writes with is one's own affair, and so is putting them away. */
static gboolean
is_about_keyboard (const HihGesture *gesture, HihPhoneState *before, HihPhoneState *after)
{
  static const char KEYBOARD[] = "system.keyboard";

  return g_strcmp0 (hih_phone_state_get (before, KEYBOARD), hih_phone_state_get (after, KEYBOARD)) != 0 &&
         g_strcmp0 (hih_phone_state_get_screen (before), hih_phone_state_get_screen (after)) == 0 &&
         g_str_has_prefix (gesture->target, "system/");
}

static void
judge_elsewhere (HihRun *self, const HihGesture *gesture, HihPhoneState *before, HihPhoneState *after)
{
  const HihStep *step = hih_run_get_step (self);
  const HihProtect *offended;

  if (hih_phone_state_equal (before, after))
    {
      if (step->wait && self->acted)
        return; /* impatience while the result is on its way */
      add_hit (self, gesture->target);
      name_it (self, gesture, before);
      return;
    }
  hih_run_note_activity (self);
  if (is_about_keyboard (gesture, before, after))
    return;
  offended = hih_run_find_offended (self, before, after);
  if (offended != NULL)
    {
      add_hit (self, gesture->target);
      add_error (self);
      hih_run_restore (self);
      hih_run_emit_feedback (self, HIH_FEEDBACK_PROTECTED, offended->why, gesture->target);
      hih_run_climb (self);
    }
  else if (self->stage == HIH_STAGE_FOLLOW)
    {
      add_hit (self, gesture->target);
      judge_in_follow (self, gesture, before, after);
    }
  else
    judge_walk (self, gesture, before, after);
}

/* The right gesture on the right thing; @whole: with the right value too (half a word is on the way to a word). */
static gboolean
is_own (const HihStep *step, const HihGesture *gesture, gboolean *whole)
{
  g_autoptr (HihGesture) wanted = step->kind->dup_gesture != NULL ? step->kind->dup_gesture (step) : NULL;

  *whole = FALSE;
  if (wanted == NULL || wanted->kind != gesture->kind || g_strcmp0 (wanted->target, gesture->target) != 0)
    return FALSE;
  *whole = wanted->value == NULL || g_strcmp0 (wanted->value, gesture->value) == 0;
  return TRUE;
}

/* As if it had not been touched. */
static void
put_back (HihRun *self, HihPhoneState *before)
{
  self->busy++;
  hih_phone_set_state (self->phone, before);
  self->busy--;
}

/* A touch came upon what the hand had just shown: the trainee's own turn begins now. */
static gboolean
end_what_stands (HihRun *self)
{
  if (self->show != HIH_SHOW_STANDS)
    return FALSE;
  hih_run_clear_help (self);
  hih_run_restore (self);
  hih_run_note_activity (self);
  return TRUE;
}

static void
gestured_cb (HihPhone *phone, HihGesture *gesture, HihPhoneState *before_borrowed, HihRun *self)
{
  g_autoptr (HihPhoneState) before = NULL;
  g_autoptr (HihPhoneState) after = NULL;
  gboolean own, whole, slipped, eager;

  if (self->busy > 0 || self->ended)
    return;
  self->touched = TRUE;
  if (!self->active)
    return;
  if (end_what_stands (self))
    return;
  if (self->show != HIH_SHOW_NONE)
    hih_run_clear_help (self);

  before = hih_phone_state_ref (before_borrowed);
  after = hih_phone_state_ref (hih_phone_get_state (phone));
  own = is_own (hih_run_get_step (self), gesture, &whole);
  eager = hih_run_take_eager (self) && !own;
  slipped = !eager && note_slip (self, before);
  if (own && whole)
    self->acted = TRUE;
  if (hih_run_judge_state (self))
    return;
  if (eager)
    {
      put_back (self, before);
      return;
    }
  if (slipped)
    add_hit (self, gesture->target);
  /* Giving in is told after recovery and is no error, whatever else the lesson protects. */
  if (own || slipped)
    hih_run_note_activity (self);
  else
    judge_elsewhere (self, gesture, before, after);
  /* Help that was cancelled above by a touch must not stay away. */
  if (self->active && self->idle_id == 0)
    hih_run_note_activity (self);
}

/* Time took the target away (a call that nobody answered): no error, the step begins again. */
static gboolean
is_lost (HihRun *self)
{
  const HihStep *step = hih_run_get_step (self);
  HihPhoneState *state = hih_phone_get_state (self->phone);

  return !self->touched && step->target != NULL && hih_phone_state_get_next_due_ms (state) < 0
         && !hih_phone_state_equal (state, self->checkpoint)
         && hih_performer_find_way (self->apps, state, hih_phone_get_layout (self->phone), step->target) == NULL;
}

static void
changed_cb (HihPhone *phone, HihRun *self)
{
  if (self->busy > 0 || !self->active || self->show == HIH_SHOW_STANDS)
    return;
  note_slip (self, NULL);
  if (hih_run_judge_state (self))
    return;
  if (self->show == HIH_SHOW_WAITING)
    hih_run_try_show (self);
  else if (is_lost (self))
    {
      hih_run_restore (self);
      hih_run_emit_feedback (self, HIH_FEEDBACK_BROUGHT_BACK, NULL, NULL);
      hih_run_note_activity (self);
    }
}

static void
near_cb (HihPhone *phone, const char *target, HihRun *self)
{
  if (!self->active || self->busy > 0 || end_what_stands (self) || hih_run_take_eager (self))
    return;
  self->nears++;
  hih_run_emit_feedback (self, HIH_FEEDBACK_NEAR, NULL, target);
}

/* Who writes slowly is at it: ten seconds for one character are none of idleness. */
static void
writing_cb (HihPhone *phone, HihRun *self)
{
  if (self->active && self->busy == 0)
    hih_run_note_activity (self);
}

void
hih_run_watch (HihRun *self)
{
  g_signal_connect_object (self->phone, "writing", G_CALLBACK (writing_cb), self, 0);
  g_signal_connect_object (self->phone, "gestured", G_CALLBACK (gestured_cb), self, 0);
  g_signal_connect_object (self->phone, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->phone, "near", G_CALLBACK (near_cb), self, 0);
}

void
hih_run_unwatch (HihRun *self)
{
  g_signal_handlers_disconnect_by_data (self->phone, self);
}
