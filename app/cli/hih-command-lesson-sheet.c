/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih lesson sheet: every phone screen of a lesson, in every layout, on one sheet. */
#include "config.h"

#include "hih-command.h"
#include "hih-display.h"
#include "hih-file.h"
#include "hih-locale.h"
#include "hih-sheet.h"

extern const HihCommand hih_command_lesson_sheet;

static const char *const themes[] = { "light", "dark", "high-contrast", NULL };

#define MAX_TEXT_SIZE 5 /* HIH_PHONE_STYLE_SIZES, which only the screens know */

static int
run (int argc, char **argv)
{
  g_autofree char *named = NULL;
  g_autofree char *language = NULL;
  g_autofree char *path = NULL;
  g_autofree char *theme = NULL;
  int text_size = 0;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &named, "The language of the words (default: the program's)", "LANG" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "How large the phone's words are (default: as the lesson has them)", "1…5" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "How the program round the phones looks (default: light)", "light|dark|high-contrast" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "The sheet (default: LESSON.png)", "FILE.png|FILE.pdf" },
    { NULL },
  };
  g_autoptr (HihLesson) lesson = NULL;
  g_autoptr (GError) error = NULL;

  if (!hih_command_parse (&hih_command_lesson_sheet, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (path != NULL && !g_str_has_suffix (path, ".png") && !g_str_has_suffix (path, ".pdf"))
    return hih_command_fail_usage ("lesson sheet: %s: the name must end in .png or .pdf", path);
  if (text_size < 0 || text_size > MAX_TEXT_SIZE)
    return hih_command_fail_usage ("lesson sheet: --text-size=%d: the phone's sizes are 1 to %d", text_size, MAX_TEXT_SIZE);
  if (theme != NULL && !g_strv_contains (themes, theme))
    return hih_command_fail_usage ("lesson sheet: --theme=%s: there are: light, dark, high-contrast", theme);
  /* The desktop's as well, so that what it does to borders is seen; it is asked once, when GTK starts. */
  if (g_strcmp0 (theme, "high-contrast") == 0)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  /* As for films: the words on the phone's frame come from gettext. */
  language = named != NULL ? hih_command_dup_language (named) : g_strdup (hih_locale_get_language ());
  if (language == NULL)
    return HIH_EXIT_USAGE;
  if (named != NULL)
    hih_locale_init (language);
  lesson = hih_command_load_lesson (argv[1]);
  if (lesson == NULL)
    return HIH_EXIT_FAILED;
  if (path == NULL)
    path = g_strdup_printf ("%s.png", hih_lesson_get_id (lesson));
  if (!hih_file_check_place (path, &error) || !hih_display_start (&error) ||
      !hih_sheet_make (lesson, language, (guint) text_size, theme, path, &error))
    return hih_command_fail ("%s", error->message);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_lesson_sheet = {
  "lesson sheet",
  "LESSON [--lang=zh_CN] [--text-size=1…5] [--theme=light|dark|high-contrast] [-o FILE.png|FILE.pdf]",
  "Draws every phone screen of a lesson, in every layout, on one sheet",
  run,
};
