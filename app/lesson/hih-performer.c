/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The performer: what comes next for a step, decided from the state alone, so that the same step in the same state
 * is always done in the same way.
 */
#include "config.h"

#include "hih-performer.h"

#include "hih-step-kind.h"

/* No step needs more; a lesson that does is stuck in a circle. */
#define MAX_MOVES 64
/* How many ways back are tried. */
#define MAX_BACK 8

void
hih_performance_clear (HihPerformance *self)
{
  g_clear_pointer (&self->gesture, hih_gesture_free);
  g_clear_pointer (&self->reason, g_free);
  self->kind = HIH_PERFORM_STUCK;
  self->wait_ms = 0;
}

static gboolean
is (HihPhoneState *state, const char *key, const char *value)
{
  return g_strcmp0 (hih_phone_state_get (state, key), value) == 0;
}

gboolean
hih_performer_can_reach (HihAppSet *apps, HihPhoneState *state, const char *layout, const char *target)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);
  HihSceneNode *node = hih_scene_find (scene, target);

  return node != NULL && node->sensitive;
}

/* Taps @key again and again; whether the target appears. */
static gboolean
leads_to (HihAppSet *apps, HihPhoneState *from, const char *layout, const char *key, const char *target)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TAP, key, NULL);
  g_autoptr (HihPhoneState) state = hih_phone_state_ref (from);

  for (guint i = 0; i < MAX_BACK && hih_performer_can_reach (apps, state, layout, key); i++)
    {
      HihPhoneState *next = hih_brain_apply (apps, state, gesture, NULL);
      gboolean same = hih_phone_state_equal (state, next);

      hih_phone_state_unref (state);
      state = next;
      if (same)
        return FALSE;
      if (hih_performer_can_reach (apps, state, layout, target))
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_performer_find_way:
 *
 * Looks with the brain, not on a map: whichever key brings the target onto the screen is the way.
 *
 * Returns: (transfer none) (nullable): what to tap first
 */
const char *
hih_performer_find_way (HihAppSet *apps, HihPhoneState *state, const char *layout, const char *target)
{
  static const char *const KEYS[] = { "system/back", "system/home" };

  if (hih_performer_can_reach (apps, state, layout, target))
    return target;
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      if (leads_to (apps, state, layout, KEYS[i], target))
        return KEYS[i];
    }
  if (is (state, "system.awake", "no"))
    return "system/power";
  return NULL;
}

static void
set_wait (HihPerformance *out, gint64 wait_ms)
{
  out->kind = HIH_PERFORM_WAIT;
  /* At least a moment, so that whoever waits gets on. */
  out->wait_ms = MAX (wait_ms, 1);
}

static char *
dup_why_no_target (const HihStep *step, HihAppSet *apps, HihPhoneState *state, const char *layout)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);
  HihSceneNode *node = hih_scene_find (scene, step->target);
  const char *over = hih_phone_state_get_over (state);

  if (node != NULL)
    return g_strdup_printf ("%s is on %s but cannot be used now", step->target, hih_phone_state_get_screen (state));
  return g_strdup_printf ("%s is not on the screen %s%s%s", step->target, hih_phone_state_get_screen (state),
                          over != NULL ? " under " : "", over != NULL ? over : "");
}

/**
 * hih_performer_next:
 * @acted: whether the step's gesture was done already
 * @out: (out): what to do; clear it with hih_performance_clear()
 */
void
hih_performer_next (const HihStep *step, HihAppSet *apps, HihPhoneState *state, const char *layout, gboolean acted,
                    HihPerformance *out)
{
  gint64 due_ms = hih_phone_state_get_next_due_ms (state);
  gboolean does = step->kind->dup_gesture != NULL;

  *out = (HihPerformance) { HIH_PERFORM_STUCK };
  if (step->until != NULL ? hih_condition_holds (step->until, state) : (acted || !does))
    {
      out->kind = HIH_PERFORM_DONE;
      return;
    }
  if (acted || !does)
    {
      if (due_ms >= 0)
        set_wait (out, due_ms);
      else if (!does)
        out->reason = g_strdup_printf ("until \"%s\" never comes true by itself", hih_condition_get_text (step->until));
      else
        out->reason = g_strdup_printf ("%s on %s does not bring about \"%s\"", step->kind->name, step->target,
                                       hih_condition_get_text (step->until));
      return;
    }
  if (hih_performer_can_reach (apps, state, layout, step->target))
    {
      out->kind = HIH_PERFORM_GESTURE;
      out->gesture = step->kind->dup_gesture (step);
    }
  else if (due_ms >= 0)
    set_wait (out, due_ms);
  else
    out->reason = dup_why_no_target (step, apps, state, layout);
}

