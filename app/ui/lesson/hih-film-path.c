/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a lesson's film lies, and what lies beside it. */
#include "config.h"

#include "hih-film-path.h"

#include "hih-paths.h"

#include <string.h>

char *
hih_film_path_find (HihLesson *lesson, const char *language)
{
  const char *own = hih_lesson_get_film (lesson);
  g_autofree char *dir = g_path_get_dirname (hih_lesson_get_path (lesson));
  g_autofree char *name = g_strdup_printf ("%s.%s.webm", hih_lesson_get_id (lesson), language);
  g_autofree char *path = NULL;

  if (own != NULL)
    path = g_path_is_absolute (own) ? g_strdup (own) : g_build_filename (dir, own, NULL);
  else
    path = g_build_filename (hih_paths_get_films_dir (), name, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

char *
hih_film_path_find_pictures (const char *film)
{
  const char *dot = strrchr (film, '.');
  g_autofree char *dir = g_strdup_printf ("%.*s.pictures", dot != NULL ? (int) (dot - film) : (int) strlen (film), film);

  return g_file_test (dir, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&dir) : NULL;
}
