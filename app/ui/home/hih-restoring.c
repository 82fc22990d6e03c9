/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-restoring.h"

#include "hih-error-text.h"
#include "hih-paths.h"

typedef struct
{
  HihContext *context;
  char *dir;
  char *path;
  HihRestoring *done;
  GError *fault; /* (nullable): why nothing was put back */
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_clear_pointer (&way->done, hih_restoring_free);
  g_clear_error (&way->fault);
  g_object_unref (way->context);
  g_free (way->dir);
  g_free (way->path);
  g_free (way);
}

void
hih_restoring_free (HihRestoring *self)
{
  g_clear_pointer (&self->restored, hih_restored_free);
  g_free (self->today);
  g_free (self);
}

const char *
hih_restoring_get_dir (HihContext *context)
{
  HihRecords *records = hih_context_get_records (context);

  return records != NULL ? hih_records_get_dir (records) : hih_paths_get_data_dir ();
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Way *way = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (HihRecords) records = hih_records_open_finish (result, &error);

  hih_context_set_records (way->context, records);
  if (way->fault != NULL)
    {
      hih_error_log (error);
      g_clear_error (&error);
      g_task_return_error (task, g_steal_pointer (&way->fault));
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&way->done), (GDestroyNotify) hih_restoring_free);
}

static void
open_again (GTask *task)
{
  Way *way = g_task_get_task_data (task);

  hih_records_open_async (way->dir, hih_context_get_clock (way->context), NULL, opened_cb, task);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Way *way = g_task_get_task_data (user_data);

  way->done->restored = hih_backup_restore_finish (result, &way->fault);
  open_again (user_data);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Way *way = g_task_get_task_data (user_data);

  if (source != NULL && !hih_records_close_finish (HIH_RECORDS (source), result, &way->fault))
    {
      open_again (user_data);
      return;
    }
  hih_backup_restore_async (way->dir, way->path, hih_clock_get_wall_ms (hih_context_get_clock (way->context)), NULL,
                            restored_cb, user_data);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Way *way = g_task_get_task_data (task);
  GError *error = NULL;

  way->done->today = hih_records_backup_finish (HIH_RECORDS (source), result, &error);
  if (way->done->today == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hih_context_set_records (way->context, NULL);
  hih_records_close_async (HIH_RECORDS (source), NULL, closed_cb, g_steal_pointer (&task));
}

/**
 * hih_restoring_run_async:
 * @path: the backup that is to take the records' place
 */
void
hih_restoring_run_async (HihContext *context, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  HihRecords *records = hih_context_get_records (context);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Way *way = g_new0 (Way, 1);

  way->context = g_object_ref (context);
  way->dir = g_strdup (hih_restoring_get_dir (context));
  way->path = g_strdup (path);
  way->done = g_new0 (HihRestoring, 1);
  g_task_set_task_data (task, way, way_free);
  if (records != NULL)
    hih_records_backup_async (records, NULL, NULL, copied_cb, task);
  else
    closed_cb (NULL, NULL, task);
}

HihRestoring *
hih_restoring_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
