/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a lesson file. Everything wrong is told at once, each with its place and how to mend it; a lesson with
 * anything wrong is not used. First the grammar, then the names against the lesson's apps, then the ids within.
 */
#include "config.h"

#include "hih-lesson-private.h"

#include <string.h>

#include "hih-pack.h"
#include "hih-suggest.h"

/* Before anything is looked at: what is far too much is not even read. */
static gboolean
check_size (const HihNode *root, GPtrArray *issues)
{
  guint n_traps = 0;

  if (hih_lesson_count_steps (root) > HIH_LESSON_MAX_STEPS)
    {
      hih_node_complain (root, issues, "Make several lessons of it", "the lesson has more than %d steps", HIH_LESSON_MAX_STEPS);
      return FALSE;
    }
  for (guint i = 0; i < root->children->len; i++)
    {
      const HihNode *child = root->children->pdata[i];

      if (strcmp (child->name, "trap") != 0)
        continue;
      if (++n_traps > HIH_LESSON_MAX_TRAPS)
        {
          hih_node_complain (child, issues, "Leave the others out", "the lesson has more than %d traps", HIH_LESSON_MAX_TRAPS);
          return FALSE;
        }
      if (hih_lesson_count_steps (child) > HIH_LESSON_MAX_TRAP_STEPS)
        {
          hih_node_complain (child, issues, "Make it shorter", "the trap has more than %d steps", HIH_LESSON_MAX_TRAP_STEPS);
          return FALSE;
        }
    }
  return TRUE;
}

static void
read_layouts (HihLesson *self, const HihNode *phone, GPtrArray *issues)
{
  static const char *const LAYOUTS[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C, NULL };
  const char *text = hih_node_get (phone, "layouts");

  self->layouts = text != NULL ? g_strsplit (text, " ", 8) : g_strdupv ((char **) LAYOUTS);
  for (guint i = 0; self->layouts[i] != NULL; i++)
    {
      if (!g_strv_contains (LAYOUTS, self->layouts[i]))
        {
          hih_node_complain_at (phone, "layouts", issues, "Write layouts=\"a b c\" or some of them",
                                "layouts=\"%.40s\" is not known", text);
          g_strfreev (self->layouts);
          self->layouts = g_strdupv ((char **) LAYOUTS); /* what follows from one mistake is none */
          return;
        }
    }
}

/* Words for a layout that the lesson does not use are never said. */
static void
check_where (HihLesson *self, const HihNode *node, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len && self->layouts != NULL; i++)
    {
      const HihNode *child = node->children->pdata[i];
      const char *layout = strcmp (child->name, "where") == 0 ? hih_node_get (child, "layout") : NULL;

      if (layout != NULL && hih_words_contain ("a b c", layout) && !hih_node_is_translation (child)
          && !g_strv_contains ((const char *const *) self->layouts, layout))
        hih_node_complain_at (child, "layout", issues, "Leave it out, or add the layout to <phone layouts>",
                              "the lesson is never shown in layout %s", layout);
      /* A drill fits lessons of any layouts. */
      if (strcmp (child->name, "step") == 0 || (strcmp (child->name, "trap") == 0 && hih_node_get (child, "use") == NULL))
        check_where (self, child, issues);
    }
}

static char *
suggest_step (HihLesson *self, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->steps->len; i++)
    {
      const HihStep *step = self->steps->pdata[i];

      if (step->id != NULL)
        g_ptr_array_add (ids, step->id);
    }
  return ids->len > 0 ? hih_suggest (id, ids) : g_strdup_printf ("Give a <step> the id %s", id);
}

