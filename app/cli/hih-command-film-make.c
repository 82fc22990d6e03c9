/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih film make: a lesson's film, with a progress bar on a terminal. */
#include "config.h"

#include "hih-command.h"
#include "hih-display.h"
#include "hih-locale.h"
#include "hih-paths.h"
#include "hih-studio.h"

#include <unistd.h>

extern const HihCommand hih_command_film_make;

static void
show_progress (gint64 done_ms, gint64 total_ms, gpointer data)
{
  hih_command_show_bar (data, total_ms > 0 ? (double) done_ms / (double) total_ms : 0);
}

static int
run (int argc, char **argv)
{
  g_autofree char *named = NULL;
  g_autofree char *language = NULL;
  g_autofree char *path = NULL;
  gboolean if_changed = FALSE;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &named, "The film's language (default: the program's)", "LANG" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "The film (default: LESSON.LANG.webm); FILE.vtt comes beside it", "FILE.webm" },
    { "if-changed", 0, 0, G_OPTION_ARG_NONE, &if_changed, "Keep a film that is made of the same words, screens and voices", NULL },
    { NULL },
  };
  g_autoptr (HihLesson) lesson = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = NULL;
  gboolean terminal = isatty (STDERR_FILENO);

  if (!hih_command_parse (&hih_command_film_make, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  /* The words drawn on the phone's frame come from gettext: the whole program speaks the film's language. */
  language = named != NULL ? hih_command_dup_language (named) : g_strdup (hih_locale_get_language ());
  if (language == NULL)
    return HIH_EXIT_USAGE;
  if (named != NULL)
    hih_locale_init (language);
  lesson = hih_command_load_lesson (argv[1]);
  if (lesson == NULL)
    return HIH_EXIT_FAILED;
  if (path == NULL)
    path = g_strdup_printf ("%s.%s.webm", hih_lesson_get_id (lesson), language);
  if (hih_lesson_get_film (lesson) != NULL)
    return hih_command_fail ("lesson %s brings its own film: nothing to make", hih_lesson_get_id (lesson));
  if (!hih_studio_check_place (path, &error))
    return hih_command_fail ("%s", error->message);

  stamp = hih_studio_dup_stamp (lesson, language, hih_paths_get_media_dir ());
  if (if_changed && hih_studio_is_current (path, stamp))
    return HIH_EXIT_DONE;
  if (!hih_display_start (&error) ||
      !hih_studio_make_film (lesson, language, hih_paths_get_media_dir (), path, terminal ? show_progress : NULL,
                             (gpointer) hih_lesson_get_id (lesson), &error) ||
      !hih_studio_write_stamp (path, stamp, &error))
    {
      if (terminal)
        g_printerr ("\n");
      return hih_command_fail ("%s", error->message);
    }
  if (terminal)
    {
      show_progress (1, 1, (gpointer) hih_lesson_get_id (lesson));
      g_printerr ("\n");
    }
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_film_make = {
  "film make",
  "LESSON [--lang=zh_CN] [-o FILE.webm] [--if-changed]",
  "Makes a lesson's film, its captions and the pictures of its steps",
  run,
};
