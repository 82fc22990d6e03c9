/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one app: first what can be named (keys, screens), and in a second turn what names (wordings, elements). */
#include "config.h"

#include "hih-loader-private.h"

#include "hih-suggest.h"

#include <string.h>

#define MAX_VALUES 200
#define MAX_KEYS 100
#define LOOKS "plain home lock call talk code dark"
#define OVER_LOOKS "plain shade" /* of a dialog or sheet */

/* Keys. */

static void
read_values (HihLoader *self, const HihNode *node, HihKey *key)
{
  const char *list = hih_node_get (node, "values");
  g_auto (GStrv) words = g_strsplit_set (list != NULL ? list : "", " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!hih_name_is_valid (words[i]) || hih_key_find_value (key, words[i]) != NULL)
        hih_node_complain_at (node, "values", self->issues, "Write each value once, in small letters, digits and -",
                              "“%.80s” cannot be another value", words[i]);
      else
        hih_key_add_value (key, words[i], NULL, NULL);
    }
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];
      g_autoptr (HihText) title = hih_node_dup_text (child, "title");
      const char *id;

      if (strcmp (child->name, "value") != 0)
        {
          hih_node_complain (child, self->issues, "Write <value id=\"…\">", "<%s> cannot stand in <state>", child->name);
          continue;
        }
      hih_loader_check_attributes (self, child, "id picture");
      id = hih_loader_get_id (self, child, "id");
      if (id != NULL && hih_key_find_value (key, id) != NULL)
        hih_node_complain_at (child, "id", self->issues, "Write each value once", "There are two values “%s”", id);
      else if (id != NULL)
        hih_key_add_value (key, id, child, title);
      for (guint j = 0; j < child->children->len; j++)
        {
          const HihNode *inner = child->children->pdata[j];

          if (strcmp (inner->name, "title") != 0)
            hih_node_complain (inner, self->issues, "Write <title>", "<%s> cannot stand in <value>", inner->name);
        }
    }
  if (key->values->len == 0)
    hih_node_complain_at (node, "values", self->issues, "Write values=\"one two\", or type=\"text\", \"flag\" or \"number\"",
                          "A key needs 1 to %d values", MAX_VALUES);
  else if (key->values->len > MAX_VALUES)
    hih_node_complain_at (node, "values", self->issues, "Leave some out, or write type=\"text\"", "A key needs 1 to %d values, and this one has %u",
                          MAX_VALUES, key->values->len);
}

static int
read_bound (HihLoader *self, const HihNode *node, const char *name, int otherwise)
{
  const char *text = hih_node_get (node, name);
  gint64 number = otherwise;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, -1000000, 1000000, &number, NULL))
    hih_node_complain_at (node, name, self->issues, "Write a whole number", "%s=\"%s\" is no number", name, text);
  return (int) number;
}

static void
read_initial (HihLoader *self, const HihNode *node, HihKey *key)
{
  const char *initial = hih_node_get (node, "initial");

  if (initial != NULL)
    key->initial = g_strdup (initial);
  else if (key->type == HIH_KEY_NUMBER)
    key->initial = g_strdup_printf ("%d", key->min);
  else if (key->type == HIH_KEY_TEXT || key->values->len == 0)
    key->initial = g_strdup ("");
  else
    key->initial = g_strdup (((HihKeyValue *) key->values->pdata[0])->id);
  if ((key->type == HIH_KEY_TEXT || key->values->len > 0 || key->type == HIH_KEY_NUMBER) &&
      !hih_key_allows (key, key->initial))
    {
      g_autofree char *mend = hih_key_suggest (key, key->initial);

      hih_node_complain_at (node, "initial", self->issues, mend, "“%s” cannot begin as “%s”", key->name, key->initial);
    }
  if (key->type == HIH_KEY_TEXT)
    hih_key_add_text (key, key->initial, NULL);
}

static void
read_state (HihLoader *self, const HihNode *node)
{
  static const char *const types[] = { [HIH_KEY_CHOICE] = "choice", [HIH_KEY_TEXT] = "text", [HIH_KEY_FLAG] = "flag",
                                       [HIH_KEY_NUMBER] = "number" };
  const char *id = hih_loader_get_id (self, node, "key");
  const char *type_name = hih_node_get (node, "type");
  guint type = HIH_KEY_CHOICE;
  HihKey *key;

  for (guint i = 0; type_name != NULL && i <= G_N_ELEMENTS (types); i++)
    {
      if (i == G_N_ELEMENTS (types))
        {
          g_autofree char *mend = hih_suggest_from_words (type_name, "text flag number");

          hih_node_complain_at (node, "type", self->issues, mend, "A key cannot be of type “%s”", type_name);
        }
      else if (strcmp (types[i], type_name) == 0)
        {
          type = i;
          break;
        }
    }
  hih_loader_check_attributes (self, node, type == HIH_KEY_CHOICE   ? "key type values initial"
                                           : type == HIH_KEY_NUMBER ? "key type min max initial"
                                                                    : "key type initial");
  if (id == NULL)
    return;
  if (self->app->keys->len >= MAX_KEYS)
    {
      hih_node_complain (node, self->issues, "Make several apps of it", "The app has more than %d keys", MAX_KEYS);
      return;
    }
  key = hih_key_new (self->app->id, id, (HihKeyType) type);
  key->file = node->file;
  key->line = node->line;
  key->column = node->column;
  g_ptr_array_add (self->app->keys, key);
  if (type == HIH_KEY_CHOICE)
    read_values (self, node, key);
  key->min = read_bound (self, node, "min", 0);
  key->max = read_bound (self, node, "max", 10);
  if (key->min > key->max)
    {
      hih_node_complain_at (node, "min", self->issues, "Write the smaller number as min", "min is above max");
      key->max = key->min;
    }
  read_initial (self, node, key);
  if (!hih_app_set_add_key (self->apps, key))
    hih_node_complain_at (node, "key", self->issues, "Give one of them another name", "There are two keys “%s”", id);
}

