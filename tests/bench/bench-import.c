/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to bring in a list of 20 000 people with a group each, from the file's bytes until all of it is on disk,
 * and to take it back. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "hih-people-import.h"

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-bench-XXXXXX", NULL);
  g_autofree char *rm = g_strdup_printf ("rm -r '%s'", dir);
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, NULL);
  g_autoptr (GString) text = g_string_new ("姓名,图片,分组\n");
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autoptr (HihImportResult) result = NULL;
  g_auto (HihRecordsWait) importing = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) undoing = HIH_RECORDS_WAIT_INIT;
  HihImportOptions options = { .repeats = HIH_REPEAT_ASK };
  gint64 begin, end;

  for (guint i = 0; i < HIH_SHEET_MAX_ROWS; i++)
    g_string_append_printf (text, "学员%u,plum,%u组\n", i, i % 40);
  begin = g_get_monotonic_time ();
  sheet = hih_people_sheet_parse (text->str, text->len, NULL);
  if (records == NULL || sheet == NULL)
    return 1;
  hih_records_import_people_async (records, sheet, &options, NULL, hih_records_wait_cb, &importing);
  result = hih_records_import_people_finish (records, hih_records_wait (&importing), NULL);
  end = g_get_monotonic_time ();
  if (result == NULL || !result->done)
    return 1;
  g_print ("people-import ratio %.3g (ours %.3g s, peer 3 s, aim <= 1)\n", (double) (end - begin) / 3e6,
           (double) (end - begin) / 1e6);
  begin = g_get_monotonic_time ();
  hih_records_undo_async (records, result->act, NULL, hih_records_wait_cb, &undoing);
  if (!hih_records_undo_finish (records, hih_records_wait (&undoing), NULL, NULL))
    return 1;
  g_print ("people-import-undo %.3g s\n", (double) (g_get_monotonic_time () - begin) / 1e6);
  hih_records_close_sync (records, NULL);
  return system (rm) == 0 ? 0 : 1;
}
