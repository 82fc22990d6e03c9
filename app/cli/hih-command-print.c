/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands say: lines, mistakes, bars. Nothing of it steers a terminal. */
#include "config.h"

#include "hih-command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BAR_WIDTH 30

/* What steers a terminal, or makes words stand in another order than they are written. */
static gboolean
is_harmful (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
         /* The two join and part letters. */
         (type == G_UNICODE_FORMAT && c != 0x200c && c != 0x200d);
}

/* Names, paths and lessons come from outside. Ends of lines and a bar's own "\r" are ours. */
char *
hih_command_dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean ours = c == '\n' || c == '\t' || (c == '\r' && p == valid);

      g_string_append_unichar (out, !ours && is_harmful (c) ? '?' : c);
    }
  return g_string_free (out, FALSE);
}

/* 0 or an errno. */
static int
print_harmless (const char *text, FILE *stream)
{
  g_autofree char *harmless = hih_command_dup_harmless (text);
  g_autofree char *converted = NULL;
  const char *charset = NULL;

  if (!g_get_console_charset (&charset))
    converted = g_convert_with_fallback (harmless, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  return fputs (converted != NULL ? converted : harmless, stream) >= 0 && fflush (stream) == 0 ? 0 : errno;
}

/* Why not all could be printed, or 0. */
static int lost;

static void
print_cb (const char *text)
{
  int code = print_harmless (text, stdout);

  if (lost == 0)
    lost = code;
}

static void
print_error_cb (const char *text)
{
  print_harmless (text, stderr);
}

/* At the end, and as the program ends: work is not broken off because its lines are lost, and after --help GLib ends it. */
static void
tell_lost (void)
{
  if (lost == 0)
    return;
  hih_command_fail ("write the output: %s", g_strerror (lost));
  fflush (NULL);
  _exit (HIH_EXIT_FAILED);
}

void
hih_command_print_harmlessly (void)
{
  atexit (tell_lost);
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
}

void
hih_command_print_line (const char *format, ...)
{
  va_list args;
  g_autofree char *line = NULL;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (line, "\n\r", ' ');
  g_printerr ("%s\n", line);
}

G_GNUC_PRINTF (1, 0)
static void
complain (const char *format, va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  hih_command_print_line ("hih: %s", message);
}

int
hih_command_fail (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  complain (format, args);
  va_end (args);
  return HIH_EXIT_FAILED;
}

int
hih_command_fail_usage (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  complain (format, args);
  va_end (args);
  return HIH_EXIT_USAGE;
}

void
hih_command_show_bar (const char *name, double share)
{
  char bar[BAR_WIDTH + 1];

  for (int i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < share * BAR_WIDTH ? '#' : '.';
  bar[BAR_WIDTH] = '\0';
  g_printerr ("\r%s [%s] %3.0f %%", name, bar, share * 100);
}

void
hih_command_print_issues (GPtrArray *issues)
{
  hih_issues_sort (issues);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *line = hih_issue_to_string (issues->pdata[i]);

      /* A lesson from elsewhere must not steer the author's terminal. */
      hih_command_print_line ("%s", line);
    }
}
