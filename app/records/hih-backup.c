/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A backup is a whole file without WAL, made under another name, checked, written through to the disk and only then
 * renamed: a file in backups/ is a good one. Its date stands in its name, because copying changes file times.
 * Which of them is best is told by the events it holds, not by that date: a clock that once read 2101 must not
 * leave a "newest" backup for ever.
 */
#include "config.h"

#include "hih-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hih-migrate.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define PAGES_A_STEP 2000
#define PART ".part-"
#define READ_TRIES 3
/* The oldest that thinning keeps is younger: 2 + 12 + 70 + 270 days, and what the tiers' edges add. */
#define FORESEEN_DAYS 400

/* What SQLite puts beside a file. */
static const char *const companions[] = { "-journal", "-wal", "-shm" };

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

/* Whom a copy tells how far it is; @func: (nullable). */
typedef struct
{
  HihRecordsProgress func;
  gpointer data;
} Telling;

static gboolean
copy_pages (HihStore *from, HihStore *to, const Telling *telling, GCancellable *stop, GError **error)
{
  sqlite3_backup *backup;
  int rc;

  /* One read transaction around all steps: the copy is of one moment, and writers do not make it start again. */
  if (!hih_store_exec (from, "BEGIN; SELECT count(*) FROM sqlite_schema;", error))
    return FALSE;
  backup = sqlite3_backup_init (hih_store_get_db (to), "main", hih_store_get_db (from), "main");
  if (backup == NULL)
    {
      hih_store_set_error (to, SQLITE_ERROR, "start a backup", error);
      return FALSE;
    }
  do
    {
      rc = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (telling->func != NULL && sqlite3_backup_pagecount (backup) > 0)
        telling->func (1.0 - (double) sqlite3_backup_remaining (backup) / sqlite3_backup_pagecount (backup), telling->data);
    }
  while (rc == SQLITE_OK && !g_cancellable_is_cancelled (stop));
  sqlite3_backup_finish (backup);
  if (rc == SQLITE_OK)
    return !g_cancellable_set_error_if_cancelled (stop, error);
  if (rc != SQLITE_DONE)
    hih_store_set_error (to, rc, "copy", error);
  return rc == SQLITE_DONE && hih_store_exec (from, "COMMIT", error) &&
         hih_store_exec (to, "PRAGMA journal_mode = DELETE", error);
}

gboolean
hih_backup_copy_pages (HihStore *from, HihStore *to, GCancellable *stop, GError **error)
{
  const Telling nobody = { NULL, NULL };

  return copy_pages (from, to, &nobody, stop, error);
}

static int
is_stopped_cb (gpointer stop)
{
  return g_cancellable_is_cancelled (stop);
}

static gboolean
verify (const char *path, int newest_version, GCancellable *stop, gint64 *n_events, GError **error)
{
  g_autoptr (HihStore) store = hih_store_new_still (path, error);
  gint64 application_id = 0, version = 0, bad = 1;

  if (store != NULL && stop != NULL)
    sqlite3_progress_handler (hih_store_get_db (store), 10000, is_stopped_cb, stop);
  if (store == NULL || !hih_store_get_number (store, "PRAGMA application_id", &application_id, error) ||
      !hih_store_get_number (store, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id != HIH_APPLICATION_ID)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "records: verify %s: not a records file", path);
      return FALSE;
    }
  if (version > newest_version)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_NEWER,
                   "records: verify %s: version %" G_GINT64_FORMAT " is newer than this program", path, version);
      return FALSE;
    }
  if (version < 1)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT,
                   "records: verify %s: no file has version %" G_GINT64_FORMAT, path, version);
      return FALSE;
    }
  if (!hih_store_get_number (store, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'", &bad, error))
    return FALSE;
  if (bad != 0)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT,
                   "records: verify %s: quick_check finds %" G_GINT64_FORMAT " faults", path, bad);
      return FALSE;
    }
  return n_events == NULL || hih_store_get_number (store, "SELECT count(*) FROM event", n_events, error);
}

gboolean
hih_backup_verify (const char *path, int newest_version, gint64 *n_events, GError **error)
{
  return verify (path, newest_version, NULL, n_events, error);
}

