/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells the states of a screen apart, and whether something on it goes home. */
#include "config.h"

#include "hih-reach-private.h"

#include "hih-condition-private.h"
#include "hih-effect-private.h"

static void
add_condition (GHashTable *keys, const HihCondition *condition)
{
  for (guint i = 0; condition != NULL && i < condition->terms->len; i++)
    {
      const HihTerm *term = &g_array_index (condition->terms, HihTerm, i);

      if (term->type == HIH_TERM_KEY)
        g_hash_table_add (keys, (gpointer) term->name);
    }
}

static void
add_effects (GHashTable *keys, GPtrArray *effects)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      add_condition (keys, effect->condition);
      add_effects (keys, effect->children);
    }
}

void
hih_reach_add_keys (GHashTable *keys, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      add_condition (keys, element->when);
      for (guint k = 0; k < element->handlers->len; k++)
        {
          const HihHandler *handler = element->handlers->pdata[k];

          add_condition (keys, handler->when);
          add_effects (keys, handler->effects);
        }
      hih_reach_add_keys (keys, element->children);
    }
}

static gboolean
go_home (GPtrArray *effects)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (effect->kind == HIH_EFFECT_HOME || go_home (effect->children))
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_reach_lead_home (GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint k = 0; k < element->handlers->len; k++)
        {
          if (go_home (((HihHandler *) element->handlers->pdata[k])->effects))
            return TRUE;
        }
      if (hih_reach_lead_home (element->children))
        return TRUE;
    }
  return FALSE;
}
