/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is put in place whole, or leaves what was there. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hih-file.h"

static char *dir;

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
assert_refused_as (const char *path, gsize length, int code, const char *why)
{
  g_autofree char *data = g_malloc0 (length);
  g_autofree char *line = g_strdup_printf ("write %s: %s", path, why);
  g_autoptr (GError) error = NULL;
  guint before = count_files ();

  g_assert_false (hih_file_put (path, data, length, &error));
  g_assert_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code));
  g_assert_cmpstr (error->message, ==, line);
  g_assert_cmpuint (count_files (), ==, before);
}

static void
assert_refused (const char *path, gsize length, int code)
{
  assert_refused_as (path, length, code, g_strerror (code));
}

/* What is no file is refused before anything is written, and stays what it is. */
static void
test_place (void)
{
  g_autofree char *pipe_path = g_build_filename (dir, "pipe", NULL);
  g_autofree char *link = g_build_filename (dir, "link", NULL);
  g_autofree char *lost = g_build_filename (dir, "lost", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf st;

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("pipe", link), ==, 0);
  assert_refused_as (pipe_path, 1, EINVAL, "not a regular file");
  assert_refused_as (link, 1, EINVAL, "not a regular file");
  g_assert_cmpint (g_lstat (pipe_path, &st), ==, 0);
  g_assert_true (S_ISFIFO (st.st_mode));
  g_assert_false (hih_file_check_place (pipe_path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_clear_error (&error);
  g_assert_false (hih_file_check_place (dir, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_clear_error (&error);
  g_assert_true (hih_file_check_place (lost, &error));
  g_assert_no_error (error);
  g_unlink (link);
  g_unlink (pipe_path);
}

static void
test_put (void)
{
  g_autofree char *path = g_build_filename (dir, "a", NULL);
  g_autofree char *link = g_build_filename (dir, "link", NULL);
  g_autofree char *lost = g_build_filename (dir, "no", "a", NULL);
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;

  g_assert_true (hih_file_put (path, "old", 3, &error));
  g_assert_no_error (error);
  assert_holds (path, "old");
  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_true (hih_file_put (link, "new", 3, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_holds (path, "new");
  g_assert_cmpuint (count_files (), ==, 2);
  assert_refused (dir, 1, EISDIR);
  assert_refused (lost, 1, ENOENT);

  /* A limit stands in for a disk that is full: the first half is written. */
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 4096;
  setrlimit (RLIMIT_FSIZE, &small);
  assert_refused (path, 8192, EFBIG);
  setrlimit (RLIMIT_FSIZE, &before);
  assert_holds (path, "new");
  g_unlink (link);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_make_tmp ("hih-file-XXXXXX", NULL);
  g_assert_nonnull (dir);
  g_test_add_func ("/file/place", test_place);
  g_test_add_func ("/file/put", test_put);
  status = g_test_run ();
  g_rmdir (dir);
  g_free (dir);
  return status;
}
