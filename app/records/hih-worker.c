/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the thread needs lies in a Worker, not in HihRecords: the last reference to that object may well be dropped
 * by a task, on this very thread, which then must not wait for itself. Everything here runs on the thread
 * hih-records but backup_main(), which has a thread and connections of its own, so that nobody who saves a step
 * waits for a backup.
 */
#include "config.h"

#include "hih-worker.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "hih-backup.h"

#define LOOK_EVERY_MS G_GINT64_CONSTANT (3600000)

typedef struct
{
  char *dir;
  GAsyncQueue *queue;     /* (element-type HihJob) */
  HihOpened opened;
  GThread *backup_thread; /* (nullable): joined before the next, and before closing */
  GCancellable *stop;     /* cancelled to end a backup nobody asked for */
  HihBackupState *backups;
  gint64 looked_ms;       /* when it was last asked whether a backup is due */
  gboolean in_batch;
  gboolean is_doubted;    /* something could not be read: the next opening mends it */
  GError *batch_error;    /* (nullable): why nothing of the batch will be kept */
} Worker;

HihJob *
hih_job_new (HihJobKind kind, GTask *task, gint64 at_ms)
{
  HihJob *job = g_new0 (HihJob, 1);

  job->kind = kind;
  job->task = task;
  job->at_ms = at_ms;
  return job;
}

void
hih_job_free (HihJob *job)
{
  if (job->free_data != NULL && job->data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->task);
  g_free (job);
}

HihBackupState *
hih_backup_state_new (void)
{
  HihBackupState *self = g_atomic_rc_box_new0 (HihBackupState);

  self->fault = -1;
  return self;
}

HihBackupState *
hih_backup_state_ref (HihBackupState *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_backup_state_unref (HihBackupState *self)
{
  g_atomic_rc_box_release (self);
}

void
hih_found_file_free (HihFoundFile *self)
{
  g_free (self->damaged_path);
  g_free (self);
}

/* What a backup's own thread is given. */
typedef struct
{
  GTask *task; /* (nullable) */
  char *source;
  char *target;
  char *thin_dir; /* (nullable) */
  gint64 at_ms;
  GCancellable *stop; /* (nullable) */
  HihBackupState *state;
  HihRecordsProgress progress; /* (nullable) */
  gpointer progress_data;
} Backup;

/* Whoever starts the program waits for the first page, not for a copy of the records: on Linux each thread has a nice of
 * its own, and the disk is given by it too. */
static void
step_back (void)
{
  if (setpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid), 19) != 0)
    g_info ("records: let a backup step back: %s", g_strerror (errno));
}

/* How far a backup is, on its way to the thread that asked for it. */
typedef struct
{
  GTask *task; /* keeps what is told alive */
  HihRecordsProgress progress;
  gpointer data;
  double share;
} Told;

static void
told_free (gpointer data)
{
  g_object_unref (((Told *) data)->task);
  g_free (data);
}

static gboolean
told_cb (gpointer data)
{
  const Told *told = data;

  if (!g_task_get_completed (told->task))
    told->progress (told->share, told->data);
  return G_SOURCE_REMOVE;
}

static void
tell (double share, gpointer data)
{
  const Backup *backup = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  Told *told = g_new0 (Told, 1);

  told->task = g_object_ref (backup->task);
  told->progress = backup->progress;
  told->data = backup->progress_data;
  told->share = share;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, told_cb, told, told_free);
  g_source_attach (source, g_task_get_context (backup->task));
}

