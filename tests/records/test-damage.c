/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A records file that is damaged anywhere, in five ways, as disks and interrupted copies do it. Each time it is opened, soon
 * and without a crash: either the newest good backup stands in its place, or a close look (the chain, and the projections
 * made anew) tells what is wrong, or nothing that was written down is missing. HIH_DAMAGES says how many of each (8).
 */
#include "config.h"

#include <string.h>

#include "hih-records-error.h"
#include "records-fixture.h"

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
      at = any_below (n_pages - 1);
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

/* Returns how many events there are. */
static gint64
make_home (Fixture *f, const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "records.db", NULL);
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
  return query_file (path, "SELECT count(*) FROM event");
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
try_once (Fixture *f, const char *home, Damage how, gint64 n_events, Tally *tally)
{
  g_autofree char *dir = fixture_path (f, "site");
  g_autofree char *path = g_build_filename (dir, "records.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = NULL;
  gint64 begin;
  gsize length;
  gboolean found, told;

  copy_tree (home, dir);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  damage (bytes, &length, how);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  begin = g_get_monotonic_time ();
  records = hih_records_open_sync (dir, f->clock, &error);
  g_assert_no_error (error);
  found = hih_records_get_found (records) == HIH_RECORDS_FOUND;
  told = is_told (records);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, MOST_SECONDS * G_USEC_PER_SEC);
  if (!found)
    {
      g_autoptr (GPtrArray) people = list_trainees (records, NULL);

      g_assert_cmpint (hih_records_get_found (records), ==, HIH_RECORDS_RESTORED);
      g_assert_cmpuint (people->len, >, PEOPLE / 2);
      g_assert_true (g_file_test (hih_records_get_damaged_path (records), G_FILE_TEST_EXISTS));
      g_assert_false (told);
    }
  hih_records_close_sync (records, NULL);
  if (found && !told)
    g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, n_events);
  tally->restored += !found;
  tally->told += found && told;
  tally->harmless += found && !told;
}

static void
test_damage (Fixture *f, gconstpointer data)
{
  const char *const *name = data;
  Damage how = (Damage) (name - names);
  guint n = g_getenv ("HIH_DAMAGES") != NULL ? (guint) g_ascii_strtoull (g_getenv ("HIH_DAMAGES"), NULL, 10) : 8;
  g_autofree char *home = fixture_path (f, "home");
  Tally tally = { 0 };
  gint64 n_events = make_home (f, home);

  g_assert_cmpint (n_events, >, PEOPLE * STEPS);
  for (guint i = 0; i < n; i++)
    try_once (f, home, how, n_events, &tally);
  g_print ("# %s: of %u files %u were replaced by the backup, of %u a close look tells, %u lack nothing\n", *name, n,
           tally.restored, tally.told, tally.harmless);
  /* Of a file that is cut nothing hides; of pages some are free, and some bytes are nobody's. */
  if (how == CUT)
    g_assert_cmpuint (tally.restored, ==, n);
  else if (how <= PAGES_SWAPPED)
    g_assert_cmpuint (10 * (tally.restored + tally.told), >=, n);
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
