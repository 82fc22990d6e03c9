/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever lies there: older, newer, foreign, damaged, gone; and the backups that help. */
#include "config.h"

#include <string.h>

#include "hih-backup.h"
#include "hih-migrate.h"
#include "hih-privacy.h"
#include "hih-store.h"
#include "records-fixture.h"
#include "test-migrations.h"

static void
assert_refused (Fixture *f, HihRecordsError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = hih_records_open_sync (f->dir, f->clock, &error);

  g_assert_error (error, HIH_RECORDS_ERROR, (int) code);
  g_assert_null (records);
}

static char *
read_bytes (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
write_bytes (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
test_found (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_CREATED);
  fixture_reopen (f);
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_FOUND);
  g_assert_null (hih_records_get_damaged_path (f->records));
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  add_trainee (f->records, "王芳", NULL);
  fixture_close (f);
  execute_file (path, "PRAGMA user_version = 99");
  before = read_bytes (path, &n_before);
  assert_refused (f, HIH_RECORDS_ERROR_NEWER);
  after = read_bytes (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_foreign (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  fixture_close (f);
  g_remove (path);
  remove_tree (f->dir);
  g_mkdir (f->dir, 0700);
  execute_file (path, "CREATE TABLE recipe (name TEXT)");
  before = read_bytes (path, &n_before);
  assert_refused (f, HIH_RECORDS_ERROR_OPEN);
  after = read_bytes (path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

typedef enum
{
  DAMAGE_TRUNCATED,
  DAMAGE_PAGES_ZEROED,
  DAMAGE_HEADER,
  DAMAGE_VERSION,
  DAMAGE_EMPTY,
  DAMAGE_GONE,
} Damage;

static void
damage_file (const char *path, Damage damage)
{
  gsize length;
  g_autofree char *bytes = read_bytes (path, &length);

  switch (damage)
    {
    case DAMAGE_TRUNCATED:
      write_bytes (path, bytes, length / 2);
      break;
    case DAMAGE_PAGES_ZEROED:
      memset (bytes + 8192, 0, length - 8192);
      write_bytes (path, bytes, length);
      break;
    case DAMAGE_HEADER:
      memset (bytes, 'x', 100);
      write_bytes (path, bytes, length);
      break;
    case DAMAGE_VERSION:
      bytes[60] = (char) 0x80; /* of the four of user_version, the sign */
      write_bytes (path, bytes, length);
      break;
    case DAMAGE_EMPTY:
      write_bytes (path, "", 0);
      break;
    case DAMAGE_GONE:
    default:
      g_remove (path);
      break;
    }
}

static void
erase (Fixture *f, const HihId *trainee)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) traces = NULL;

  hih_records_erase_trainees_async (f->records, trainee, 1, FALSE, NULL, hih_records_wait_cb, &wait);
  traces = hih_records_erase_trainees_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
}

/* Every backup but these two is of a newer program. */
static void
spoil_others (Fixture *f, const char *older, const char *newer)
{
  g_autofree char *backups = fixture_path (f, "backups");
  g_autoptr (GDir) folder = g_dir_open (backups, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);

      if (!g_str_equal (path, older) && !g_str_equal (path, newer))
        execute_file (path, "PRAGMA user_version = 99");
    }
}

/* A damaged file is moved aside, the newest good backup takes its place, under a new device. Who was erased since is so
 * still, if only a backup tells that is not fit to be put back. */
static void
test_restore (Fixture *f, gconstpointer data)
{
  Damage damage = (Damage) GPOINTER_TO_UINT (data);
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *backup = NULL;
  g_autofree char *older = NULL;
  g_autofree char *damaged = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gsize length;
  HihId wang, sun;

  add_trainee (f->records, "李强", NULL);
  sun = add_trainee (f->records, "孙丽", NULL);
  older = make_backup (f->records);
  wang = add_trainee (f->records, "王芳", NULL);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  backup = make_backup (f->records);
  erase (f, &sun);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  g_free (make_backup (f->records));
  fixture_close (f);
  spoil_others (f, older, backup);
  /* A third, later by its name, is no good: it is passed over. */
  {
    g_autofree char *bad = g_build_filename (f->dir, "backups", "records-2090-01-01T000000Z.db", NULL);

    write_bytes (bad, "SQLite format 3", 15);
  }
  damage_file (path, damage);
  damaged = damage <= DAMAGE_EMPTY ? read_bytes (path, &length) : NULL;

  if (damage <= DAMAGE_EMPTY)
    g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*records: *");
  fixture_reopen (f);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_RESTORED);
  g_assert_cmpint (hih_records_get_restored_at_ms (f->records), ==, NOW_MS + HOUR_MS);
  if (damaged != NULL)
    {
      gsize kept_length;
      g_autofree char *kept = read_bytes (hih_records_get_damaged_path (f->records), &kept_length);

      g_assert_cmpmem (kept, kept_length, damaged, length);
    }
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (hih_id_is_nil (&wang));
  add_trainee (f->records, "赵敏", NULL);
  assert_sound (f->records);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM device"), ==, 2);
  g_assert_cmpint (query_file (path, "SELECT max(seq) FROM event JOIN device ON device = device.id WHERE me = 1"), ==, 2);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile WHERE name = '孙丽'"), ==, 0);
}

