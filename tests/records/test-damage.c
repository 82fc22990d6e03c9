/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A records file that is damaged anywhere, in five ways, as disks and interrupted copies do it. Each time it is opened, soon
 * and without a crash: either the newest good backup stands in its place, row for row, and the damaged file is kept byte for
 * byte; or a close look (the file, the chain, and the projections made anew) tells what is wrong; or every row of every table
 * is as it was (of the computers only their numbers and uuids). No page is free, so what is cut off, a page that is gone and two in each other's place are always noticed;
 * bytes that were zero before never. HIH_DAMAGES says how many of each (20).
 */
#include "config.h"

#include <string.h>

#include "hih-records-error.h"
#include "records-fixture.h"

#include <sqlite3.h>

#define PEOPLE 12
#define STEPS 8
#define MOST_SECONDS 5

typedef enum
{
  CUT,
  PAGE_ZEROED,
  PAGES_SWAPPED,
  BYTES_ZEROED,
  BIT_TURNED,
  N_DAMAGES
} Damage;

static const char *const names[N_DAMAGES] = { "cut", "page-zeroed", "pages-swapped", "bytes-zeroed", "bit-turned" };

/* Folders: the records that are damaged, the same opened once, and what a start makes of their backup alone. */
typedef struct
{
  char *home;
  char *sound;
  char *backup;
} Homes;

typedef struct
{
  guint restored;
  guint told;
  guint harmless;
} Tally;

static gsize
any_below (gsize n)
{
  return (gsize) g_test_rand_int_range (0, (gint32) n);
}

static void
damage (char *bytes, gsize *length, Damage how)
{
  gsize page = ((guint8) bytes[16] << 8 | (guint8) bytes[17]), n_pages = *length / page, at;
  g_autofree char *other = g_malloc (page);

  g_assert_cmpuint (n_pages, >, 10);
  switch (how)
    {
    case CUT:
      *length = 1 + any_below (*length - 1);
      break;
    case PAGE_ZEROED:
      memset (bytes + any_below (n_pages) * page, 0, page);
      break;
    case PAGES_SWAPPED:
      /* Tables with nothing in them have pages that are alike. */
      do
        at = any_below (n_pages - 1);
      while (memcmp (bytes + at * page, bytes + (at + 1) * page, page) == 0);
      memcpy (other, bytes + at * page, page);
      memmove (bytes + at * page, bytes + (at + 1) * page, page);
      memcpy (bytes + (at + 1) * page, other, page);
      break;
    case BYTES_ZEROED:
      memset (bytes + any_below (*length - 64), 0, 64);
      break;
    case BIT_TURNED:
    case N_DAMAGES:
    default:
      bytes[any_below (*length)] ^= (char) (1 << any_below (8));
    }
}

static void
copy_tree (const char *from, const char *to)
{
  const char *words[] = { "cp", "-a", "-T", from, to, NULL };

  remove_tree (to);
  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static char *
file_in (const char *dir)
{
  return g_build_filename (dir, "records.db", NULL);
}

/* Opened and closed as anybody does it. */
static void
visit (Fixture *f, const char *dir, HihRecordsFound found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, f->clock, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hih_records_get_found (records), ==, found);
  g_assert_true (hih_records_close_sync (records, NULL));
}

static void
make_home (Fixture *f, const char *dir)
{
  g_autofree char *path = file_in (dir);
  g_autoptr (GError) error = NULL;
  HihRecords *records = hih_records_open_sync (dir, f->clock, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("学员%u", i);
      HihId who = add_trainee (records, name, "周四"), run = start_run (records, f->clock, &who, "make-call", "follow");

      for (guint k = 0; k < STEPS; k++)
        g_assert_true (end_step (records, &who, &run, "who", k, 1, 0, 1000, NULL));
      if (i == PEOPLE / 2)
        g_free (make_backup (records));
    }
  hih_records_close_sync (records, NULL);
  g_object_unref (records);
  execute_file (path, "VACUUM");
  g_assert_cmpint (query_file (path, "PRAGMA freelist_count"), ==, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), >, PEOPLE * STEPS);
}

static Homes
make_homes (Fixture *f)
{
  Homes homes = { fixture_path (f, "home"), fixture_path (f, "sound"), fixture_path (f, "backup") };
  g_autofree char *lost = file_in (homes.backup);

  make_home (f, homes.home);
  copy_tree (homes.home, homes.sound);
  visit (f, homes.sound, HIH_RECORDS_FOUND);
  copy_tree (homes.home, homes.backup);
  g_assert_cmpint (g_remove (lost), ==, 0);
  visit (f, homes.backup, HIH_RECORDS_RESTORED);
  return homes;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *format, const char *words)
{
  char *sql = sqlite3_mprintf (format, words, words, words, words);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_free (sql);
  return stmt;
}

/* Whether each row of a table is one of the other, and there are as many. */
static gboolean
is_as_was (sqlite3 *db, const char *table)
{
  sqlite3_stmt *stmt = prepare (db, "SELECT (SELECT count(*) FROM main.\"%w\") = (SELECT count(*) FROM was.\"%w\") AND "
                                    "NOT EXISTS (SELECT * FROM main.\"%w\" EXCEPT SELECT * FROM was.\"%w\")", table);
  gboolean same;

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  same = sqlite3_column_int (stmt, 0) == 1;
  sqlite3_finalize (stmt);
  return same;
}

