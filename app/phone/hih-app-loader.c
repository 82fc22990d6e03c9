/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Apps may name each other, so they are read together and in turns: first every file as a tree; then what can be named
 * (keys, screens); then what names (elements, conditions, effects); at last the names in effects are looked up. Apps
 * that are named by loaded ones and lie in the same folder, or in the pack's ground (hih-pack.c), are loaded too: a trainee
 * who wanders walks on real ground.
 */
#include "config.h"

#include "hih-loader-private.h"

#include "hih-pack.h"
#include "hih-suggest.h"

#include <string.h>

#define FORMAT 1
#define MAX_APPS 64

typedef struct
{
  HihLoader loader;
  const char *dir;
  GPtrArray *queue; /* (element-type utf8) names, each once */
  GPtrArray *roots; /* (element-type HihNode), one an app of @files */
  GPtrArray *files; /* (element-type HihApp), borrowed */
} Work;

/* Files. */

static void
enqueue (Work *work, const char *name)
{
  if (work->queue->len < MAX_APPS && !g_ptr_array_find_with_equal_func (work->queue, name, g_str_equal, NULL))
    g_ptr_array_add (work->queue, g_strdup (name));
}

/* An app that is only named is loaded if it is there; if not, whoever names it hears of it later. */
static void
enqueue_named (Work *work, const char *text, char separator)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n=!'", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *middle = strchr (words[i], separator);
      g_autofree char *app = middle != NULL ? g_strndup (words[i], middle - words[i]) : NULL;
      g_autofree char *file = hih_name_is_valid (app) ? hih_pack_find_file (work->dir, HIH_PACK_APPS, app) : NULL;

      if (file != NULL && g_file_test (file, G_FILE_TEST_IS_REGULAR))
        enqueue (work, app);
    }
}

static void
enqueue_all_named (Work *work, const HihNode *node)
{
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      const char *name = node->attribute_names[i];

      if (hih_words_contain ("screen when dialog", name) || (strcmp (name, "id") == 0 && strcmp (node->name, "sheet") == 0))
        enqueue_named (work, node->attribute_values[i], '/');
      if (hih_words_contain ("key when camera current", name))
        enqueue_named (work, node->attribute_values[i], '.');
    }
  for (guint i = 0; i < node->children->len; i++)
    enqueue_all_named (work, node->children->pdata[i]);
}

/* FALSE when nothing more can be said about the file. */
static gboolean
check_root (HihLoader *self, const HihNode *root, const char *name)
{
  const char *format = hih_node_get (root, "format");
  const char *id = hih_node_get (root, "id");
  guint64 number = 0;

  if (strcmp (root->name, "app") != 0)
    {
      hih_node_complain (root, self->issues, "Write <app id=\"…\" format=\"1\">", "<%s> is no app", root->name);
      return FALSE;
    }
  if (format == NULL || !g_ascii_string_to_unsigned (format, 10, 1, G_MAXUINT32, &number, NULL))
    {
      hih_node_complain_at (root, "format", self->issues, "Write format=\"1\"", "The app does not say its format");
      return FALSE;
    }
  if (number > FORMAT)
    {
      hih_node_complain_at (root, "format", self->issues,
                            "Use a newer version of the program; nothing is wrong with the file",
                            "The app is written in format %" G_GUINT64_FORMAT ", this program reads format %d", number,
                            FORMAT);
      return FALSE;
    }
  hih_loader_check_attributes (self, root, "id format picture");
  if (g_strcmp0 (id, name) != 0)
    hih_node_complain_at (root, "id", self->issues, "Give the file and the app the same name",
                          "%s.xml holds the app “%.80s”", name, id != NULL ? id : "");
  return TRUE;
}

static void
read_file (Work *work, const char *name)
{
  HihLoader *self = &work->loader;
  g_autofree char *path = NULL;
  g_autoptr (HihNode) root = NULL;
  HihApp *app;

  if (!hih_name_is_valid (name))
    {
      hih_issues_add (self->issues, work->dir, 1, 1, "Use small letters, digits and -", "“%.80s” cannot be an app", name);
      return;
    }
  path = hih_pack_find_file (work->dir, HIH_PACK_APPS, name);
  root = hih_markup_read (path, self->issues);
  if (root == NULL || !check_root (self, root, name))
    return;
  app = hih_app_new (name, path);
  app->picture = g_strdup (hih_node_get (root, "picture"));
  app->picture_place = hih_node_get_place (root, "picture");
  hih_app_set_add_app (self->apps, app);
  g_ptr_array_add (work->files, app);
  enqueue_all_named (work, root);
  g_ptr_array_add (work->roots, g_steal_pointer (&root));
}

