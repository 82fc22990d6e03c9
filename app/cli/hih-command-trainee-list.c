/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih trainee list: who learns here. */
#include "config.h"

#include "hih-command.h"
#include "hih-people-table.h"

extern const HihCommand hih_command_trainee_list;

static int
run (int argc, char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *group = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table (default), csv or json", "FORMAT" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, "Only the people of this group", "GROUP" },
    { NULL },
  };
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GPtrArray) trainees = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihTable) table = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autofree char *text = NULL;
  HihTableFormat format = HIH_TABLE_FORMAT_TABLE;

  if (!hih_command_parse (&hih_command_trainee_list, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  if (format_name != NULL && !hih_table_format_parse (format_name, &format))
    return hih_command_fail_usage ("--format is table, csv or json");
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_list_trainees_async (records, group, NULL, hih_records_wait_cb, &wait);
  trainees = hih_records_list_trainees_finish (records, hih_records_wait (&wait), &error);
  if (trainees == NULL)
    return hih_command_fail ("%s", error->message);

  table = hih_people_table_new (trainees, format);
  text = hih_table_write (table, format);
  hih_records_close_sync (records, NULL);
  return hih_command_put (text, NULL);
}

const HihCommand hih_command_trainee_list = {
  "trainee list",
  "[--format=table|csv|json] [--group GROUP]",
  "Lists the people who learn here",
  run,
};