/* Without a backup: what is left of the file is kept, and a new one begins. */
static void
test_lost (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");

  add_trainee (f->records, "王芳", NULL);
  fixture_close (f);
  damage_file (path, (Damage) GPOINTER_TO_UINT (data));
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*records: *");
  fixture_reopen (f);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_LOST);
  g_assert_true (g_file_test (hih_records_get_damaged_path (f->records), G_FILE_TEST_EXISTS));
  add_trainee (f->records, "王芳", NULL);
  assert_sound (f->records);
}

/* A large file is not looked through at every start. When something in it cannot be read, the next start is. */
static void
test_doubt (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *doubt = fixture_path (f, "records.doubt");
  g_autofree char *backup = NULL, *bytes = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page, size;
  gsize length;

  add_trainee (f->records, "王芳", NULL);
  backup = make_backup (f->records);
  fixture_close (f);
  execute_file (path, "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(5000000))");
  execute_file (path, "PRAGMA wal_checkpoint(TRUNCATE)");
  page = query_file (path, "SELECT rootpage FROM sqlite_schema WHERE name = 'profile'");
  size = query_file (path, "PRAGMA page_size");
  bytes = read_bytes (path, &length);
  memset (bytes + (page - 1) * size, 0, (gsize) size);
  write_bytes (path, bytes, length);
  fixture_reopen (f);
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_FOUND);
  g_assert_false (g_file_test (doubt, G_FILE_TEST_EXISTS));
  hih_records_list_trainees_async (f->records, NULL, NULL, hih_records_wait_cb, &wait);
  g_assert_null (hih_records_list_trainees_finish (f->records, hih_records_wait (&wait), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT);
  g_assert_true (g_file_test (doubt, G_FILE_TEST_EXISTS));
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*records: *");
  fixture_reopen (f);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_RESTORED);
  g_assert_false (g_file_test (doubt, G_FILE_TEST_EXISTS));
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

/* While another program has the file open nothing is moved under its feet. */
static void
test_damaged_in_use (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");

  add_trainee (f->records, "王芳", NULL);
  fixture_reopen (f);
  damage_file (path, DAMAGE_HEADER);
  assert_refused (f, HIH_RECORDS_ERROR_BUSY);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  /* Its close fails to tidy up a file that is no more; that is all. */
  g_clear_object (&f->records);
}

static void
test_two_programs (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) second = hih_records_open_sync (f->dir, f->clock, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 10; i++)
    {
      add_trainee (f->records, "王芳", NULL);
      add_trainee (second, "李强", NULL);
    }
  assert_sound (f->records);
  assert_sound (second);
  hih_records_close_sync (second, &error);
  g_assert_no_error (error);
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *file = fixture_path (f, "a-file");
  g_autofree char *below = g_build_filename (file, "site", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = NULL;

  write_bytes (file, "x", 1);
  records = hih_records_open_sync (below, f->clock, &error);
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY);
  g_assert_null (records);
}

