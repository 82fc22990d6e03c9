/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The board of 5 000 people and 40 lessons through HihRecords (thread, judging, people with their groups, an immutable
 * value) against bare SQLite stepping over the same rows and looking at every column. In turns, in one run. The rows are
 * put into the projections by SQL: what it costs to make them from events is bench-records' business.
 */
#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "hih-board.h"

#define PEOPLE 5000
#define LESSONS 40
#define ROUNDS 9

static void
execute (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
fill (const char *path)
{
  sqlite3 *db = NULL;
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / 1000);
  g_autofree char *sql = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s cannot be opened", path);
  sql = g_strdup_printf (
    "BEGIN;"
    "CREATE TEMP TABLE p AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
    "  SELECT i, CAST(unhex_(printf('%%032x', i * 7919)) AS BLOB) AS id FROM n;"
    "INSERT INTO trainee (trainee, added, added_at, last_seen_at) SELECT id, 1, %s, %s - i FROM p;"
    "INSERT INTO profile (trainee, name, picture, rev, by_device) SELECT id, '张桂英' || i, 'plum', 1, zeroblob(16) FROM p;"
    "INSERT INTO group_member (trainee, group_name, member, rev, by_device) SELECT id, '周' || i / 20, 1, 1, zeroblob(16) FROM p;"
    "INSERT INTO lesson_progress SELECT p.id, 'lesson-' || l.value, 15, i %% 3 < 2, %s, i %% 31 = 0, 7, p.id, 'alone', %s"
    "  FROM p, json_each('[%s]') AS l ORDER BY p.id, 2;"
    "INSERT INTO recheck_due SELECT trainee, lesson, 7, %s - 1, length(lesson) < 9 FROM lesson_progress"
    "  WHERE able_alone ORDER BY trainee, lesson;"
    "INSERT INTO stuck SELECT id, 'lesson-7', 3, 'dial', 2, 'home/chat', 2, %s FROM p WHERE i %% 9 = 2;"
    "COMMIT;",
    PEOPLE, now, now, now, now, "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,"
    "33,34,35,36,37,38,39", now, now);
  execute (db, sql);
  sqlite3_close (db);
}

/* SQLite 3.40 has no unhex(). */
static void
unhex_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  guint8 bytes[16];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) * 16 + g_ascii_xdigit_value (text[2 * i + 1]));
  sqlite3_result_blob (context, bytes, sizeof bytes, SQLITE_TRANSIENT);
}

static int
add_functions (sqlite3 *db, char **message, const struct sqlite3_api_routines *api)
{
  return sqlite3_create_function (db, "unhex_", 1, SQLITE_UTF8, NULL, unhex_cb, NULL, NULL);
}

/* What is in every column, summed, so that nothing can be left out. */
static guint64
read_bare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  guint64 sum = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
            sum += (guint64) sqlite3_column_int64 (stmt, i);
          else
            sum += sqlite3_column_blob (stmt, i) != NULL ? (guint64) sqlite3_column_bytes (stmt, i) : 0;
        }
    }
  sqlite3_finalize (stmt);
  return sum;
}

static gint64
time_bare (sqlite3 *db)
{
  static const char *const queries[] = {
    "SELECT trainee.trainee, name, picture, added_at, last_seen_at FROM trainee LEFT JOIN profile USING (trainee) WHERE added = 1 "
    "ORDER BY last_seen_at DESC, name",
    "SELECT trainee, group_name FROM group_member WHERE member = 1 ORDER BY trainee, group_name",
    "SELECT trainee, lesson, stages, able_alone, slipped FROM lesson_progress",
    "SELECT trainee, lesson, max(days), due_at FROM recheck_due WHERE NOT done AND due_at < unixepoch() * 1000 "
    "GROUP BY trainee, lesson ORDER BY due_at, trainee, lesson",
    "SELECT trainee, lesson, step_index, step, times, taken_for, taken, at FROM stuck ORDER BY at DESC",
  };
  gint64 before = g_get_monotonic_time ();
  guint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    sum += read_bare (db, queries[i]);
  if (sum == 0)
    g_error ("nothing was read");
  return g_get_monotonic_time () - before;
}

static gint64
time_ours (HihRecords *records, const char *const *lessons, HihBoard **board)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();

  hih_records_load_board_async (records, lessons, NULL, hih_records_wait_cb, &wait);
  *board = hih_records_load_board_finish (records, hih_records_wait (&wait), &error);
  if (*board == NULL)
    g_error ("%s", error->message);
  return g_get_monotonic_time () - before;
}

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

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "records.db", NULL);
  g_autofree char *rm = g_strdup_printf ("rm -r '%s'", dir);
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) lessons = NULL;
  double ours[ROUNDS], bare[ROUNDS], ratios[ROUNDS];
  sqlite3 *db = NULL;

  sqlite3_auto_extension ((void (*) (void)) add_functions);
  records = hih_records_open_sync (dir, clock, NULL);
  if (records == NULL || !hih_records_close_sync (records, NULL))
    return 1;
  g_clear_object (&records);
  fill (path);
  records = hih_records_open_sync (dir, clock, NULL);
  if (records == NULL || sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    return 1;
  for (guint i = 0; i < LESSONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("lesson-%u", i);

      g_strv_builder_add (ids, id);
    }
  lessons = g_strv_builder_end (ids);
  for (int i = -1; i < ROUNDS; i++)
    {
      g_autoptr (HihBoard) board = NULL;
      double b = (double) time_bare (db) / 1000, o = (double) time_ours (records, (const char *const *) lessons, &board) / 1000;

      if (board->n_people != PEOPLE || board->people[0].n[HIH_CELL_NOT_BEGUN] != 0 || board->n_stuck == 0)
        g_error ("the board is not what was put in");
      if (i >= 0)
        {
          ours[i] = o;
          bare[i] = b;
          ratios[i] = o / MAX (b, 0.001);
        }
    }
  sqlite3_close (db);
  hih_records_close_sync (records, NULL);
  g_print ("board-5000x40 ratio %.3g (ours %.0f ms, peer %.0f ms, aim <= 2)\n", median (ratios), median (ours), median (bare));
  return system (rm) == 0 ? 0 : 1;
}