/* The records in @dir, and as "was" those in @as. */
static sqlite3 *
open_both (const char *dir, const char *as)
{
  g_autofree char *path = file_in (dir);
  g_autofree char *other = file_in (as);
  sqlite3 *db = NULL;
  sqlite3_stmt *attach;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  attach = prepare (db, "ATTACH %Q AS was", other);
  g_assert_cmpint (sqlite3_step (attach), ==, SQLITE_DONE);
  sqlite3_finalize (attach);
  return db;
}

/* Each computer that wrote the log is known. What else stands of one does not follow from the log, and one bit of it makes
 * it another computer, which is given a number of its own. */
static void
assert_same_devices (const char *dir, const char *as)
{
  sqlite3 *db = open_both (dir, as);
  sqlite3_stmt *missing = prepare (db, "SELECT id, uuid FROM was.device EXCEPT SELECT id, uuid FROM main.device", "");

  g_assert_cmpint (sqlite3_step (missing), ==, SQLITE_DONE);
  sqlite3_finalize (missing);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Every table but @but (nullable) has the same rows in both folders. */
static void
assert_same_rows (const char *dir, const char *as, const char *but)
{
  sqlite3 *db = open_both (dir, as);
  sqlite3_stmt *tables;
  guint n_tables = 0;

  tables = prepare (db, "SELECT name FROM was.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%%' AND name <> %Q",
                    but != NULL ? but : "");
  for (; sqlite3_step (tables) == SQLITE_ROW; n_tables++)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);

      if (!is_as_was (db, table))
        g_test_fail_printf ("nobody tells that the table %s has other rows than it had", table);
    }
  g_assert_cmpuint (n_tables, >, 10);
  sqlite3_finalize (tables);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Whether a close look finds anything. */
static gboolean
is_told (HihRecords *records)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  hih_records_check_async (records, NULL, hih_records_wait_cb, &wait);
  faults = hih_records_check_finish (records, hih_records_wait (&wait), &error);
  if (faults == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == HIH_RECORDS_ERROR);
      return TRUE;
    }
  return faults->len > 0;
}

static void
assert_file_is (const char *path, const char *bytes, gsize length)
{
  g_autofree char *there = NULL;
  gsize there_length;

  g_assert_true (g_file_get_contents (path, &there, &there_length, NULL));
  g_assert_cmpmem (there, there_length, bytes, length);
}

static void
try_once (Fixture *f, const Homes *homes, Damage how, Tally *tally)
{
  g_autofree char *dir = fixture_path (f, "site");
  g_autofree char *path = file_in (dir);
  g_autofree char *whole = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = NULL;
  gint64 begin;
  gsize whole_length, length;
  gboolean changed, found, told;

  copy_tree (homes->home, dir);
  g_assert_true (g_file_get_contents (path, &whole, &whole_length, NULL));
  bytes = g_memdup2 (whole, whole_length);
  length = whole_length;
  damage (bytes, &length, how);
  changed = length != whole_length || memcmp (bytes, whole, length) != 0;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  begin = g_get_monotonic_time ();
  records = hih_records_open_sync (dir, f->clock, &error);
  g_assert_no_error (error);
  found = hih_records_get_found (records) == HIH_RECORDS_FOUND;
  told = is_told (records);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, MOST_SECONDS * G_USEC_PER_SEC);
  if (!found)
    {
      g_assert_cmpint (hih_records_get_found (records), ==, HIH_RECORDS_RESTORED);
      assert_file_is (hih_records_get_damaged_path (records), bytes, length);
      g_assert_false (told);
    }
  hih_records_close_sync (records, NULL);
  /* A restored file goes on under another device's number. */
  if (!found)
    assert_same_rows (dir, homes->backup, "device");
  else if (!told)
    {
      assert_same_rows (dir, homes->sound, "device");
      assert_same_devices (dir, homes->sound);
    }
  g_assert_true (changed || (found && !told));
  tally->restored += !found;
  tally->told += found && told;
  tally->harmless += found && !told;
}

static void
test_damage (Fixture *f, gconstpointer data)
{
  const char *const *name = data;
  Damage how = (Damage) (name - names);
  guint n = g_getenv ("HIH_DAMAGES") != NULL ? (guint) g_ascii_strtoull (g_getenv ("HIH_DAMAGES"), NULL, 10) : 20;
  Homes homes = make_homes (f);
  Tally tally = { 0 };

  for (guint i = 0; i < n; i++)
    try_once (f, &homes, how, &tally);
  g_print ("# %s: of %u files %u were replaced by the backup, of %u a close look tells, %u lack nothing\n", *name, n,
           tally.restored, tally.told, tally.harmless);
  /* Of a file that is cut nothing hides. */
  if (how == CUT)
    g_assert_cmpuint (tally.restored, ==, n);
  else if (how <= PAGES_SWAPPED)
    g_assert_cmpuint (tally.harmless, ==, 0);
  g_free (homes.home);
  g_free (homes.sound);
  g_free (homes.backup);
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_test_message ("log: %s", message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* That a file was damaged is warned of. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_handler (NULL, G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE, log_cb, NULL);
  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/records/damage/", names[i], NULL);

      g_test_add (path, Fixture, &names[i], fixture_set_up, test_damage, fixture_tear_down);
    }
  return g_test_run ();
}
