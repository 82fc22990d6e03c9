/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks files and folders: each by its root element, lessons by performing them (hih-check-lesson.c). */
#include "config.h"

#include "hih-check.h"
#include "hih-check-languages.h"
#include "hih-check-spoken.h"

#include "hih-app-effects.h"
#include "hih-pack.h"

#include <gio/gio.h>
#include <string.h>

#include "hih-lesson-private.h"

#define MAX_FILES 2000
#define MAX_DEPTH 4
#define FILM_SLACK_MS 100 /* of a film's length, which is not told more exactly */

typedef struct
{
  const char *apps_dir;
  gboolean apps_are_given; /* one file, and somebody said where its apps are */
  const char *media_dir; /* NULL: pictures are not looked for */
  HihCheckFilm film;     /* NULL: films are not looked into */
  GPtrArray *issues;
  GPtrArray *lessons;    /* (element-type HihLesson) that could be loaded */
  GPtrArray *app_sets;   /* (element-type HihAppSet) of the folders whose apps could be loaded */
  GHashTable *app_dirs;  /* folders whose apps were read */
  GHashTable *used;      /* folder -> GPtrArray of the names of its apps that lessons use */
  GHashTable *pictures;  /* "F:face-fang" or "I:video" -> whether it is there */
  GHashTable *unread;    /* ids, by their files' names, of lessons that are there and must be mended first */
  guint n_files;
} Check;

static void
lesson_unref (gpointer data)
{
  hih_lesson_unref (data);
}

static void
app_set_unref (gpointer data)
{
  hih_app_set_unref (data);
}

