/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every call to the disk fails, one after the other: the n-th once, the n-th and all after it, no room from the n-th
 * writing on, and the power gone at the n-th, with what was not synced; and every piece of memory that SQLite asks for,
 * likewise. n rises until a deed is done without meeting a fault. After each the faults are taken away and the file is
 * opened as the next day would: the chain is whole, the projections are what a rebuild makes, nothing that was
 * acknowledged is missing, and whoever asked got an error of the records room, not a critical message.
 * HIH_FAULTS=all tries every n, of memory up to MOST_MEMORY (some minutes); otherwise every one at which the power goes
 * in a lesson's steps, which alone tells whether they are synced, and of the rest a few of each deed, others every time
 * (the seed is printed).
 */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include <string.h>

#include "faulty-disk.h"
#include "hih-backup.h"
#include "hih-migrate.h"
#include "hih-open.h"
#include "hih-privacy.h"
#include "hih-records-resources.h"
#include "hih-restore.h"
#include "records-fixture.h"

#ifdef __SANITIZE_ADDRESS__
#define QUICK_TRIES 6 /* each takes ten times as long there; the plain build makes the others */
#else
#define QUICK_TRIES 16
#endif
#define MOST_MEMORY 5000
#define STEPS 4
#define ROWS 40

static guint n_warnings; /* a file was taken for damaged */

typedef struct
{
  char *dir;
  char *path;
  char *backup; /* of the day before: without the last person */
  HihClock *clock;
  HihId wang;
  HihId run;
  guint n_acknowledged;
} Site;

typedef struct
{
  const char *name;
  gboolean damaged; /* the file is found damaged, which is warned of */
  void (*prepare) (Site *site);
  /* The deed itself, on a disk that fails. FALSE with an error when it could not be done. */
  gboolean (*act) (Site *site, GError **error);
  /* Before it is opened again on a good disk, and while it is open. */
  void (*check_files) (Site *site, gboolean done);
  void (*check) (Site *site, HihRecords *records, gboolean done);
} Deed;

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir (to, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_tree (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

/* Whether any file in @dir holds @text. */
static gboolean
holds (const char *dir, const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (folder != NULL && !found && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = holds (path, text);
      else if (g_file_get_contents (path, &bytes, &length, NULL))
        found = memmem (bytes, length, text, strlen (text)) != NULL;
    }
  return found;
}

static void
close_records (HihRecords **records)
{
  hih_records_close_sync (*records, NULL);
  g_clear_object (records);
}

/* Two people, a run of some steps, a backup, and a third person after it. */
static void
prepare_home (Site *site)
{
  g_autoptr (GError) error = NULL;
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, &error);

  g_assert_no_error (error);
  site->wang = add_trainee (records, "王芳", "周四");
  add_trainee (records, "李强", NULL);
  site->run = start_run (records, site->clock, &site->wang, "make-call", "follow");
  for (guint i = 0; i < STEPS; i++)
    g_assert_true (end_step (records, &site->wang, &site->run, "who", i, 1, 0, 1000, NULL));
  site->backup = make_backup (records);
  add_trainee (records, "赵敏", NULL);
  close_records (&records);
}

static guint
count_people (HihRecords *records)
{
  g_autoptr (GPtrArray) list = list_trainees (records, NULL);

  return list->len;
}

/* Steps. */

static gboolean
act_steps (Site *site, GError **error)
{
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, error);

  site->n_acknowledged = 0;
  if (records == NULL)
    return FALSE;
  /* Whoever learns goes on, whatever became of the step before. */
  for (guint i = 0; i < STEPS; i++)
    site->n_acknowledged += end_step (records, &site->wang, &site->run, "who", 100 + i, 1, 0, 1000, *error == NULL ? error : NULL);
  close_records (&records);
  return *error == NULL;
}

static void
check_steps (Site *site, HihRecords *records, gboolean done)
{
  g_assert_cmpuint (count_people (records), ==, 3);
  g_assert_true (!done || site->n_acknowledged == STEPS);
}

/* Read behind the program's back, once it is closed. */
static gint64
count_steps (Site *site)
{
  return query_file (site->path, "SELECT count(*) FROM step_result WHERE step_index >= 100");
}

/* Migration. */

static void
prepare_old (Site *site)
{
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "schema", "v1.sql", NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (schema, &sql, NULL, NULL));
  g_mkdir (site->dir, 0700);
  execute_file (site->path, sql);
}

static gboolean
act_open (Site *site, GError **error)
{
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, error);

  if (records == NULL)
    return FALSE;
  close_records (&records);
  return TRUE;
}

static void
check_migrated (Site *site, HihRecords *records, gboolean done)
{
  g_autoptr (GPtrArray) progress = list_progress (records, NULL);

  g_assert_cmpuint (progress->len, ==, 2);
  g_assert_cmpuint (hih_records_get_found (records), ==, HIH_RECORDS_FOUND);
}

