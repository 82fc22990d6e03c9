/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih lesson check: FILE:LINE:COLUMN: what and how to mend it. */
#include "config.h"

#include "hih-check.h"
#include "hih-command.h"
#include "hih-paths.h"

extern const HihCommand hih_command_lesson_check;

/* The apps stand beside the topics: of a lesson PACK/family/x.xml in PACK/apps, of a pack in its own apps. */
static char *
find_apps_dir (const char *path)
{
  const char *steps[] = { "apps", "../apps", "../../apps" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *dir = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);
      g_autofree char *apps = g_build_filename (dir, steps[i], NULL);

      if (g_file_test (apps, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&apps);
    }
  return g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
}

static int
run (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  guint n_files = 0;

  if (!hih_command_parse (&hih_command_lesson_check, entries, &argc, &argv, 1, G_MAXINT - 1))
    return HIH_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *apps = find_apps_dir (argv[i]);

      n_files += hih_check_path (argv[i], apps, hih_paths_get_media_dir (), issues);
    }
  hih_command_print_issues (issues);
  if (issues->len > 0)
    return hih_command_fail ("%u %s to mend in %u %s", issues->len, issues->len == 1 ? "thing" : "things", n_files,
                             n_files == 1 ? "file" : "files");
  g_print ("%u %s good\n", n_files, n_files == 1 ? "file is" : "files are");
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_lesson_check = {
  "lesson check",
  "PATH…",
  "Checks lesson and app files, or folders of them, and says what to mend",
  run,
};
