/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The thread hih-records owns the only connection that writes. Work comes to it through a queue, in the order in
 * which it was asked for, and each answer goes back as a GTask to the main context of whoever asked.
 *
 *     caller ── GTask + function ──► queue ──► hih-records: function (store) ──► GTask ──► caller's main context
 *
 * hih-worker.c is the thread, this file the side of the callers.
 */
#include "config.h"

#include "hih-records.h"

#include "hih-projection.h"
#include "hih-worker.h"

struct _HihRecords
{
  GObject parent_instance;

  char *dir;
  HihClock *clock;
  GAsyncQueue *queue;
  GThread *thread; /* cleared after it was joined */
  gboolean closed; /* the thread of the caller only */
  HihRecordsFound found;
  char *damaged_path;
  gint64 restored_at_ms;
  HihBackupState *backups;
};

G_DEFINE_FINAL_TYPE (HihRecords, hih_records, G_TYPE_OBJECT)

static HihJob *
make_job (HihRecords *self, HihJobKind kind, GTask *task)
{
  return hih_job_new (kind, task, hih_clock_get_wall_ms (self->clock));
}

static void
hih_records_finalize (GObject *object)
{
  HihRecords *self = HIH_RECORDS (object);

  if (self->thread != NULL)
    {
      if (!self->closed)
        g_async_queue_push (self->queue, make_job (self, HIH_JOB_CLOSE, NULL));
      if (self->thread == g_thread_self ())
        g_thread_unref (self->thread);
      else
        g_thread_join (self->thread);
    }
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_object (&self->clock);
  g_free (self->damaged_path);
  g_free (self->dir);
  hih_backup_state_unref (self->backups);
  G_OBJECT_CLASS (hih_records_parent_class)->finalize (object);
}

static void
hih_records_class_init (HihRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_records_finalize;
}

static void
hih_records_init (HihRecords *self)
{
  self->queue = g_async_queue_new_full ((GDestroyNotify) hih_job_free);
  self->backups = hih_backup_state_new ();
}

/* Room-private: giving work to the thread. */

static gboolean
refuse_if_closed (HihRecords *self, GTask *task)
{
  if (!self->closed)
    return FALSE;
  g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CLOSED, "records: ask: they are closed");
  g_object_unref (task);
  return TRUE;
}

void
hih_records_write (HihRecords *self, GTask *task, HihWriteFunc func, gpointer data, GDestroyNotify free_data)
{
  HihJob *job;

  if (refuse_if_closed (self, task))
    {
      if (data != NULL)
        free_data (data);
      return;
    }
  job = make_job (self, HIH_JOB_WRITE, task);
  job->write = func;
  job->data = data;
  job->free_data = free_data;
  g_async_queue_push (self->queue, job);
}

static void
ask (HihRecords *self, HihJobKind kind, GTask *task, HihReadFunc func, gpointer data, GDestroyNotify free_data,
     GDestroyNotify free_value)
{
  HihJob *job;

  if (refuse_if_closed (self, task))
    {
      if (data != NULL)
        free_data (data);
      return;
    }
  job = make_job (self, kind, task);
  job->read = func;
  job->data = data;
  job->free_data = free_data;
  job->free_value = free_value;
  g_async_queue_push (self->queue, job);
}

void
hih_records_read (HihRecords *self, GTask *task, HihReadFunc func, gpointer data, GDestroyNotify free_data,
                  GDestroyNotify free_value)
{
  ask (self, HIH_JOB_READ, task, func, data, free_data, free_value);
}

void
hih_records_read_alone (HihRecords *self, GTask *task, HihReadFunc func, gpointer data, GDestroyNotify free_data,
                        GDestroyNotify free_value)
{
  ask (self, HIH_JOB_READ_ALONE, task, func, data, free_data, free_value);
}

HihClock *
hih_records_get_clock (HihRecords *self)
{
  return self->clock;
}

/* Public. */

/**
 * hih_records_open_async:
 * @dir: the folder; made if it is missing
 * @clock: whose times are written down
 *
 * Opens the records in @dir. Damage is mended from the newest backup: ask hih_records_get_found() afterwards.
 */
void
hih_records_open_async (const char *dir, HihClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (HihRecords) self = g_object_new (HIH_TYPE_RECORDS, NULL);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hih_records_open_async);
  /* Whether the thread lives on must follow from the answer alone. */
  g_task_set_check_cancellable (task, FALSE);
  self->dir = g_canonicalize_filename (dir, NULL);
  self->clock = g_object_ref (clock);
  g_async_queue_push (self->queue, make_job (self, HIH_JOB_OPEN, task));
  self->thread = hih_worker_start (dir, self->queue, self->backups);
}

/**
 * hih_records_open_finish:
 *
 * Returns: (transfer full) (nullable): the records, or %NULL with OPEN, NEWER, READ_ONLY, BUSY, MIGRATION, DISK_FULL
 */
HihRecords *
hih_records_open_finish (GAsyncResult *result, GError **error)
{
  HihRecords *self = g_task_get_source_object (G_TASK (result));
  HihFoundFile *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found == NULL)
    {
      self->closed = TRUE;
      return NULL;
    }
  self->found = found->found;
  self->damaged_path = g_steal_pointer (&found->damaged_path);
  self->restored_at_ms = found->restored_at_ms;
  hih_found_file_free (found);
  return g_object_ref (self);
}

