/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih trainee export, erase, overdue: what one person may ask of the records, and who has been kept long enough. */
#include "config.h"

#include "hih-command.h"
#include "hih-people-table.h"
#include "hih-privacy.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern const HihCommand hih_command_trainee_export;
extern const HihCommand hih_command_trainee_erase;
extern const HihCommand hih_command_trainee_overdue;

static int
run_export (int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where to write it (default: the terminal)", "FILE.json" },
    { NULL },
  };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihTrainee) trainee = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  if (!hih_command_parse (&hih_command_trainee_export, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  records = hih_command_open_records ();
  trainee = records != NULL ? hih_command_find_person (records, argv[1]) : NULL;
  if (trainee == NULL)
    return HIH_EXIT_FAILED;
  hih_records_export_trainee_async (records, &trainee->id, NULL, hih_records_wait_cb, &wait);
  json = hih_records_export_trainee_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (json == NULL)
    return hih_command_fail ("%s", error->message);
  /* It is about one person: nobody else's to read. */
  umask (077);
  return hih_command_put (json, output);
}

/* Whether somebody typed @name again. */
static gboolean
is_repeated (const char *name)
{
  char line[512];

  if (isatty (STDIN_FILENO))
    g_printerr ("“%s” will be erased for good. Type the name again: ", name);
  return fgets (line, sizeof line, stdin) != NULL && strcmp (g_strstrip (line), name) == 0;
}

static void
print_traces (GPtrArray *traces)
{
  for (guint i = 0; i < traces->len; i++)
    {
      const HihTrace *trace = traces->pdata[i];
      g_autoptr (GDateTime) gone = trace->gone_at_ms > 0 ? g_date_time_new_from_unix_local (trace->gone_at_ms / 1000) : NULL;
      g_autofree char *when = gone != NULL ? g_date_time_format (gone, "thinned out by %Y-%m-%d if the program runs daily")
                                           : g_strdup ("stays until somebody deletes it");

      if (trace->deleted)
        g_print ("deleted: %s\n", trace->path);
      else
        g_print ("still named in: %s (%s)\n", trace->path, when);
    }
}

static int
run_erase (int argc, char **argv)
{
  gboolean yes = FALSE, backups = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, "Do not ask for the name again", NULL },
    { "backups", 0, 0, G_OPTION_ARG_NONE, &backups, "Also delete the backups and files kept aside that hold the name", NULL },
    { NULL },
  };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihTrainee) trainee = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GError) error = NULL;
  char again[HIH_ID_STRING_LENGTH + 1];
  HihId id;

  if (!hih_command_parse (&hih_command_trainee_erase, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  /* By a whole id also somebody who is erased already: to look for what is left once more. */
  if (!(yes && hih_id_parse (&id, argv[1])))
    {
      trainee = hih_command_find_person (records, argv[1]);
      if (trainee == NULL)
        {
          if (backups)
            g_printerr ("somebody who is erased already has no name here: hih trainee erase ID --yes --backups, with the id "
                        "that was said when they were erased\n");
          return HIH_EXIT_FAILED;
        }
      if (!yes && !is_repeated (trainee->name))
        return hih_command_fail ("the name was not repeated; nobody was erased");
      id = trainee->id;
    }
  hih_records_erase_trainees_async (records, &id, 1, backups, NULL, hih_records_wait_cb, &wait);
  traces = hih_records_erase_trainees_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (traces == NULL)
    {
      /* By now their name may be gone: only the id still tells whom. */
      hih_id_to_string (&id, again);
      return hih_command_fail ("%s (again: hih trainee erase %s --yes)", error->message, again);
    }
  g_print ("erased: the records hold the name no more; copies made elsewhere are not known here\n");
  print_traces (traces);
  if (!backups && traces->len > 0)
    {
      /* Their name is gone: only the id still tells whom. */
      hih_id_to_string (&id, again);
      g_print ("to delete these too: hih trainee erase %s --yes --backups\n", again);
    }
  return HIH_EXIT_DONE;
}

static int
run_overdue (int argc, char **argv)
{
  int months = (int) hih_command_get_retention_months ();
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "months", 0, 0, G_OPTION_ARG_INT, &months, "How long people are kept after their last lesson", "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table (default), csv or json", "FORMAT" },
    { NULL },
  };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihTableFormat format = HIH_TABLE_FORMAT_TABLE;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GPtrArray) overdue = NULL;
  g_autoptr (HihTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!hih_command_parse (&hih_command_trainee_overdue, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  if (months < 1 || months > HIH_RETENTION_MAX_MONTHS)
    return hih_command_fail_usage ("--months is 1 to %d", HIH_RETENTION_MAX_MONTHS);
  if (format_name != NULL && (!hih_table_format_parse (format_name, &format) || format > HIH_TABLE_FORMAT_JSON))
    return hih_command_fail_usage ("--format is table, csv or json");
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_list_overdue_async (records, (guint) months, NULL, hih_records_wait_cb, &wait);
  overdue = hih_records_list_overdue_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (overdue == NULL)
    return hih_command_fail ("%s", error->message);
  table = hih_overdue_table_new (overdue);
  text = hih_table_write (table, format);
  return hih_command_put (text, NULL);
}

const HihCommand hih_command_trainee_export = {
  "trainee export",
  "WHO [-o FILE.json]",
  "Writes everything that is kept about one person; WHO is a name or an id",
  run_export,
};

const HihCommand hih_command_trainee_erase = {
  "trainee erase",
  "WHO [--yes] [--backups]",
  "Erases one person for good; what they did still counts, without them",
  run_erase,
};

const HihCommand hih_command_trainee_overdue = {
  "trainee overdue",
  "[--months=N] [--format=table|csv|json]",
  "Lists who had the last lesson longer ago than people are kept; erases nobody",
  run_overdue,
};