/* Backup. */

static gboolean
act_backup (Site *site, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, error);
  g_autofree char *made = NULL;

  if (records == NULL)
    return FALSE;
  hih_records_backup_async (records, NULL, NULL, hih_records_wait_cb, &wait);
  made = hih_records_backup_finish (records, hih_records_wait (&wait), error);
  close_records (&records);
  return made != NULL;
}

/* What is called a backup is a good one. */
static void
check_backups (Site *site, gboolean done)
{
  g_autofree char *backups = g_build_filename (site->dir, "backups", NULL);
  g_autoptr (GDir) folder = g_dir_open (backups, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".db"))
        continue;
      g_assert_true (hih_backup_verify (path, G_MAXINT, NULL, &error));
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpuint (n, >=, 1);
}

static void
check_home (Site *site, HihRecords *records, gboolean done)
{
  g_assert_cmpuint (hih_records_get_found (records), ==, HIH_RECORDS_FOUND);
  g_assert_cmpuint (count_people (records), ==, 3);
}

/* Putting a backup back: the old records or the new, never neither. */

static gboolean
act_restore (Site *site, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihRestored *restored;

  hih_backup_restore_async (site->dir, site->backup, NOW_MS + HOUR_MS, NULL, hih_records_wait_cb, &wait);
  restored = hih_backup_restore_finish (hih_records_wait (&wait), error);
  if (restored == NULL)
    return FALSE;
  hih_restored_free (restored);
  return TRUE;
}

static void
check_restored (Site *site, HihRecords *records, gboolean done)
{
  guint n = count_people (records);

  g_assert_cmpuint (hih_records_get_found (records), ==, HIH_RECORDS_FOUND);
  g_assert_true (n == 2 || (!done && n == 3));
}

/* A damaged file: it is kept, and the backup takes its place, whenever that comes to its end. */

static void
prepare_damaged (Site *site)
{
  g_autofree char *bytes = NULL;
  gsize length;

  prepare_home (site);
  g_assert_true (g_file_get_contents (site->path, &bytes, &length, NULL));
  memset (bytes + 8192, 0, length - 8192);
  memcpy (bytes + length - 16, "damaged records", 16);
  g_assert_true (g_file_set_contents (site->path, bytes, (gssize) length, NULL));
}

static void
check_saved (Site *site, HihRecords *records, gboolean done)
{
  g_assert_cmpuint (count_people (records), ==, 2);
  g_assert_true (holds (site->dir, "damaged records"));
}

/* Import: everybody or nobody. */

static gboolean
act_import (Site *site, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihImportOptions options = { .repeats = HIH_REPEAT_ASK };
  g_autoptr (GString) text = g_string_new ("name,group\n");
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autoptr (HihImportResult) result = NULL;
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text, "p-%u,g\n", i);
  sheet = hih_people_sheet_parse (text->str, text->len, NULL);
  hih_records_import_people_async (records, sheet, &options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (records, hih_records_wait (&wait), error);
  close_records (&records);
  g_assert_true (result == NULL || result->done);
  return result != NULL;
}

static void
check_imported (Site *site, HihRecords *records, gboolean done)
{
  guint n = count_people (records);

  g_assert_true (n == 3 + ROWS || (!done && n == 3));
}

/* Erasing: what was said to be gone is gone, and asking again always gets there. */

static gboolean
erase (Site *site, HihRecords *records, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) traces = NULL;

  hih_records_erase_trainees_async (records, &site->wang, 1, TRUE, NULL, hih_records_wait_cb, &wait);
  traces = hih_records_erase_trainees_finish (records, hih_records_wait (&wait), error);
  /* A file that could not be deleted is told of, which is as good as an error: somebody sees to it. */
  for (guint i = 0; traces != NULL && i < traces->len; i++)
    {
      const HihTrace *trace = traces->pdata[i];

      if (!trace->deleted && *error == NULL)
        g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "%s is still there", trace->path);
    }
  return *error == NULL;
}

static gboolean
act_erase (Site *site, GError **error)
{
  HihRecords *records = hih_records_open_sync (site->dir, site->clock, error);
  gboolean done;

  if (records == NULL)
    return FALSE;
  done = erase (site, records, error);
  close_records (&records);
  return done;
}

static void
check_erased_file (Site *site, gboolean done)
{
  g_assert_true (!done || !holds (site->dir, "王芳"));
}

static void
check_erased (Site *site, HihRecords *records, gboolean done)
{
  g_autoptr (GError) error = NULL;
  guint n = count_people (records);

  g_assert_true (n == 2 || (!done && n == 3));
  erase (site, records, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (records), ==, 2);
  g_assert_false (holds (site->dir, "王芳"));
}

