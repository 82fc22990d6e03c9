/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two dialogs that open each other lead away from themselves and never out. Over the states that hih-reach.c has found:
 * good are those from which touches and waiting come to where a bar leads away; of the others those are told from which
 * the way goes to nowhere else, all of a ring at once.
 */
#include "config.h"

#include "hih-reach-private.h"

static gboolean
has_good_next (const Reached *reached)
{
  for (guint i = 0; i < reached->next->len; i++)
    {
      const Reached *next = reached->next->pdata[i];

      if (next->is_good || !next->explored)
        return TRUE;
    }
  return FALSE;
}

void
hih_reach_spread (GPtrArray *order)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = order->len; i > 0; i--)
        {
          const Place *place = order->pdata[i - 1];

          for (guint k = place->reached->len; k > 0; k--)
            {
              Reached *reached = place->reached->pdata[k - 1];

              if (!reached->is_good && has_good_next (reached))
                reached->is_good = changed = TRUE;
            }
        }
    }
}

/* Returns: (transfer container) (element-type Reached): all that can be come to from @begin, itself first */
static GPtrArray *
find_all (const Reached *begin)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (all, (gpointer) begin);
  g_hash_table_add (known, (gpointer) begin);
  for (guint i = 0; i < all->len; i++)
    {
      const Reached *at = all->pdata[i];

      for (guint k = 0; k < at->next->len; k++)
        {
          if (g_hash_table_add (known, at->next->pdata[k]))
            g_ptr_array_add (all, at->next->pdata[k]);
        }
    }
  return all;
}

static gboolean
comes_to (const Reached *from, const Place *place)
{
  g_autoptr (GPtrArray) all = find_all (from);

  for (guint i = 0; i < all->len; i++)
    {
      if (((const Reached *) all->pdata[i])->place == place)
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_reached_leads_on (const Reached *bad)
{
  g_autoptr (GPtrArray) all = find_all (bad);

  for (guint i = 0; i < all->len; i++)
    {
      if (!comes_to (all->pdata[i], bad->place))
        return TRUE;
    }
  return FALSE;
}

char *
hih_reached_tell_trap (Reached *bad)
{
  g_autoptr (GPtrArray) all = find_all (bad);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GString *others = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      Reached *reached = all->pdata[i];

      reached->is_told = TRUE;
      if (reached->place != bad->place && g_hash_table_add (named, reached->place))
        g_string_append_printf (others, "%s%s", others->len > 0 ? " or " : "", reached->place->screen->name);
    }
  return g_string_free (others, FALSE);
}
