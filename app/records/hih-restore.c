/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Putting a backup back. All that can fail is done in a file beside the records:
 *
 *     check a copy of FILE ─► alone? ─► copy to incoming ─► up to date, new device, erased again, checked, on disk
 *       ─► records.db also in replaced-DATE/ ─► incoming renamed over records.db
 *
 * so that at every moment there is a whole records.db, the old or the new.
 */
#include "config.h"

#include "hih-restore.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hih-backup.h"
#include "hih-erase.h"
#include "hih-log.h"
#include "hih-migrate.h"
#include "hih-open.h"
#include "hih-records-private.h"
#include "hih-records-resources.h"

G_DEFINE_BOXED_TYPE (HihBackup, hih_backup, hih_backup_ref, hih_backup_unref)

static void
clear_backup (gpointer data)
{
  HihBackup *self = data;

  g_free ((char *) self->path);
  g_free ((char *) self->fault);
}

HihBackup *
hih_backup_ref (HihBackup *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_backup_unref (HihBackup *self)
{
  g_atomic_rc_box_release_full (self, clear_backup);
}

void
hih_restored_free (HihRestored *self)
{
  g_clear_pointer (&self->backup, hih_backup_unref);
  g_free ((char *) self->before_path);
  g_free (self);
}

static int
get_newest (void)
{
  return hih_migrate_get_newest (hih_records_get_resource (), HIH_MIGRATIONS);
}

/* Its numbers; FALSE with an error when they cannot be read. */
static gboolean
count (HihStore *store, HihBackup *backup, GError **error)
{
  gint64 version = 0, people = 0;

  if (!hih_store_get_number (store, "PRAGMA user_version", &version, error) ||
      !hih_store_get_number (store, "SELECT count(*) FROM event", &backup->n_events, error) ||
      !hih_store_get_number (store, "SELECT coalesce(max(hih_plausible(at)), 0) FROM event", &backup->last_at_ms, error))
    return FALSE;
  backup->version = (guint) version;
  /* The first version had no table of people. */
  if (version > 1 && !hih_store_get_number (store, "SELECT count(*) FROM trainee WHERE added = 1", &people, error))
    return FALSE;
  backup->n_people = (guint) people;
  return TRUE;
}

static void
set_fault (HihBackup *backup, GError *fault)
{
  g_autofree char *prefix = g_strdup_printf ("records: verify %s: ", backup->path);
  gboolean known = g_str_has_prefix (fault->message, prefix);

  backup->fault = g_strdup (known ? fault->message + strlen (prefix) : fault->message);
  backup->code = (HihRecordsError) fault->code;
  backup->version = backup->n_people = 0;
  backup->n_events = backup->last_at_ms = 0;
}

/* Whether the trouble is the file's own, and not the disk's or another program's. */
static gboolean
is_fault (const GError *error)
{
  return !g_error_matches (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_DISK_FULL) &&
         !g_error_matches (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_BUSY) && error->domain == HIH_RECORDS_ERROR;
}

/* The whole of it, in a nameless copy. FALSE with an error. */
static gboolean
check_closely (const char *path, HihBackup *backup, GCancellable *stop, GError **error)
{
  g_autoptr (HihStore) from = hih_store_new_still (path, error);
  g_autoptr (HihStore) copy = from != NULL ? hih_store_new ("", TRUE, error) : NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *all = NULL;

  if (copy == NULL || !hih_backup_copy_pages (from, copy, stop, error) || !count (copy, backup, error))
    return FALSE;
  if ((int) backup->version < get_newest () && !hih_migrate (copy, hih_records_get_resource (), HIH_MIGRATIONS, error))
    return FALSE;
  faults = hih_records_check_store (copy, error);
  if (faults == NULL || faults->len == 0)
    return faults != NULL;
  g_ptr_array_add (faults, NULL);
  all = g_strjoinv ("; ", (char **) faults->pdata);
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT, "records: verify %s: %s", path, all);
  return FALSE;
}

static HihBackup *
look (const char *path, gboolean closely, GCancellable *stop, GError **error)
{
  g_autoptr (HihBackup) backup = g_atomic_rc_box_new0 (HihBackup);
  g_autoptr (HihStore) store = NULL;
  g_autoptr (GError) fault = NULL;
  GStatBuf st;
  gboolean good;

  backup->path = g_strdup (path);
  if (g_stat (path, &st) != 0 || !S_ISREG (st.st_mode))
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "records: look at %s: %s", path,
                   g_file_test (path, G_FILE_TEST_EXISTS) ? "it is not a file" : "there is no such file");
      return NULL;
    }
  backup->n_bytes = st.st_size;
  good = hih_backup_verify (path, get_newest (), NULL, &fault);
  if (good && closely)
    good = check_closely (path, backup, stop, &fault);
  else if (good)
    {
      store = hih_store_new_still (path, &fault);
      good = store != NULL && count (store, backup, &fault);
    }
  if (!good && !is_fault (fault))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (!good)
    set_fault (backup, fault);
  return g_steal_pointer (&backup);
}

/* What a task's thread is given. */
typedef struct
{
  char *dir;
  char *path;
  gint64 now_ms;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->dir);
  g_free (question->path);
  g_free (question);
}