/* A file of every version that ever was opens, and its projections follow from its log. */
static void
test_upgrade (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "schema", data, NULL);
  int version = atoi ((const char *) data + 1);
  g_autofree char *name = g_strdup_printf ("backups/records-v%d-2026-11-23T080000Z.db", version);
  g_autofree char *kept = fixture_path (f, name);
  g_autofree char *sql = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gsize length;

  fixture_close (f);
  remove_tree (f->dir);
  g_mkdir (f->dir, 0700);
  sql = read_bytes (schema, &length);
  execute_file (path, sql);
  fixture_reopen (f);
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_FOUND);
  assert_sound (f->records);
  list = list_progress (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  add_trainee (f->records, "赵敏", NULL);
  fixture_close (f);
  g_assert_cmpint (query_file (kept, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (query_file (kept, "SELECT count(*) FROM event"), ==, 10);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 11);
}

static HihStore *
open_store (Fixture *f)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (GError) error = NULL;
  HihStore *store = hih_store_new (path, TRUE, &error);

  g_assert_no_error (error);
  return store;
}

static gint64
get_version (HihStore *store)
{
  gint64 version = -1;

  g_assert_true (hih_store_get_number (store, "PRAGMA user_version", &version, NULL));
  return version;
}

static void
test_migration_steps (Fixture *f, gconstpointer data)
{
  g_autoptr (HihStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  add_trainee (f->records, "王芳", "一组");
  fixture_close (f);
  store = open_store (f);
  g_assert_cmpint (get_version (store), ==, 10);

  /* 0012 breaks in its middle: 0011 stands, of 0012 nothing is left, and the log is whole. */
  g_assert_false (hih_migrate (store, test_migrations_get_resource (), "/test/bad/", &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_MIGRATION);
  g_assert_nonnull (strstr (error->message, "0012-broken.sql"));
  g_clear_error (&error);
  g_assert_cmpint (get_version (store), ==, 11);
  g_assert_true (hih_store_get_number (store, "SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'", &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (hih_store_get_number (store, "SELECT count(*) FROM event", &n, NULL));
  g_assert_cmpint (n, ==, 2);

  /* The mended program goes on from there; projections are made anew at its end. */
  g_assert_true (hih_store_exec (store, "DELETE FROM group_member", NULL));
  g_assert_true (hih_migrate (store, test_migrations_get_resource (), "/test/good/", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_version (store), ==, 12);
  g_assert_true (hih_store_get_number (store, "SELECT count(*) FROM group_member", &n, NULL));
  g_assert_cmpint (n, ==, 1);

  /* And the program of before refuses. */
  g_clear_pointer (&store, hih_store_free);
  assert_refused (f, HIH_RECORDS_ERROR_NEWER);
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "elsewhere.db");
  g_autofree char *backups = fixture_path (f, "backups");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) bad_wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  add_trainee (f->records, "王芳", NULL);
  hih_records_backup_async (f->records, path, NULL, hih_records_wait_cb, &wait);
  /* Steps go on being saved meanwhile. */
  add_trainee (f->records, "李强", NULL);
  made = hih_records_backup_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, path);
  g_assert_true (hih_backup_verify (path, 10, NULL, &error));
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile"), >=, 1);
  g_assert_cmpuint (count_files (backups), ==, 0);

  hih_records_backup_async (f->records, "/nowhere/at/all.db", NULL, hih_records_wait_cb, &bad_wait);
  g_assert_null (hih_records_backup_finish (f->records, hih_records_wait (&bad_wait), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY);
}

/* Opening makes one when a day has passed, and not before. */
static void
test_daily_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = fixture_path (f, "backups");
  g_autofree char *first = NULL;

  add_trainee (f->records, "王芳", NULL);
  first = make_backup (f->records);
  fixture_reopen (f);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 23 * HOUR_MS);
  fixture_reopen (f);
  fixture_reopen (f);
  g_assert_cmpuint (count_files (backups), ==, 1);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  g_assert_true (hih_backup_is_due (backups, NOW_MS + DAY_MS));
  /* Closing cuts a backup short that nobody asked for: ask for one more, which waits for its turn behind it. */
  fixture_reopen (f);
  g_free (make_backup (f->records));
  fixture_close (f);
  g_assert_cmpuint (count_files (backups), ==, 3);
}

/* A program that is never closed has one too: the first that is written down a day later brings it. */
static void
test_backup_while_open (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = fixture_path (f, "backups");
  g_autofree char *last = NULL;

  add_trainee (f->records, "王芳", NULL);
  g_free (make_backup (f->records));
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 23 * HOUR_MS);
  add_trainee (f->records, "李强", NULL);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 2 * HOUR_MS);
  add_trainee (f->records, "赵敏", NULL);
  g_assert_cmpint (hih_records_get_backup_fault (f->records), ==, -1);
  /* Waits for its turn behind it. */
  last = make_backup (f->records);
  g_assert_cmpuint (count_files (backups), ==, 3);
}

