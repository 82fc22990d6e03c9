/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same app in another layout: an author's `order` first; the places that are left over go to the rest, in the
 * layout's own order. That order is a turn of the grid by about a third (b) and two thirds (c), never by a whole row
 * of three, so every tile stands elsewhere, in another column, and the same on every phone.
 */
#include "config.h"

#include "hih-app-private.h"

#include <stdlib.h>

#define GRID_COLUMNS 3

guint
hih_layout_find_index (const char *layout)
{
  if (g_strcmp0 (layout, HIH_LAYOUT_B) == 0)
    return 1;
  if (g_strcmp0 (layout, HIH_LAYOUT_C) == 0)
    return 2;
  return 0;
}

static guint
get_turn (guint n, guint layout)
{
  guint turn = MAX (n / GRID_COLUMNS, 1);

  if (layout == 0 || n < 2)
    return 0;
  if (turn % GRID_COLUMNS == 0)
    turn++;
  return MIN (turn * layout, n - 1);
}

/* An element and the place that it has among its siblings. */
typedef struct
{
  HihElement *element;
  guint place;
  guint index; /* as written */
} Placed;

/* What never stands there together may have one place: neither makes the other go elsewhere. */
static gboolean
is_taken (const Placed *placed, guint n, guint place, const HihElement *by)
{
  for (guint i = 0; i < n; i++)
    {
      const HihCondition *when = placed[i].element->when;

      if (placed[i].place == place &&
          (by == NULL || when == NULL || by->when == NULL || !hih_condition_excludes (when, by->when)))
        return TRUE;
    }
  return FALSE;
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *one = a, *other = b;

  return one->place != other->place ? (int) one->place - (int) other->place : (int) one->index - (int) other->index;
}

GPtrArray *
hih_layout_arrange (GPtrArray *elements, guint layout, gboolean by_rule)
{
  guint n = elements->len;
  GPtrArray *out = g_ptr_array_sized_new (n);
  g_autofree Placed *placed = g_new0 (Placed, MAX (n, 1));
  g_autoptr (GPtrArray) rest = g_ptr_array_sized_new (n);
  guint n_placed = 0, next = 0, turn;

  for (guint i = 0; i < n; i++)
    {
      HihElement *element = elements->pdata[i];
      guint place = (guint) element->order[layout];

      if (place == 0)
        {
          g_ptr_array_add (rest, element);
          continue;
        }
      place = MIN (place, n) - 1;
      while (is_taken (placed, n_placed, place, element))
        place = (place + 1) % n;
      placed[n_placed++] = (Placed) { element, place, i };
    }
  turn = by_rule ? get_turn (rest->len, layout) : 0;
  for (guint place = 0; next < rest->len; place++)
    {
      if (!is_taken (placed, n_placed, place, NULL))
        {
          placed[n_placed] = (Placed) { rest->pdata[(next + turn) % rest->len], place, n_placed };
          n_placed++;
          next++;
        }
    }
  qsort (placed, n_placed, sizeof (Placed), compare_placed);
  for (guint i = 0; i < n_placed; i++)
    g_ptr_array_add (out, placed[i].element);
  return out;
}
