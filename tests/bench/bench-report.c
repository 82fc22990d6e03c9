/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-report ledger DIR: a month's ledger of the records in DIR, asked through HihRecords, against plain SQL for the
 * same totals on a connection of its own. bench-report xlsx: a table of 200 000 cells into a workbook, against the same
 * cells given to libxlsxwriter straight away, in its sparing mode too. In turns, in one run.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "hih-figures.h"
#include "hih-period.h"
#include "hih-table.h"

#define ROUNDS 7
#define N_ROWS 20000
#define N_COLUMNS 10

/* One figure each, as somebody with a prompt would ask for it. */
static const char *const plain[] = {
  "SELECT count(*) FROM class_session WHERE at >= ?1 AND at < ?2",
  "SELECT count(*) FROM attendance JOIN class_session AS c USING (session) WHERE here AND c.at >= ?1 AND c.at < ?2",
  "SELECT count(DISTINCT trainee) FROM run WHERE at >= ?1 AND at < ?2",
  "SELECT count(*) FROM (SELECT DISTINCT trainee, (at + 28800000) / 86400000 FROM run WHERE at >= ?1 AND at < ?2)",
  "SELECT count(DISTINCT trainee) FROM run_end WHERE able_alone AND at >= ?1 AND at < ?2",
  "SELECT count(DISTINCT trainee) FROM tick WHERE tick = 'alone' AND at >= ?1 AND at < ?2",
  "SELECT sum(helpers * minutes) FROM helper_time WHERE at >= ?1 AND at < ?2",
  "SELECT count(*) FROM family_call WHERE outcome = 'held' AND at >= ?1 AND at < ?2",
  "SELECT count(*) FROM offline_service WHERE at >= ?1 AND at < ?2",
};

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x > y ? 1 : x < y ? -1 : 0;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof values[0], compare);
  return values[ROUNDS / 2];
}

static void
say (const char *name, double *ours, double *peer, double aim)
{
  double ratios[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    ratios[i] = ours[i] / MAX (peer[i], 1);
  g_print ("%s ratio %.3g (ours %.3g s, peer %.3g s, aim <= %g)\n", name, median (ratios), median (ours) / 1e6,
           median (peer) / 1e6, aim);
}

static gint64
ask_plain (sqlite3 *db, gint64 from_ms, gint64 to_ms)
{
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      sqlite3_stmt *stmt;

      if (sqlite3_prepare_v2 (db, plain[i], -1, &stmt, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_bind_int64 (stmt, 1, from_ms);
      sqlite3_bind_int64 (stmt, 2, to_ms);
      if (sqlite3_step (stmt) != SQLITE_ROW)
        g_error ("%s", sqlite3_errmsg (db));
      sum += sqlite3_column_int64 (stmt, 0);
      sqlite3_finalize (stmt);
    }
  return sum;
}

static int
bench_ledger (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "records.db", NULL);
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, &error);
  double ours[ROUNDS], peer[ROUNDS];
  gint64 from_ms, to_ms;
  sqlite3 *db = NULL;

  if (records == NULL || sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", error != NULL ? error->message : sqlite3_errmsg (db));
  hih_period_get (HIH_PERIOD_LAST_MONTH, g_get_real_time () / 1000, &from_ms, &to_ms);
  for (int i = -1; i < ROUNDS; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      g_autoptr (GPtrArray) lines = NULL;
      gint64 before = g_get_monotonic_time (), between, after;

      ask_plain (db, from_ms, to_ms);
      between = g_get_monotonic_time ();
      hih_records_list_ledger_async (records, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
      lines = hih_records_list_ledger_finish (records, hih_records_wait (&wait), &error);
      after = g_get_monotonic_time ();
      if (lines == NULL || lines->len < 2)
        g_error ("no ledger");
      if (i < 0)
        continue;
      peer[i] = (double) (between - before);
      ours[i] = (double) (after - between);
    }
  sqlite3_close (db);
  hih_records_close_sync (records, NULL);
  say ("report-ledger-sql", ours, peer, 2);
  g_print ("report-ledger-month ratio %.3g (ours %.3g s, peer 1 s, aim <= 1)\n", median (ours) / 1e6, median (ours) / 1e6);
  return 0;
}

static HihTable *
make_table (void)
{
  HihTable *table = hih_table_new ();

  for (guint c = 0; c < N_COLUMNS; c++)
    hih_table_add_column (table, "c", "标题");
  for (guint r = 0; r < N_ROWS; r++)
    {
      hih_table_begin_row (table);
      for (guint c = 0; c < N_COLUMNS; c++)
        {
          if (c % 2 == 0)
            hih_table_add_text (table, "给女儿打视频电话");
          else
            hih_table_add_number (table, r + c);
        }
    }
  return table;
}

static void
write_bare (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (guint r = 0; r < N_ROWS; r++)
    {
      for (guint c = 0; c < N_COLUMNS; c++)
        {
          if (c % 2 == 0)
            worksheet_write_string (sheet, r, (lxw_col_t) c, "给女儿打视频电话", NULL);
          else
            worksheet_write_number (sheet, r, (lxw_col_t) c, r + c, NULL);
        }
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("the workbook could not be written");
}

static int
bench_xlsx (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "a.xlsx", NULL);
  g_autoptr (HihTable) table = make_table ();
  double ours[ROUNDS], peer[ROUNDS];

  for (int i = -1; i < ROUNDS; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      g_autoptr (GError) error = NULL;
      gint64 before = g_get_monotonic_time (), between;

      write_bare (path);
      between = g_get_monotonic_time ();
      hih_table_save_async (table, HIH_TABLE_FORMAT_XLSX, path, NULL, NULL, NULL, hih_records_wait_cb, &wait);
      if (!hih_table_save_finish (table, hih_records_wait (&wait), &error))
        g_error ("%s", error->message);
      if (i < 0)
        continue;
      peer[i] = (double) (between - before);
      ours[i] = (double) (g_get_monotonic_time () - between);
    }
  g_unlink (path);
  g_rmdir (dir);
  say ("report-xlsx-200000", ours, peer, 1.5);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "ledger") == 0)
    return bench_ledger (argv[2]);
  return bench_xlsx ();
}
