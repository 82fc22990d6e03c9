/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language is spoken when the computer says this or that, or nothing. */
#include "config.h"

#include "hih-locale.h"

#include <libintl.h>
#include <locale.h>

#include "hih-paths.h"
#include "hih-text.h"

static const char *const VARIABLES[] = { "HIH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

static const struct
{
  const char *values[G_N_ELEMENTS (VARIABLES)]; /* (nullable) */
  const char *language;
} cases[] = {
  /* China first: a computer that says nothing. */
  { { NULL, NULL, NULL, NULL }, "zh_CN" },
  { { NULL, NULL, NULL, "C" }, "zh_CN" },
  { { NULL, NULL, NULL, "C.UTF-8" }, "zh_CN" },
  { { NULL, "POSIX", NULL, "de_DE.UTF-8" }, "zh_CN" },
  { { "", "", "", "" }, "zh_CN" },
  /* What is nearer wins. */
  { { NULL, NULL, NULL, "de_DE.UTF-8@euro" }, "de_DE" },
  { { NULL, NULL, "en_GB.UTF-8", "de_DE.UTF-8" }, "en_GB" },
  { { NULL, "fr_FR", "en_GB.UTF-8", "de_DE.UTF-8" }, "fr_FR" },
  { { "en", "zh_CN.UTF-8", NULL, "zh_CN.UTF-8" }, "en" },
  { { "", "", NULL, "en_US.UTF-8" }, "en_US" },
  /* Two scripts, more places. */
  { { NULL, NULL, NULL, "zh" }, "zh_CN" },
  { { NULL, NULL, NULL, "zh_SG.UTF-8" }, "zh_CN" },
  { { NULL, NULL, NULL, "zh_TW.Big5" }, "zh_TW" },
  { { NULL, NULL, NULL, "zh_HK.UTF-8" }, "zh_TW" },
  { { NULL, NULL, NULL, "zh_MO" }, "zh_TW" },
};

#define N_SILENT 5 /* the first of them: a computer that says nothing */

static void
test_nobody_asked (void)
{
  g_assert_cmpstr (hih_locale_get_language (), ==, HIH_SOURCE_LANGUAGE);
}

static void
test_environment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (VARIABLES); k++)
        {
          if (cases[i].values[k] != NULL)
            g_setenv (VARIABLES[k], cases[i].values[k], TRUE);
          else
            g_unsetenv (VARIABLES[k]);
        }
      hih_locale_init (NULL);
      g_test_message ("case %u", i);
      g_assert_cmpstr (hih_locale_get_language (), ==, cases[i].language);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, cases[i].language);
      /* The command line takes no side where nobody does: its messages are English. */
      hih_locale_init_for_scripts (NULL);
      g_assert_cmpstr (hih_locale_get_language (), ==, i < N_SILENT ? HIH_SOURCE_LANGUAGE : cases[i].language);
    }
}

/* gettext would not listen in the locale "C"; numbers in files have points everywhere. */
static void
test_locale_that_is_not_there (void)
{
  g_setenv ("LANG", "de_DE.UTF-8", TRUE);
  hih_locale_init ("tlh_KX");
  g_assert_cmpstr (hih_locale_get_language (), ==, "tlh_KX");
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C");
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ".");
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
  g_assert_cmpstr (textdomain (NULL), ==, GETTEXT_PACKAGE);
  g_assert_cmpstr (bindtextdomain (GETTEXT_PACKAGE, NULL), ==, hih_paths_get_locale_dir ());
}

/* What somebody wrote, and what it is called here; a language without words is not taken for another one. */
static void
test_find (void)
{
  static const struct
  {
    const char *name;
    const char *language; /* (nullable) */
  } names[] = {
    { "zh_CN", "zh_CN" }, { "zh_CN.UTF-8", "zh_CN" }, { "zh-cn", "zh_CN" }, { "zh", "zh_CN" }, { "zh_SG", "zh_CN" },
    { "en", "en" },       { "EN", "en" },             { "en_GB.UTF-8", "en" }, { "zh_TW", NULL }, { "zh_HK", NULL },
    { "zh-Hant", NULL },  { "xx", NULL },             { "../zh_CN", NULL },    { "", NULL },      { "e", NULL },
  };
  g_auto (GStrv) languages = hih_locale_dup_languages ();

  g_assert_cmpuint (g_strv_length (languages), ==, 2);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (languages[1], ==, "zh_CN");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *found = hih_locale_find (names[i].name);

      g_test_message ("%s", names[i].name);
      g_assert_cmpstr (found, ==, names[i].language);
    }
}

/* The disk is not asked for the zone with every date; who names one is heard. */
static void
test_zone (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_from_unix_local (1790000000), after = NULL;

  g_unsetenv ("TZ");
  hih_locale_init ("zh_CN");
  g_assert_nonnull (g_getenv ("TZ"));
  after = g_date_time_new_from_unix_local (1790000000);
  g_assert_cmpint (g_date_time_get_utc_offset (after), ==, g_date_time_get_utc_offset (before));
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  hih_locale_init ("zh_CN");
  g_assert_cmpstr (g_getenv ("TZ"), ==, "Asia/Shanghai");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/locale/nobody-asked", test_nobody_asked);
  g_test_add_func ("/base/locale/environment", test_environment);
  g_test_add_func ("/base/locale/locale-that-is-not-there", test_locale_that_is_not_there);
  g_test_add_func ("/base/locale/find", test_find);
  g_test_add_func ("/base/locale/zone", test_zone);
  return g_test_run ();
}