/* What is copied into @unready and found good there. */
static gboolean
fill (const char *source, gboolean still, const char *unready, const Telling *telling, GCancellable *stop, GError **error)
{
  {
    g_autoptr (HihStore) from = still ? hih_store_new_still (source, error) : hih_store_new (source, FALSE, error);
    g_autoptr (HihStore) to = from != NULL ? hih_store_new (unready, TRUE, error) : NULL;

    if (to == NULL || !copy_pages (from, to, telling, stop, error))
      return FALSE;
  }
  /* A large one takes seconds: whoever closes the program does not wait for it. */
  if (verify (unready, G_MAXINT, stop, NULL, error))
    return TRUE;
  if (g_cancellable_is_cancelled (stop))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (stop, error);
    }
  return FALSE;
}

static gboolean
put_into_place (const char *unready, const char *target, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (target);

  if (sync_path (unready, O_RDONLY) && g_rename (unready, target) == 0 && sync_path (dir, O_RDONLY | O_DIRECTORY))
    return TRUE;
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "records: put backup %s into place: %s", target,
               g_strerror (errno));
  return FALSE;
}

/* With what SQLite put beside it and leaves there when the disk is full. Its connection is closed by now. */
static void
remove_unready (const char *unready)
{
  g_unlink (unready);
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (unready, companions[i], NULL);

      g_unlink (path);
    }
}

static gboolean
copy_file (const char *source, gboolean still, const char *target, const Telling *telling, GCancellable *stop, GError **error)
{
  /* A name of its own: a window and a command may make the same backup in the same second. */
  g_autofree char *unready = g_strconcat (target, PART "XXXXXX", NULL);
  int fd = g_mkstemp_full (unready, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, HIH_RECORDS_ERROR,
                   code == ENOSPC ? HIH_RECORDS_ERROR_DISK_FULL : HIH_RECORDS_ERROR_READ_ONLY,
                   "records: make backup %s: %s", unready, g_strerror (code));
      return FALSE;
    }
  close (fd);
  if (fill (source, still, unready, telling, stop, error) && put_into_place (unready, target, error))
    return TRUE;
  remove_unready (unready);
  return FALSE;
}

gboolean
hih_backup_copy (const char *source, const char *target, GCancellable *stop, GError **error)
{
  return hih_backup_copy_telling (source, target, NULL, NULL, stop, error);
}

gboolean
hih_backup_copy_telling (const char *source, const char *target, HihRecordsProgress progress, gpointer data,
                         GCancellable *stop, GError **error)
{
  const Telling telling = { progress, data };

  return copy_file (source, FALSE, target, &telling, stop, error);
}

gboolean
hih_backup_fetch (const char *source, const char *target, GError **error)
{
  const Telling nobody = { NULL, NULL };

  return copy_file (source, TRUE, target, &nobody, NULL, error);
}

char *
hih_backup_make_name (const char *dir, const char *label, gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (at_ms / 1000);
  g_autofree char *stamp = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H%M%SZ") : g_strdup ("0000-00-00T000000Z");

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("records-%s%s%s.db", label != NULL ? label : "",
                                                        label != NULL ? "-" : "", stamp)
                                     : g_strdup_printf ("records-%s%s%s-%u.db", label != NULL ? label : "",
                                                        label != NULL ? "-" : "", stamp, i);
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* The time in a backup's name; FALSE for any other file. With @labelled also those kept before a migration. */
static gboolean
parse_time (const char *name, gboolean labelled, gint64 *at_ms)
{
  const char *stamp = name;
  int year, month, day, hour, minute, second, used = 0;
  g_autoptr (GDateTime) at = NULL;

  if (!g_str_has_prefix (name, "records-"))
    return FALSE;
  stamp += strlen ("records-");
  if (labelled && *stamp == 'v' && strchr (stamp, '-') != NULL)
    stamp = strchr (stamp, '-') + 1;
  if (sscanf (stamp, "%4d-%2d-%2dT%2d%2d%2dZ%n", &year, &month, &day, &hour, &minute, &second, &used) != 6 || used == 0)
    return FALSE;
  at = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (at == NULL)
    return FALSE;
  *at_ms = g_date_time_to_unix (at) * 1000;
  return TRUE;
}

typedef HihBackupFile Backup;

static void
clear_backup (gpointer data)
{
  g_free (((Backup *) data)->path);
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  gint64 at_a = ((const Backup *) a)->at_ms, at_b = ((const Backup *) b)->at_ms;

  return at_a > at_b ? -1 : at_a < at_b ? 1 : 0;
}

/* Newest first. @unready: those that were never finished instead. */
static GArray *
list_backups (const char *dir, gboolean labelled, gboolean unready)
{
  GArray *backups = g_array_new (FALSE, FALSE, sizeof (Backup));
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  g_array_set_clear_func (backups, clear_backup);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      Backup backup;

      if (g_str_has_suffix (name, ".db") == unready || !parse_time (name, labelled, &backup.at_ms))
        continue;
      backup.path = g_build_filename (dir, name, NULL);
      backup.gone_at_ms = 0;
      g_array_append_val (backups, backup);
    }
  g_array_sort (backups, compare_backups);
  return backups;
}