/* "face-fang" is faces/fang.svg or face-fang.svg, in whichever folder of media. */
static gboolean
find_file (const char *dir, const char *name, guint depth)
{
  static const char *const SUFFIXES[] = { ".svg", ".png", ".webp", ".jpg" };
  g_autoptr (GDir) handle = NULL;
  const char *entry;

  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    {
      g_autofree char *file = g_strconcat (name, SUFFIXES[i], NULL);
      g_autofree char *path = g_build_filename (dir, file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  handle = depth > 0 ? g_dir_open (dir, 0, NULL) : NULL;
  while (handle != NULL && (entry = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, entry, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && find_file (path, name, depth - 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_picture (const char *media_dir, const char *name, gboolean is_icon)
{
  static const struct
  {
    const char *prefix;
    const char *folder;
  } FOLDERS[] = { { "face-", "faces" }, { "tile-", "tiles" }, { "scene-", "scene" }, { "person-", "people" } };

  if (!hih_lesson_is_word (name))
    return FALSE;
  if (is_icon)
    {
      g_autofree char *dir = g_build_filename (media_dir, "icons", NULL);
      g_autofree char *file = g_strdup_printf ("hih-%s-symbolic", name);

      return find_file (dir, file, 4);
    }
  for (guint i = 0; i < G_N_ELEMENTS (FOLDERS); i++)
    {
      if (g_str_has_prefix (name, FOLDERS[i].prefix))
        {
          g_autofree char *dir = g_build_filename (media_dir, FOLDERS[i].folder, NULL);

          if (find_file (dir, name + strlen (FOLDERS[i].prefix), 0) || find_file (dir, name, 0))
            return TRUE;
        }
    }
  return find_file (media_dir, name, 1);
}

static void
check_picture_cb (const char *name, gboolean is_icon, const char *file, HihFilePlace place, gpointer data)
{
  Check *check = data;
  g_autofree char *key = g_strconcat (is_icon ? "I:" : "F:", name, NULL);
  gpointer found;

  if (check->media_dir == NULL || name == NULL)
    return;
  if (!g_hash_table_lookup_extended (check->pictures, key, NULL, &found))
    {
      found = GINT_TO_POINTER (find_picture (check->media_dir, name, is_icon));
      g_hash_table_insert (check->pictures, g_steal_pointer (&key), found);
    }
  if (!GPOINTER_TO_INT (found))
    hih_issues_add (check->issues, file, place.line, place.column,
                    is_icon ? "Write the name of an icon in media/icons, without hih- and -symbolic"
                            : "Put the drawing into media/, or mend its name",
                    "there is no %s %.60s", is_icon ? "icon" : "picture", name);
}

static void
check_step_pictures (Check *check, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const HihStep *step = steps->pdata[i];

      check_picture_cb (step->picture, FALSE, step->file, step->picture_place, check);
    }
}

/* In a folder each lesson has the apps that stand nearest: a pack may hold another. */
static char *
find_apps_dir (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (dir);
  /* Named as whoever checks the folder names it: what is told of an app for two reasons is told of one file. */
  g_autofree char *pack = *name == '.' ? g_build_filename (dir, "..", NULL) : g_path_get_dirname (dir);
  const char *const near[] = { dir, pack };

  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    {
      if (hih_pack_is_one (near[i]))
        return g_build_filename (near[i], HIH_PACK_APPS, NULL);
    }
  return NULL;
}

/* A lesson of a topic that the pack does not know is never shown. A lesson by itself has no pack to ask. */
static void
check_topic (Check *check, HihLesson *lesson, const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *topics = g_build_filename (dir, "..", "topics.xml", NULL);
  g_autoptr (HihNode) root = NULL;

  if (!g_file_test (topics, G_FILE_TEST_IS_REGULAR))
    return;
  root = hih_markup_read (topics, check->issues);
  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      const HihNode *node = root->children->pdata[i];

      if (g_strcmp0 (hih_node_get (node, "id"), lesson->topic) == 0)
        return;
    }
  if (root != NULL)
    hih_issues_add (check->issues, path, lesson->topic_place.line, lesson->topic_place.column,
                    "Write the id of a topic of topics.xml, or add it there",
                    "there is no topic %.60s", lesson->topic);
}

/* Every step's time must lie in the film. */
static void
check_film_times (Check *check, HihLesson *lesson, gint64 film_ms)
{
  for (guint i = 0; i < lesson->steps->len; i++)
    {
      const HihStep *step = lesson->steps->pdata[i];
      gboolean starts = step->film_start_ms < film_ms;
      HihFilePlace place = starts ? step->film_end_place : step->film_start_place;

      if (step->film_end_ms > film_ms + FILM_SLACK_MS)
        hih_issues_add (check->issues, step->file, place.line, place.column,
                        "Mend the time, or put the whole film beside the lesson",
                        "the step %s in the film after its end: the film lasts %.1f seconds", starts ? "ends" : "begins",
                        film_ms / 1000.0);
    }
}

static void
check_film (Check *check, HihLesson *lesson, const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *film = g_build_filename (dir, lesson->film, NULL);
  g_autofree char *reason = NULL, *captions = NULL;
  gint64 film_ms;

  if (g_file_test (film, G_FILE_TEST_IS_SYMLINK))
    hih_issues_add (check->issues, path, lesson->film_place.line, lesson->film_place.column,
                    "Put the film itself beside the lesson", "the film %s is only a link to another place", lesson->film);
  else if (!g_file_test (film, G_FILE_TEST_IS_REGULAR))
    hih_issues_add (check->issues, path, lesson->film_place.line, lesson->film_place.column,
                    "Put the film beside the lesson, or leave <film> out", "there is no film %s", lesson->film);
  else if (check->film != NULL)
    {
      film_ms = check->film (film, &reason, &captions);
      if (film_ms < 0)
        hih_issues_add (check->issues, path, lesson->film_place.line, lesson->film_place.column,
                        "Put a film there that this computer can play, or leave <film> out",
                        "the film %s cannot be played: %.200s", lesson->film, reason != NULL ? reason : "it is no film");
      else
        check_film_times (check, lesson, film_ms);
      if (captions != NULL)
        hih_issues_add (check->issues, path, lesson->film_place.line, lesson->film_place.column,
                        "Mend the captions, or take their file away: then each step is captioned with its own words",
                        "the captions beside the film %s cannot be used: %.200s", lesson->film, captions);
    }
}

static gboolean
is_file_of (const char *path, const char *id)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *wanted = g_strconcat (id, ".xml", NULL);

  return strcmp (base, wanted) == 0;
}

/* Its mistake is told, and is not that of those who need it. */
static void
note_unread (Check *check, const char *path)
{
  char *id = g_path_get_basename (path);

  if (g_str_has_suffix (id, ".xml"))
    id[strlen (id) - strlen (".xml")] = '\0';
  g_hash_table_add (check->unread, id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Some apps of @dir, and those that they name, all of them looked at. @names: (element-type utf8) NULL-ended */
static void
check_apps (Check *check, const char *dir, GPtrArray *names)
{
  g_autoptr (HihAppSet) apps = hih_app_set_load (dir, (const char *const *) names->pdata, check->issues);

  if (apps == NULL)
    return;
  hih_app_set_foreach_picture (apps, check_picture_cb, check);
  hih_app_set_check (apps, check->issues);
  g_ptr_array_add (check->app_sets, hih_app_set_ref (apps));
}

static void
note_used_apps (Check *check, const char *dir, HihAppSet *apps)
{
  g_autoptr (GPtrArray) names = hih_app_set_dup_names (apps);
  GPtrArray *used = g_hash_table_lookup (check->used, dir);

  if (used == NULL)
    {
      used = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (check->used, g_strdup (dir), used);
    }
  for (guint i = 0; i < names->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (used, names->pdata[i], g_str_equal, NULL))
        g_ptr_array_add (used, g_strdup (names->pdata[i]));
    }
}

static void
check_app_languages (Check *check, const char *dir, const char *name)
{
  g_autofree char *path = hih_pack_find_file (dir, HIH_PACK_APPS, name);
  g_autoptr (GPtrArray) told = hih_issues_new (); /* already, when the app was loaded */
  g_autoptr (HihNode) root = hih_markup_read (path, told);

  if (root != NULL)
    hih_check_languages (root, check->issues);
}

/* What a finger can get into by the way must be as good as what a lesson shows, also when the folder of apps is not asked
 * about: each app once, however many lessons use it. */
static void
check_used_apps (Check *check)
{
  GHashTableIter iter;
  gpointer dir, names;

  g_hash_table_iter_init (&iter, check->used);
  while (g_hash_table_iter_next (&iter, &dir, &names))
    {
      if (g_hash_table_contains (check->app_dirs, dir))
        continue;
      g_ptr_array_sort (names, compare_names);
      for (guint i = 0; i < ((GPtrArray *) names)->len; i++)
        check_app_languages (check, dir, g_ptr_array_index ((GPtrArray *) names, i));
      g_ptr_array_add (names, NULL);
      check_apps (check, dir, names);
    }
}

/* What the lesson itself puts on the phone: what comes up when it begins, and what it writes into keys. Of its traps
 * hih-check-asking.c tells. */
static void
check_own_words (Check *check, HihLesson *lesson)
{
  HihAppSet *apps = hih_lesson_get_apps (lesson);
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, lesson->start);
  gboolean writes = hih_effects_put_words (lesson->start_effects, apps);

  hih_effects_check_told (lesson->start_effects, apps, state, check->issues);
  for (guint i = 0; i < lesson->traps->len && !writes; i++)
    writes = hih_effects_put_words (((const HihTrap *) lesson->traps->pdata[i])->effects, apps);
  if (writes)
    hih_app_set_check_labels (apps, check->issues);
}

static void
check_lesson_file (Check *check, const char *path)
{
  g_autofree char *nearest = check->apps_are_given ? NULL : find_apps_dir (path);
  const char *apps_dir = nearest != NULL ? nearest : check->apps_dir;
  g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps_dir, check->issues);

  if (lesson == NULL)
    {
      note_unread (check, path);
      return;
    }
  if (!is_file_of (path, lesson->id))
    hih_issues_add (check->issues, path, lesson->id_place.line, lesson->id_place.column,
                    "Give the file and the lesson the same name: ID.xml", "the lesson in this file has the id %s",
                    lesson->id);
  check_topic (check, lesson, path);
  hih_check_lesson (lesson, check->issues);
  hih_check_spoken (lesson, check->issues);
  check_picture_cb (lesson->picture, FALSE, path, lesson->picture_place, check);
  check_step_pictures (check, lesson->steps);
  hih_effects_foreach_picture (lesson->start_effects, check_picture_cb, check);
  for (guint i = 0; i < lesson->traps->len; i++)
    {
      const HihTrap *trap = lesson->traps->pdata[i];

      check_step_pictures (check, trap->steps);
      hih_effects_foreach_picture (trap->effects, check_picture_cb, check);
    }
  if (lesson->film != NULL)
    check_film (check, lesson, path);
  for (guint i = 0; i < check->lessons->len; i++)
    {
      HihLesson *other = check->lessons->pdata[i];

      if (strcmp (other->id, lesson->id) == 0)
        hih_issues_add (check->issues, path, lesson->id_place.line, lesson->id_place.column, "Give each its own id", "%s has the id %s too", other->path,
                        lesson->id);
    }
  g_ptr_array_add (check->lessons, hih_lesson_ref (lesson));
  note_used_apps (check, apps_dir, hih_lesson_get_apps (lesson));
  check_own_words (check, lesson);
}

/* An app is read together with the others of its folder, for it may open their screens. */
static void
check_app_file (Check *check, const char *path, const HihNode *root)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) handle = g_dir_open (dir, 0, NULL);
  const char *entry;

  if (hih_node_get (root, "id") == NULL || !is_file_of (path, hih_node_get (root, "id")))
    {
      hih_node_complain_at (root, "id", check->issues, "Name the file after the app: ID.xml",
                            "the file of the app has another name than its id");
      return;
    }
  if (!g_hash_table_add (check->app_dirs, g_strdup (dir)))
    return;
  while (handle != NULL && names->len < MAX_FILES && (entry = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *name = g_str_has_suffix (entry, ".xml") ? g_strndup (entry, strlen (entry) - 4) : NULL;

      if (name != NULL && hih_lesson_is_word (name) && strcmp (name, "system") != 0)
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);
  check_apps (check, dir, names);
}

/* Whether one gets out of it is asked where a lesson uses it. */
static void
check_drill_file (Check *check, const char *path, const HihNode *root)
{
  g_autofree char *nearest = check->apps_are_given ? NULL : find_apps_dir (path);

  hih_drill_check (root, nearest != NULL ? nearest : check->apps_dir, check_picture_cb, check, check->issues);
}

static void
check_file (Check *check, const char *path)
{
  guint n_before = check->issues->len;
  g_autoptr (HihNode) root = hih_markup_read (path, check->issues);

  check->n_files++;
  if (root == NULL)
    {
      note_unread (check, path);
      if (check->issues->len == n_before)
        hih_issues_add (check->issues, path, 1, 1, "Write a <lesson>, an <app> or a <drill>", "the file is empty");
      return;
    }
  hih_check_languages (root, check->issues);
  if (strcmp (root->name, "lesson") == 0)
    check_lesson_file (check, path);
  else if (strcmp (root->name, "app") == 0)
    check_app_file (check, path, root);
  else if (strcmp (root->name, "drill") == 0)
    check_drill_file (check, path, root);
  else if (strcmp (root->name, "topics") != 0)
    hih_node_complain (root, check->issues, "Write a <lesson>, an <app>, a <drill> or <topics>", "<%s> is not known",
                       root->name);
}

static void
check_dir (Check *check, const char *path, guint depth)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) handle = g_dir_open (path, 0, NULL);
  const char *entry;

  while (handle != NULL && names->len < MAX_FILES && (entry = g_dir_read_name (handle)) != NULL)
    g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len && check->n_files < MAX_FILES; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          if (depth > 0 && *(char *) names->pdata[i] != '.' && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
            check_dir (check, child, depth - 1);
        }
      else if (g_str_has_suffix (child, ".xml"))
        check_file (check, child);
    }
}

