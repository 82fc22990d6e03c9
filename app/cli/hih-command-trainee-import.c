/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih trainee import: people from a spreadsheet, all or nobody. */
#include "config.h"

#include "hih-command.h"
#include "hih-people-import.h"

#include <glib/gstdio.h>

extern const HihCommand hih_command_trainee_import;

static void
print_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const HihBadRow *row = rows->pdata[i];

      g_printerr ("row %u: %s: %s\n", row->row, hih_row_problem_to_string (row->problem), row->value);
    }
}

static HihPeopleSheet *
read_sheet (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length = 0;
  GStatBuf st;

  if (g_stat (path, &st) == 0 && st.st_size > HIH_SHEET_MAX_BYTES)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET, "%s is larger than %d MiB", path,
                   HIH_SHEET_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return hih_people_sheet_parse (data, length, error);
}

static int
run (int argc, char **argv)
{
  gboolean skip = FALSE;
  gboolean try_only = FALSE;
  const GOptionEntry entries[] = {
    { "skip-repeats", 0, 0, G_OPTION_ARG_NONE, &skip, "Leave out people who are there already", NULL },
    { "try", 0, 0, G_OPTION_ARG_NONE, &try_only, "Only say what would happen", NULL },
    { NULL },
  };
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autoptr (HihImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihImportFlags flags = HIH_IMPORT_NONE;

  if (!hih_command_parse (&hih_command_trainee_import, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (skip)
    flags |= HIH_IMPORT_SKIP_REPEATS;
  if (try_only)
    flags |= HIH_IMPORT_TRY;
  sheet = read_sheet (argv[1], &error);
  if (sheet == NULL)
    return hih_command_fail ("%s", error->message);
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_import_people_async (records, sheet, flags, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (records, hih_records_wait (&wait), &error);
  if (result == NULL)
    return hih_command_fail ("%s", error->message);
  print_rows (result->bad_rows);
  print_rows (result->repeats);
  hih_records_close_sync (records, NULL);
  if (!result->done)
    return hih_command_fail ("nobody was added: %u rows to mend%s", result->bad_rows->len + result->repeats->len,
                             result->repeats->len > 0 ? " (--skip-repeats leaves out people who are there already)" : "");
  g_print ("%u %s, %u left out\n", result->n_added, try_only ? "would be added" : "added", result->n_skipped);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_trainee_import = {
  "trainee import",
  "FILE.csv [--skip-repeats] [--try]",
  "Adds people from a table with the columns 姓名, 图片, 分组 (name, picture, group)",
  run,
};