/* Which of @n times, newest first, are to go at @now_ms. */
static void
choose (const gint64 *times, guint n, gint64 now_ms, gboolean *go)
{
  static const struct
  {
    gint64 period_ms;
    guint count;
  } tiers[] = { { DAY_MS, 12 }, { 7 * DAY_MS, 10 }, { 30 * DAY_MS, 9 } };
  gint64 last_kept_ms = G_MAXINT64;
  guint tier = 0, kept = 0;

  for (guint i = 0; i < n; i++)
    {
      go[i] = FALSE;
      if (times[i] > now_ms - 2 * DAY_MS)
        continue;
      if (tier < G_N_ELEMENTS (tiers) && kept == tiers[tier].count)
        {
          tier++;
          kept = 0;
        }
      /* The newest of a day, week or month stays; so what leaves one tier is what the next one wants. */
      go[i] = tier == G_N_ELEMENTS (tiers) ||
              times[i] / tiers[tier].period_ms == last_kept_ms / tiers[tier].period_ms;
      if (go[i])
        continue;
      last_kept_ms = times[i];
      kept++;
    }
}

static gint64 *
take_times (GArray *backups, guint room)
{
  gint64 *times = g_new (gint64, backups->len + room);

  for (guint i = 0; i < backups->len; i++)
    times[room + i] = g_array_index (backups, Backup, i).at_ms;
  return times;
}

/* Beside an unready file that is not there any more. */
static gboolean
is_left_over (const char *path)
{
  if (strstr (path, PART) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *unready = g_str_has_suffix (path, companions[i]) ? g_strndup (path, strlen (path) - strlen (companions[i])) : NULL;

      if (unready != NULL)
        return !g_file_test (unready, G_FILE_TEST_EXISTS);
    }
  return FALSE;
}

void
hih_backup_sweep (const char *dir, gint64 now_ms)
{
  g_autoptr (GArray) unready = list_backups (dir, TRUE, TRUE);
  gboolean plausible = now_ms >= HIH_EARLIEST_MS && now_ms < HIH_LATEST_MS;

  for (guint i = 0; i < unready->len; i++)
    {
      const Backup *backup = &g_array_index (unready, Backup, i);

      /* Somebody may be making a younger one. */
      if ((plausible && backup->at_ms < now_ms - DAY_MS) || is_left_over (backup->path))
        g_unlink (backup->path);
    }
}

void
hih_backup_thin (const char *dir, gint64 now_ms)
{
  g_autoptr (GArray) backups = list_backups (dir, FALSE, FALSE);
  g_autofree gint64 *times = take_times (backups, 0);
  g_autofree gboolean *go = g_new (gboolean, backups->len + 1);

  /* With a clock that cannot be right nothing is thrown away. */
  if (now_ms < HIH_EARLIEST_MS || now_ms >= HIH_LATEST_MS)
    return;
  choose (times, backups->len, now_ms, go);
  for (guint i = 0; i < backups->len; i++)
    {
      if (go[i])
        g_unlink (g_array_index (backups, Backup, i).path);
    }
  hih_backup_sweep (dir, now_ms);
}