static void
read_phone (HihLesson *self, const HihNode *root, const char *apps_dir, GPtrArray *drill_apps, GPtrArray *issues)
{
  const HihNode *phone = hih_lesson_find_child (root, "phone");
  const char *apps_text;
  g_auto (GStrv) apps = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n_before = issues->len;

  if (phone == NULL)
    {
      hih_node_complain (root, issues, "Write <phone apps=\"home\" start=\"home/main\"/>", "the lesson has no phone");
      return;
    }
  read_layouts (self, phone, issues);
  self->start = g_strdup (hih_node_get (phone, "start"));
  apps_text = hih_node_get (phone, "apps");
  if (apps_text == NULL)
    return;

  apps = g_strsplit_set (apps_text, " ", 32);
  for (guint i = 0; apps[i] != NULL; i++)
    {
      g_autofree char *file = NULL;

      if (!hih_lesson_is_word (apps[i]))
        {
          hih_node_complain_at (phone, "apps", issues,
                                "Write the names of files in apps/, without .xml, joined by one space",
                                "apps=\"%.60s\": \"%.40s\" is no app's name", apps_text, apps[i]);
          return;
        }
      file = hih_pack_find_file (apps_dir, HIH_PACK_APPS, apps[i]);
      if (!g_file_test (file, G_FILE_TEST_EXISTS))
        {
          g_autofree char *mend = hih_pack_suggest_file (apps_dir, HIH_PACK_APPS, apps[i]);

          hih_node_complain_at (phone, "apps", issues, mend, "there is no app %.60s", apps[i]);
          return;
        }
      g_ptr_array_add (all, apps[i]);
    }
  for (guint i = 0; i < drill_apps->len; i++)
    g_ptr_array_add (all, drill_apps->pdata[i]);
  g_ptr_array_add (all, NULL);
  self->apps = hih_app_set_load (apps_dir, (const char *const *) all->pdata, issues);
  if (self->apps == NULL)
    {
      if (issues->len == n_before)
        hih_node_complain_at (phone, "apps", issues, "Mend the apps first", "the apps \"%.60s\" cannot be used",
                              apps_text);
      return;
    }
  if (self->start != NULL && !hih_app_set_has_screen (self->apps, self->start))
    {
      g_autofree char *mend = hih_app_set_suggest_start (self->apps, self->start);

      hih_node_complain_at (phone, "start", issues, mend, "there is no screen %.60s", self->start);
    }
  self->start_effects = hih_effects_read (phone, NULL, issues);
  hih_effects_check (self->start_effects, self->apps, NULL, issues);
}

static void
read_goal (HihLesson *self, const HihNode *root, GPtrArray *issues)
{
  const HihNode *goal = hih_lesson_find_child (root, "goal");
  const char *when = goal != NULL ? hih_node_get (goal, "when") : NULL;

  if (goal == NULL)
    {
      hih_node_complain (root, issues, "Write <goal when=\"app.key=value\"> <say>…</say> </goal>",
                         "the lesson has no goal");
      return;
    }
  self->goal_place = hih_node_get_place (goal, "when");
  self->goal_say = hih_node_dup_text (goal, "say");
  self->goal_done = hih_node_dup_text (goal, "done");
  if (self->goal_say == NULL)
    hih_node_complain (goal, issues, "Write <say>: who is to be reached, and what for", "the goal says nothing");
  if (when != NULL && self->apps != NULL)
    {
      g_autofree char *reason = NULL, *mend = NULL;

      self->goal = hih_condition_parse (when, NULL, self->apps, &reason, &mend);
      if (self->goal == NULL)
        hih_node_complain_at (goal, "when", issues, mend, "goal: %s", reason);
    }
}

static void
read_protect (HihLesson *self, const HihNode *node, GPtrArray *issues)
{
  HihProtect *protect = g_new0 (HihProtect, 1);

  protect->key = g_strdup (hih_node_get (node, "key"));
  protect->why = hih_node_dup_text (node, "why");
  g_ptr_array_add (self->protects, protect);
  if (protect->why == NULL)
    hih_node_complain (node, issues, "Write <why>, said when it would be changed", "the protection says no reason");
  if (protect->key != NULL && self->apps != NULL && !hih_app_set_has_key (self->apps, protect->key))
    {
      g_autofree char *mend = hih_app_set_suggest_key (self->apps, protect->key);

      hih_node_complain_at (node, "key", issues, mend, "there is no key %.60s", protect->key);
    }
}

static void
read_rest (HihLesson *self, const HihNode *root, GPtrArray *issues)
{
  const HihNode *offline = hih_lesson_find_child (root, "offline");
  const HihNode *card = hih_lesson_find_child (root, "card");

  for (guint i = 0; i < root->children->len; i++)
    {
      const HihNode *child = root->children->pdata[i];

      if (strcmp (child->name, "protect") == 0)
        read_protect (self, child, issues);
      else if (strcmp (child->name, "trap") == 0)
        g_ptr_array_add (self->traps, hih_lesson_read_trap (child, self->apps, issues));
    }
  if (offline != NULL)
    self->offline_place = (HihFilePlace) { offline->line, offline->column };
  for (guint i = 0; offline != NULL && i < offline->children->len; i++)
    {
      const HihNode *say = offline->children->pdata[i];

      if (strcmp (say->name, "say") == 0 && !hih_node_is_translation (say))
        g_ptr_array_add (self->offline, hih_node_dup_own_text (offline, i));
    }
  if (self->offline->len == 0)
    hih_node_complain (offline != NULL ? offline : root, issues,
                       "Write <offline> <say>…</say> </offline>: the desk, the telephone, the paper",
                       "the lesson has no offline way");
  for (guint i = 0; card != NULL && i < card->children->len; i++)
    {
      const char *step = hih_node_get (card->children->pdata[i], "step");

      if (step != NULL)
        g_ptr_array_add (self->card_steps, g_strdup (step));
    }
}