/**
 * hih_performer_perform_visiting:
 * @visit: (nullable): called for every state on the way
 * @reason: (out) (nullable): why it is stuck, in English for authors
 *
 * Returns: (transfer full) (nullable): the state after the item; %NULL when stuck
 */
HihPhoneState *
hih_performer_perform_visiting (HihPlan *plan, guint index, HihPhoneState *start, const char *layout,
                                HihPerformerVisit visit, gpointer data, char **reason)
{
  const HihPlanItem *item = hih_plan_get_item (plan, index);
  HihAppSet *apps = hih_lesson_get_apps (hih_plan_get_lesson (plan));
  g_autoptr (HihPhoneState) state = NULL;
  gboolean acted = FALSE;

  g_return_val_if_fail (item != NULL, NULL);
  state = item->trap_starts ? hih_brain_run_effects (apps, start, item->trap->effects, NULL)
                            : hih_phone_state_ref (start);
  for (guint i = 0; i < MAX_MOVES; i++)
    {
      g_auto (HihPerformance) performance = { HIH_PERFORM_STUCK };
      HihPhoneState *next = NULL;

      hih_performer_next (item->step, apps, state, layout, acted, &performance);
      if (visit != NULL && !visit (state, &performance, data))
        return NULL;
      switch (performance.kind)
        {
        case HIH_PERFORM_DONE:
          return g_steal_pointer (&state);
        case HIH_PERFORM_GESTURE:
          next = hih_brain_apply (apps, state, performance.gesture, NULL);
          acted = TRUE;
          break;
        case HIH_PERFORM_WAIT:
          next = hih_brain_advance (apps, state, performance.wait_ms, NULL);
          break;
        case HIH_PERFORM_STUCK:
        default:
          if (reason != NULL)
            *reason = g_steal_pointer (&performance.reason);
          return NULL;
        }
      hih_phone_state_unref (state);
      state = next;
    }
  if (reason != NULL)
    *reason = g_strdup_printf ("%d moves were not enough", MAX_MOVES);
  return NULL;
}

HihPhoneState *
hih_performer_perform (HihPlan *plan, guint index, HihPhoneState *state, const char *layout, char **reason)
{
  return hih_performer_perform_visiting (plan, index, state, layout, NULL, NULL, reason);
}

/**
 * hih_performer_go_on:
 * @before_trap: (inout) (nullable): the state that the trap one is in will give back
 * @visit: (nullable): called for every state on the way
 * @reason: (out) (nullable): why it is stuck, in English for authors
 *
 * Returns: (transfer full) (nullable): the state at the start of the item after @index; %NULL when stuck
 */
HihPhoneState *
hih_performer_go_on (HihPlan *plan, guint index, HihPhoneState *state, HihPhoneState **before_trap, const char *layout,
                     HihPerformerVisit visit, gpointer data, char **reason)
{
  const HihPlanItem *item = hih_plan_get_item (plan, index);
  HihPhoneState *next;

  g_return_val_if_fail (item != NULL && before_trap != NULL, NULL);
  if (item->trap_starts)
    {
      g_clear_pointer (before_trap, hih_phone_state_unref);
      *before_trap = hih_phone_state_ref (state);
    }
  next = hih_performer_perform_visiting (plan, index, state, layout, visit, data, reason);
  if (next != NULL && item->trap_ends && *before_trap != NULL)
    {
      hih_phone_state_unref (next);
      next = g_steal_pointer (before_trap);
    }
  return next;
}

/**
 * hih_performer_state_at:
 * @reason: (out) (nullable): why it is stuck, in English for authors
 *
 * Returns: (transfer full) (nullable): the state at the start of item @index
 */
HihPhoneState *
hih_performer_state_at (HihPlan *plan, guint index, const char *layout, char **reason)
{
  HihPhoneState *state = hih_lesson_dup_start_state (hih_plan_get_lesson (plan));
  g_autoptr (HihPhoneState) before_trap = NULL;

  for (guint i = 0; i < index && i < hih_plan_get_n_items (plan) && state != NULL; i++)
    {
      HihPhoneState *next = hih_performer_go_on (plan, i, state, &before_trap, layout, NULL, NULL, reason);

      hih_phone_state_unref (state);
      state = next;
    }
  return state;
}