/* Lives through the days to come, each with a backup of its own, as when the program is opened every day. */
static void
foresee (GArray *backups, gint64 now_ms)
{
  g_autofree gint64 *times = take_times (backups, FORESEEN_DAYS);
  g_autofree guint *of = g_new (guint, backups->len + FORESEEN_DAYS);
  g_autofree gboolean *go = g_new (gboolean, backups->len + FORESEEN_DAYS);
  guint n = 0;

  memmove (times, times + FORESEEN_DAYS, backups->len * sizeof *times);
  for (n = 0; n < backups->len; n++)
    of[n] = n;
  for (guint day = 1; day <= FORESEEN_DAYS; day++)
    {
      gint64 then_ms = now_ms + day * DAY_MS;
      guint left = 0;

      memmove (times + 1, times, n * sizeof *times);
      memmove (of + 1, of, n * sizeof *of);
      times[0] = then_ms;
      of[0] = G_MAXUINT;
      n++;
      choose (times, n, then_ms, go);
      for (guint i = 0; i < n; i++)
        {
          if (go[i] && of[i] != G_MAXUINT)
            g_array_index (backups, Backup, of[i]).gone_at_ms = then_ms;
          if (go[i])
            continue;
          times[left] = times[i];
          of[left++] = of[i];
        }
      n = left;
    }
}

GArray *
hih_backup_list (const char *dir, gint64 now_ms)
{
  GArray *all = list_backups (dir, TRUE, FALSE);
  g_autoptr (GArray) thinned = list_backups (dir, FALSE, FALSE);

  if (now_ms < HIH_EARLIEST_MS || now_ms >= HIH_LATEST_MS)
    return all;
  foresee (thinned, now_ms);
  for (guint i = 0; i < all->len; i++)
    {
      for (guint k = 0; k < thinned->len; k++)
        {
          if (g_str_equal (g_array_index (thinned, Backup, k).path, g_array_index (all, Backup, i).path))
            g_array_index (all, Backup, i).gone_at_ms = g_array_index (thinned, Backup, k).gone_at_ms;
        }
    }
  return all;
}

gboolean
hih_backup_is_due (const char *dir, gint64 now_ms)
{
  g_autoptr (GArray) backups = list_backups (dir, FALSE, FALSE);

  /* One from the future says nothing about the last day. */
  for (guint i = 0; i < backups->len; i++)
    {
      gint64 age_ms = now_ms - g_array_index (backups, Backup, i).at_ms;

      if (age_ms >= 0)
        return age_ms >= DAY_MS;
    }
  return TRUE;
}

gint64
hih_backup_get_newest_ms (const char *dir)
{
  g_autoptr (GArray) backups = list_backups (dir, FALSE, FALSE);

  return backups->len > 0 ? g_array_index (backups, Backup, 0).at_ms : 0;
}

/* A disk that failed to read once must not cost the newest backup: another would take its place, or an empty file. */
static gboolean
verify_patiently (const char *path, int newest_version, gint64 *n_events, GError **error)
{
  for (guint i = 1;; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (hih_backup_verify (path, newest_version, n_events, &reason))
        return TRUE;
      if (i < READ_TRIES && (g_error_matches (reason, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN) ||
                             g_error_matches (reason, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT)))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
}

char *
hih_backup_find_best (const char *dir, int newest_version, gint64 *at_ms)
{
  g_autoptr (GArray) backups = list_backups (dir, TRUE, FALSE);
  g_autofree char *best = NULL;
  gint64 most = -1;

  for (guint i = 0; i < backups->len; i++)
    {
      const Backup *backup = &g_array_index (backups, Backup, i);
      g_autoptr (GError) reason = NULL;
      gint64 n_events = 0;

      if (!verify_patiently (backup->path, newest_version, &n_events, &reason))
        {
          g_info ("%s", reason->message);
          continue;
        }
      if (n_events <= most)
        continue;
      most = n_events;
      *at_ms = backup->at_ms;
      g_free (best);
      best = g_strdup (backup->path);
    }
  return g_steal_pointer (&best);
}
