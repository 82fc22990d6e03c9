/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which languages the files of the apps are written: a sentence that was translated by hand makes none. */
#include "config.h"

#include "hih-app-private.h"

#include <string.h>

/* @languages: language -> how many sentences there are in it */
static void
add_text (GHashTable *languages, HihText *text)
{
  g_auto (GStrv) own = text != NULL ? hih_text_dup_languages (text) : NULL;

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (languages, own[i]));

      g_hash_table_insert (languages, g_strdup (own[i]), GUINT_TO_POINTER (n + 1));
    }
}

static void
add_wordings (GHashTable *languages, GPtrArray *wordings)
{
  for (guint i = 0; i < wordings->len; i++)
    add_text (languages, ((const HihWording *) wordings->pdata[i])->text);
}

static void
add_elements (GHashTable *languages, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      add_wordings (languages, element->wordings);
      add_elements (languages, element->children);
    }
}

static void
add_app (GHashTable *languages, const HihApp *app)
{
  add_wordings (languages, app->wordings);
  for (guint i = 0; i < app->keys->len; i++)
    {
      const HihKey *key = app->keys->pdata[i];

      for (guint k = 0; k < key->values->len; k++)
        add_text (languages, ((const HihKeyValue *) key->values->pdata[k])->title);
    }
  for (guint i = 0; i < app->screens->len; i++)
    {
      const HihScreen *screen = app->screens->pdata[i];

      add_wordings (languages, screen->wordings);
      add_elements (languages, screen->elements);
    }
  add_elements (languages, app->side);
}

/**
 * hih_app_set_dup_languages:
 *
 * Any thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages in which at least half as much is written as in the
 *   source language, that first
 */
char **
hih_app_set_dup_languages (HihAppSet *self)
{
  g_autoptr (GHashTable) languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  GPtrArray *apps = hih_app_set_get_apps (self);
  GHashTableIter iter;
  gpointer language, n;
  guint n_source;

  for (guint i = 0; i < apps->len; i++)
    add_app (languages, apps->pdata[i]);
  n_source = GPOINTER_TO_UINT (g_hash_table_lookup (languages, HIH_SOURCE_LANGUAGE));
  g_strv_builder_add (found, HIH_SOURCE_LANGUAGE);
  g_hash_table_iter_init (&iter, languages);
  while (g_hash_table_iter_next (&iter, &language, &n))
    {
      if (strcmp (language, HIH_SOURCE_LANGUAGE) != 0 && 2 * GPOINTER_TO_UINT (n) >= n_source)
        g_strv_builder_add (found, language);
    }
  return g_strv_builder_end (found);
}