static const Deed deeds[] = {
  { "steps", FALSE, prepare_home, act_steps, NULL, check_steps },
  { "migration", FALSE, prepare_old, act_open, NULL, check_migrated },
  { "backup", FALSE, prepare_home, act_backup, check_backups, check_home },
  { "restore", FALSE, prepare_home, act_restore, check_backups, check_restored },
  { "damaged", TRUE, prepare_damaged, act_open, NULL, check_saved },
  { "import", FALSE, prepare_home, act_import, NULL, check_imported },
  { "erase", FALSE, prepare_home, act_erase, check_erased_file, check_erased },
};

/* The deed once more, in a fresh copy, with the n-th call failing. FALSE when there is none. */
static gboolean
try_at (const Deed *deed, Site *site, const char *home, guint nth, FaultyMode mode)
{
  g_autoptr (GError) error = NULL;
  HihRecords *records;
  gboolean done, failed;
  gint64 before;

  remove_tree (site->dir);
  copy_tree (home, site->dir);
  n_warnings = 0;
  before = g_get_monotonic_time ();
  faulty_disk_arm (nth, mode);
  done = deed->act (site, &error);
  failed = faulty_disk_disarm ();
  g_test_message ("%s %s %u (%" G_GINT64_FORMAT " ms): %s failed; %s", deed->name, faulty_mode_to_string (mode), nth,
                  (g_get_monotonic_time () - before) / 1000,
                  failed ? faulty_disk_get_failed () : "nothing", done ? "done" : error != NULL ? error->message : "no error");
  if (!done)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == HIH_RECORDS_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 10);
      g_assert_true (failed);
    }
  /* A disk that fails is not a damaged file: nothing may be moved aside for it. */
  g_assert_true (deed->damaged || n_warnings == 0);
  if (deed->check_files != NULL)
    deed->check_files (site, done);

  g_clear_error (&error);
  records = hih_records_open_sync (site->dir, site->clock, &error);
  g_assert_no_error (error);
  g_assert_true (deed->damaged || n_warnings == 0);
  deed->check (site, records, done);
  assert_sound (records);
  /* And the records go on. */
  add_trainee (records, "孙美华", NULL);
  close_records (&records);
  if (deed->act == act_steps)
    g_assert_cmpint (count_steps (site), >=, site->n_acknowledged);
  return failed;
}

static void
test_deed (gconstpointer data)
{
  const Deed *deed = data;
  gboolean all = g_strcmp0 (g_getenv ("HIH_FAULTS"), "all") == 0;
  /* The faults are made here: what lies below may be memory, which answers a hundred times sooner. */
  g_autofree char *base = g_build_filename (g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (), "hih-records-XXXXXX", NULL);
  const char *made = g_mkdtemp (base);
  g_autofree char *home = g_build_filename (made, "home", NULL);
  g_autofree char *dir = g_build_filename (made, "site", NULL);
  g_autofree char *path = g_build_filename (dir, HIH_RECORDS_FILE, NULL);
  g_autoptr (HihClock) clock = hih_virtual_clock_new (NOW_MS);
  Site site = { dir, path, NULL, clock };
  guint n_tries = 0;

  g_assert_nonnull (made);
  deed->prepare (&site);
  g_assert_cmpint (g_rename (dir, home), ==, 0);
  for (FaultyMode mode = FAULTY_ONCE; mode < FAULTY_N_MODES; mode++)
    {
      gboolean every = all || (deed->act == act_steps && mode == FAULTY_CUT);
      guint step = 1, n_calls = 0, most = all && mode >= FAULTY_MEMORY_ONCE ? MOST_MEMORY : 100000;

      if (!every)
        {
          /* How many calls there are is found by doubling: the way there is tried too. */
          guint n = (guint) g_test_rand_int_range (1, 4);

          for (; try_at (deed, &site, home, n, mode); n_tries++)
            {
              n_calls = n;
              n += MAX (1, n / 2);
            }
          step = MAX (1, 2 * n_calls / QUICK_TRIES);
        }
      /* To the last: between where the doubling last met a call and where it met none there are more. */
      for (guint n = every ? 1 : (guint) g_test_rand_int_range (1, (gint32) step + 1); n < most; n += step, n_tries++)
        {
          if (!try_at (deed, &site, home, n, mode))
            break;
          n_calls = MAX (n_calls, n);
        }
      g_test_message ("%s, %s: up to call %u", deed->name, faulty_mode_to_string (mode), n_calls);
      g_assert_cmpuint (n_calls, >, 5);
    }
  g_print ("# %s: %u faults, nothing acknowledged lost\n", deed->name, n_tries);
  remove_tree (base);
  g_free (site.backup);
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_WARNING) != 0)
    n_warnings++;
  g_test_message ("log: %s", message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Warnings are counted, and only allowed where a damaged file was put there. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_handler (NULL, G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE, log_cb, NULL);
  faulty_disk_install ();
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strconcat ("/records/faults/", deeds[i].name, NULL);

      g_test_add_data_func (path, &deeds[i], test_deed);
    }
  return g_test_run ();
}
