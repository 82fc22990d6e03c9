/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih trainee import: people from a spreadsheet, all or nobody. */
#include "config.h"

#include "hih-command.h"
#include "hih-paths.h"
#include "hih-people-import.h"

#include <glib/gi18n.h>

extern const HihCommand hih_command_trainee_import;

/* The window's own words: with --language they are its. */
static const char *const problem_texts[HIH_N_ROW_PROBLEMS] = {
  [HIH_ROW_PROBLEM_NONE] = "",
  [HIH_ROW_PROBLEM_NO_NAME] = N_ ("There is no name"),
  [HIH_ROW_PROBLEM_LONG_NAME] = N_ ("The name is longer than 40 characters"),
  [HIH_ROW_PROBLEM_BAD_CHARACTER] = N_ ("There is a sign in it that cannot be read"),
  [HIH_ROW_PROBLEM_BAD_PICTURE] = N_ ("There is no such picture"),
  [HIH_ROW_PROBLEM_LONG_GROUP] = N_ ("The group's name is longer than 40 characters"),
  [HIH_ROW_PROBLEM_CELLS] = N_ ("There are more cells than headings"),
  [HIH_ROW_PROBLEM_QUOTE] = N_ ("A quotation mark that begins here is never closed"),
  [HIH_ROW_PROBLEM_NUMBER] = N_ ("A number stands where the name should be"),
  [HIH_ROW_PROBLEM_TWICE] = N_ ("Stands further up in the file too"),
  [HIH_ROW_PROBLEM_KNOWN] = N_ ("Is here already"),
};

static void
print_row (const HihImportRow *row, const char *text)
{
  /* translators: the number of a row; what is wrong with it */
  g_autofree char *line = g_strdup_printf (_ ("Row %u: %s"), row->row, text);

  hih_command_print_line ("%s%s%s", line, *row->value != '\0' ? ": " : "", row->value);
}

/* What is not taken as it is: for a person to mend, or to decide on. */
static void
print_rows (const HihImportResult *result)
{
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HihImportRow *row = result->rows->pdata[i];

      if (row->problem != HIH_ROW_PROBLEM_NONE)
        print_row (row, _ (problem_texts[row->problem]));
      if (row->no_picture)
        print_row (row, _ ("There is no such picture: another is chosen"));
    }
}

static HihPeopleSheet *
read_sheet (const char *path, GError **error)
{
  HihPeopleSheet *sheet = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  data = hih_command_read_file (path, HIH_SHEET_MAX_BYTES, &length, error);
  if (data != NULL)
    sheet = hih_people_sheet_parse (data, length, error);
  if (sheet == NULL)
    g_prefix_error (error, "%s: ", path);
  return sheet;
}

/* In the records there are, or (nobody is there yet) of what it would do. NULL after a line on stderr. */
static HihImportResult *
import (HihPeopleSheet *sheet, const HihImportOptions *options, gboolean begin)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GError) error = NULL;
  HihImportResult *result;

  if (!begin && !hih_records_are_in (hih_paths_get_data_dir ()))
    return hih_people_sheet_foresee (sheet, options);
  records = hih_command_open_or_begin_records ();
  if (records == NULL)
    return NULL;
  hih_records_import_people_async (records, sheet, options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (records, hih_records_wait (&wait), &error);
  if (result == NULL)
    hih_command_fail ("%s", error->message);
  hih_records_close_sync (records, NULL);
  return result;
}

static int
run (int argc, char **argv)
{
  g_autofree char *duplicates = NULL;
  HihImportOptions options = { .repeats = HIH_REPEAT_ASK };
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, "Only say what would happen", NULL },
    { "duplicates", 0, 0, G_OPTION_ARG_STRING, &duplicates,
      "A name that is there already: skip it, the same person, or a new one (default: add nobody)", "skip|same|new" },
    { "leave-out-bad", 0, 0, G_OPTION_ARG_NONE, &options.leave_out_bad, "Add the others when a row cannot be read", NULL },
    { NULL },
  };
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autoptr (HihImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean begins;

  if (!hih_command_parse (&hih_command_trainee_import, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (duplicates != NULL && !hih_repeat_parse (duplicates, &options.repeats))
    return hih_command_fail_usage ("--duplicates is skip, same or new");
  sheet = read_sheet (argv[1], &error);
  if (sheet == NULL)
    return hih_command_fail ("%s", error->message);
  /* Records are begun only by an import that nothing stops. */
  begins = !options.dry_run && !hih_records_are_in (hih_paths_get_data_dir ());
  result = import (sheet, &options, FALSE);
  if (result != NULL && result->done && begins)
    {
      hih_import_result_unref (result);
      result = import (sheet, &options, TRUE);
    }
  if (result == NULL)
    return HIH_EXIT_FAILED;
  print_rows (result);
  if (!result->done)
    return hih_command_fail ("nobody was added: %u rows to mend, %u names that are there already%s", result->n[HIH_ROW_BAD],
                             result->n[HIH_ROW_ASK],
                             result->n[HIH_ROW_ASK] > 0 ? " (--duplicates=skip leaves them out)" : "");
  g_print ("%u %s, %u changed, %u as they were, %u left out\n", result->n[HIH_ROW_NEW],
           options.dry_run ? "would be added" : "added", result->n[HIH_ROW_CHANGED], result->n[HIH_ROW_SAME],
           result->n[HIH_ROW_SKIPPED] + result->n[HIH_ROW_BAD]);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_trainee_import = {
  "trainee import",
  "FILE.csv [--dry-run] [--duplicates=skip|same|new] [--leave-out-bad]",
  "Adds people from a table with the columns 姓名, 图片, 分组 (name, picture, group)",
  run,
};
