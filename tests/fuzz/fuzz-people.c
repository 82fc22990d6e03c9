/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of people, and what would become of each row; the records stay as they are. */
#include "config.h"

#include "fuzz.h"

#include "hih-people-import.h"

static HihRecords *records;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (G_GINT64_CONSTANT (1795420800000));
  g_autofree char *dir = g_build_filename (fuzz_dir (), "records", NULL);
  g_autoptr (GError) error = NULL;

  records = hih_records_open_sync (dir, clock, &error);
  g_assert_no_error (error);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse ((const char *) data, length, &error);
  g_autoptr (HihImportResult) result = NULL;
  HihImportOptions options = { .dry_run = TRUE, .repeats = length > 0 ? (HihRepeat) (data[0] % 4) : HIH_REPEAT_ASK };

  g_assert_true ((sheet == NULL) == (error != NULL));
  if (sheet == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  hih_records_import_people_async (records, sheet, &options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HihImportRow *row = result->rows->pdata[i];

      g_assert_true (g_utf8_validate (row->value, -1, NULL) && g_utf8_validate (row->groups, -1, NULL));
    }
  return 0;
}
