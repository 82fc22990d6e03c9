/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which languages there is anything in the files of the apps, be it one sentence. */
#include "config.h"

#include "hih-app-effects.h"
#include "hih-app-private.h"
#include "hih-effect-private.h"

#include <string.h>

/* @languages: a set */
static void
add_text (GHashTable *languages, HihText *text)
{
  g_auto (GStrv) own = text != NULL ? hih_text_dup_languages (text) : NULL;

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    g_hash_table_add (languages, g_strdup (own[i]));
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
add_effect (const HihEffect *effect, const char *screen, gpointer languages)
{
  add_text (languages, effect->text);
  add_text (languages, effect->title);
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
 * Returns: (transfer full) (array zero-terminated=1): the languages of which there are words, the source language first
 */
char **
hih_app_set_dup_languages (HihAppSet *self)
{
  g_autoptr (GHashTable) languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GList) names = NULL;
  GPtrArray *apps = hih_app_set_get_apps (self);

  for (guint i = 0; i < apps->len; i++)
    add_app (languages, apps->pdata[i]);
  hih_app_set_foreach_effect (self, add_effect, languages);
  g_strv_builder_add (found, HIH_SOURCE_LANGUAGE);
  names = g_list_sort (g_hash_table_get_keys (languages), (GCompareFunc) strcmp);
  for (const GList *at = names; at != NULL; at = at->next)
    {
      if (strcmp (at->data, HIH_SOURCE_LANGUAGE) != 0)
        g_strv_builder_add (found, at->data);
    }
  return g_strv_builder_end (found);
}
