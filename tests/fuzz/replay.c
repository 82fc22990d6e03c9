/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fuzz target's corpus once more, without libFuzzer: every file of the folders that are named, and nothing at all. */
#include "config.h"

#include "fuzz.h"

#include <string.h>

static guint n_files;

static void
replay (gconstpointer data)
{
  const char *dir = data;
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      /* A copy of just its size: reading one byte too many is seen by the sanitizer. */
      {
        g_autofree guint8 *exact = g_memdup2 (bytes, length);

        LLVMFuzzerTestOneInput (exact, length);
      }
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  LLVMFuzzerInitialize (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func (path, argv[i], replay);
    }
  status = g_test_run ();
  fuzz_clean ();
  return status;
}
