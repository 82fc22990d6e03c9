/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih lesson check: FILE:LINE:COLUMN: what and how to mend it. */
#include "config.h"

#include "hih-check.h"
#include "hih-command.h"
#include "hih-cues.h"
#include "hih-display.h"
#include "hih-film.h"
#include "hih-look.h"
#include "hih-pack.h"
#include "hih-paths.h"

#include <string.h>

extern const HihCommand hih_command_lesson_check;

/* Whether the ground itself is what is asked about: then its files are the author's own. */
static gboolean
asks_about_ground (char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (hih_pack_ground_holds (paths[i]))
        return TRUE;
    }
  return FALSE;
}

/* What the author can mend comes first. What stands in the program's own files is there because something of the author's does
 * not go together with them: an app that takes the place of theirs, a word that is put into a key. Returns in how many files. */
static guint
print_issues (GPtrArray *issues, gboolean ground_is_own)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new (), ground = g_ptr_array_new ();
  guint n_files = 0;

  hih_issues_sort (issues);
  for (guint i = 0; i < issues->len; i++)
    {
      HihIssue *issue = issues->pdata[i];
      const HihIssue *before = i > 0 ? issues->pdata[i - 1] : NULL;

      n_files += before == NULL || strcmp (before->file, issue->file) != 0;
      g_ptr_array_add (!ground_is_own && hih_pack_ground_holds (issue->file) ? ground : own, issue);
    }
  hih_command_print_issues (own);
  if (ground->len > 0)
    hih_command_print_line ("hih: in the program's own files, with which yours do not go together:");
  hih_command_print_issues (ground);
  return n_files;
}

/* What a text that is longer in another language does is seen only where the languages are put together. */
static void
tell_languages (GPtrArray *lessons)
{
  gboolean many = FALSE;

  for (guint i = 0; i < lessons->len && !many; i++)
    {
      g_auto (GStrv) languages = hih_text_dup_languages (hih_lesson_get_title (lessons->pdata[i]));

      many = g_strv_length (languages) > 1;
    }
  if (lessons->len > 0 && !many)
    g_printerr ("hih: these files have one language only; with their translations from po/ they stand in the build's own "
                "folder lessons/ (such as _build/lessons): check that as well\n");
}

/* What only the drawn screens tell. Without a display that is said, and the files are as good as they can be known. */
static void
look (GPtrArray *lessons, GPtrArray *app_sets, GPtrArray *issues)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihLook) looking = NULL;

  if (lessons->len == 0 && app_sets->len == 0)
    return;
  if (!hih_display_start (&error))
    {
      g_printerr ("hih: how the screens look was not checked: %s\n", error->message);
      return;
    }
  looking = hih_look_new (HIH_LOOK_SIZES, issues);
  for (guint i = 0; i < lessons->len; i++)
    {
      HihLesson *lesson = lessons->pdata[i];
      g_auto (GStrv) languages = hih_app_set_dup_languages (hih_lesson_get_apps (lesson));

      hih_look_check (looking, lesson, (const char *const *) languages);
    }
  for (guint i = 0; i < app_sets->len; i++)
    {
      HihAppSet *apps = app_sets->pdata[i];
      g_auto (GStrv) languages = hih_app_set_dup_languages (apps);

      hih_look_check_apps (looking, apps, (const char *const *) languages);
    }
  tell_languages (lessons);
  hih_issues_sort (issues);
}

/* (transfer full) (nullable): what keeps a film's captions from being shown */
static char *
find_fault_of_captions (const char *film)
{
  g_autofree char *path = hih_cues_dup_path (film);
  g_autoptr (GError) error = NULL;
  g_autoptr (HihCues) cues = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  cues = hih_cues_read (path, &error);
  if (cues == NULL)
    return g_strdup (error->message);
  return hih_cues_get_n (cues) == 0 ? g_strdup_printf ("there is no caption in %s that can be read", path) : NULL;
}

static gint64
measure_film (const char *path, char **reason, char **captions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihFilmInfo) info = hih_film_probe (path, &error);

  if (info == NULL)
    *reason = g_strdup (error->message);
  *captions = find_fault_of_captions (path);
  return info != NULL ? info->duration_ns / 1000000 : -1;
}

static int
run (int argc, char **argv)
{
  gboolean no_look = FALSE;
  const GOptionEntry entries[] = {
    { "no-look", 0, 0, G_OPTION_ARG_NONE, &no_look, "Do not draw the screens to see whether all can be read and tapped", NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_lesson_unref);
  g_autoptr (GPtrArray) app_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_app_set_unref);
  guint n_files = 0;

  if (!hih_command_parse (&hih_command_lesson_check, entries, &argc, &argv, 1, G_MAXINT - 1))
    return HIH_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *apps = hih_command_find_apps_dir (argv[i]);

      n_files += hih_check_path_with_films (argv[i], apps, hih_paths_get_media_dir (), measure_film, issues, lessons,
                                            app_sets);
    }
  if (issues->len == 0 && n_files == 0)
    return hih_command_fail ("there is no lesson or app file (.xml) in %s", argv[1]);
  /* Screens that cannot be gone through need no looking at. */
  if (issues->len == 0 && !no_look)
    look (lessons, app_sets, issues);
  if (issues->len > 0)
    {
      guint n_bad = print_issues (issues, asks_about_ground (argv + 1));

      return hih_command_fail ("%u %s to mend in %u %s", issues->len, issues->len == 1 ? "thing" : "things", n_bad,
                               n_bad == 1 ? "file" : "files");
    }
  g_print ("%u %s good\n", n_files, n_files == 1 ? "file is" : "files are");
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_lesson_check = {
  "lesson check",
  "PATH… [--no-look]",
  "Checks lesson and app files, or folders of them, and says what to mend",
  run,
};
