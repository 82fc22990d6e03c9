/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih: finds the command and runs it. */
#include "config.h"

#include "hih-command.h"

#include "hih-locale.h"
#include "hih-pack.h"
#include "hih-paths.h"
#include "hih-suggest.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#define HIH_COMMAND(id) extern const HihCommand hih_command_##id;
#include "hih-commands.def"
#undef HIH_COMMAND

static const HihCommand *const commands[] = {
#define HIH_COMMAND(id) &hih_command_##id,
#include "hih-commands.def"
#undef HIH_COMMAND
};

/*
 * What goes wrong is told in English, for scripts and logs; the libraries' own words would come into the middle of it
 * in the system's language. They find no translation where there is none. GLib says once for itself where its lie, at
 * its first translated word: that is provoked before.
 */
static void
quieten_libraries (void)
{
  static const char *const domains[] = { "glib20", "libc" };
  guint64 number;

  g_ascii_string_to_unsigned ("", 10, 0, 1, &number, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    bindtextdomain (domains[i], "/nonexistent");
}

/* What the rooms tell a log of trouble, each command tells its reader in a line of its own. */
static void
drop_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  const char *wanted = g_getenv ("G_MESSAGES_DEBUG");

  if (wanted != NULL && *wanted != '\0')
    g_log_default_handler (domain, level, message, user_data);
}

static gboolean
is_of_family (const HihCommand *command, const char *family)
{
  return g_str_has_prefix (command->name, family) && command->name[strlen (family)] == ' ';
}

/* @family: (nullable): only commands that begin with this word. Returns how many there are. */
static guint
print_commands (const char *family)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (family != NULL && !is_of_family (commands[i], family))
        continue;
      if (family != NULL && n == 0)
        g_print ("Usage: hih %s COMMAND …\n\n", family);
      g_print ("  hih %s%s%s\n        %s\n", commands[i]->name, *commands[i]->arguments != '\0' ? " " : "",
               commands[i]->arguments, commands[i]->summary);
      n++;
    }
  return n;
}

static void
print_help (void)
{
  g_print ("Usage: hih [--data-dir DIR] [--language LANG] COMMAND …\n\n");
  print_commands (NULL);
  g_print ("\n--language: of the words of lessons and reports (what is told to authors and of mistakes is English).\n");
  g_print ("Each command has its own --help. Exit status: 0 done, 1 it failed, 2 bad usage.\n");
}

/* How many of the words name the command; 0 when they do not. */
static guint
match (const HihCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
  guint n = g_strv_length (words);

  if ((guint) argc < n)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      if (strcmp (words[i], argv[i]) != 0)
        return 0;
    }
  return n;
}

/* Takes --NAME VALUE or --NAME=VALUE out of the words, wherever it stands before a "--". FALSE: its value is missing. */
static gboolean
take_option (GPtrArray *words, const char *name, char **value)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      if (strcmp (word, "--") == 0)
        break;
      if (g_str_has_prefix (word, name) && word[strlen (name)] == '=')
        {
          *value = g_strdup (word + strlen (name) + 1);
          g_ptr_array_remove_index (words, i);
          return **value != '\0';
        }
      if (strcmp (word, name) == 0)
        {
          if (i + 1 >= words->len)
            return FALSE;
          *value = g_strdup (words->pdata[i + 1]);
          g_ptr_array_remove_range (words, i, 2);
          return TRUE;
        }
    }
  return TRUE;
}

/* (element-type utf8): the words that may stand first, or second after @family. */
static GPtrArray *
list_words (const char *family)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) names = g_strsplit (commands[i]->name, " ", 2);
      const char *word = family != NULL ? names[1] : names[0];

      if ((family == NULL || is_of_family (commands[i], family)) &&
          !g_ptr_array_find_with_equal_func (known, word, g_str_equal, NULL))
        g_ptr_array_add (known, g_strdup (word));
    }
  return known;
}

/* The word that was meant, or all there are, with commas between them. */
static char *
dup_meant (const char *word, GPtrArray *known)
{
  const char *nearest = hih_suggest_find_nearest (word, known);

  if (nearest != NULL)
    return g_strdup (nearest);
  g_ptr_array_add (known, NULL);
  return g_strjoinv (", ", (char **) known->pdata);
}

/* Names the word that is wrong. */
static int
fail_unknown (const char *first, const char *second)
{
  g_autoptr (GPtrArray) of_family = list_words (first);
  g_autoptr (GPtrArray) all = list_words (NULL);
  g_autofree char *near = NULL;

  if (of_family->len == 0)
    {
      near = dup_meant (first, all);
      return hih_command_fail_usage ("there is no command “%s”; there is: %s (see: hih --help)", first, near);
    }
  near = dup_meant (second != NULL ? second : "", of_family);
  if (second == NULL)
    return hih_command_fail_usage ("“%s” needs another word: %s (see: hih %s --help)", first, near, first);
  return hih_command_fail_usage ("there is no “%s” of “%s”; there is: %s (see: hih %s --help)", second, first, near, first);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *data_dir = NULL;
  g_autofree char *named = NULL;
  g_autofree char *language = NULL;

  hih_command_print_harmlessly ();
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (words, argv[i]);
  if (!take_option (words, "--data-dir", &data_dir))
    return hih_command_fail_usage ("--data-dir needs a folder");
  if (!take_option (words, "--language", &named))
    return hih_command_fail_usage ("--language needs a language such as zh_CN");
  if (data_dir != NULL)
    hih_paths_set_data_dir (data_dir);
  hih_pack_set_ground (hih_paths_get_lessons_dir ());
  /* Also for the line that refuses a language. */
  hih_locale_init_for_scripts (NULL);
  if (named != NULL)
    {
      language = hih_command_dup_language (named);
      if (language == NULL)
        return HIH_EXIT_USAGE;
      hih_locale_init (language);
    }
  quieten_libraries ();
  g_log_set_handler (NULL, G_LOG_LEVEL_WARNING, drop_cb, NULL);

  if (words->len == 0 || strcmp (words->pdata[0], "--help") == 0 || strcmp (words->pdata[0], "help") == 0)
    {
      print_help ();
      return words->len == 0 ? HIH_EXIT_USAGE : HIH_EXIT_DONE;
    }
  if (strcmp (words->pdata[0], "--version") == 0)
    {
      g_print ("hih " HIH_VERSION "\n");
      return HIH_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      guint n = match (commands[i], (int) words->len, (char **) words->pdata);

      if (n == 0)
        continue;
      /* The last word of the command stands for argv[0]. */
      g_ptr_array_add (words, NULL);
      return commands[i]->run ((int) (words->len - n), (char **) words->pdata + n - 1);
    }
  if (words->len == 2 && (strcmp (words->pdata[1], "--help") == 0 || strcmp (words->pdata[1], "help") == 0) &&
      print_commands (words->pdata[0]) > 0)
    return HIH_EXIT_DONE;
  return fail_unknown (words->pdata[0], words->len > 1 ? words->pdata[1] : NULL);
}
