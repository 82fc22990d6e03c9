/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same app in another layout: an author's `order` first; the places that are left over go to the rest, in the
 * layout's own order. That order is a turn of the grid by about a third (b) and two thirds (c), never by a whole row
 * of three, so every tile stands elsewhere, in another column, and the same on every phone.
 */
#include "config.h"

#include "hih-app-private.h"

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

GPtrArray *
hih_layout_arrange (GPtrArray *elements, guint layout, gboolean by_rule)
{
  guint n = elements->len;
  GPtrArray *out = g_ptr_array_sized_new (n);
  guint n_free = 0, next = 0, turn;
  g_autoptr (GPtrArray) rest = g_ptr_array_sized_new (n);

  g_ptr_array_set_size (out, (int) n);
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
      while (out->pdata[place] != NULL)
        place = (place + 1) % n;
      out->pdata[place] = element;
    }
  n_free = rest->len;
  turn = by_rule ? get_turn (n_free, layout) : 0;
  for (guint i = 0; i < n; i++)
    {
      if (out->pdata[i] == NULL)
        {
          out->pdata[i] = rest->pdata[(next + turn) % n_free];
          next++;
        }
    }
  return out;
}
