/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pack may be one lesson with an app of its own: home, system and the apps that these lead to are then the program's.
 * They are read where they lie, file by file, so that a pack that has a chat of its own has it under the program's home.
 */
#include "config.h"

#include "hih-pack.h"

#include "hih-suggest.h"

#include <string.h>

#define MAX_NAMES 500

static char *ground; /* set before any thread starts */

/**
 * hih_pack_set_ground:
 * @lessons_dir: (nullable): a folder with apps/ and drills/
 *
 * Whoever reads an author's files says this once; without it a pack has nothing but its own.
 */
void
hih_pack_set_ground (const char *lessons_dir)
{
  g_free (ground);
  ground = lessons_dir != NULL ? g_canonicalize_filename (lessons_dir, NULL) : NULL;
}

gboolean
hih_pack_ground_holds (const char *file)
{
  g_autofree char *path = g_canonicalize_filename (file, NULL);

  return ground != NULL && g_str_has_prefix (path, ground)
         && (path[strlen (ground)] == G_DIR_SEPARATOR || path[strlen (ground)] == '\0');
}

gboolean
hih_pack_is_one (const char *dir)
{
  g_autofree char *apps = g_build_filename (dir, HIH_PACK_APPS, NULL);
  g_autofree char *drills = g_build_filename (dir, HIH_PACK_DRILLS, NULL);

  return g_file_test (apps, G_FILE_TEST_IS_DIR) || g_file_test (drills, G_FILE_TEST_IS_DIR);
}

/* Drills lie beside the apps, whatever that folder is called and whether it is there. */
static char *
dup_own_dir (const char *apps_dir, const char *folder)
{
  g_autofree char *pack = g_path_get_dirname (apps_dir);

  return g_str_equal (folder, HIH_PACK_APPS) ? g_strdup (apps_dir) : g_build_filename (pack, folder, NULL);
}

/**
 * hih_pack_find_file:
 * @apps_dir: where the pack's apps are
 * @name: of an app or drill, a plain word
 *
 * Returns: (transfer full): the pack's own file, or the ground's if only that is there
 */
char *
hih_pack_find_file (const char *apps_dir, const char *folder, const char *name)
{
  g_autofree char *dir = dup_own_dir (apps_dir, folder);
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  g_autofree char *own = g_build_filename (dir, file, NULL);
  g_autofree char *other = ground != NULL ? g_build_filename (ground, folder, file, NULL) : NULL;

  if (other != NULL && !g_file_test (own, G_FILE_TEST_EXISTS) && g_file_test (other, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&other);
  return g_steal_pointer (&own);
}

static void
list_names (const char *dir, GPtrArray *names)
{
  g_autoptr (GDir) handle = g_dir_open (dir, 0, NULL);
  const char *entry;

  while (handle != NULL && names->len < MAX_NAMES && (entry = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *name = g_str_has_suffix (entry, ".xml") ? g_strndup (entry, strlen (entry) - strlen (".xml")) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
}

char *
hih_pack_suggest_file (const char *apps_dir, const char *folder, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *dir = dup_own_dir (apps_dir, folder);

  list_names (dir, names);
  if (ground != NULL)
    {
      g_autofree char *other = g_build_filename (ground, folder, NULL);

      list_names (other, names);
    }
  return names->len > 0 ? hih_suggest (name, names) : g_strdup_printf ("Put the file %s.xml into %s", name, dir);
}
