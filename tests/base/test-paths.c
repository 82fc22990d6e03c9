/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie: in the build tree, under the prefix the program was moved to, where the environment says. */
#include "config.h"

#include "hih-paths.h"

#include <glib/gstdio.h>
#include <string.h>

#define SAY "--say-where"

/* What a copy of this program, lying in @bin, says: the folders of lessons, films and words. */
static char **
ask_copy (const char *bin)
{
  g_autofree char *program = g_build_filename (bin, "copy", NULL);
  const char *argv[] = { program, SAY, NULL };
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "HIH_PKGDATADIR");
  g_autofree char *content = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int status;

  g_assert_true (g_file_get_contents ("/proc/self/exe", &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (program, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_spawn_sync (NULL, (char **) argv, environment, 0, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpint (g_unlink (program), ==, 0);
  return g_strsplit (said, "\n", -1);
}

static void
test_build_tree (void)
{
  g_assert_cmpstr (hih_paths_get_lessons_dir (), ==, HIH_BUILD_ROOT "/lessons");
  g_assert_cmpstr (hih_paths_get_films_dir (), ==, HIH_BUILD_ROOT "/media/films");
  g_assert_cmpstr (hih_paths_get_media_dir (), ==, HIH_BUILD_ROOT "/media");
  g_assert_cmpstr (hih_paths_get_writing_dir (), ==, HIH_BUILD_ROOT "/app/writing");
  g_assert_cmpstr (hih_paths_get_locale_dir (), ==, HIH_BUILD_ROOT "/po");
}

/* PREFIX/bin/hih finds PREFIX/share, wherever PREFIX was moved; one that lies alone looks where it was to be installed. */
static void
test_moved (void)
{
  g_autofree char *made = g_dir_make_tmp ("hih-prefix-XXXXXX", NULL);
  g_autofree char *prefix = g_canonicalize_filename (made, NULL);
  g_autofree char *bin = g_build_filename (prefix, "bin", NULL);
  g_autofree char *share = g_build_filename (prefix, "share", NULL);
  g_autofree char *ours = g_build_filename (share, GETTEXT_PACKAGE, NULL);
  g_autofree char *lessons = g_build_filename (ours, "lessons", NULL);
  g_autofree char *films = g_build_filename (ours, "films", NULL);
  g_autofree char *words = g_build_filename (share, "locale", NULL);
  g_auto (GStrv) alone = NULL, moved = NULL;

  g_assert_cmpint (g_mkdir (bin, 0700), ==, 0);
  alone = ask_copy (bin);
  g_assert_cmpstr (alone[0], ==, HIH_PKGDATADIR "/lessons");
  g_assert_cmpstr (alone[1], ==, HIH_PKGDATADIR "/films");
  g_assert_cmpint (g_mkdir_with_parents (ours, 0700), ==, 0);
  moved = ask_copy (bin);
  g_assert_cmpstr (moved[0], ==, lessons);
  g_assert_cmpstr (moved[1], ==, films);
  g_assert_cmpstr (moved[2], ==, words);
  g_assert_cmpint (g_rmdir (ours), ==, 0);
  g_assert_cmpint (g_rmdir (share), ==, 0);
  g_assert_cmpint (g_rmdir (bin), ==, 0);
  g_assert_cmpint (g_rmdir (prefix), ==, 0);
}

/* What is asked for once stays: each in a process of its own. */
static void
test_environment (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_setenv ("HIH_PKGDATADIR", data, TRUE);
      g_assert_cmpstr (hih_paths_get_lessons_dir (), ==,
                       g_path_is_absolute (data) ? "/srv/hand/lessons" : HIH_BUILD_ROOT "/lessons");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* Of the one who is logged in. To ask where it is makes nothing. */
static void
test_own_data (void)
{
  g_autofree char *expected = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  expected = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);
  g_assert_false (g_file_test (expected, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (hih_paths_get_data_dir (), ==, expected);
  g_assert_false (g_file_test (expected, G_FILE_TEST_EXISTS));
}

/* --data-dir may be relative, may be said twice, and is made by who writes there. */
static void
test_other_data (void)
{
  g_autofree char *made = g_dir_make_tmp ("hih-data-XXXXXX", NULL);
  g_autofree char *dir = g_canonicalize_filename (made, NULL);
  g_autofree char *deep = g_build_filename (dir, "a", "b", NULL);
  g_autofree char *parent = g_path_get_dirname (deep);
  g_autofree char *file = g_build_filename (dir, "file", NULL);
  g_autofree char *below = g_build_filename (file, "records", NULL);
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (dir), ==, 0);
  hih_paths_set_data_dir ("a/x/../b");
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpstr (hih_paths_get_data_dir (), ==, deep);
  g_assert_false (g_file_test (parent, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  hih_paths_set_data_dir (below);
  g_assert_cmpstr (hih_paths_get_data_dir (), ==, below);
  g_assert_false (g_file_test (below, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], SAY) == 0)
    {
      g_print ("%s\n%s\n%s\n", hih_paths_get_lessons_dir (), hih_paths_get_films_dir (), hih_paths_get_locale_dir ());
      return 0;
    }
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/paths/build-tree", test_build_tree);
  g_test_add_func ("/base/paths/moved", test_moved);
  g_test_add_data_func ("/base/paths/environment", "/srv/hand", test_environment);
  g_test_add_data_func ("/base/paths/environment-relative", "srv/hand", test_environment);
  g_test_add_func ("/base/paths/own-data", test_own_data);
  g_test_add_func ("/base/paths/other-data", test_other_data);
  return g_test_run ();
}
