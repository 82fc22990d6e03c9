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
          g_autofree char *language = g_strndup (value, strcspn (value, ".@"));

          if (strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0)
            break;
          if (g_str_has_prefix (language, "zh_HK") || g_str_has_prefix (language, "zh_MO"))
            return g_strdup ("zh_TW");
          if (g_str_has_prefix (language, "zh") && strcmp (language, "zh_TW") != 0)
            return g_strdup ("zh_CN");
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
