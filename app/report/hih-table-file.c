/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a table into a file, on a thread. */
#include "config.h"

#include "hih-table-private.h"

#include "hih-file.h"

#include <string.h>

typedef struct
{
  HihTableFormat format;
  char *path;
  HihTableJob job;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_main_context_unref (save->job.context);
  g_free (save->path);
  g_free (save);
}

/* Made in memory: what is half made never touches the disk, and every format learns in the same way that it is full. */
static GBytes *
make (HihTable *self, Save *save, GError **error)
{
  char *text;

  if (save->format == HIH_TABLE_FORMAT_XLSX)
    return hih_table_make_xlsx (self, &save->job, error);
  if (save->format == HIH_TABLE_FORMAT_PDF)
    return hih_table_make_pdf (self, &save->job, error);
  text = hih_table_write (self, save->format);
  if (hih_table_job_go_on (&save->job, 0.5, error))
    return g_bytes_new_take (text, strlen (text));
  g_free (text);
  return NULL;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  g_autoptr (GError) reason = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make (source, save, &error);

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      !hih_file_put (save->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &reason))
    g_set_error (&error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_EXPORT, "report: %s", reason->message);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hih_table_save_async:
 * @path: where it shall lie; what lies there is replaced in one moment
 * @progress: (nullable): told some ten times a second
 */
void
hih_table_save_async (HihTable *self, HihTableFormat format, const char *path, HihTableProgress progress,
                      gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (HIH_IS_TABLE (self));
  save->format = format;
  save->path = g_strdup (path);
  save->job.cancellable = cancellable;
  save->job.progress = progress;
  save->job.progress_data = progress_data;
  save->job.context = g_main_context_ref_thread_default ();
  save->job.told_at_us = g_get_monotonic_time ();
  /* What was finished before it was cancelled is there, and said to be there. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * hih_table_save_finish:
 *
 * Returns: whether the whole file lies there
 */
gboolean
hih_table_save_finish (HihTable *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
