/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih home show, set: the local card, from a script that fills in many homes. */
#include "config.h"

#include "hih-command.h"
#include "hih-home-card.h"

#include <string.h>

extern const HihCommand hih_command_home_show;
extern const HihCommand hih_command_home_set;

static const char *const keys[] = { HIH_HOME_PLACE, HIH_HOME_PHONE, HIH_HOME_HOURS, HIH_HOME_PERSON, HIH_HOME_REGION,
                                    HIH_HOME_STATUS "health-code", HIH_HOME_SINCE "health-code",
                                    HIH_HOME_STATUS "place-code", HIH_HOME_SINCE "place-code" };

static const char *const statuses[] = { "in-force", "retired", "drill", "" };

static int
run_show (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihHomeCard) card = NULL;
  g_autoptr (GError) error = NULL;

  if (!hih_command_parse (&hih_command_home_show, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_get_home_card_async (records, NULL, hih_records_wait_cb, &wait);
  card = hih_records_get_home_card_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (card == NULL)
    return hih_command_fail ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_print ("%s=%s\n", keys[i], hih_home_card_get (card, keys[i]));
  return HIH_EXIT_DONE;
}

static gboolean
is_key (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (keys[i], word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A word that nothing here knows would be kept, and shown as if nothing had been said. */
static gboolean
holds (const char *key, const char *value)
{
  g_autofree char *word = g_strstrip (g_strdup (value));

  if (!g_str_has_prefix (key, HIH_HOME_STATUS))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      if (strcmp (statuses[i], word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* KEY=VALUE … as keys and values in turn; NULL after a line on stderr. */
static GPtrArray *
split (int argc, char **argv)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    {
      g_auto (GStrv) fact = g_strsplit (argv[i], "=", 2);

      if (fact[0] == NULL || fact[1] == NULL || !is_key (fact[0]))
        {
          hih_command_fail_usage ("home set: “%s” is no KEY=VALUE of the card (see: hih home show)", argv[i]);
          return NULL;
        }
      if (!holds (fact[0], fact[1]))
        {
          hih_command_fail_usage ("home set: %s is in-force, retired, drill or nothing, not “%s”", fact[0], fact[1]);
          return NULL;
        }
      g_ptr_array_add (facts, g_strdup (fact[0]));
      g_ptr_array_add (facts, g_strdup (fact[1]));
    }
  g_ptr_array_add (facts, NULL);
  return g_steal_pointer (&facts);
}

static int
run_set (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!hih_command_parse (&hih_command_home_set, entries, &argc, &argv, 1, 32))
    return HIH_EXIT_USAGE;
  facts = split (argc, argv);
  if (facts == NULL)
    return HIH_EXIT_USAGE;
  records = hih_command_open_or_begin_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_set_home_facts_async (records, (const char *const *) facts->pdata, NULL, hih_records_wait_cb, &wait);
  done = hih_records_set_home_facts_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  return done ? HIH_EXIT_DONE : hih_command_fail ("%s", error->message);
}

const HihCommand hih_command_home_show = {
  "home show",
  "",
  "Shows the local card: the desk, its telephone and hours, which codes hold here",
  run_show,
};

const HihCommand hih_command_home_set = {
  "home set",
  "KEY=VALUE…",
  "Fills in the local card; an empty VALUE takes it out",
  run_set,
  "Keys, each with a few words: place, phone, hours, person, region.\n"
  "Which codes hold here: status-health-code and status-place-code, each in-force, retired or drill;\n"
  "since-health-code and since-place-code, a day such as 2026-11-23.",
};
