/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The performer goes through the lesson; of the states it passes those are kept whose scene has not been seen yet. */
#include "config.h"

#include "hih-stills.h"

#include "hih-give-in.h"
#include "hih-performer.h"

#include <string.h>

typedef struct
{
  HihLesson *lesson;
  const char *layout;
  GPtrArray *stills;
  GHashTable *seen; /* fingerprint → HihStill */
  const HihPlanItem *item;
  const HihPlanItem *next; /* (nullable) */
  gboolean begins;
  const HihEffect *told;   /* (nullable) what the last gesture said */
} Tour;

HihStill *
hih_still_new (HihPhoneState *state)
{
  HihStill *self = g_new0 (HihStill, 1);

  self->state = hih_phone_state_ref (state);
  self->also = g_ptr_array_new ();
  return self;
}

void
hih_still_free (gpointer data)
{
  HihStill *still = data;

  hih_phone_state_unref (still->state);
  g_ptr_array_unref (still->also);
  g_free (still);
}

static void
add_nodes (GString *print, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      /* The words themselves: what a key holds is made anew for every scene. */
      g_string_append_printf (print, "%s %p %s %s %s %d %d(", node->kind, (void *) node->element,
                              node->title != NULL ? hih_text_get (node->title, "en") : "", node->picture != NULL ? node->picture : "", node->value != NULL ? node->value : "",
                              node->sensitive, node->current);
      add_nodes (print, node->children);
      g_string_append_c (print, ')');
    }
}

/* Two states with the same print look the same. */
static char *
dup_print (Tour *tour, HihPhoneState *state)
{
  g_autoptr (HihScene) scene = hih_scene_new (hih_lesson_get_apps (tour->lesson), state, tour->layout);
  GString *print = g_string_new (hih_scene_get_screen (scene));

  add_nodes (print, hih_scene_get_nodes (scene));
  add_nodes (print, hih_scene_get_over (scene));
  return g_string_free (print, FALSE);
}

/* Where one step ends the next begins: there its target can be pointed at. */
static gboolean
comes_again (const Tour *tour, const HihPerformance *performance)
{
  return performance->kind == HIH_PERFORM_DONE && !tour->item->trap_ends && tour->next != NULL && !tour->next->trap_starts;
}

static HihStill *
add_still (Tour *tour, HihPhoneState *state, const char *print)
{
  HihStill *still = hih_still_new (state);

  still->step = tour->item->step;
  still->trap = tour->item->trap;
  g_ptr_array_add (tour->stills, still);
  g_hash_table_insert (tour->seen, g_strdup (print), still);
  return still;
}

gboolean
hih_still_can_tell (const HihEffect *effect)
{
  return hih_effect_get_kind (effect) == HIH_EFFECT_TOAST || hih_effect_get_kind (effect) == HIH_EFFECT_NOTIFY;
}

static const HihEffect *
find_first_told (GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    {
      if (hih_still_can_tell (shown->pdata[i]))
        return shown->pdata[i];
    }
  return NULL;
}

/* What the phone says for a moment when that is done. */
static const HihEffect *
find_told (Tour *tour, HihPhoneState *state, const HihPerformance *performance)
{
  HihAppSet *apps = hih_lesson_get_apps (tour->lesson);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) after = NULL;

  if (performance->kind == HIH_PERFORM_GESTURE)
    after = hih_brain_apply (apps, state, performance->gesture, shown);
  else if (performance->kind == HIH_PERFORM_WAIT)
    after = hih_brain_advance (apps, state, performance->wait_ms, shown);
  return find_first_told (shown);
}

static void
visit_told (Tour *tour, HihPhoneState *state, const HihStep *next, const char *print)
{
  HihStill *still;
  const char *words = tour->told != NULL ? hih_text_get (hih_effect_get_text (tour->told), "en") : NULL;
  g_autofree char *with_words = g_strdup_printf ("%s ! %s", print, words != NULL ? words : "");

  if (words == NULL || g_hash_table_contains (tour->seen, with_words))
    return;
  still = add_still (tour, state, with_words);
  still->told = tour->told;
  still->next = next;
}

/* The same picture serves many steps. */
static void
serve (Tour *tour, HihStill *still)
{
  if (still->step != tour->item->step && !g_ptr_array_find (still->also, tour->item->step, NULL))
    g_ptr_array_add (still->also, (gpointer) tour->item->step);
}

/* Whether it is written with keys that first offer words. */
static gboolean
offers_words (Tour *tour, HihPhoneState *state, const HihGesture *gesture)
{
  const char *keyboard = hih_phone_state_get (state, "system.keyboard");
  g_autoptr (HihScene) scene = NULL;
  const HihSceneNode *node;
  const char *written;

  if (gesture->kind != HIH_GESTURE_TYPE ||
      (g_strcmp0 (keyboard, "handwriting") != 0 && g_strcmp0 (keyboard, "pinyin") != 0))
    return FALSE;
  scene = hih_scene_new (hih_lesson_get_apps (tour->lesson), state, tour->layout);
  node = hih_scene_find (scene, gesture->target);
  written = node != NULL && node->value != NULL ? node->value : "";
  return g_str_has_prefix (gesture->value, written) && strlen (gesture->value) > strlen (written);
}