/* Notes @id; FALSE, and told, when it was there already. */
static gboolean
note_id (GHashTable *ids, const char *id, const char *what, const char *file, HihFilePlace place, GPtrArray *issues)
{
  if (id == NULL || *id == '\0' || g_hash_table_add (ids, (gpointer) id))
    return TRUE;
  hih_issues_add (issues, file, place.line, place.column, "Give each its own id", "there are two %ss with the id %s",
                  what, id);
  return FALSE;
}

static void
check_ids (HihLesson *self, const HihNode *root, GPtrArray *issues)
{
  g_autoptr (GHashTable) step_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) all_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) trap_ids = g_hash_table_new (g_str_hash, g_str_equal);
  const HihNode *card = hih_lesson_find_child (root, "card");
  gboolean clear = TRUE; /* whether a name that is missing is not merely that of one of two steps with one id */

  for (guint i = 0; i < self->steps->len; i++)
    {
      const HihStep *step = self->steps->pdata[i];

      clear &= note_id (all_ids, step->id, "step", step->file, step->id_place, issues);
      if (step->id != NULL)
        g_hash_table_add (step_ids, step->id);
      if (self->film != NULL && step->film_start_ms < 0)
        hih_issues_add (issues, step->file, step->line, step->column, "Write film-start=\"…\" and film-end=\"…\"",
                        "the step has no place in the lesson's own film");
      else if (self->film != NULL && i > 0 && step->film_start_ms < ((HihStep *) self->steps->pdata[i - 1])->film_end_ms)
        hih_issues_add (issues, step->file, step->film_start_place.line, step->film_start_place.column,
                        "Let each step begin where the one before ends, or later",
                        "the step begins in the film before the step before it ends");
    }
  for (guint i = 0; i < self->traps->len; i++)
    {
      const HihTrap *trap = self->traps->pdata[i];

      note_id (trap_ids, trap->id, "trap", trap->file, trap->id_place, issues);
      if (clear && trap->at != NULL && *trap->at != '\0' && !g_hash_table_contains (step_ids, trap->at))
        {
          g_autofree char *mend = suggest_step (self, trap->at);

          hih_issues_add (issues, trap->file, trap->at_place.line, trap->at_place.column, mend,
                          "the trap strikes at %.60s, and there is no such step", trap->at);
        }
      for (guint j = 0; j < trap->steps->len; j++)
        {
          const HihStep *step = trap->steps->pdata[j];

          note_id (all_ids, step->id, "step", step->file, step->id_place, issues);
        }
    }
  for (guint i = 0; clear && card != NULL && i < card->children->len; i++)
    {
      const HihNode *line = card->children->pdata[i];
      const char *step = hih_node_get (line, "step");

      if (step != NULL && *step != '\0' && !g_hash_table_contains (step_ids, step))
        {
          g_autofree char *mend = suggest_step (self, step);

          hih_node_complain_at (line, "step", issues, mend, "there is no step %.60s", step);
        }
    }
}

/**
 * hih_lesson_load:
 * @path: the lesson's file
 * @apps_dir: where its apps are
 * @issues: (element-type HihIssue): what is wrong is added here
 *
 * Blocks: not for the main thread while a window is up. Any thread.
 *
 * Returns: (transfer full) (nullable): the lesson, or %NULL with issues added when anything is wrong with it or its apps
 */
HihLesson *
hih_lesson_load (const char *path, const char *apps_dir, GPtrArray *issues)
{
  g_autoptr (HihNode) root = NULL;
  g_autoptr (HihLesson) self = NULL;
  g_autoptr (GPtrArray) drill_apps = g_ptr_array_new_with_free_func (g_free);
  guint n_before = issues->len;

  g_return_val_if_fail (path != NULL && apps_dir != NULL && issues != NULL, NULL);
  root = hih_markup_read (path, issues);
  if (root == NULL)
    {
      if (issues->len == n_before)
        hih_issues_add (issues, path, 1, 1, "Write a <lesson>", "the file is empty");
      return NULL;
    }
  if (strcmp (root->name, "lesson") != 0)
    {
      hih_node_complain (root, issues, "Write a <lesson>", "<%s> is not a lesson", root->name);
      return NULL;
    }
  if (!hih_lesson_check_format (root, issues) || !check_size (root, issues))
    return NULL;

  self = hih_lesson_new (path);
  hih_lesson_check_grammar (root, issues);
  hih_drills_put_in (root, apps_dir, drill_apps, issues);
  hih_lesson_read_head (self, root, issues);
  read_phone (self, root, apps_dir, drill_apps, issues);
  hih_lesson_read_steps (root, self->apps, self->steps, issues);
  check_where (self, root, issues);
  if (self->steps->len == 0)
    hih_node_complain (root, issues, "Write 6 to 12 <step>s", "the lesson has no steps");
  read_goal (self, root, issues);
  read_rest (self, root, issues);
  check_ids (self, root, issues);
  return issues->len == n_before ? g_steal_pointer (&self) : NULL;
}
