/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

const char *
fuzz_dir (void)
{
  static char *dir;

  if (dir == NULL && g_getenv ("HIH_FUZZ_DIR") != NULL)
    dir = g_strdup (g_getenv ("HIH_FUZZ_DIR"));
  if (dir == NULL)
    {
      dir = g_build_filename (g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (), "hih-fuzz-XXXXXX", NULL);
      if (g_mkdtemp (dir) == NULL)
        g_error ("no folder %s", dir);
    }
  return dir;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fuzz_clean (void)
{
  remove_tree (fuzz_dir ());
}

char *
fuzz_write (const char *name, const guint8 *data, gsize length)
{
  char *path = g_build_filename (fuzz_dir (), name, NULL);
  FILE *file = fopen (path, "wb");

  if (file == NULL || fwrite (data, 1, length, file) != length || fclose (file) != 0)
    g_error ("cannot write %s", path);
  return path;
}
