/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking at backups and putting one back: what is good, what is refused, and what becomes of the records of before. */
#include "config.h"

#include <string.h>

#include "hih-backup.h"
#include "hih-open.h"
#include "hih-privacy.h"
#include "hih-restore.h"
#include "records-fixture.h"

static HihBackup *
check (const char *path)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihBackup *backup;

  hih_backup_check_async (path, NULL, hih_records_wait_cb, &wait);
  backup = hih_backup_check_finish (hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return backup;
}

static void
assert_fault (const char *path, HihRecordsError code, const char *part)
{
  g_autoptr (HihBackup) backup = check (path);

  g_assert_nonnull (backup->fault);
  g_assert_cmpint (backup->code, ==, code);
  if (strstr (backup->fault, part) == NULL)
    g_test_message ("“%s” is not in: %s", part, backup->fault);
  g_assert_nonnull (strstr (backup->fault, part));
}

static char *
copy (const char *path, const char *dir, const char *name)
{
  char *to = g_build_filename (dir, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  return to;
}

static guint
count_names (const char *dir, const char *prefix)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

static void
test_check (Fixture *f, gconstpointer data)
{
  HihId person = add_trainee (f->records, "王芳", "一楼"), run = start_run (f->records, f->clock, &person, "make-call", "alone");
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  g_autoptr (HihBackup) backup = NULL;
  static const struct
  {
    const char *sql;
    HihRecordsError code;
    const char *part;
  } faults[] = {
    { "UPDATE event SET body = '{\"group\":\"二楼\",\"rev\":1}' WHERE verb = 'group-joined'", HIH_RECORDS_ERROR_CORRUPT, "chain" },
    { "DELETE FROM event WHERE seq = 2", HIH_RECORDS_ERROR_CORRUPT, "chain of events breaks at 2" },
    { "UPDATE lesson_progress SET able_alone = 1 - able_alone", HIH_RECORDS_ERROR_CORRUPT, "lesson_progress does not follow" },
    { "PRAGMA user_version = 99", HIH_RECORDS_ERROR_NEWER, "newer" },
    { "PRAGMA user_version = -7", HIH_RECORDS_ERROR_CORRUPT, "no file has version -7" },
    { "PRAGMA application_id = 7", HIH_RECORDS_ERROR_OPEN, "not a records file" },
  };

  end_run (f->records, &person, &run, TRUE);
  good = make_backup (f->records);
  backup = check (good);
  g_assert_cmpstr (backup->fault, ==, NULL);
  g_assert_cmpuint (backup->n_people, ==, 1);
  g_assert_cmpint (backup->n_events, ==, 4);
  g_assert_cmpint (backup->last_at_ms, ==, NOW_MS);
  g_assert_cmpuint (backup->version, >, 5);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_clear_pointer (&bad, g_free);
      bad = copy (good, f->dir, "bad.db");
      execute_file (bad, faults[i].sql);
      assert_fault (bad, faults[i].code, faults[i].part);
    }
  g_file_set_contents (bad, "a letter", -1, NULL);
  assert_fault (bad, HIH_RECORDS_ERROR_CORRUPT, "not a database");
  /* Nothing is left beside what was looked at. */
  g_assert_cmpuint (count_names (f->dir, "bad.db"), ==, 1);
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
    g_autoptr (GError) error = NULL;

    hih_backup_check_async ("/nonexistent.db", NULL, hih_records_wait_cb, &wait);
    g_assert_null (hih_backup_check_finish (hih_records_wait (&wait), &error));
    g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN);
  }
}

/* An older version is brought up to date in the copy, and says which it is. */
static void
test_older (Fixture *f, gconstpointer data)
{
  g_autofree char *sql = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "schema", "v4.sql", NULL);
  g_autofree char *old = fixture_path (f, "old.db");
  g_autoptr (HihBackup) backup = NULL;

  g_assert_true (g_file_get_contents (script, &sql, NULL, NULL));
  execute_file (old, sql);
  backup = check (old);
  g_assert_cmpstr (backup->fault, ==, NULL);
  g_assert_cmpuint (backup->version, ==, 4);
  g_assert_cmpint (query_file (old, "PRAGMA user_version"), ==, 4);
}

