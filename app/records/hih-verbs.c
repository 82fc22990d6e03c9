/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of the verbs, and of the words that stand in their bodies. */
#include "config.h"

#include "hih-verbs.h"

#include <string.h>

static const struct
{
  const char *text;
  gboolean progress;
  const char *table;
} verbs[] = {
#define HIH_VERB(NAME, text, progress, table) { text, progress, table },
#include "hih-verbs.def"
#undef HIH_VERB
};

const char *
hih_verb_to_string (HihVerb verb)
{
  g_return_val_if_fail (verb < HIH_N_VERBS, NULL);
  return verbs[verb].text;
}

gboolean
hih_verb_parse (const char *string, HihVerb *verb)
{
  for (guint i = 0; i < HIH_N_VERBS; i++)
    {
      if (strcmp (verbs[i].text, string) == 0)
        {
          *verb = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
hih_verb_is_progress (HihVerb verb)
{
  g_return_val_if_fail (verb < HIH_N_VERBS, FALSE);
  return verbs[verb].progress;
}

const char *
hih_verb_get_table (HihVerb verb)
{
  g_return_val_if_fail (verb < HIH_N_VERBS, NULL);
  return verbs[verb].table;
}

/**
 * hih_word_is_valid:
 * @word: (nullable): such as a lesson's id
 *
 * Returns: whether it is 1 to 64 of a-z, 0-9 and -
 */
gboolean
hih_word_is_valid (const char *word)
{
  gsize n;

  if (word == NULL)
    return FALSE;
  n = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return n > 0 && n <= 64 && word[n] == '\0';
}
