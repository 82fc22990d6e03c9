/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way: where the performer goes, what is off it, and what to ring to come back to it. */
#include "config.h"

#include "hih-run-private.h"

static char *
dup_place (const char *key, const char *value)
{
  return g_strconcat (key, "=", value, NULL);
}

typedef struct
{
  GHashTable *places;
  GPtrArray *protects;
} WayVisit;

static gboolean
visit_way (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  WayVisit *visit = data;

  g_hash_table_add (visit->places, g_strdup (hih_phone_state_get_screen (state)));
  if (hih_phone_state_get_over (state) != NULL)
    g_hash_table_add (visit->places, g_strdup (hih_phone_state_get_over (state)));
  for (guint i = 0; i < visit->protects->len; i++)
    {
      const HihProtect *protect = visit->protects->pdata[i];
      const char *value = hih_phone_state_get (state, protect->key);

      if (value != NULL)
        g_hash_table_add (visit->places, dup_place (protect->key, value));
    }
  return TRUE;
}

static void
add_all (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (to, g_strdup (key));
}

/*
 * Where the performer goes from each item on: its screens, and the values it gives to protected keys. A lesson's
 * steps share one way; the steps of a trap have their own as well, for the way out leads back to before the trap.
 */
void
hih_run_find_ways (HihRun *self)
{
  guint n_items = hih_plan_get_n_items (self->plan);
  const char *layout = hih_phone_get_layout (self->phone);
  g_autoptr (HihPhoneState) state = hih_lesson_dup_start_state (self->lesson);
  g_autoptr (HihPhoneState) before_trap = NULL;
  GHashTable *way = NULL;

  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < n_items; i++)
    {
      GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      WayVisit visit = { places, hih_lesson_get_protects (self->lesson) };
      HihPhoneState *next;

      g_ptr_array_add (self->ways, places);
      next = hih_performer_go_on (self->plan, i, state, &before_trap, layout, visit_way, &visit, NULL);
      if (next == NULL)
        {
          /* A lesson that cannot be performed: nothing is known to be off its way. */
          g_clear_pointer (&self->ways, g_ptr_array_unref);
          return;
        }
      hih_phone_state_unref (state);
      state = next;
    }

  for (guint i = n_items; i > 0; i--)
    {
      const HihPlanItem *item = hih_plan_get_item (self->plan, i - 1);
      GHashTable *places = self->ways->pdata[i - 1];

      if (item->trap == NULL)
        {
          if (way != NULL)
            add_all (places, way);
          way = places;
        }
      else if (!item->trap_ends)
        add_all (places, self->ways->pdata[i]);
      else if (way != NULL)
        add_all (places, way); /* trying once more what the lesson asks for is no error */
    }
}

static gboolean
is_on_way (HihRun *self, const char *place)
{
  return self->ways == NULL || self->index >= self->ways->len
         || g_hash_table_contains (self->ways->pdata[self->index], place);
}

/**
 * hih_run_get_place:
 *
 * Returns: (transfer none): the dialog or sheet that lies over the screen, else the screen
 */
const char *
hih_run_get_place (HihPhoneState *state)
{
  const char *over = hih_phone_state_get_over (state);

  return over != NULL ? over : hih_phone_state_get_screen (state);
}

/* Off the way: at a place that is neither the checkpoint's nor one that the performer still visits. */
gboolean
hih_run_is_off_way (HihRun *self, HihPhoneState *state)
{
  const char *place = hih_run_get_place (state);

  return !is_on_way (self, place) && g_strcmp0 (place, hih_run_get_place (self->checkpoint)) != 0;
}

/* Whether a protected key took a value that the rest of the way never gives it. */
const HihProtect *
hih_run_find_offended (HihRun *self, HihPhoneState *before, HihPhoneState *after)
{
  GPtrArray *protects = hih_lesson_get_protects (self->lesson);

  for (guint i = 0; i < protects->len; i++)
    {
      const HihProtect *protect = protects->pdata[i];
      const char *value = hih_phone_state_get (after, protect->key);
      g_autofree char *place = NULL;

      if (value == NULL || g_strcmp0 (value, hih_phone_state_get (before, protect->key)) == 0
          || g_strcmp0 (value, hih_phone_state_get (self->checkpoint, protect->key)) == 0)
        continue;
      place = dup_place (protect->key, value);
      if (!is_on_way (self, place))
        return protect;
    }
  return NULL;
}

/**
 * hih_run_get_target:
 *
 * Returns: (transfer none) (nullable): what to ring now: the step's target; from elsewhere, the way back to it; from
 * farther, what an earlier step tapped here. %NULL when there is nothing to do: eyes and body, or waiting.
 */
const char *
hih_run_get_target (HihRun *self)
{
  const char *layout, *way;
  const HihStep *step;
  HihPhoneState *state;
  gboolean comes;

  /* What the hand has brought about stands for a moment to be looked at, not to be touched. */
  if (!self->active || self->show == HIH_SHOW_STANDS)
    return NULL;
  step = hih_run_get_step (self);
  if (step->target == NULL)
    return NULL;
  layout = hih_phone_get_layout (self->phone);
  state = hih_phone_get_state (self->phone);
  comes = hih_phone_state_get_next_due_ms (state) >= 0;
  if (self->acted && step->wait && comes)
    return NULL;
  way = hih_performer_find_way (self->apps, state, layout, step->target);
  if (way != NULL)
    return way;
  if (comes
      && g_strcmp0 (hih_phone_state_get_screen (state), hih_phone_state_get_screen (self->checkpoint)) == 0)
    return NULL;
  for (guint i = self->index; i > 0; i--)
    {
      const HihPlanItem *item = hih_plan_get_item (self->plan, i - 1);

      if (item->step->target != NULL && !g_str_has_prefix (item->step->target, "system/")
          && hih_performer_can_reach (self->apps, state, layout, item->step->target))
        return item->step->target;
    }
  return NULL;
}

/**
 * hih_run_get_sight:
 *
 * "In the first row, white on green" is true of one screen only: on another the way back is to be told.
 *
 * Returns: where the step's target is, seen from the screen that is shown
 */
HihSight
hih_run_get_sight (HihRun *self)
{
  g_autoptr (HihScene) scene = NULL;
  const HihStep *step;
  const char *way;

  g_return_val_if_fail (HIH_IS_RUN (self), HIH_SIGHT_ELSEWHERE);
  if (!self->active)
    return HIH_SIGHT_ELSEWHERE;
  step = hih_run_get_step (self);
  if (step->target == NULL || self->show == HIH_SHOW_STANDS)
    return HIH_SIGHT_HERE;
  scene = hih_scene_new (self->apps, hih_phone_get_state (self->phone), hih_phone_get_layout (self->phone));
  if (hih_scene_find (scene, step->target) != NULL)
    return HIH_SIGHT_HERE;
  way = hih_run_get_target (self);
  if (g_strcmp0 (way, "system/home") == 0 ||
      (g_strcmp0 (way, "system/back") == 0 && g_str_has_prefix (step->target, "home/")))
    return HIH_SIGHT_HOME;
  return g_strcmp0 (way, "system/back") == 0 ? HIH_SIGHT_BACK : HIH_SIGHT_ELSEWHERE;
}
