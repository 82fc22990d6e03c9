/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to a state in words, for an author. */
#include "config.h"

#include "hih-reach-private.h"

#define MAX_TOLD 3 /* moves, before and after one comes to the screen */

static const char *
get_manner (const Reached *reached)
{
  return reached->how == BY_WAITING ? "a while has passed"
         : reached->how == BY_WRITING ? "something was typed into"
                                      : "somebody has tapped";
}

static void
add_move (GString *told, const Reached *reached, const char *joint)
{
  g_string_append_printf (told, "%s%s%s%s", joint, get_manner (reached), reached->how == BY_WAITING ? "" : " ",
                          reached->how == BY_WAITING ? "" : reached->by);
}

char *
hih_reached_dup_told (const Reached *bad)
{
  GString *told = g_string_new (NULL);
  g_autoptr (GPtrArray) path = g_ptr_array_new (); /* newest first */
  guint arrival = 0, before;

  for (const Reached *at = bad; at != NULL; at = at->from)
    g_ptr_array_add (path, (gpointer) at);
  while (arrival + 1 < path->len && ((const Reached *) path->pdata[arrival + 1])->place == bad->place)
    arrival++;
  {
    const Reached *came = path->pdata[arrival];

    if (came->by != NULL)
      g_string_append_printf (told, "when %s has opened it", came->by);
    else if (came->how == BY_WAITING)
      g_string_append (told, "when it has opened by itself");
    else
      g_string_append (told, "as it stands first");
  }
  for (guint i = arrival, n = 0; i > 0 && n < MAX_TOLD; i--, n++)
    add_move (told, path->pdata[i - 1], n == 0 ? ", once " : " and then ");
  before = MIN (path->len - 1, arrival + MAX_TOLD + 1);
  for (guint i = before; i > arrival + 1; i--)
    {
      const Reached *move = path->pdata[i - 1];

      if (move->how != BY_BEGINNING)
        add_move (told, move, i == before ? "; before that " : ", ");
    }
  return g_string_free (told, FALSE);
}