/**
 * hih_records_open_sync:
 *
 * The same, blocking.
 *
 * Returns: (transfer full) (nullable): as hih_records_open_finish()
 */
HihRecords *
hih_records_open_sync (const char *dir, HihClock *clock, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  HihRecords *self;

  g_main_context_push_thread_default (context);
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_open_async (dir, clock, NULL, hih_records_wait_cb, &wait);
    self = hih_records_open_finish (hih_records_wait (&wait), error);
  }
  g_main_context_pop_thread_default (context);
  return self;
}

/**
 * hih_records_close_async:
 *
 * Runs everything asked before, waits for a backup that was asked for, and closes.
 */
void
hih_records_close_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hih_records_close_async);
  if (refuse_if_closed (self, task))
    return;
  g_async_queue_push (self->queue, make_job (self, HIH_JOB_CLOSE, task));
  self->closed = TRUE;
}

gboolean
hih_records_close_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  /* It has answered its last job; what is left of it is shorter than a frame. */
  g_clear_pointer (&self->thread, g_thread_join);
  return TRUE;
}

gboolean
hih_records_close_sync (HihRecords *self, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  gboolean closed;

  g_main_context_push_thread_default (context);
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_close_async (self, NULL, hih_records_wait_cb, &wait);
    closed = hih_records_close_finish (self, hih_records_wait (&wait), error);
  }
  g_main_context_pop_thread_default (context);
  return closed;
}

const char *
hih_records_get_dir (HihRecords *self)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), NULL);
  return self->dir;
}

HihRecordsFound
hih_records_get_found (HihRecords *self)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), HIH_RECORDS_FOUND);
  return self->found;
}

const char *
hih_records_get_damaged_path (HihRecords *self)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), NULL);
  return self->damaged_path;
}

gint64
hih_records_get_restored_at_ms (HihRecords *self)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), 0);
  return self->restored_at_ms;
}

/**
 * hih_records_get_backup_fault:
 *
 * Returns: a #HihRecordsError of the last backup that was to be kept beside the records; -1: it was made, or none was
 *   due since they were opened
 */
int
hih_records_get_backup_fault (HihRecords *self)
{
  g_return_val_if_fail (HIH_IS_RECORDS (self), -1);
  return g_atomic_int_get (&self->backups->fault);
}

/**
 * hih_records_backup_async:
 * @path: (nullable): where to; %NULL for a dated file in backups/, which is then thinned
 *
 * Copies what was written so far, on a thread of its own: nobody waits for it.
 */
void
hih_records_backup_async (HihRecords *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  hih_records_backup_telling_async (self, path, NULL, NULL, cancellable, callback, user_data);
}

void
hih_records_backup_telling_async (HihRecords *self, const char *path, HihRecordsProgress progress, gpointer data,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  HihJob *job;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_backup_async);
  if (refuse_if_closed (self, task))
    return;
  job = make_job (self, HIH_JOB_BACKUP, task);
  job->data = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  job->free_data = g_free;
  job->progress = progress;
  job->progress_data = data;
  g_async_queue_push (self->queue, job);
}

char *
hih_records_backup_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hih_records_begin_batch:
 *
 * What is written from now on stands in one transaction, until hih_records_end_batch_async().
 */
void
hih_records_begin_batch (HihRecords *self)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (!self->closed);
  g_async_queue_push (self->queue, make_job (self, HIH_JOB_BEGIN_BATCH, NULL));
}

/**
 * hih_records_end_batch_async:
 *
 * Keeps what was written since the batch began, or, when anything of it failed, nothing of it.
 */
void
hih_records_end_batch_async (HihRecords *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hih_records_end_batch_async);
  if (refuse_if_closed (self, task))
    return;
  g_async_queue_push (self->queue, make_job (self, HIH_JOB_END_BATCH, task));
}

/**
 * hih_records_end_batch_finish:
 *
 * Returns: whether all of it is on disk; the first error otherwise
 */
gboolean
hih_records_end_batch_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GPtrArray *
hih_records_check_store (HihStore *store, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gint64 bad = 0;
  gboolean done;

  if (!hih_store_get_number (store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", &bad,
                             error))
    return NULL;
  if (bad != 0)
    g_ptr_array_add (faults, g_strdup_printf ("the file: integrity_check finds %" G_GINT64_FORMAT " faults", bad));
  if (!hih_store_begin (store, error))
    return NULL;
  done = hih_log_verify (store, faults, error) && hih_projection_compare (store, faults, error);
  hih_store_rollback (store);
  return done ? g_steal_pointer (&faults) : NULL;
}

static gpointer
check (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return hih_records_check_store (store, error);
}

/**
 * hih_records_check_async:
 *
 * Checks the whole file, the chain of events, and that every projection follows from the log. Changes nothing.
 */
void
hih_records_check_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), check, NULL, NULL,
                    (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
hih_records_check_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_wait_cb (GObject *source, GAsyncResult *result, gpointer wait)
{
  ((HihRecordsWait *) wait)->result = g_object_ref (result);
}

GAsyncResult *
hih_records_wait (HihRecordsWait *wait)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  while (wait->result == NULL)
    g_main_context_iteration (context, TRUE);
  return wait->result;
}

void
hih_records_wait_clear (HihRecordsWait *wait)
{
  g_clear_object (&wait->result);
}
