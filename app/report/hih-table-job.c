/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-table-private.h"

#define TELL_EVERY_US 100000

typedef struct
{
  HihTableProgress progress;
  gpointer data;
  double share;
} Told;

static gboolean
tell_cb (gpointer data)
{
  Told *told = data;

  told->progress (told->share, told->data);
  return G_SOURCE_REMOVE;
}

gboolean
hih_table_job_go_on (HihTableJob *job, double share, GError **error)
{
  gint64 now_us;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (job->progress == NULL || (now_us = g_get_monotonic_time ()) - job->told_at_us < TELL_EVERY_US)
    return TRUE;
  job->told_at_us = now_us;
  {
    Told told = { job->progress, job->progress_data, share };

    g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb, g_memdup2 (&told, sizeof told), g_free);
  }
  return TRUE;
}
