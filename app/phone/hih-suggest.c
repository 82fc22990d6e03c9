/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edit distance (Damerau, restricted) over the few names that would have been right. */
#include "config.h"

#include "hih-suggest.h"

#include <string.h>

#define MAX_WORD 64
#define MAX_LISTED 16

static guint
distance (const char *a, const char *b)
{
  guint rows[3][MAX_WORD + 2];
  gsize n = strlen (a), m = strlen (b);

  if (n > MAX_WORD || m > MAX_WORD)
    return G_MAXUINT;
  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i - 1) % 3];
      const guint *twice = rows[(i + 1) % 3];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          guint best = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));

          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, twice[j - 2] + 1);
          row[j] = best;
        }
    }
  return rows[n % 3][m];
}

const char *
hih_suggest_find_nearest (const char *word, GPtrArray *choices)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < choices->len; i++)
    {
      guint d = distance (word, choices->pdata[i]);

      if (d < least)
        {
          least = d;
          nearest = choices->pdata[i];
        }
    }
  return nearest != NULL && least <= MAX (1, (strlen (nearest) + 1) / 3) ? nearest : NULL;
}

char *
hih_suggest (const char *word, GPtrArray *choices)
{
  const char *nearest = hih_suggest_find_nearest (word, choices);
  GString *list;

  if (nearest != NULL)
    return g_strdup_printf ("Did you mean “%s”?", nearest);
  if (choices->len == 0)
    return g_strdup ("Take it out");

  list = g_string_new ("Write one of:");
  for (guint i = 0; i < choices->len && i < MAX_LISTED; i++)
    g_string_append_printf (list, " %s", (const char *) choices->pdata[i]);
  if (choices->len > MAX_LISTED)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}

char *
hih_suggest_from_words (const char *word, const char *choices)
{
  g_auto (GStrv) words = g_strsplit (choices != NULL ? choices : "", " ", -1);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_ptr_array_add (list, words[i]);
    }
  return hih_suggest (word, list);
}

gboolean
hih_words_contain (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words; p != NULL && *p != '\0' && length > 0;)
    {
      gsize n = strcspn (p, " ");

      if (n == length && strncmp (p, word, n) == 0)
        return TRUE;
      p += n;
      p += strspn (p, " ");
    }
  return FALSE;
}

gboolean
hih_name_is_valid (const char *id)
{
  if (id == NULL || !g_ascii_islower (*id) || strlen (id) > MAX_WORD)
    return FALSE;
  for (const char *p = id; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
        return FALSE;
    }
  return TRUE;
}
