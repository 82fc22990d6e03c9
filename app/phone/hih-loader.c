/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every part of the loader asks of a node. */
#include "config.h"

#include "hih-loader-private.h"

#include "hih-suggest.h"

#include <string.h>

gboolean
hih_loader_has_enough (HihLoader *self)
{
  return self->issues->len - self->n_issues >= HIH_LOADER_MAX_ISSUES;
}

void
hih_loader_check_attributes (HihLoader *self, const HihNode *node, const char *allowed)
{
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      const char *name = node->attribute_names[i];

      if (!hih_words_contain (allowed, name))
        {
          g_autofree char *mend = hih_suggest_from_words (name, allowed);

          hih_node_complain_at (node, name, self->issues, mend, "<%s> has no attribute “%s”", node->name, name);
        }
    }
}

const char *
hih_loader_get_id (HihLoader *self, const HihNode *node, const char *name)
{
  const char *id = hih_node_get (node, name);

  if (id == NULL)
    hih_node_complain (node, self->issues, "Add the attribute", "<%s> needs %s=\"…\"", node->name, name);
  else if (!hih_name_is_valid (id))
    {
      hih_node_complain_at (node, name, self->issues, "Use small letters, digits and -, beginning with a letter",
                            "“%.80s” cannot be an id", id);
      return NULL;
    }
  return id;
}

gboolean
hih_loader_get_flag (HihLoader *self, const HihNode *node, const char *name)
{
  const char *value = hih_node_get (node, name);

  if (value != NULL && strcmp (value, "yes") != 0 && strcmp (value, "no") != 0)
    hih_node_complain_at (node, name, self->issues, "Write yes or no", "%s=\"%s\" is neither yes nor no", name, value);
  return g_strcmp0 (value, "yes") == 0;
}

HihKey *
hih_loader_find_key (HihLoader *self, const HihNode *node, const char *attribute)
{
  const char *name = hih_node_get (node, attribute);
  g_autofree char *full = strchr (name, '.') != NULL ? g_strdup (name) : g_strdup_printf ("%s.%s", self->app->id, name);
  HihKey *key = hih_app_set_find_key (self->apps, full);

  if (key == NULL)
    {
      g_autofree char *mend = hih_app_set_suggest_key (self->apps, full);

      hih_node_complain_at (node, attribute, self->issues, mend, "There is no key “%s”", full);
    }
  return key;
}

static gboolean
has_titles (const HihKey *key)
{
  for (guint i = 0; i < key->values->len; i++)
    {
      if (((HihKeyValue *) key->values->pdata[i])->title != NULL)
        return TRUE;
    }
  return key->type == HIH_KEY_TEXT || key->type == HIH_KEY_NUMBER;
}

void
hih_loader_read_wording (HihLoader *self, const HihNode *parent, guint index, GPtrArray *wordings)
{
  const HihNode *node = parent->children->pdata[index];
  const char *layout = hih_node_get (node, "layout");
  const char *name = hih_node_get (node, "key");
  g_autoptr (HihText) text = NULL;
  HihKey *key = NULL;

  hih_loader_check_attributes (self, node, "layout key xml:lang");
  if (hih_node_is_translation (node))
    {
      const HihNode *before = index > 0 ? parent->children->pdata[index - 1] : NULL;

      if (before == NULL || strcmp (before->name, node->name) != 0)
        hih_node_complain_at (node, "xml:lang", self->issues, "Put it right behind the English one",
                              "<%s xml:lang> translates nothing", node->name);
      return;
    }
  if (layout != NULL && !hih_words_contain ("a b c", layout))
    hih_node_complain_at (node, "layout", self->issues, "Write a, b or c", "There is no layout “%s”", layout);
  if (node->children->len > 0)
    hih_node_complain (node, self->issues, "Write only words into it", "<%s> holds another element", node->name);
  if (name != NULL)
    {
      key = hih_loader_find_key (self, node, "key");
      if (key != NULL && !has_titles (key))
        hih_node_complain_at (node, "key", self->issues, "Give its values a <title>",
                              "No value of “%s” has a title to show", key->name);
      if (*node->text != '\0')
        hih_node_complain_at (node, "key", self->issues, "Write words or a key, not both", "<%s key> holds words",
                              node->name);
    }
  else if (*node->text == '\0')
    hih_node_complain (node, self->issues, "Write the words into it", "<%s> is empty", node->name);
  for (guint i = 0; i < wordings->len; i++)
    {
      const HihWording *other = wordings->pdata[i];

      if (strcmp (other->name, node->name) == 0 && g_strcmp0 (other->layout, layout) == 0)
        hih_node_complain (node, self->issues, "Take one out, or give it layout=\"b\"", "A second <%s>", node->name);
    }
  text = key == NULL ? hih_node_dup_own_text (parent, index) : NULL;
  g_ptr_array_add (wordings, hih_wording_new (node->name, layout, text, key));
}