static gpointer
backup_main (gpointer data)
{
  Backup *backup = data;
  g_autoptr (GError) error = NULL;

  if (backup->task == NULL)
    step_back ();
  if (hih_backup_copy_telling (backup->source, backup->target, backup->progress != NULL ? tell : NULL, backup,
                               backup->stop, &error))
    {
      g_atomic_int_set (&backup->state->fault, -1);
      if (backup->thin_dir != NULL)
        hih_backup_thin (backup->thin_dir, backup->at_ms);
      if (backup->task != NULL)
        g_task_return_pointer (backup->task, g_strdup (backup->target), g_free);
    }
  else
    {
      /* What was stopped, or could not be put on another disk, says nothing about the backups kept here. */
      if (error->domain == HIH_RECORDS_ERROR && backup->thin_dir != NULL && !g_cancellable_is_cancelled (backup->stop))
        g_atomic_int_set (&backup->state->fault, error->code);
      if (backup->task != NULL)
        g_task_return_error (backup->task, g_steal_pointer (&error));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("%s", error->message);
    }

  g_clear_object (&backup->task);
  g_clear_object (&backup->stop);
  hih_backup_state_unref (backup->state);
  g_free (backup->source);
  g_free (backup->target);
  g_free (backup->thin_dir);
  g_free (backup);
  return NULL;
}

/* @job: (nullable): nobody asked for it */
static void
start_backup (Worker *worker, HihJob *job, gint64 at_ms)
{
  const char *path = job != NULL ? job->data : NULL;
  Backup *backup = g_new0 (Backup, 1);
  g_autofree char *backups = g_build_filename (worker->dir, HIH_BACKUPS_DIR, NULL);

  g_clear_pointer (&worker->backup_thread, g_thread_join);
  backup->source = g_build_filename (worker->dir, HIH_RECORDS_FILE, NULL);
  backup->at_ms = at_ms;
  backup->state = hih_backup_state_ref (worker->backups);
  if (path != NULL)
    backup->target = g_file_test (path, G_FILE_TEST_IS_DIR) ? hih_backup_make_name (path, NULL, at_ms) : g_strdup (path);
  else
    {
      backup->target = hih_backup_make_name (backups, NULL, at_ms);
      backup->thin_dir = g_steal_pointer (&backups);
    }
  if (job != NULL)
    {
      backup->task = g_object_ref (job->task);
      backup->progress = job->progress;
      backup->progress_data = job->progress_data;
    }
  else
    {
      /* An earlier one may have been stopped. */
      g_cancellable_reset (worker->stop);
      backup->stop = g_object_ref (worker->stop);
    }
  worker->backup_thread = g_thread_new ("hih-backup", backup_main, backup);
}

static gboolean
run_open (Worker *worker, HihJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backups = g_build_filename (worker->dir, HIH_BACKUPS_DIR, NULL);
  g_autofree char *machine = NULL;
  HihFoundFile *found;

  g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL);
  if (!hih_open (&worker->opened, worker->dir, job->at_ms, machine, &error))
    {
      hih_opened_clear (&worker->opened);
      g_task_return_error (job->task, g_steal_pointer (&error));
      return FALSE;
    }
  worker->looked_ms = job->at_ms;
  if (worker->opened.found != HIH_RECORDS_CREATED && hih_backup_is_due (backups, job->at_ms))
    start_backup (worker, NULL, job->at_ms);
  found = g_new0 (HihFoundFile, 1);
  found->found = worker->opened.found;
  found->damaged_path = g_strdup (worker->opened.damaged_path);
  found->restored_at_ms = worker->opened.restored_at_ms;
  g_task_return_pointer (job->task, found, (GDestroyNotify) hih_found_file_free);
  return TRUE;
}

/* A computer that is never switched off has its daily backup too. */
static void
back_up_if_due (Worker *worker, gint64 at_ms)
{
  g_autofree char *backups = NULL;

  if (worker->in_batch || ABS (at_ms - worker->looked_ms) < LOOK_EVERY_MS)
    return;
  worker->looked_ms = at_ms;
  backups = g_build_filename (worker->dir, HIH_BACKUPS_DIR, NULL);
  if (hih_backup_is_due (backups, at_ms))
    start_backup (worker, NULL, at_ms);
}

static void
doubt_if_damaged (Worker *worker, const GError *error)
{
  if (!g_error_matches (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT))
    return;
  worker->is_doubted = TRUE;
  hih_open_doubt (worker->dir);
}

static void
run_read (Worker *worker, HihJob *job)
{
  GError *error = NULL;
  gpointer value;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  value = job->read (worker->opened.store, job->data, job->at_ms, &error);
  doubt_if_damaged (worker, error);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, value, job->free_value);
}