/* In the middle of it: what was written by hand or spelt, and the words it may mean. */
static void
visit_writing (Tour *tour, HihPhoneState *state, const HihPerformance *performance, const char *print)
{
  g_autofree char *writing = NULL;

  if (performance->kind != HIH_PERFORM_GESTURE || !offers_words (tour, state, performance->gesture))
    return;
  writing = g_strdup_printf ("%s ✎ %s", print, performance->gesture->value);
  if (!g_hash_table_contains (tour->seen, writing))
    add_still (tour, state, writing)->writes = TRUE;
}

static void
visit_step (Tour *tour, HihPhoneState *state, const char *print)
{
  const char *target = tour->begins ? tour->item->step->target : NULL;
  g_autofree char *pointed = g_strdup_printf ("%s → %s", print, target != NULL ? target : "");
  HihStill *still = g_hash_table_lookup (tour->seen, print);

  if (target == NULL)
    {
      if (still == NULL)
        add_still (tour, state, print);
      return;
    }
  /* Where a step begins, what is to be touched belongs to what is looked at. */
  if (g_hash_table_contains (tour->seen, pointed))
    serve (tour, g_hash_table_lookup (tour->seen, pointed));
  else if (still != NULL && !still->begins)
    {
      still->step = tour->item->step;
      still->trap = tour->item->trap;
      still->begins = TRUE;
      g_hash_table_insert (tour->seen, g_strdup (pointed), still);
    }
  else
    {
      add_still (tour, state, pointed)->begins = TRUE;
      if (still == NULL)
        g_hash_table_insert (tour->seen, g_strdup (print), g_ptr_array_index (tour->stills, tour->stills->len - 1));
    }
}

static gboolean
visit_cb (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  Tour *tour = data;
  g_autofree char *print = dup_print (tour, state);

  visit_told (tour, state, comes_again (tour, performance) ? tour->next->step : tour->item->step, print);
  tour->told = find_told (tour, state, performance);
  if (comes_again (tour, performance))
    return TRUE;
  visit_step (tour, state, print);
  tour->begins = FALSE;
  visit_writing (tour, state, performance, print);
  return TRUE;
}

/* What comes up when the trap strikes. */
static const HihEffect *
find_told_of_trap (Tour *tour, HihPhoneState *state)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  hih_phone_state_unref (hih_brain_run_effects (hih_lesson_get_apps (tour->lesson), state, tour->item->trap->effects, shown));
  return find_first_told (shown);
}

/* Where a trap strikes: what each of its slips looks like. */
static gboolean
give_in_cb (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  Tour *tour = data;
  HihAppSet *apps = hih_lesson_get_apps (tour->lesson);
  GPtrArray *slips = tour->item->trap->slips;

  for (guint i = 0; slips != NULL && i < slips->len; i++)
    {
      const HihSlip *slip = slips->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s ✗ %s", tour->item->trap->id, hih_condition_get_text (slip->when));
      g_autoptr (HihPhoneState) after = NULL;
      const HihEffect *told = NULL;
      HihStill *still;

      if (g_hash_table_contains (tour->seen, name))
        continue;
      after = hih_give_in_find (apps, state, tour->layout, slip->when, NULL, &told);
      if (after == NULL)
        continue;
      still = add_still (tour, after, name);
      still->slip = slip->tell;
      still->told = told;
    }
  return FALSE;
}

static void
walk (Tour *tour, HihPlan *plan)
{
  g_autoptr (HihPhoneState) state = hih_lesson_dup_start_state (tour->lesson);
  g_autoptr (HihPhoneState) before_trap = NULL;

  for (guint i = 0; i < hih_plan_get_n_items (plan) && state != NULL; i++)
    {
      HihPhoneState *next;

      tour->item = hih_plan_get_item (plan, i);
      tour->next = hih_plan_get_item (plan, i + 1);
      tour->begins = TRUE;
      if (tour->item->trap_starts)
        tour->told = find_told_of_trap (tour, state);
      next = hih_performer_go_on (plan, i, state, &before_trap, tour->layout, visit_cb, tour, NULL);
      if (tour->item->trap_starts)
        {
          HihPhoneState *given = hih_performer_perform_visiting (plan, i, state, tour->layout, give_in_cb, tour, NULL);

          g_clear_pointer (&given, hih_phone_state_unref);
        }
      if (tour->item->trap_ends)
        tour->told = NULL;
      hih_phone_state_unref (state);
      state = next;
    }
}

/**
 * hih_stills_new:
 * @layout: the one the performer works in
 *
 * Returns: (transfer full) (element-type HihStill): every screen of @lesson once
 */
GPtrArray *
hih_stills_new (HihLesson *lesson, const char *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) stills = g_ptr_array_new_with_free_func (hih_still_free);
  Tour tour = { .lesson = lesson, .layout = layout, .stills = stills, .seen = seen };
  g_autoptr (HihPlan) bare = hih_plan_new (lesson, HIH_STAGE_WATCH, FALSE);

  walk (&tour, bare);
  for (guint stage = HIH_STAGE_FOLLOW; stage < HIH_N_STAGES; stage++)
    {
      g_autoptr (HihPlan) plan = hih_plan_new (lesson, stage, TRUE);

      walk (&tour, plan);
    }
  return g_steal_pointer (&stills);
}
