/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening, in this order:
 *
 *     nothing there ────────────► newest good backup, else a new file
 *     not ours / newer ─────────► refused, untouched
 *     damaged ──────────────────► moved into damaged-DATE/, then as nothing there
 *       (who was erased, by what can still be read of it and of the backups, is erased again)
 *     good ─► older? backup, then migrate ─► another computer or restored? a new device
 *
 * Damage is looked for where it is likely: a -wal file left over means that the last program did not close. Then, or
 * when the file is small, quick_check runs (7 ms a MiB, on the records thread). When something could not be read while
 * the file was open, that was noted beside it (hih_open_doubt()), and all of it is looked at, however large it is.
 * An empty file is damage too, where records were opened before: the lock file tells. Else a first start was cut short.
 */
#include "config.h"

#include "hih-open.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hih-backup.h"
#include "hih-erase.h"
#include "hih-log.h"
#include "hih-migrate.h"
#include "hih-records-resources.h"

#define CHECK_ALWAYS_BYTES (4 * 1024 * 1024)
#define CHECK_UNCLEAN_BYTES (100 * 1024 * 1024)

typedef struct
{
  const char *dir;
  char *path;
  char *backups;
  gint64 now_ms;
  int newest_version;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->path);
  g_free (place->backups);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gint64
size_of (const char *path)
{
  struct stat st;

  return stat (path, &st) == 0 ? (gint64) st.st_size : -1;
}

gboolean
hih_open_make_dir (const char *path, GError **error)
{
  gboolean there = g_file_test (path, G_FILE_TEST_IS_DIR);
  int code;

  if ((there || g_mkdir_with_parents (path, 0700) == 0) && g_access (path, W_OK | X_OK) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, HIH_RECORDS_ERROR, code == ENOSPC ? HIH_RECORDS_ERROR_DISK_FULL : HIH_RECORDS_ERROR_READ_ONLY,
               there ? "records: nothing can be written in the folder %s: %s" : "records: make folder %s: %s", path,
               g_strerror (code));
  return FALSE;
}

/* A folder that is ours alone is closed to others; one that holds other things is its owner's to decide. */
static void
close_dir (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  gboolean ours = folder != NULL;
  const char *name;

  while (ours && (name = g_dir_read_name (folder)) != NULL)
    ours = g_str_has_prefix (name, "records.") || g_str_has_prefix (name, HIH_ASIDE_DAMAGED "-") ||
           g_str_has_prefix (name, HIH_ASIDE_REPLACED "-") ||
           g_str_equal (name, HIH_BACKUPS_DIR);
  if (ours && g_chmod (dir, 0700) != 0)
    g_info ("records: close folder %s: %s", dir, g_strerror (errno));
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT);
}

/* A connection to a file that is ours and sound. CORRUPT when it is damaged. */
static HihStore *
open_sound (const Place *place, GError **error)
{
  g_autofree char *wal = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *doubt = g_build_filename (place->dir, HIH_DOUBT_FILE, NULL);
  gboolean unclean = size_of (wal) > 0, doubted = size_of (doubt) >= 0;
  gint64 size = size_of (place->path);
  gint64 application_id = 0, version = 0, n_tables = 0, bad = 0;
  g_autoptr (HihStore) store = hih_store_new (place->path, TRUE, error);

  if (store == NULL || !hih_store_get_number (store, "PRAGMA application_id", &application_id, error) ||
      !hih_store_get_number (store, "PRAGMA user_version", &version, error) ||
      !hih_store_get_number (store, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return NULL;
  if (application_id != HIH_APPLICATION_ID && (application_id != 0 || version != 0 || n_tables != 0))
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN,
                   "records: open %s: a database of another program; it is left alone", place->path);
      return NULL;
    }
  if (version > place->newest_version)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_NEWER,
                   "records: open %s: it has version %" G_GINT64_FORMAT
                   ", this program knows up to %d; use the newer program",
                   place->path, version, place->newest_version);
      return NULL;
    }
  if (doubted && !hih_store_get_number (store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                                        &bad, error))
    return NULL;
  if (!doubted && (size < CHECK_ALWAYS_BYTES || (unclean && size < CHECK_UNCLEAN_BYTES)) &&
      !hih_store_get_number (store, "SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'", &bad, error))
    return NULL;
  /* With our mark come tables and a version, in one transaction. */
  if (bad != 0 || (application_id == HIH_APPLICATION_ID && (n_tables == 0 || version < 1)))
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT, "records: open %s: quick_check finds faults",
                   place->path);
      return NULL;
    }
  return g_steal_pointer (&store);
}

void
hih_open_doubt (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, HIH_DOUBT_FILE, NULL);
  int fd = open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

gboolean
hih_open_sync_dir (const char *dir, GError **error)
{
  int fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "records: put %s on disk: %s", dir, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return done;
}

