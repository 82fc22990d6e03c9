/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * China first: where the system names no language at all (LANG unset, C or POSIX, as on a bare server), the window
 * speaks zh_CN; the command line, whose messages are English, does not mix them: there it is English. A named language is followed when there is a translation, else English is spoken.
 *
 * Trap: gettext ignores LANGUAGE while the locale is plain "C", and setlocale() fails for a locale that was not
 * generated. So: try the wanted locale; else any UTF-8 locale that exists, with LANGUAGE naming the wanted one.
 */
#include "config.h"

#include "hih-locale.h"

#include "hih-paths.h"
#include "hih-text.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *chosen;

/* As catalogues are called: without encoding or variant; of the Chinese ones, the one that is written alike. */
static char *
dup_plain (const char *name)
{
  char *plain = g_strdelimit (g_strndup (name, strcspn (name, ".@")), "-", '_');
  const char *alike = NULL;

  if (g_str_has_prefix (plain, "zh_HK") || g_str_has_prefix (plain, "zh_MO") || g_str_has_prefix (plain, "zh_Hant"))
    alike = "zh_TW";
  else if (g_str_has_prefix (plain, "zh") && strcmp (plain, "zh_TW") != 0)
    alike = "zh_CN";
  if (alike != NULL)
    {
      g_free (plain);
      plain = g_strdup (alike);
    }
  return plain;
}

/* @otherwise: where no language is named */
static char *
language_of_environment (const char *otherwise)
{
  static const char *variables[] = { "HIH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        {
          g_autofree char *language = dup_plain (value);

          if (strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0)
            break;
          return g_steal_pointer (&language);
        }
    }
  return g_strdup (otherwise);
}

/* As long as the environment does not name the zone, GLib reads links and files for every date it makes of a moment: pages
 * that tell many days would wait for the disk. */
static void
keep_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  g_setenv ("TZ", g_time_zone_get_identifier (zone), FALSE);
}

/* @language: (transfer full) */
static void
speak (char *language)
{
  static const char *any[] = { "en_US.UTF-8", "C.UTF-8" };
  g_autofree char *locale = NULL;

  g_free (chosen);
  chosen = language;
  locale = g_strconcat (chosen, ".UTF-8", NULL);
  g_setenv ("LANGUAGE", chosen, TRUE);
  if (setlocale (LC_ALL, locale) == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (any); i++)
        {
          if (setlocale (LC_ALL, any[i]) != NULL)
            break;
        }
    }
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, hih_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  keep_zone ();
}

/**
 * hih_locale_init:
 * @language: (nullable): such as `zh_CN`; %NULL asks the environment
 *
 * Sets the locale, gettext's domain and the language lessons are read in, and keeps the time zone the computer has now. Call first in main(), before threads.
 */
void
hih_locale_init (const char *language)
{
  speak (language != NULL ? g_strdup (language) : language_of_environment ("zh_CN"));
}

/**
 * hih_locale_init_for_scripts:
 * @language: (nullable): such as `zh_CN`; %NULL asks the environment
 *
 * As hih_locale_init(), for a program of the command line: where no language is named its words are English, as are all
 * others that are read there.
 */
void
hih_locale_init_for_scripts (const char *language)
{
  speak (language != NULL ? g_strdup (language) : language_of_environment (HIH_SOURCE_LANGUAGE));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * hih_locale_dup_languages:
 *
 * Looks at the disk: at the start, or in a thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages this program has words in, the source language first
 */
char **
hih_locale_dup_languages (void)
{
  g_autoptr (GDir) dir = g_dir_open (hih_paths_get_locale_dir (), 0, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (hih_paths_get_locale_dir (), name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (strcmp (name, HIH_SOURCE_LANGUAGE) != 0 && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (found, g_strdup (name));
    }
  g_ptr_array_sort (found, compare_strings);
  g_ptr_array_insert (found, 0, g_strdup (HIH_SOURCE_LANGUAGE));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_steal (found, NULL);
}

/**
 * hih_locale_find:
 * @name: as somebody wrote it: `zh_CN`, `zh-CN.UTF-8`, `en_GB`
 *
 * Looks at the disk: at the start, or in a thread.
 *
 * Returns: (transfer full) (nullable): what this program calls that language, for hih_locale_init(); %NULL when it has no words
 *   in it
 */
char *
hih_locale_find (const char *name)
{
  g_autofree char *plain = dup_plain (name);
  g_autofree char *broad = g_strndup (plain, strcspn (plain, "_"));
  g_auto (GStrv) languages = hih_locale_dup_languages ();
  const char *wanted[] = { plain, broad };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      for (guint k = 0; languages[k] != NULL; k++)
        {
          if (g_ascii_strcasecmp (languages[k], wanted[i]) == 0)
            return g_strdup (languages[k]);
        }
    }
  return NULL;
}

/**
 * hih_locale_get_language:
 *
 * Returns: (transfer none): the language chosen, such as `zh_CN`, for hih_text_get()
 */
const char *
hih_locale_get_language (void)
{
  return chosen != NULL ? chosen : HIH_SOURCE_LANGUAGE;
}