/* Screens. */

static void
declare_screen (HihLoader *self, const HihNode *node, HihScreenKind kind)
{
  const char *id = hih_loader_get_id (self, node, "id");
  const char *look = hih_node_get (node, "look");
  const char *looks = kind == HIH_SCREEN_PLAIN ? LOOKS : OVER_LOOKS;
  HihScreen *screen;

  hih_loader_check_attributes (self, node, kind == HIH_SCREEN_PLAIN ? "id root look wallpaper" : "id look");
  if (look != NULL && !hih_words_contain (looks, look))
    {
      g_autofree char *mend = hih_suggest_from_words (look, looks);

      hih_node_complain_at (node, "look", self->issues, mend, "look=\"%s\" is not known", look);
    }
  /* A place is kept even without a fit id, so that the second turn finds it at the same index. */
  screen = hih_screen_new (self->app, id != NULL ? id : "", kind, node);
  screen->look = g_strdup (look != NULL ? look : "plain");
  screen->wallpaper = g_strdup (hih_node_get (node, "wallpaper"));
  screen->wallpaper_place = hih_node_get_place (node, "wallpaper");
  screen->root = kind == HIH_SCREEN_PLAIN && hih_loader_get_flag (self, node, "root");
  if (screen->root && self->app->root != NULL)
    hih_node_complain_at (node, "root", self->issues, "Only one screen is an app's first",
                          "A second screen with root=\"yes\"");
  else if (screen->root)
    self->app->root = screen;
  if (id != NULL && !hih_app_set_add_screen (self->apps, screen))
    hih_node_complain_at (node, "id", self->issues, "Give one of them another id",
                          "There are two screens, dialogs or sheets with the id “%s”", id);
}

static gboolean
get_screen_kind (const char *name, HihScreenKind *kind)
{
  for (guint i = HIH_SCREEN_PLAIN; i <= HIH_SCREEN_SHEET; i++)
    {
      if (strcmp (hih_screen_kind_get_name ((HihScreenKind) i), name) == 0)
        {
          *kind = (HihScreenKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

void
hih_loader_declare_app (HihLoader *self, const HihNode *root)
{
  gboolean is_system = strcmp (self->app->id, HIH_SYSTEM_APP) == 0;

  for (guint i = 0; i < root->children->len && !hih_loader_has_enough (self); i++)
    {
      const HihNode *node = root->children->pdata[i];
      HihScreenKind kind;

      if (strcmp (node->name, "state") == 0)
        read_state (self, node);
      else if (get_screen_kind (node->name, &kind))
        declare_screen (self, node, kind);
      else if (strcmp (node->name, "title") != 0 && (strcmp (node->name, "keys") != 0 || !is_system))
        {
          g_autofree char *mend = hih_suggest_from_words (node->name, is_system ? "title state screen dialog sheet keys"
                                                                               : "title state screen dialog sheet");

          hih_node_complain (node, self->issues, mend, "<%s> cannot stand in <app>", node->name);
        }
    }
  for (guint i = 0; i < self->app->screens->len && self->app->root == NULL; i++)
    {
      HihScreen *screen = self->app->screens->pdata[i];

      if (screen->kind == HIH_SCREEN_PLAIN)
        {
          screen->root = TRUE;
          self->app->root = screen;
        }
    }
  if (self->app->root == NULL)
    hih_node_complain (root, self->issues, "Add <screen id=\"main\" root=\"yes\">", "The app has no screen");
}

void
hih_loader_read_app (HihLoader *self, const HihNode *root)
{
  guint n_screens = 0;

  for (guint i = 0; i < root->children->len && !hih_loader_has_enough (self); i++)
    {
      const HihNode *node = root->children->pdata[i];
      HihScreenKind kind;

      if (strcmp (node->name, "title") == 0)
        hih_loader_read_wording (self, root, i, self->app->wordings);
      else if (strcmp (node->name, "keys") == 0)
        {
          self->n_elements = 0;
          hih_loader_read_elements (self, node, NULL, NULL, NULL, self->app->side);
        }
      else if (get_screen_kind (node->name, &kind))
        {
          HihScreen *screen = self->app->screens->pdata[n_screens++];

          self->n_elements = 0;
          for (guint j = 0; j < node->children->len; j++)
            {
              if (strcmp (((HihNode *) node->children->pdata[j])->name, "title") == 0)
                hih_loader_read_wording (self, node, j, screen->wordings);
            }
          if (*node->text != '\0')
            hih_node_complain (node, self->issues, "Put the words into <text><title>…", "Words stand straight in <%s>",
                               node->name);
          hih_loader_read_elements (self, node, screen, NULL, "title", screen->elements);
        }
    }
  if (hih_wordings_find (self->app->wordings, "title", NULL) == NULL)
    hih_node_complain (root, self->issues, "Add <title>…</title>", "The app has no title");
}