/* DIR/LABEL-DATE-N, made, with the first N that is free. */
static char *
make_aside (const char *place, const char *label, gint64 now_ms, GError **error)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (now_ms / 1000);
  g_autofree char *stamp = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H%M%SZ") : g_strdup ("undated");
  g_autofree char *dir = NULL;

  for (guint i = 1; dir == NULL || g_mkdir (dir, 0700) != 0; i++)
    {
      if (dir != NULL && errno != EEXIST)
        {
          g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY, "records: make folder %s: %s", dir,
                       g_strerror (errno));
          return NULL;
        }
      g_free (dir);
      dir = g_strdup_printf ("%s/%s-%s-%u", place, label, stamp, i);
    }
  return g_steal_pointer (&dir);
}

char *
hih_open_move_aside (const char *place, const char *label, gint64 now_ms, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *dir = make_aside (place, label, now_ms, error);

  if (dir == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (place, "/" HIH_RECORDS_FILE, endings[i], NULL);
      g_autofree char *to = g_strconcat (dir, "/" HIH_RECORDS_FILE, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY, "records: move %s aside: %s", from,
                       g_strerror (errno));
          return NULL;
        }
    }
  return g_strconcat (dir, "/" HIH_RECORDS_FILE, NULL);
}

char *
hih_open_keep_aside (const char *place, const char *label, gint64 now_ms, GError **error)
{
  static const char *const companions[] = { "-wal", "-journal" };
  g_autofree char *from = g_build_filename (place, HIH_RECORDS_FILE, NULL);
  g_autofree char *dir = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (from, companions[i], NULL);

      if (g_file_test (companion, G_FILE_TEST_EXISTS))
        return hih_open_move_aside (place, label, now_ms, error);
    }
  dir = make_aside (place, label, now_ms, error);
  if (dir == NULL)
    return NULL;
  to = g_build_filename (dir, HIH_RECORDS_FILE, NULL);
  if (link (from, to) == 0 && hih_open_sync_dir (dir, error))
    return g_steal_pointer (&to);
  /* A FAT disk, such as a USB stick. */
  g_clear_error (error);
  g_remove (to);
  g_rmdir (dir);
  return hih_open_move_aside (place, label, now_ms, error);
}