/* Whether the pack round a lesson that is checked alone has another of that name. */
static gboolean
stands_in_pack (const char *pack, const char *id)
{
  g_autoptr (GDir) topics = g_dir_open (pack, 0, NULL);
  g_autofree char *file = g_strconcat (id, ".xml", NULL);
  const char *topic;
  gboolean found = FALSE;

  while (topics != NULL && !found && (topic = g_dir_read_name (topics)) != NULL)
    {
      g_autofree char *path = g_build_filename (pack, topic, file, NULL);

      found = g_file_test (path, G_FILE_TEST_IS_REGULAR);
    }
  return found;
}

/* What only a whole pack can tell: whether needed lessons are there. Topics are read by the catalogue. */
static void
check_needs (Check *check, const char *pack)
{
  for (guint i = 0; i < check->lessons->len; i++)
    {
      HihLesson *lesson = check->lessons->pdata[i];
      const char *const *needs = hih_lesson_get_needs (lesson);

      for (guint j = 0; needs[j] != NULL; j++)
        {
          gboolean found = g_hash_table_contains (check->unread, needs[j]) || (pack != NULL && stands_in_pack (pack, needs[j]));

          for (guint k = 0; k < check->lessons->len && !found; k++)
            found = strcmp (((HihLesson *) check->lessons->pdata[k])->id, needs[j]) == 0;
          if (!found)
            hih_issues_add (check->issues, lesson->path, g_array_index (lesson->needs_places, HihFilePlace, j).line,
                            g_array_index (lesson->needs_places, HihFilePlace, j).column,
                            "Write the id of a lesson that is there", "it needs the lesson %s, and there is none", needs[j]);
        }
    }
}

