/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: the lesson's steps with this round's traps put in. Immutable. */
#include "config.h"

#include "hih-plan.h"

#include <string.h>

struct _HihPlan
{
  grefcount refs;
  HihLesson *lesson;
  GArray *items; /* (element-type HihPlanItem) */
};

static void
add_trap (HihPlan *self, const HihTrap *trap, guint lesson_index)
{
  for (guint i = 0; i < trap->steps->len; i++)
    {
      HihPlanItem item = { trap->steps->pdata[i], trap, i == 0, i + 1 == trap->steps->len, lesson_index };

      g_array_append_val (self->items, item);
    }
}

/**
 * hih_plan_new:
 * @stage: decides which traps strike
 * @with_traps: %FALSE for the film and the first Alone round
 *
 * Returns: (transfer full): the plan
 */
HihPlan *
hih_plan_new (HihLesson *lesson, HihStage stage, gboolean with_traps)
{
  HihPlan *self = g_new0 (HihPlan, 1);
  GPtrArray *traps = hih_lesson_get_traps (lesson);

  g_ref_count_init (&self->refs);
  self->lesson = hih_lesson_ref (lesson);
  self->items = g_array_new (FALSE, FALSE, sizeof (HihPlanItem));
  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    {
      HihPlanItem item = { hih_lesson_get_step (lesson, i), NULL, FALSE, FALSE, i };

      for (guint j = 0; with_traps && j < traps->len; j++)
        {
          const HihTrap *trap = traps->pdata[j];

          if ((trap->stages & (1u << stage)) != 0 && g_strcmp0 (trap->at, item.step->id) == 0)
            add_trap (self, trap, i);
        }
      g_array_append_val (self->items, item);
    }
  return self;
}

HihPlan *
hih_plan_ref (HihPlan *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
hih_plan_unref (HihPlan *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->items);
  hih_lesson_unref (self->lesson);
  g_free (self);
}

HihLesson *
hih_plan_get_lesson (HihPlan *self)
{
  return self->lesson;
}

guint
hih_plan_get_n_items (HihPlan *self)
{
  return self->items->len;
}

/**
 * hih_plan_get_item:
 *
 * Returns: (transfer none) (nullable): the item; %NULL past the end
 */
const HihPlanItem *
hih_plan_get_item (HihPlan *self, guint index)
{
  return index < self->items->len ? &g_array_index (self->items, HihPlanItem, index) : NULL;
}

/* How long ago: 0 the latest, and so on; as far as there is when never. */
static guint
find_age (const char *layout, const char *const *seen)
{
  guint age = 0;

  while (seen != NULL && seen[age] != NULL && strcmp (seen[age], layout) != 0)
    age++;
  return seen != NULL && seen[age] != NULL ? age : G_MAXUINT;
}

const char *
hih_plan_choose_layout (HihLesson *lesson, HihStage stage, guint round, const char *const *seen)
{
  const char *const *layouts = hih_lesson_get_layouts (lesson);
  guint n = g_strv_length ((char **) layouts);
  const char *best;

  if (stage != HIH_STAGE_ALONE || n < 2)
    return layouts[0];
  best = layouts[1 + round % (n - 1)];
  for (guint i = 1; i < n - 1; i++)
    {
      const char *other = layouts[1 + (round + i) % (n - 1)];

      if (find_age (other, seen) > find_age (best, seen))
        best = other;
    }
  return best;
}
