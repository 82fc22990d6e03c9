/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that was mistyped, and those it may have meant. */
#include "config.h"

#include "hih-near.h"

#include <string.h>

#define MOST_CHARS 32 /* a longer word is none of ours */

/**
 * hih_near_count_changes:
 *
 * Returns: how many characters must be changed, left out or put in, or two neighbours exchanged, to make @other of @word
 */
guint
hih_near_count_changes (const char *word, const char *other)
{
  gsize n = strlen (word), m = strlen (other);
  guint changes[MOST_CHARS + 1][MOST_CHARS + 1];

  if (n > MOST_CHARS || m > MOST_CHARS)
    return G_MAXUINT;
  for (gsize i = 0; i <= n; i++)
    {
      for (gsize k = 0; k <= m; k++)
        {
          if (i == 0 || k == 0)
            {
              changes[i][k] = (guint) (i + k);
              continue;
            }
          changes[i][k] = MIN (changes[i - 1][k - 1] + (word[i - 1] != other[k - 1] ? 1 : 0),
                               MIN (changes[i - 1][k], changes[i][k - 1]) + 1);
          if (i > 1 && k > 1 && word[i - 1] == other[k - 2] && word[i - 2] == other[k - 1])
            changes[i][k] = MIN (changes[i][k], changes[i - 2][k - 2] + 1);
        }
    }
  return changes[n][m];
}

/**
 * hih_near_dup_list:
 * @word: what was typed
 * @known: (element-type utf8): what there is
 *
 * Returns: (transfer full): the nearest of @known; all of them where none is near
 */
char *
hih_near_dup_list (const char *word, GPtrArray *known)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint least = G_MAXUINT;

  for (guint i = 0; i < known->len; i++)
    least = MIN (least, hih_near_count_changes (word, known->pdata[i]));
  if (least > strlen (word) / 2)
    least = G_MAXUINT;
  for (guint i = 0; i < known->len; i++)
    {
      if (hih_near_count_changes (word, known->pdata[i]) <= least)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", (const char *) known->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}