/* What the brain itself relies on. */
static void
complete_system (HihLoader *self)
{
  static const char *const flags[] = { "awake", "locked", "ringing" };
  static const char *const screens[] = { HIH_SYSTEM_LOCK, HIH_SYSTEM_DARK };
  HihApp *system = hih_app_set_find_app (self->apps, HIH_SYSTEM_APP);

  if (system == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      HihKey *key = hih_key_new (HIH_SYSTEM_APP, flags[i], HIH_KEY_FLAG);
      HihKey *written = hih_app_set_find_key (self->apps, key->name);

      key->initial = g_strdup (i == 0 ? "yes" : "no");
      key->file = system->file;
      g_ptr_array_add (system->keys, key);
      if (written == NULL)
        hih_app_set_add_key (self->apps, key);
      else if (written->type != HIH_KEY_FLAG)
        hih_issues_add (self->issues, written->file, written->line, written->column, "Write type=\"flag\"",
                        "“%s” must be a flag", written->name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      if (!hih_app_set_has_screen (self->apps, screens[i]))
        hih_issues_add (self->issues, system->file, 1, 1, "Write <screen id=\"…\"> with that name into this file",
                        "Every phone needs the screen “%s”", screens[i]);
    }
}

/* The bar at the bottom, the way back, and the bar at the top if there is something to pull down from it. Written in <keys>, they have their author's words; they do the same. */
static void
add_bar (HihLoader *self)
{
  static const char *const bar[] = { "home", "back", "status" };
  HihApp *system = hih_app_set_find_app (self->apps, HIH_SYSTEM_APP);
  guint n = hih_app_set_find_screen (self->apps, HIH_SYSTEM_SHADE) != NULL ? 3 : 2;

  for (guint i = 0; system != NULL && i < n; i++)
    {
      HihElement *element = hih_element_new (&hih_key_element_kind, HIH_SYSTEM_APP, bar[i], NULL);

      element->file = system->file;
      if (hih_app_set_add_element (self->apps, element))
        g_ptr_array_add (system->side, element);
      else
        hih_element_free (element);
    }
}

static void
node_free (gpointer data)
{
  hih_node_free (data);
}

/**
 * hih_app_set_load:
 * @dir: a folder of app files
 * @apps: %NULL-ended names; "system" always comes too, and so does every app of @dir or the ground that a loaded one names
 * @issues: (element-type HihIssue): everything wrong is added here
 *
 * Blocks: call at start-up or from a thread.
 *
 * Returns: (transfer full) (nullable): the apps, or %NULL when anything is wrong
 */
HihAppSet *
hih_app_set_load (const char *dir, const char *const *apps, GPtrArray *issues)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) effects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (HihAppSet) set = hih_app_set_new ();
  Work work = { { set, NULL, effects, issues, issues->len, 0 }, dir, queue, roots, files };
  guint n_issues = issues->len;

  enqueue (&work, HIH_SYSTEM_APP);
  for (guint i = 0; apps != NULL && apps[i] != NULL; i++)
    enqueue (&work, apps[i]);
  for (guint i = 0; i < queue->len && !hih_loader_has_enough (&work.loader); i++)
    read_file (&work, queue->pdata[i]);
  for (guint i = 0; i < files->len; i++)
    {
      work.loader.app = files->pdata[i];
      hih_loader_declare_app (&work.loader, roots->pdata[i]);
    }
  complete_system (&work.loader);
  for (guint i = 0; i < files->len; i++)
    {
      work.loader.app = files->pdata[i];
      hih_loader_read_app (&work.loader, roots->pdata[i]);
    }
  add_bar (&work.loader);
  for (guint i = 0; i < effects->len; i++)
    hih_effects_register (effects->pdata[i], set);
  for (guint i = 0; i < effects->len && !hih_loader_has_enough (&work.loader); i++)
    hih_effects_check (effects->pdata[i], set, NULL, issues);
  return issues->len == n_issues ? g_steal_pointer (&set) : NULL;
}
