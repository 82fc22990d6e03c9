/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The performer goes through the lesson; of the states it passes those are kept whose scene has not been seen yet. */
#include "config.h"

#include "hih-stills.h"

#include "hih-performer.h"

typedef struct
{
  HihLesson *lesson;
  const char *layout;
  GPtrArray *stills;
  GHashTable *seen; /* fingerprints */
  const HihPlanItem *item;
  const HihPlanItem *next; /* (nullable) */
  gboolean begins;
} Tour;

static void
still_free (gpointer data)
{
  HihStill *still = data;

  hih_phone_state_unref (still->state);
  g_free (still);
}

static void
add_nodes (GString *print, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      g_string_append_printf (print, "%s %p %p %s %s %d %d(", node->kind, (void *) node->element, (void *) node->title,
                              node->picture != NULL ? node->picture : "", node->value != NULL ? node->value : "",
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

static gboolean
visit_cb (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  Tour *tour = data;
  gboolean is_new;
  char *print;
  HihStill *still;

  if (comes_again (tour, performance))
    return TRUE;
  print = dup_print (tour, state);
  is_new = !g_hash_table_contains (tour->seen, print);
  /* Where a step begins, what is to be touched belongs to what is looked at. */
  if (tour->begins && tour->item->step->target != NULL)
    is_new = g_hash_table_add (tour->seen, g_strconcat (print, " → ", tour->item->step->target, NULL));
  g_hash_table_add (tour->seen, print);
  if (!is_new)
    {
      tour->begins = FALSE;
      return TRUE;
    }
  still = g_new0 (HihStill, 1);
  still->state = hih_phone_state_ref (state);
  still->step = tour->item->step;
  still->trap = tour->item->trap;
  still->begins = tour->begins;
  tour->begins = FALSE;
  g_ptr_array_add (tour->stills, still);
  return TRUE;
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
      next = hih_performer_go_on (plan, i, state, &before_trap, tour->layout, visit_cb, tour, NULL);
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
  g_autoptr (GPtrArray) stills = g_ptr_array_new_with_free_func (still_free);
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

/**
 * hih_stills_new_of_apps:
 *
 * Returns: (transfer full) (element-type HihStill): every screen, dialog and sheet of @apps once, with every key at
 *   its initial value
 */
GPtrArray *
hih_stills_new_of_apps (HihAppSet *apps)
{
  GPtrArray *stills = g_ptr_array_new_with_free_func (still_free);
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);

  for (guint i = 0; i < screens->len; i++)
    {
      HihStill *still = g_new0 (HihStill, 1);

      still->state = hih_app_set_new_state (apps, screens->pdata[i]);
      g_ptr_array_add (stills, still);
    }
  return stills;
}
