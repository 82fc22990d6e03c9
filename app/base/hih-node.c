/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of an element once it was read: attributes, their places, sentences in all languages. */
#include "config.h"

#include "hih-markup.h"

#include <string.h>

/**
 * hih_node_get:
 *
 * Returns: (transfer none) (nullable): the attribute's value
 */
const char *
hih_node_get (const HihNode *node, const char *attribute)
{
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      if (strcmp (node->attribute_names[i], attribute) == 0)
        return node->attribute_values[i];
    }
  return NULL;
}

HihFilePlace
hih_node_get_place (const HihNode *node, const char *attribute)
{
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      if (strcmp (node->attribute_names[i], attribute) == 0)
        return node->attribute_places[i];
    }
  return (HihFilePlace) { node->line, node->column };
}

/**
 * hih_node_is_translation:
 *
 * Returns: whether the node only translates the one before it (it has `xml:lang`)
 */
gboolean
hih_node_is_translation (const HihNode *node)
{
  return hih_node_get (node, "xml:lang") != NULL;
}

/**
 * hih_node_dup_own_text:
 * @child_index: index of a source-language child
 *
 * Returns: (transfer full): that child's sentence with the translations that follow it
 */
HihText *
hih_node_dup_own_text (const HihNode *parent, guint child_index)
{
  const HihNode *source = parent->children->pdata[child_index];
  HihText *text = hih_text_new (source->text);

  for (guint i = child_index + 1; i < parent->children->len; i++)
    {
      const HihNode *next = parent->children->pdata[i];

      if (strcmp (next->name, source->name) != 0 || !hih_node_is_translation (next))
        break;
      hih_text_set (text, hih_node_get (next, "xml:lang"), next->text);
    }
  return text;
}

/**
 * hih_node_dup_text:
 * @child_name: such as `say`
 *
 * Returns: (transfer full) (nullable): the first such child's sentence in all languages
 */
HihText *
hih_node_dup_text (const HihNode *parent, const char *child_name)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const HihNode *child = parent->children->pdata[i];

      if (strcmp (child->name, child_name) == 0 && !hih_node_is_translation (child))
        return hih_node_dup_own_text (parent, i);
    }
  return NULL;
}

void
hih_node_complain (const HihNode *node, GPtrArray *issues, const char *mend, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);
  hih_issues_add (issues, node->file, node->line, node->column, mend, "%s", what);
}

void
hih_node_complain_at (const HihNode *node, const char *attribute, GPtrArray *issues, const char *mend,
                      const char *what_format, ...)
{
  HihFilePlace place = hih_node_get_place (node, attribute);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);
  hih_issues_add (issues, node->file, place.line, place.column, mend, "%s", what);
}