/* That none can be made is known, until one is. */
static void
test_backup_fault (Fixture *f, gconstpointer data)
{
  g_autofree char *backups = fixture_path (f, "backups");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;

  g_rmdir (backups);
  write_bytes (backups, "x", 1);
  hih_records_backup_async (f->records, NULL, NULL, hih_records_wait_cb, &wait);
  g_assert_null (hih_records_backup_finish (f->records, hih_records_wait (&wait), &error));
  g_assert_cmpint (hih_records_get_backup_fault (f->records), ==, HIH_RECORDS_ERROR_READ_ONLY);
  g_remove (backups);
  g_mkdir (backups, 0700);
  g_free (make_backup (f->records));
  g_assert_cmpint (hih_records_get_backup_fault (f->records), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/open/found", NULL, test_found);
  ADD ("/records/open/newer", NULL, test_newer);
  ADD ("/records/open/foreign", NULL, test_foreign);
  ADD ("/records/open/restore/truncated", GUINT_TO_POINTER (DAMAGE_TRUNCATED), test_restore);
  ADD ("/records/open/restore/pages-zeroed", GUINT_TO_POINTER (DAMAGE_PAGES_ZEROED), test_restore);
  ADD ("/records/open/restore/header", GUINT_TO_POINTER (DAMAGE_HEADER), test_restore);
  ADD ("/records/open/restore/version", GUINT_TO_POINTER (DAMAGE_VERSION), test_restore);
  ADD ("/records/open/restore/empty", GUINT_TO_POINTER (DAMAGE_EMPTY), test_restore);
  ADD ("/records/open/restore/gone", GUINT_TO_POINTER (DAMAGE_GONE), test_restore);
  ADD ("/records/open/lost/pages-zeroed", GUINT_TO_POINTER (DAMAGE_PAGES_ZEROED), test_lost);
  ADD ("/records/open/lost/header", GUINT_TO_POINTER (DAMAGE_HEADER), test_lost);
  ADD ("/records/open/lost/empty", GUINT_TO_POINTER (DAMAGE_EMPTY), test_lost);
  ADD ("/records/open/doubt", NULL, test_doubt);
  ADD ("/records/open/damaged-in-use", NULL, test_damaged_in_use);
  ADD ("/records/open/two-programs", NULL, test_two_programs);
  ADD ("/records/open/read-only", NULL, test_read_only);
  ADD ("/records/open/upgrade/v1", "v1.sql", test_upgrade);
  ADD ("/records/open/upgrade/v2", "v2.sql", test_upgrade);
  ADD ("/records/open/upgrade/v3", "v3.sql", test_upgrade);
  ADD ("/records/open/upgrade/v4", "v4.sql", test_upgrade);
  ADD ("/records/open/upgrade/v5", "v5.sql", test_upgrade);
  ADD ("/records/open/upgrade/v6", "v6.sql", test_upgrade);
  ADD ("/records/open/upgrade/v7", "v7.sql", test_upgrade);
  ADD ("/records/open/upgrade/v8", "v8.sql", test_upgrade);
  ADD ("/records/open/upgrade/v9", "v9.sql", test_upgrade);
  ADD ("/records/open/migration-steps", NULL, test_migration_steps);
  ADD ("/records/backup/make", NULL, test_backup);
  ADD ("/records/backup/daily", NULL, test_daily_backup);
  ADD ("/records/backup/while-open", NULL, test_backup_while_open);
  ADD ("/records/backup/fault", NULL, test_backup_fault);
  return g_test_run ();
}