static HihRestored *
restore (Fixture *f, const char *path, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_backup_restore_async (f->dir, path, hih_clock_get_wall_ms (f->clock), NULL, hih_records_wait_cb, &wait);
  return hih_backup_restore_finish (hih_records_wait (&wait), error);
}

static void
assert_not_restored (Fixture *f, const char *path, HihRecordsError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *db = fixture_path (f, "records.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (db, &before, &n_before, NULL));
  g_assert_null (restore (f, path, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, (int) code);
  g_assert_true (g_file_get_contents (db, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpuint (count_names (f->dir, "replaced-"), ==, 0);
  g_assert_cmpuint (count_names (f->dir, HIH_INCOMING_FILE), ==, 0);
}

static void
test_restore (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", NULL), zhao = add_trainee (f->records, "赵敏", NULL);
  g_autofree char *db = fixture_path (f, "records.db");
  g_autofree char *made = make_backup (f->records);
  g_autofree char *backup = copy (made, f->dir, "stick.db");
  g_autofree char *newer = copy (made, f->dir, "newer.db");
  g_autofree char *foreign = fixture_path (f, "foreign.db");
  g_autofree char *damaged = fixture_path (f, "damaged.db");
  g_autoptr (HihRestored) restored = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  /* One is erased, one comes after the backup. */
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_erase_trainees_async (f->records, &zhao, 1, TRUE, NULL, hih_records_wait_cb, &wait);
    traces = hih_records_erase_trainees_finish (f->records, hih_records_wait (&wait), NULL);
  }
  add_trainee (f->records, "李强", NULL);

  /* Not while somebody has them open. */
  assert_not_restored (f, backup, HIH_RECORDS_ERROR_BUSY);
  fixture_close (f);
  execute_file (newer, "PRAGMA user_version = 99");
  execute_file (foreign, "CREATE TABLE recipe (name TEXT)");
  g_file_set_contents (damaged, "SQLite format 3", -1, NULL);
  assert_not_restored (f, newer, HIH_RECORDS_ERROR_NEWER);
  assert_not_restored (f, foreign, HIH_RECORDS_ERROR_OPEN);
  assert_not_restored (f, damaged, HIH_RECORDS_ERROR_CORRUPT);
  assert_not_restored (f, db, HIH_RECORDS_ERROR_OPEN);

  restored = restore (f, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (restored->backup->n_people, ==, 2);
  g_assert_cmpuint (restored->n_erased, ==, 1);
  g_assert_cmpuint (count_names (f->dir, "replaced-"), ==, 1);
  g_assert_cmpuint (count_names (f->dir, HIH_INCOMING_FILE), ==, 0);
  g_assert_cmpint (query_file (restored->before_path, "SELECT count(*) FROM profile WHERE name = '李强'"), ==, 1);
  g_assert_cmpint (query_file (db, "SELECT count(*) FROM device"), ==, 2);
  g_assert_cmpint (query_file (db, "SELECT count(*) FROM profile WHERE name <> ''"), ==, 1);

  fixture_reopen (f);
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_FOUND);
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (hih_id_equal (&((HihTrainee *) list->pdata[0])->id, &wang));
  add_trainee (f->records, "孙丽", NULL);
  assert_sound (f->records);
  fixture_close (f);
  /* What is written now is the new device's. */
  {
    char device[HIH_ID_STRING_LENGTH + 1];
    g_autofree char *sql = NULL;

    hih_id_to_string (&restored->device, device);
    g_strdelimit (device, "-", ' ');
    sql = g_strdup_printf ("SELECT count(*) FROM device WHERE me = 1 AND hex(uuid) = upper(replace('%s', ' ', ''))", device);
    g_assert_cmpint (query_file (db, sql), ==, 1);
    g_assert_cmpint (query_file (db, "SELECT count(DISTINCT device) FROM event"), ==, 2);
  }
}

/* Into an empty folder, or over a damaged file: that is kept as it is. */
static void
test_restore_over_ruins (Fixture *f, gconstpointer data)
{
  g_autofree char *made = NULL;
  g_autofree char *db = fixture_path (f, "records.db");
  g_autofree char *kept = NULL;
  g_autoptr (HihRestored) first = NULL;
  g_autoptr (HihRestored) second = NULL;

  add_trainee (f->records, "王芳", NULL);
  made = make_backup (f->records);
  fixture_close (f);
  g_file_set_contents (db, "ruins", -1, NULL);
  first = restore (f, made, NULL);
  g_assert_nonnull (first);
  g_assert_true (g_file_get_contents (first->before_path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "ruins");
  g_remove (db);
  second = restore (f, made, NULL);
  g_assert_nonnull (second);
  g_assert_null (second->before_path);
  g_assert_false (hih_id_equal (&first->device, &second->device));
  fixture_reopen (f);
  assert_sound (f->records);
}

/* The records as somebody copied them with a file manager, on a disk that cannot be written: nothing is left beside them. */
static void
test_raw_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *stick = fixture_path (f, "stick");
  g_autofree char *db = fixture_path (f, "records.db");
  g_autofree char *raw = NULL;
  g_autoptr (HihRestored) restored = NULL;
  g_autoptr (HihBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  add_trainee (f->records, "王芳", NULL);
  fixture_close (f);
  g_mkdir (stick, 0700);
  raw = copy (db, stick, "records.db");
  /* As it stands in a file that is in WAL mode. */
  g_assert_cmpint (query_file (db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), ==, 1);
  backup = check (raw);
  g_assert_cmpstr (backup->fault, ==, NULL);
  restored = restore (f, raw, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_names (stick, ""), ==, 1);
}

/* What is foreseen is what thinning does: day after day, with a backup each. */
static void
test_list (Fixture *f, gconstpointer data)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autofree char *made = NULL;
  g_autofree char *labelled = fixture_path (f, "backups/records-v4-2026-11-20T080000Z.db");
  g_autofree char *bad = fixture_path (f, "backups/records-2026-11-19T080000Z.db");
  g_autoptr (GPtrArray) list = NULL;
  const HihBackup *one;
  gint64 day = 0;

  add_trainee (f->records, "王芳", NULL);
  made = make_backup (f->records);
  g_file_set_contents (bad, "ruins", -1, NULL);
  g_file_set_contents (labelled, "ruins", -1, NULL);
  hih_backups_list_async (f->dir, NOW_MS, NULL, hih_records_wait_cb, &wait);
  list = hih_backups_list_finish (hih_records_wait (&wait), NULL);
  g_assert_cmpuint (list->len, ==, 3);
  one = list->pdata[0];
  g_assert_cmpstr (one->path, ==, made);
  g_assert_cmpint (one->at_ms, ==, NOW_MS);
  g_assert_cmpstr (one->fault, ==, NULL);
  g_assert_cmpuint (one->n_people, ==, 1);
  g_assert_nonnull (((HihBackup *) list->pdata[1])->fault);
  g_assert_cmpint (((HihBackup *) list->pdata[1])->gone_at_ms, ==, 0);
  g_assert_nonnull (((HihBackup *) list->pdata[2])->fault);
  g_remove (bad);
  for (gint64 ms = NOW_MS + DAY_MS; g_file_test (made, G_FILE_TEST_EXISTS); ms += DAY_MS)
    {
      g_autofree char *backups = fixture_path (f, "backups");
      g_autofree char *next = hih_backup_make_name (backups, NULL, ms);

      g_file_set_contents (next, "", 0, NULL);
      hih_backup_thin (backups, ms);
      day++;
      g_assert_cmpint (day, <, 400);
    }
  g_assert_cmpint (one->gone_at_ms, ==, NOW_MS + day * DAY_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/restore/check", Fixture, NULL, fixture_set_up, test_check, fixture_tear_down);
  g_test_add ("/records/restore/older", Fixture, NULL, fixture_set_up, test_older, fixture_tear_down);
  g_test_add ("/records/restore/restore", Fixture, NULL, fixture_set_up, test_restore, fixture_tear_down);
  g_test_add ("/records/restore/over-ruins", Fixture, NULL, fixture_set_up, test_restore_over_ruins, fixture_tear_down);
  g_test_add ("/records/restore/raw-copy", Fixture, NULL, fixture_set_up, test_raw_copy, fixture_tear_down);
  g_test_add ("/records/restore/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);
  return g_test_run ();
}
