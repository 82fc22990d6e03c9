/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of this room share. */
#include "config.h"

#include "records-fixture.h"

#include <sqlite3.h>

#include "hih-log.h"
#include "hih-projection.h"

void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("hih-records-XXXXXX", &error);
  g_assert_no_error (error);
  f->clock = hih_virtual_clock_new (NOW_MS);
  f->records = hih_records_open_sync (f->dir, f->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (f->records);
}

void
fixture_close (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  if (f->records == NULL)
    return;
  hih_records_close_sync (f->records, &error);
  g_assert_no_error (error);
  g_clear_object (&f->records);
}

void
fixture_reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  fixture_close (f);
  f->records = hih_records_open_sync (f->dir, f->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (f->records);
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  fixture_close (f);
  remove_tree (f->dir);
  g_free (f->dir);
  g_object_unref (f->clock);
}

char *
fixture_path (Fixture *f, const char *name)
{
  return g_build_filename (f->dir, name, NULL);
}

HihId
add_trainee (HihRecords *records, const char *name, const char *group)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihId id = { { 0 } };

  hih_records_add_trainee_async (records, name, "person-03", group, NULL, hih_records_wait_cb, &wait);
  hih_records_add_trainee_finish (records, hih_records_wait (&wait), &id, &error);
  g_assert_no_error (error);
  g_assert_false (hih_id_is_nil (&id));
  return id;
}

HihId
start_run (HihRecords *records, HihClock *clock, const HihId *trainee, const char *lesson, const char *stage)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihRunStart start = { .lesson = lesson, .content = "c0ffee", .stage = stage, .layout = "b", .round = 1, .seed = 4000000000u };

  hih_id_generate (&start.run, clock);
  hih_records_start_run_async (records, trainee, &start, NULL, hih_records_wait_cb, &wait);
  hih_records_start_run_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return start.run;
}

gboolean
end_step (HihRecords *records, const HihId *trainee, const HihId *run, const char *step, guint index, guint level,
          guint errors, gint64 duration_ms, GError **error)
{
  static const char *const hits[] = { "home/camera", "chat/voice \"quoted\"\n", NULL };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihStepEnd end = { .run = *run, .step = step, .step_index = index, .level = level, .errors = errors, .near_misses = 1,
                     .helps = level, .help_asked = level / 2, .duration_ms = duration_ms, .hits = hits };

  hih_records_end_step_async (records, trainee, &end, NULL, hih_records_wait_cb, &wait);
  return hih_records_end_step_finish (records, hih_records_wait (&wait), error);
}

void
end_run (HihRecords *records, const HihId *trainee, const HihId *run, gboolean able)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihRunEnd end = { .run = *run, .outcome = "done", .able_alone = able, .errors = 1, .max_level = 2, .duration_ms = 60000 };

  hih_records_end_run_async (records, trainee, &end, NULL, hih_records_wait_cb, &wait);
  hih_records_end_run_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
}

void
tick (HihRecords *records, const HihId *trainee, const char *lesson, HihRealPhone value)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;

  hih_records_tick_real_phone_async (records, trainee, NULL, lesson, value, NULL, hih_records_wait_cb, &wait);
  hih_records_tick_real_phone_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
}

GPtrArray *
list_trainees (HihRecords *records, const char *group)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  hih_records_list_trainees_async (records, group, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_trainees_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return list;
}

GPtrArray *
list_progress (HihRecords *records, const HihId *trainee)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  hih_records_list_progress_async (records, trainee, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_progress_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return list;
}

HihLessonProgress *
get_progress (HihRecords *records, const HihId *trainee, const char *lesson)
{
  g_autoptr (GPtrArray) list = list_progress (records, trainee);

  for (guint i = 0; i < list->len; i++)
    {
      HihLessonProgress *progress = list->pdata[i];

      if (g_str_equal (progress->lesson, lesson))
        return hih_lesson_progress_ref (progress);
    }
  return NULL;
}

HihUnfinishedRun *
get_unfinished (HihRecords *records, const HihId *trainee, const char *lesson)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihUnfinishedRun *run;

  hih_records_get_unfinished_async (records, trainee, lesson, NULL, hih_records_wait_cb, &wait);
  run = hih_records_get_unfinished_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return run;
}

GPtrArray *
list_rechecks (HihRecords *records, const HihId *trainee)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  hih_records_list_rechecks_async (records, trainee, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_rechecks_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return list;
}

void
assert_sound (HihRecords *records)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  hih_records_check_async (records, NULL, hih_records_wait_cb, &wait);
  faults = hih_records_check_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("fault: %s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

char *
make_backup (HihRecords *records)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  char *path;

  hih_records_backup_async (records, NULL, NULL, hih_records_wait_cb, &wait);
  path = hih_records_backup_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return path;
}

gint64
query_file (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

void
execute_file (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

void
change_device (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihStore) store = hih_store_new (path, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (hih_log_renew_device (store, NOW_MS, NULL));
}

typedef struct
{
  gint64 device;
  gint64 seq;
  char verb[32];
} Sent;

/* One event into the log again, and folded. */
static void
arrive (HihStore *store, gint64 device, gint64 seq, const char *text)
{
  sqlite3_stmt *insert = NULL;
  HihVerb verb;

  g_assert_cmpint (sqlite3_prepare_v2 (hih_store_get_db (store),
                                       "INSERT INTO event SELECT * FROM sent WHERE device = ?1 AND seq = ?2", -1, &insert,
                                       NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_int64 (insert, 1, device);
  sqlite3_bind_int64 (insert, 2, seq);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_finalize (insert);
  g_assert_true (hih_verb_parse (text, &verb));
  g_assert_true (hih_projection_apply (store, device, seq, verb, NULL));
}

void
assert_any_order (const char *path, guint rounds)
{
  g_autoptr (HihStore) store = hih_store_new (path, TRUE, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Sent));
  sqlite3_stmt *stmt = hih_store_query (store, "log-places", NULL);
  GPtrArray *script;

  while (hih_store_next (store, stmt, NULL) > 0)
    {
      Sent sent = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), "" };

      g_strlcpy (sent.verb, (const char *) sqlite3_column_text (stmt, 2), sizeof sent.verb);
      g_array_append_val (places, sent);
    }
  g_assert_true (hih_store_exec (store, "CREATE TEMP TABLE sent AS SELECT * FROM event;"
                                        "CREATE INDEX temp.sent_place ON sent (device, seq)", NULL));
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      g_assert_true (hih_store_begin (store, NULL));
      g_assert_true (hih_store_exec (store, "DELETE FROM event", NULL));
      script = hih_store_script (store, "forget-all", NULL);
      for (guint i = 0; i < script->len; i++)
        g_assert_true (hih_store_run (store, script->pdata[i], NULL));
      for (guint i = 0; i < places->len; i++)
        {
          Sent *a = &g_array_index (places, Sent, i);
          Sent *b = &g_array_index (places, Sent, g_test_rand_int_range ((gint32) i, (gint32) places->len));
          Sent other = *a;

          *a = *b;
          *b = other;
          arrive (store, a->device, a->seq, a->verb);
        }
      g_assert_true (hih_projection_compare (store, faults, NULL));
      for (guint i = 0; i < faults->len; i++)
        g_test_message ("order %u: %s", round, (char *) faults->pdata[i]);
      g_assert_cmpuint (faults->len, ==, 0);
      hih_store_rollback (store);
    }
}

guint
count_files (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}