static void
answer (GTaskThreadFunc func, const char *dir, const char *path, gint64 now_ms, GCancellable *cancellable,
        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->dir = dir != NULL ? g_canonicalize_filename (dir, NULL) : NULL;
  question->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  question->now_ms = now_ms;
  g_task_set_task_data (task, question, question_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autofree char *backups = g_build_filename (question->dir, HIH_BACKUPS_DIR, NULL);
  g_autoptr (GArray) files = hih_backup_list (backups, question->now_ms);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_backup_unref);

  for (guint i = 0; i < files->len; i++)
    {
      const HihBackupFile *file = &g_array_index (files, HihBackupFile, i);
      HihBackup *backup = look (file->path, FALSE, cancellable, NULL);

      if (g_task_return_error_if_cancelled (task))
        return;
      /* Thinned out meanwhile. */
      if (backup == NULL)
        continue;
      backup->at_ms = file->at_ms;
      backup->gone_at_ms = file->gone_at_ms;
      g_ptr_array_add (list, backup);
    }
  g_task_return_pointer (task, g_steal_pointer (&list), (GDestroyNotify) g_ptr_array_unref);
}

void
hih_backups_list_async (const char *dir, gint64 now_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (dir != NULL);
  answer (list_thread, dir, NULL, now_ms, cancellable, callback, user_data);
}

GPtrArray *
hih_backups_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  HihBackup *backup = look (((const Question *) data)->path, TRUE, cancellable, &error);

  if (backup != NULL)
    g_task_return_pointer (task, backup, (GDestroyNotify) hih_backup_unref);
  else
    g_task_return_error (task, error);
}

void
hih_backup_check_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (path != NULL);
  answer (check_thread, NULL, path, 0, cancellable, callback, user_data);
}

HihBackup *
hih_backup_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Putting it back. */

/* Who was erased from the records of today, as far as these can be read. (element-type HihId) */
static GArray *
list_erased (const char *path)
{
  g_autoptr (HihStore) store = g_file_test (path, G_FILE_TEST_EXISTS) ? hih_store_new (path, TRUE, NULL) : NULL;
  GArray *erased = g_array_new (FALSE, FALSE, sizeof (HihId));

  hih_erase_list (store, erased);
  /* Also brings the WAL home: then the one file is all there is. */
  if (store != NULL)
    hih_store_exec (store, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  return erased;
}

/* The copy as it will be the records. */
static gboolean
prepare (const char *incoming, GArray *erased, gint64 now_ms, HihRestored *restored, GError **error)
{
  g_autofree char *machine = NULL;
  g_autoptr (HihStore) store = hih_store_new (incoming, TRUE, error);

  g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL);
  if (store == NULL ||
      !hih_store_exec (store, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", error) ||
      !hih_migrate (store, hih_records_get_resource (), HIH_MIGRATIONS, error) || !hih_store_begin (store, error))
    return FALSE;
  if (hih_log_renew_device (store, now_ms, error) && hih_log_check_machine (store, now_ms, machine, error) &&
      hih_log_get_device (store, &restored->device, error) &&
      hih_erase_again (store, erased, now_ms, &restored->n_erased, error) && hih_store_commit (store, error))
    return restored->n_erased == 0 || hih_store_exec (store, "VACUUM", error);
  hih_store_rollback (store);
  return FALSE;
}

/* The old file under a second name in a folder of its own, then the new one over it: there is always one of them. Where a
 * file cannot have two names, or the WAL could not be brought home, it is moved. */
static gboolean
swap (const char *dir, const char *incoming, gint64 now_ms, HihRestored *restored, GError **error)
{
  g_autofree char *path = g_build_filename (dir, HIH_RECORDS_FILE, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      restored->before_path = hih_open_keep_aside (dir, HIH_ASIDE_REPLACED, now_ms, error);
      if (restored->before_path == NULL)
        return FALSE;
    }
  if (g_rename (incoming, path) == 0)
    return hih_open_sync_dir (dir, error);
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_READ_ONLY, "records: put %s into place: %s", path,
               g_strerror (errno));
  return FALSE;
}

static HihRestored *
restore (const Question *question, GError **error)
{
  g_autofree char *path = g_build_filename (question->dir, HIH_RECORDS_FILE, NULL);
  g_autofree char *incoming = g_build_filename (question->dir, HIH_INCOMING_FILE, NULL);
  g_autoptr (HihRestored) restored = g_new0 (HihRestored, 1);
  g_auto (HihOpened) alone = { .lock_fd = -1 };
  g_autoptr (GArray) erased = NULL;
  gboolean done;

  restored->backup = look (question->path, TRUE, NULL, error);
  if (restored->backup == NULL)
    return NULL;
  if (restored->backup->fault != NULL)
    {
      g_set_error (error, HIH_RECORDS_ERROR, (int) restored->backup->code, "%s is not fit to be put back: %s; nothing was changed",
                   question->path, restored->backup->fault);
      return NULL;
    }
  if (!hih_open_make_dir (question->dir, error) || !hih_open_lock (&alone, question->dir, TRUE, error))
    return NULL;
  if (g_str_equal (path, question->path))
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN, "records: restore %s: these are the records", path);
      return NULL;
    }
  erased = list_erased (path);
  done = hih_backup_fetch (question->path, incoming, error) &&
         prepare (incoming, erased, question->now_ms, restored, error) &&
         hih_backup_verify (incoming, get_newest (), NULL, error) &&
         swap (question->dir, incoming, question->now_ms, restored, error);
  if (!done)
    g_unlink (incoming);
  return done ? g_steal_pointer (&restored) : NULL;
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  HihRestored *restored = restore (data, &error);

  if (restored != NULL)
    g_task_return_pointer (task, restored, (GDestroyNotify) hih_restored_free);
  else
    g_task_return_error (task, error);
}

void
hih_backup_restore_async (const char *dir, const char *path, gint64 now_ms, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (dir != NULL && path != NULL);
  answer (restore_thread, dir, path, now_ms, cancellable, callback, user_data);
}

HihRestored *
hih_backup_restore_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
