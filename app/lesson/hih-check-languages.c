/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever reads a file in another language reads all of it in that language: a sentence that was forgotten would come in
 * English, in the middle of the others. */
#include "config.h"

#include "hih-check-languages.h"

#include <string.h>

#define MAX_ISSUES 100

static void
add_languages (const HihNode *node, GHashTable *languages)
{
  const char *language = hih_node_get (node, "xml:lang");

  /* As HihText calls them. */
  if (language != NULL)
    g_hash_table_add (languages, g_strdelimit (g_strdup (language), "-", '_'));
  for (guint i = 0; i < node->children->len; i++)
    add_languages (node->children->pdata[i], languages);
}

/* Words in "zh" serve "zh_CN" as well. */
static gboolean
serves (HihText *text, const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "_"));

  return hih_text_has (text, language) || hih_text_has (text, base);
}

/* A time or a sum reads alike everywhere. */
static gboolean
has_letters (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }
  return FALSE;
}

static void
check_text (const HihNode *parent, guint index, const char *const *languages, GPtrArray *issues)
{
  const HihNode *node = parent->children->pdata[index];
  g_autoptr (HihText) text = hih_node_dup_own_text (parent, index);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *language = languages[i];
      g_autofree char *mend = NULL;

      if (serves (text, language))
        continue;
      mend = g_strdup_printf ("Write <%s xml:lang=\"%s\"> right after it", node->name, language);
      hih_node_complain (node, issues, mend, "<%s> has no words in %s, which others in this file have", node->name, language);
    }
}

static void
check_node (const HihNode *node, const char *const *languages, guint max, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len && issues->len < max; i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (has_letters (child->text) && !hih_node_is_translation (child))
        check_text (node, i, languages, issues);
      check_node (child, languages, max, issues);
    }
}

/**
 * hih_check_languages:
 * @root: of a lesson, an app, a drill or the topics
 * @issues: (element-type HihIssue): each sentence that lacks a language which another one of the file has is added here
 *
 * Any thread.
 */
void
hih_check_languages (const HihNode *root, GPtrArray *issues)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **languages = NULL;

  add_languages (root, found);
  languages = (const char **) g_hash_table_get_keys_as_array (found, NULL);
  check_node (root, (const char *const *) languages, issues->len + MAX_ISSUES, issues);
}
