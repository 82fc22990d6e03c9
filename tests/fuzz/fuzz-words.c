/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of `hih`, one a line, run as the program runs them. Nothing outside of a folder of its own may be touched: words
 * with a slash or two dots are left out. Commands that need GTK are not in here, and no home is filled.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "config.h"

#include "fuzz.h"

#include "hih-command.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_WORDS 24

int hih_main (int argc, char **argv);

static jmp_buf out;
static gboolean inside;

/* --help ends the program from within GLib. */
G_GNUC_NORETURN void
exit (int status)
{
  typedef void (*Exit) (int);
  Exit real = (Exit) dlsym (RTLD_NEXT, "exit");

  if (inside)
    longjmp (out, 1);
  real (status);
  abort ();
}

static int
run_nothing (int argc, char **argv)
{
  return HIH_EXIT_DONE;
}

#define STAND_IN(id, words) \
  extern const HihCommand hih_command_##id; \
  const HihCommand hih_command_##id = { words, "", "", run_nothing, NULL }
STAND_IN (lesson_check, "lesson check");
STAND_IN (lesson_sheet, "lesson sheet");
STAND_IN (film_make, "film make");
STAND_IN (card_step, "card step");
STAND_IN (card_login, "card login");
STAND_IN (sample_fill, "sample fill");

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_setenv ("XDG_DATA_HOME", fuzz_dir (), TRUE);
  g_setenv ("XDG_CONFIG_HOME", fuzz_dir (), TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_auto (GStrv) words = g_strsplit (text, "\n", MAX_WORDS);
  g_autofree char *data_dir = g_build_filename (fuzz_dir (), "home", NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *before = g_get_current_dir ();
  int spoken, nowhere;

  if (strchr (text, '/') != NULL || strstr (text, "..") != NULL || strstr (text, "data-dir") != NULL)
    return 0;
  if (g_chdir (fuzz_dir ()) != 0)
    g_error ("cannot go to %s", fuzz_dir ());
  g_ptr_array_add (all, (char *) "hih");
  g_ptr_array_add (all, (char *) "--data-dir");
  g_ptr_array_add (all, data_dir);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (all, words[i]);
  g_ptr_array_add (all, NULL);
  /* What it prints is nobody's business here. */
  fflush (stdout);
  spoken = dup (STDOUT_FILENO);
  nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  dup2 (nowhere, STDOUT_FILENO);
  inside = TRUE;
  if (setjmp (out) == 0)
    hih_main ((int) all->len - 1, (char **) all->pdata);
  inside = FALSE;
  fflush (stdout);
  dup2 (spoken, STDOUT_FILENO);
  close (spoken);
  close (nowhere);
  if (g_chdir (before) != 0)
    g_error ("cannot go back to %s", before);
  return 0;
}
