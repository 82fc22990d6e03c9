/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a step costs: its commit through HihRecords (thread, chain, projections) against a bare INSERT of the same
 * row into the same kind of table with the same pragmas. Both write into the same folder, in turns, in one run, so
 * that a busy disk is busy for both; the median of the pairs is told.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "hih-people.h"
#include "hih-run-log.h"

#define ROUNDS 600
#define WARM_UP 60

static const char *const bare_schema =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304; PRAGMA secure_delete = ON;"
  "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
  "CREATE TABLE event (device INTEGER NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL,"
  " trainee BLOB, verb TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (device, seq)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX event_trainee ON event (trainee, at);";

static const char *const body =
  "{\"run\":\"01a2076b-4400-7061-94ba-e261ded6a99e\",\"step\":\"open-chat\",\"index\":1,\"trap\":false,\"level\":2,"
  "\"errors\":1,\"near\":0,\"helps\":2,\"asked\":1,\"ms\":5200,\"hits\":[\"home/camera\"]}";

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
end_step (HihRecords *records, const HihId *trainee, const HihId *run)
{
  static const char *const hits[] = { "home/camera", NULL };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihStepEnd end = { .run = *run, .step = "open-chat", .step_index = 1, .level = 2, .errors = 1, .helps = 2,
                     .help_asked = 1, .duration_ms = 5200, .hits = hits };

  hih_records_end_step_async (records, trainee, &end, NULL, hih_records_wait_cb, &wait);
  if (!hih_records_end_step_finish (records, hih_records_wait (&wait), &error))
    g_error ("%s", error->message);
}

static void
insert_bare (sqlite3 *db, sqlite3_stmt *stmt, gint64 seq, const HihId *id, const HihId *trainee, gint64 at_ms)
{
  sqlite3_bind_int64 (stmt, 1, seq);
  sqlite3_bind_blob (stmt, 2, id->bytes, sizeof id->bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 3, at_ms);
  sqlite3_bind_blob (stmt, 4, trainee->bytes, sizeof trainee->bytes, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 5, body, -1, SQLITE_STATIC);
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_reset (stmt);
}

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-bench-XXXXXX", NULL);
  g_autofree char *bare_path = g_build_filename (dir, "bare.db", NULL);
  g_autofree char *rm = g_strdup_printf ("rm -r '%s'", dir);
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, NULL);
  g_auto (HihRecordsWait) adding = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) starting = HIH_RECORDS_WAIT_INIT;
  HihRunStart start = { .lesson = "make-call", .content = "c0ffee", .stage = "follow", .layout = "a" };
  static double ours[ROUNDS], bare[ROUNDS], ratios[ROUNDS];
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;
  HihId trainee;

  if (records == NULL)
    return 1;
  hih_records_add_trainee_async (records, "王芳", NULL, NULL, NULL, hih_records_wait_cb, &adding);
  hih_records_add_trainee_finish (records, hih_records_wait (&adding), &trainee, NULL);
  hih_id_generate (&start.run, clock);
  hih_records_start_run_async (records, &trainee, &start, NULL, hih_records_wait_cb, &starting);
  if (!hih_records_start_run_finish (records, hih_records_wait (&starting), NULL))
    return 1;
  if (sqlite3_open (bare_path, &db) != SQLITE_OK || sqlite3_exec (db, bare_schema, NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, "INSERT INTO event VALUES (1, ?1, ?2, ?3, ?4, 'step-ended', ?5)", -1, &stmt, NULL) != SQLITE_OK)
    return 1;

  for (int i = -WARM_UP; i < ROUNDS; i++)
    {
      gint64 before = g_get_monotonic_time (), between;
      HihId id;

      hih_id_generate (&id, clock);
      insert_bare (db, stmt, i + WARM_UP + 1, &id, &trainee, before);
      between = g_get_monotonic_time ();
      end_step (records, &trainee, &start.run);
      if (i < 0)
        continue;
      bare[i] = (double) (between - before);
      ours[i] = (double) (g_get_monotonic_time () - between);
      ratios[i] = ours[i] / MAX (bare[i], 1.0);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  hih_records_close_sync (records, NULL);
  g_print ("records-step-commit ratio %.3g (ours %.0f us, peer %.0f us, aim <= 1.5)\n", median (ratios), median (ours),
           median (bare));
  return system (rm) == 0 ? 0 : 1;
}