/* The newest good backup into place, or an empty file. */
static gboolean
make_file (const Place *place, HihOpened *opened, GError **error)
{
  g_autofree char *best = hih_backup_find_best (place->backups, place->newest_version, &opened->restored_at_ms);
  int fd;

  if (best != NULL)
    {
      opened->found = HIH_RECORDS_RESTORED;
      return hih_backup_copy (best, place->path, NULL, error);
    }
  opened->found = opened->damaged_path != NULL ? HIH_RECORDS_LOST : HIH_RECORDS_CREATED;
  fd = open (place->path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, HIH_RECORDS_ERROR,
                   errno == ENOSPC ? HIH_RECORDS_ERROR_DISK_FULL : HIH_RECORDS_ERROR_READ_ONLY, "records: make %s: %s",
                   place->path, g_strerror (errno));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static gboolean
backup_before_migration (const Place *place, HihStore *store, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *target = NULL;
  gint64 version = 0;

  if (!hih_store_get_number (store, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == 0 || version >= place->newest_version)
    return TRUE;
  label = g_strdup_printf ("v%" G_GINT64_FORMAT, version);
  target = hih_backup_make_name (place->backups, label, place->now_ms);
  return hih_backup_copy (place->path, target, NULL, error);
}

/* Who was erased, by what is left: the damaged file and every backup, as far as they can be read. */
static GArray *
list_erased (const Place *place, const HihOpened *opened)
{
  g_autoptr (GArray) backups = hih_backup_list (place->backups, place->now_ms);
  g_autoptr (HihStore) damaged = opened->damaged_path != NULL ? hih_store_new_still (opened->damaged_path, NULL) : NULL;
  GArray *erased = g_array_new (FALSE, FALSE, sizeof (HihId));

  hih_erase_list (damaged, erased);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (HihStore) backup = hih_store_new_still (g_array_index (backups, HihBackupFile, i).path, NULL);

      hih_erase_list (backup, erased);
    }
  return erased;
}

/* @erased: (nullable): who is not to come back with a backup */
static gboolean
renew (HihStore *store, gint64 now_ms, GArray *erased, const char *machine, GError **error)
{
  guint n = 0;

  if (!hih_store_begin (store, error))
    return FALSE;
  if ((erased == NULL || (hih_log_renew_device (store, now_ms, error) &&
                          hih_erase_again (store, erased, now_ms, &n, error))) &&
      hih_log_check_machine (store, now_ms, machine, error) && hih_store_commit (store, error))
    return n == 0 || hih_store_exec (store, "VACUUM", error);
  hih_store_rollback (store);
  return FALSE;
}

static gboolean
was_opened_before (int lock_fd)
{
  struct stat st;

  return fstat (lock_fd, &st) == 0 && st.st_size > 0;
}

/* Never taken back: a lost note only means that an empty file is taken for a first start. */
static void
note_opened (int lock_fd)
{
  if (!was_opened_before (lock_fd) && pwrite (lock_fd, "1", 1, 0) != 1)
    g_info ("records: note that they were opened: %s", g_strerror (errno));
}

/* Waits half a second: two programs that start at once each step back for the other. */
gboolean
hih_open_lock (HihOpened *opened, const char *dir, gboolean alone, GError **error)
{
  g_autofree char *path = g_build_filename (dir, "records.lock", NULL);

  if (opened->lock_fd < 0)
    opened->lock_fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (opened->lock_fd < 0)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY, "records: make %s: %s", path,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < 20; i++)
    {
      /* A file system without locks (some network ones) leaves everything to SQLite's own. */
      if (flock (opened->lock_fd, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return TRUE;
      flock (opened->lock_fd, LOCK_UN);
      g_usleep ((gulong) g_random_int_range (10000, 40000));
    }
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_BUSY,
               "records: open %s: another program is using the file", dir);
  return FALSE;
}

/* What lies there, opened; TRUE with no store when there is nothing, or damage, which @damage then tells. */
static gboolean
open_existing (const Place *place, HihOpened *opened, GError **damage, GError **error)
{
  g_autoptr (GError) reason = NULL;

  gint64 size = size_of (place->path);

  if (size == 0 && was_opened_before (opened->lock_fd))
    g_set_error (damage, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT, "records: open %s: it is empty", place->path);
  if (size <= 0)
    return TRUE;
  opened->store = open_sound (place, &reason);
  if (opened->store != NULL)
    return TRUE;
  if (is_damage (reason))
    {
      g_propagate_error (damage, g_steal_pointer (&reason));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
hih_records_are_in (const char *dir)
{
  static const char *const names[] = { HIH_RECORDS_FILE, HIH_BACKUPS_DIR };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_open (HihOpened *opened, const char *dir, gint64 now_ms, const char *machine, GError **error)
{
  g_auto (Place) place = { dir, g_build_filename (dir, HIH_RECORDS_FILE, NULL),
                           g_build_filename (dir, HIH_BACKUPS_DIR, NULL), now_ms, 0 };
  g_autofree char *doubt = g_build_filename (dir, HIH_DOUBT_FILE, NULL);
  GResource *resource = hih_records_get_resource ();
  g_autoptr (GError) damage = NULL;
  g_autoptr (GArray) erased = NULL;

  memset (opened, 0, sizeof *opened);
  opened->lock_fd = -1;
  place.newest_version = hih_migrate_get_newest (resource, HIH_MIGRATIONS);
  if (!hih_open_make_dir (dir, error) || !hih_open_make_dir (place.backups, error) || !hih_open_lock (opened, dir, FALSE, error))
    return FALSE;
  close_dir (dir);

  opened->found = HIH_RECORDS_FOUND;
  if (!open_existing (&place, opened, &damage, error))
    return FALSE;
  if (opened->store == NULL)
    {
      /* Damaged, empty or gone: looked at again with nobody else here, who may have mended it meanwhile. */
      g_clear_error (&damage);
      if (!hih_open_lock (opened, dir, TRUE, error) || !open_existing (&place, opened, &damage, error))
        return FALSE;
    }
  if (opened->store == NULL)
    {
      if (damage != NULL)
        {
          g_warning ("%s", damage->message);
          opened->damaged_path = hih_open_move_aside (dir, HIH_ASIDE_DAMAGED, now_ms, error);
          if (opened->damaged_path == NULL)
            return FALSE;
        }
      if (!make_file (&place, opened, error))
        return FALSE;
      opened->store = hih_store_new (place.path, TRUE, error);
    }
  g_unlink (doubt);
  if (opened->store == NULL)
    return FALSE;
  if (opened->found == HIH_RECORDS_RESTORED)
    erased = list_erased (&place, opened);
  /* Some file systems (a FAT disk) know no modes; the records are worth more than their closed door. */
  if (g_chmod (place.path, 0600) != 0)
    g_info ("records: close file %s: %s", place.path, g_strerror (errno));
  if (!backup_before_migration (&place, opened->store, error) || !hih_store_make_durable (opened->store, error) ||
      !hih_migrate (opened->store, resource, HIH_MIGRATIONS, error) ||
      !renew (opened->store, now_ms, erased, machine, error) ||
      !hih_open_lock (opened, dir, FALSE, error))
    return FALSE;
  note_opened (opened->lock_fd);
  return TRUE;
}

void
hih_opened_clear (HihOpened *opened)
{
  g_clear_pointer (&opened->store, hih_store_free);
  if (opened->lock_fd >= 0)
    close (opened->lock_fd);
  opened->lock_fd = -1;
  g_clear_pointer (&opened->damaged_path, g_free);
}
