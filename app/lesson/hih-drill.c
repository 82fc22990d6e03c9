/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drills: traps written once for any lesson, one a file in drills/ beside apps/, or in the ground's (hih-pack.c). Where a
 * lesson says <trap use="…"/>, the drill's elements are put into it before anything is read, so nothing after this file
 * knows of drills: the plan, the performer, the run, the records and the lesson's hash see a trap that is written out.
 */
#include "config.h"

#include <string.h>

#include "hih-lesson-private.h"
#include "hih-pack.h"

static void
set_attribute (HihNode *node, const char *name, const char *value)
{
  guint n = g_strv_length (node->attribute_names);

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (node->attribute_names[i], name) == 0)
        {
          g_free (node->attribute_values[i]);
          node->attribute_values[i] = g_strdup (value);
          return;
        }
    }
  node->attribute_names = g_renew (char *, node->attribute_names, n + 2);
  node->attribute_values = g_renew (char *, node->attribute_values, n + 2);
  node->attribute_places = g_renew (HihFilePlace, node->attribute_places, n + 1);
  node->attribute_places[n] = (HihFilePlace) { node->line, node->column };
  node->attribute_names[n] = g_strdup (name);
  node->attribute_values[n] = g_strdup (value);
  node->attribute_names[n + 1] = node->attribute_values[n + 1] = NULL;
}

/* Grammar and names of the file itself; FALSE when it cannot be used. */
static gboolean
check_file (const HihNode *root, GPtrArray *issues)
{
  const char *id = hih_node_get (root, "id");
  const char *apps = hih_node_get (root, "apps");
  g_autofree char *base = g_path_get_basename (root->file);
  g_auto (GStrv) names = g_strsplit (apps != NULL ? apps : "", " ", 32);
  guint n_before = issues->len;

  if (strcmp (root->name, "drill") != 0)
    {
      hih_node_complain (root, issues, "Write a <drill>", "<%s> is not a drill", root->name);
      return FALSE;
    }
  if (!hih_lesson_check_format (root, issues))
    return FALSE;
  if (hih_lesson_count_steps (root) > HIH_LESSON_MAX_TRAP_STEPS)
    {
      hih_node_complain (root, issues, "Make it shorter", "the drill has more than %d steps", HIH_LESSON_MAX_TRAP_STEPS);
      return FALSE;
    }
  hih_lesson_check_grammar (root, issues);
  if (id != NULL && (!g_str_has_prefix (base, id) || strcmp (base + strlen (id), ".xml") != 0))
    hih_node_complain_at (root, "id", issues, "Name the file after the drill: ID.xml",
                          "the file of the drill has another name than its id");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!hih_lesson_is_word (names[i]))
        hih_node_complain_at (root, "apps", issues, "Write the names of files in apps/, without .xml, joined by one space",
                              "apps=\"%.60s\": \"%.40s\" is no app's name", apps, names[i]);
    }
  return issues->len == n_before;
}

static HihNode *
read_drill (const HihNode *trap, const char *apps_dir, GPtrArray *issues)
{
  const char *use = hih_node_get (trap, "use");
  g_autofree char *path = NULL;
  g_autoptr (HihNode) root = NULL;

  if (!hih_lesson_is_word (use))
    {
      hih_node_complain_at (trap, "use", issues, "Write the name of a file in drills/, without .xml",
                            "use=\"%.60s\" is no drill's name", use);
      return NULL;
    }
  path = hih_pack_find_file (apps_dir, HIH_PACK_DRILLS, use);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *mend = hih_pack_suggest_file (apps_dir, HIH_PACK_DRILLS, use);

      hih_node_complain_at (trap, "use", issues, mend, "there is no drill %s", use);
      return NULL;
    }
  root = hih_markup_read (path, issues);
  return root != NULL && check_file (root, issues) ? g_steal_pointer (&root) : NULL;
}

static void
add_apps (const HihNode *drill, GPtrArray *apps)
{
  const char *text = hih_node_get (drill, "apps");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", " ", 32);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (apps, g_strdup (names[i]));
}

/* Whether the lesson says @theirs in its own words. */
static gboolean
is_said_anew (const HihNode *trap, const HihNode *theirs)
{
  if (strcmp (theirs->name, "say") != 0 && strcmp (theirs->name, "tell") != 0)
    return FALSE;
  for (guint i = 0; i < trap->children->len; i++)
    {
      const HihNode *own = trap->children->pdata[i];

      if (strcmp (own->name, theirs->name) == 0 && g_strcmp0 (hih_node_get (own, "when"), hih_node_get (theirs, "when")) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Moves the drill's elements into @trap, before its own. Its steps are called after the trap: one lesson may use a
 * drill twice, and two drills may both hang up. */
static void
put_in (HihNode *trap, HihNode *drill)
{
  const char *id = hih_node_get (trap, "id");
  guint place = 0;
  gboolean leave_out = FALSE;

  if (id == NULL)
    set_attribute (trap, "id", hih_node_get (drill, "id"));
  id = hih_node_get (trap, "id");
  set_attribute (trap, "kind", hih_node_get (drill, "kind"));
  while (drill->children->len > 0)
    {
      HihNode *child = g_ptr_array_steal_index (drill->children, 0);

      if (!hih_node_is_translation (child))
        leave_out = is_said_anew (trap, child);
      if (leave_out)
        {
          hih_node_free (child);
          continue;
        }
      if (strcmp (child->name, "step") == 0)
        {
          g_autofree char *step_id = g_strconcat (id, "-", hih_node_get (child, "id"), NULL);

          set_attribute (child, "id", step_id);
        }
      g_ptr_array_insert (trap->children, (int) place++, child);
    }
}

void
hih_drills_put_in (HihNode *root, const char *apps_dir, GPtrArray *apps, GPtrArray *issues)
{
  for (guint i = 0; i < root->children->len; i++)
    {
      HihNode *node = root->children->pdata[i];
      g_autoptr (HihNode) drill = NULL;

      if (strcmp (node->name, "trap") != 0 || hih_node_get (node, "use") == NULL)
        continue;
      drill = read_drill (node, apps_dir, issues);
      if (drill == NULL)
        {
          /* Told once; an empty trap would be told again and again. */
          g_ptr_array_remove_index (root->children, i--);
          continue;
        }
      add_apps (drill, apps);
      put_in (node, drill);
    }
}

void
hih_drill_check (const HihNode *root, const char *apps_dir, HihPictureFunc func, gpointer data, GPtrArray *issues)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HihAppSet) apps = NULL;
  HihTrap *trap;

  if (!check_file (root, issues))
    return;
  add_apps (root, names);
  g_ptr_array_add (names, NULL);
  apps = hih_app_set_load (apps_dir, (const char *const *) names->pdata, issues);
  if (apps == NULL)
    return;
  trap = hih_lesson_read_trap (root, apps, issues);
  for (guint i = 0; i < trap->steps->len; i++)
    {
      const HihStep *step = trap->steps->pdata[i];

      if (step->picture != NULL)
        func (step->picture, FALSE, step->file, step->picture_place, data);
    }
  hih_effects_foreach_picture (trap->effects, func, data);
  hih_trap_free (trap);
}
