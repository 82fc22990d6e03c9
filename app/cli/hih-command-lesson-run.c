/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih lesson run: replays taps on the core alone; each outcome is a JSON line. */
#include "config.h"

#include "hih-command.h"
#include "hih-locale.h"
#include "hih-script.h"

#include <string.h>

#define MAX_SCRIPT_BYTES (1024 * 1024)

extern const HihCommand hih_command_lesson_run;

static void
print_line (const char *json, gpointer data)
{
  g_print ("%s\n", json);
}

/* Bytes: whether they are text is asked later, so that the answer is one clear line. */
static char *
read_standard_input (gsize *length, GError **error)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);
  g_autofree char *text = g_malloc (MAX_SCRIPT_BYTES + 1);

  if (g_io_channel_set_encoding (channel, NULL, error) != G_IO_STATUS_NORMAL ||
      g_io_channel_read_chars (channel, text, MAX_SCRIPT_BYTES, length, error) == G_IO_STATUS_ERROR)
    return NULL;
  text[*length] = '\0';
  return g_steal_pointer (&text);
}

/* "-" is standard input. */
static char *
read_script (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = strcmp (path, "-") == 0 ? read_standard_input (&length, error)
                                                  : hih_command_read_file (path, MAX_SCRIPT_BYTES, &length, error);

  if (text == NULL)
    return NULL;
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX, "it is not text");
      return NULL;
    }
  return g_steal_pointer (&text);
}

static int
run (int argc, char **argv)
{
  g_autofree char *script_path = NULL;
  g_autofree char *stage_name = NULL;
  g_autofree char *layout = NULL;
  gboolean traps = FALSE;
  gboolean feedback = FALSE;
  const GOptionEntry entries[] = {
    { "script", 0, 0, G_OPTION_ARG_FILENAME, &script_path, "What the trainee does, a line each; - is standard input", "FILE" },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage_name, "follow (default), guided or alone", "STAGE" },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout, "a (default), b or c", "LAYOUT" },
    { "traps", 0, 0, G_OPTION_ARG_NONE, &traps, "With the lesson's traps", NULL },
    { "feedback", 0, 0, G_OPTION_ARG_NONE, &feedback, "Print what is said to the trainee too", NULL },
    { NULL },
  };
  g_autoptr (HihLesson) lesson = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *script = NULL;
  HihStage stage = HIH_STAGE_FOLLOW;

  if (!hih_command_parse (&hih_command_lesson_run, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (script_path == NULL)
    return hih_command_fail_usage ("lesson run needs --script=FILE");
  if (stage_name != NULL && (!hih_stage_parse (stage_name, &stage) || stage == HIH_STAGE_WATCH))
    return hih_command_fail_usage ("--stage is follow, guided or alone");
  if (layout != NULL && !g_strv_contains ((const char *const[]) { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C, NULL }, layout))
    return hih_command_fail_usage ("--layout is a, b or c");
  script = read_script (script_path, &error);
  if (script == NULL)
    return hih_command_fail ("%s: %s", script_path, error->message);
  lesson = hih_command_load_lesson (argv[1]);
  if (lesson == NULL)
    return HIH_EXIT_FAILED;
  if (!hih_script_run (lesson, stage, traps, layout != NULL ? layout : HIH_LAYOUT_A, script,
                       feedback ? hih_locale_get_language () : NULL, print_line, NULL,
                       &error))
    return hih_command_fail ("%s: %s", script_path, error->message);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_lesson_run = {
  "lesson run",
  "LESSON --script=FILE [--stage=follow|guided|alone] [--layout=a|b|c] [--traps] [--feedback]",
  "Replays a trainee's taps on the core alone and prints each outcome as a JSON line",
  run,
  "The script: one command a line; a line that begins with # is a comment. T is an element of the phone: app/element.\n"
  "  tap T, hold T, zoom T, swipe-up T, swipe-down T, swipe-left T, swipe-right T\n"
  "  drag T VALUE            to that value of a slider\n"
  "  type T WORDS            the rest of the line is typed\n"
  "  near T                  a tap beside it\n"
  "  do                      what the film would do for this step\n"
  "  do all                  the same to the end\n"
  "  help, next, again, back, pause, resume\n"
  "  wait SECONDS            such as 10 or 0.5\n"
  "\n"
  "Example (video-call.txt):\n"
  "  swipe-up system/unlock\n"
  "  # The wrong one: it is named, and taken back.\n"
  "  tap home/phone\n"
  "  tap home/chat\n"
  "  do all\n"
  "\n"
  "  hih lesson run video-call --script=video-call.txt --feedback\n",
};