/**
 * hih_check_path_with_films:
 * @path: a lesson file, an app file, or a folder of them
 * @apps_dir: (nullable): where the apps of a lesson file are; in a folder, only of lessons that have none nearer
 * @media_dir: (nullable): where pictures are; %NULL: not checked
 * @film: (scope call) (nullable): how long a film lasts; %NULL: films are not looked into
 * @issues: (element-type HihIssue): everything found is added here, sorted
 * @lessons: (nullable) (element-type HihLesson): the lessons that could be loaded are added here
 * @app_sets: (nullable) (element-type HihAppSet): the apps of each folder that is checked, and those that lessons use of
 *   others, are added here, if they could be loaded
 *
 * Blocks. Any thread.
 *
 * Returns: the number of files read
 */
guint
hih_check_path_with_films (const char *path, const char *apps_dir, const char *media_dir, HihCheckFilm film,
                           GPtrArray *issues, GPtrArray *lessons, GPtrArray *app_sets)
{
  Check check = { .media_dir = media_dir, .film = film, .issues = issues };
  gboolean is_dir = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *dir = is_dir ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *found = g_build_filename (dir, is_dir ? "." : "..", "apps", NULL);

  check.apps_dir = apps_dir != NULL ? apps_dir : found;
  check.apps_are_given = apps_dir != NULL && !is_dir;
  check.lessons = g_ptr_array_new_with_free_func (lesson_unref);
  check.app_sets = g_ptr_array_new_with_free_func (app_set_unref);
  check.app_dirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  check.pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (is_dir)
    {
      g_autofree char *topics = g_build_filename (path, "topics.xml", NULL);

      check_dir (&check, path, MAX_DEPTH);
      if (g_file_test (topics, G_FILE_TEST_EXISTS))
        check_needs (&check, NULL);
    }
  else
    {
      g_autofree char *pack = g_path_get_dirname (dir);
      g_autofree char *topics = g_build_filename (pack, "topics.xml", NULL);

      check_file (&check, path);
      if (g_file_test (topics, G_FILE_TEST_EXISTS))
        check_needs (&check, pack);
    }
  check_used_apps (&check);
  hih_issues_sort (issues);
  if (lessons != NULL)
    g_ptr_array_extend_and_steal (lessons, g_steal_pointer (&check.lessons));
  g_clear_pointer (&check.lessons, g_ptr_array_unref);
  if (app_sets != NULL)
    g_ptr_array_extend_and_steal (app_sets, g_steal_pointer (&check.app_sets));
  g_clear_pointer (&check.app_sets, g_ptr_array_unref);
  g_hash_table_unref (check.app_dirs);
  g_hash_table_unref (check.used);
  g_hash_table_unref (check.pictures);
  g_hash_table_unref (check.unread);
  return check.n_files;
}

guint
hih_check_path (const char *path, const char *apps_dir, const char *media_dir, GPtrArray *issues, GPtrArray *lessons)
{
  return hih_check_path_with_films (path, apps_dir, media_dir, NULL, issues, lessons, NULL);
}
