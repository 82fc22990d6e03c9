/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a table into a file: on a thread, beside its place first, so that what lay there stays whole until the new one is. */
#include "config.h"

#include "hih-table-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_EXPORT, "report: write %s: %s", path, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd, const char *text, const char *path, GError **error)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno != EINTR)
        return fail (path, errno, error);
      text += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
fill (HihTable *self, Save *save, int fd, const char *beside, GError **error)
{
  g_autofree char *text = NULL;

  if (save->format == HIH_TABLE_FORMAT_XLSX)
    return hih_table_write_xlsx (self, beside, &save->job, error);
  if (save->format == HIH_TABLE_FORMAT_PDF)
    return hih_table_write_pdf (self, beside, &save->job, error);
  text = hih_table_write (self, save->format);
  return hih_table_job_go_on (&save->job, 0.5, error) && write_all (fd, text, save->path, error);
}

/* A file of its own beside @path, with the rights any new file would have. */
static int
open_beside (const char *path, char **beside, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  int fd;

  *beside = g_strdup_printf ("%s/.%.100s.XXXXXX", folder, name);
  fd = g_mkstemp_full (*beside, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    fail (path, errno, error);
  return fd;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  /* A link stays a link: what it leads to is replaced. */
  char *real = realpath (save->path, NULL);
  const char *path = real != NULL ? real : save->path;
  g_autofree char *beside = NULL;
  GError *error = NULL;
  gboolean written = FALSE;
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      fail (path, EISDIR, &error);
      fd = -1;
    }
  else
    fd = open_beside (path, &beside, &error);
  if (fd >= 0)
    {
      written = fill (source, save, fd, beside, &error) && !g_cancellable_set_error_if_cancelled (cancellable, &error);
      if (written && fsync (fd) != 0)
        written = fail (path, errno, &error);
      close (fd);
      if (written && g_rename (beside, path) != 0)
        written = fail (path, errno, &error);
      if (!written)
        g_unlink (beside);
    }
  free (real);
  if (written)
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