static void
begin_batch (Worker *worker)
{
  worker->in_batch = TRUE;
  hih_store_begin (worker->opened.store, &worker->batch_error);
}

/* All of it is on disk, or nothing is. */
static void
end_batch (Worker *worker, HihJob *job)
{
  HihStore *store = worker->opened.store;

  worker->in_batch = FALSE;
  if (worker->batch_error == NULL && hih_store_commit (store, &worker->batch_error))
    {
      g_task_return_boolean (job->task, TRUE);
      return;
    }
  hih_store_rollback (store);
  g_task_return_error (job->task, g_steal_pointer (&worker->batch_error));
}

static void
write_in_batch (Worker *worker, HihJob *job)
{
  if (worker->batch_error == NULL &&
      job->write (worker->opened.store, job->data, job->at_ms, &worker->batch_error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_error_copy (worker->batch_error));
}

static void
run_write (Worker *worker, HihJob *job)
{
  GError *error = NULL;
  HihStore *store = worker->opened.store;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  if (worker->in_batch)
    {
      write_in_batch (worker, job);
      return;
    }
  /* From here on it is written or it failed; that it was cancelled meanwhile must not hide that it is on disk. */
  g_task_set_check_cancellable (job->task, FALSE);
  if (hih_store_begin (store, &error) && job->write (store, job->data, job->at_ms, &error) &&
      hih_store_commit (store, &error))
    {
      g_task_return_boolean (job->task, TRUE);
      back_up_if_due (worker, job->at_ms);
      return;
    }
  doubt_if_damaged (worker, error);
  hih_store_rollback (store);
  g_task_return_error (job->task, error);
}

static void
run_close (Worker *worker, HihJob *job)
{
  g_autoptr (GError) error = NULL;

  if (worker->in_batch)
    hih_store_rollback (worker->opened.store);
  g_clear_error (&worker->batch_error);
  g_cancellable_cancel (worker->stop);
  g_clear_pointer (&worker->backup_thread, g_thread_join);
  if (worker->opened.store != NULL && !worker->is_doubted &&
      !hih_store_exec (worker->opened.store, "PRAGMA analysis_limit = 1000; PRAGMA optimize;", &error))
    g_info ("%s", error->message);
  hih_opened_clear (&worker->opened);
  if (job->task != NULL)
    g_task_return_boolean (job->task, TRUE);
}

static gpointer
worker_main (gpointer data)
{
  Worker *worker = data;
  gboolean running = TRUE;

  while (running)
    {
      HihJob *job = g_async_queue_pop (worker->queue);

      switch (job->kind)
        {
        case HIH_JOB_OPEN:
          running = run_open (worker, job);
          break;
        case HIH_JOB_READ_ALONE:
          g_clear_pointer (&worker->backup_thread, g_thread_join);
          run_read (worker, job);
          break;
        case HIH_JOB_READ:
          run_read (worker, job);
          break;
        case HIH_JOB_WRITE:
          run_write (worker, job);
          break;
        case HIH_JOB_BEGIN_BATCH:
          begin_batch (worker);
          break;
        case HIH_JOB_END_BATCH:
          end_batch (worker, job);
          break;
        case HIH_JOB_BACKUP:
          /* One that is asked for takes the place of the one nobody asked for. */
          g_cancellable_cancel (worker->stop);
          start_backup (worker, job, job->at_ms);
          break;
        case HIH_JOB_CLOSE:
        default:
          run_close (worker, job);
          running = FALSE;
          break;
        }
      hih_job_free (job);
    }
  g_async_queue_unref (worker->queue);
  g_object_unref (worker->stop);
  hih_backup_state_unref (worker->backups);
  g_free (worker->dir);
  g_free (worker);
  return NULL;
}

GThread *
hih_worker_start (const char *dir, GAsyncQueue *queue, HihBackupState *backups)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->dir = g_canonicalize_filename (dir, NULL);
  worker->queue = g_async_queue_ref (queue);
  worker->backups = hih_backup_state_ref (backups);
  worker->stop = g_cancellable_new ();
  worker->opened.lock_fd = -1;
  return g_thread_new ("hih-records", worker_main, worker);
}
