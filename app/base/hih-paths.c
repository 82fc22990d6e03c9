/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One rule: a program inside the build tree takes everything from the build tree, whose folders (lessons/, films/,
 * media/, locale/) mirror the installed ones; any other takes it from the prefix it lies in (PREFIX/bin/hih ->
 * PREFIX/share/hand-in-hand), so that `meson install` into any prefix runs, also when it was moved afterwards.
 * HIH_PKGDATADIR in the environment wins over both.
 */
#include "config.h"

#include "hih-paths.h"

#include <glib/gstdio.h>

static char *data_dir; /* set before any thread starts */

static gboolean
in_build_tree (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

      g_once_init_leave (&once, program != NULL && g_str_has_prefix (program, HIH_BUILD_ROOT "/") ? 2 : 1);
    }
  return once == 2;
}

static char *
find_pkgdata_dir (void)
{
  const char *from_environment = g_getenv ("HIH_PKGDATADIR");
  g_autofree char *program = NULL;

  if (from_environment != NULL && g_path_is_absolute (from_environment))
    return g_strdup (from_environment);
  if (in_build_tree ())
    return g_strdup (HIH_BUILD_ROOT);
  program = g_file_read_link ("/proc/self/exe", NULL);
  if (program != NULL)
    {
      g_autofree char *bin = g_path_get_dirname (program);
      g_autofree char *moved = g_build_filename (bin, "..", "share", GETTEXT_PACKAGE, NULL);

      if (g_file_test (moved, G_FILE_TEST_IS_DIR))
        return g_canonicalize_filename (moved, NULL);
    }
  return g_strdup (HIH_PKGDATADIR);
}

static const char *
get_pkgdata_dir (void)
{
  static char *dir;

  if (g_once_init_enter (&dir))
    g_once_init_leave (&dir, find_pkgdata_dir ());
  return dir;
}

#define DEFINE_DIR(name, ...)                                                             \
  const char *hih_paths_get_##name##_dir (void)                                           \
  {                                                                                       \
    static char *dir;                                                                     \
                                                                                          \
    if (g_once_init_enter (&dir))                                                         \
      g_once_init_leave (&dir, g_build_filename (get_pkgdata_dir (), __VA_ARGS__, NULL)); \
    return dir;                                                                           \
  }

/* The build tree keeps each under the folder of its own meson.build. */
DEFINE_DIR (lessons, "lessons")
DEFINE_DIR (films, in_build_tree () ? "media/films" : "films")
DEFINE_DIR (media, "media")
DEFINE_DIR (writing, in_build_tree () ? "app/writing" : "writing")

/**
 * hih_paths_get_locale_dir:
 *
 * Returns: (transfer none): where gettext looks
 */
const char *
hih_paths_get_locale_dir (void)
{
  static char *dir;

  if (g_once_init_enter (&dir))
    {
      char *found;

      if (in_build_tree ())
        found = g_strdup (HIH_BUILD_ROOT "/po");
      else
        {
          g_autofree char *moved = g_build_filename (get_pkgdata_dir (), "..", "locale", NULL);

          found = g_canonicalize_filename (moved, NULL);
        }
      g_once_init_leave (&dir, found);
    }
  return dir;
}

/**
 * hih_paths_set_data_dir:
 * @dir: what --data-dir said; made absolute
 *
 * Call before hih_paths_get_data_dir().
 */
void
hih_paths_set_data_dir (const char *dir)
{
  g_free (data_dir);
  data_dir = g_canonicalize_filename (dir, NULL);
}

/**
 * hih_paths_get_data_dir:
 *
 * Returns: (transfer none): the folder of the records; whoever writes into it makes it
 */
const char *
hih_paths_get_data_dir (void)
{
  if (data_dir == NULL)
    data_dir = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, NULL);
  return data_dir;
}
