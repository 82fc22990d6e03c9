/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-about.h"

static void
about_free (gpointer data)
{
  g_free (((HihAbout *) data)->lesson);
  g_free (data);
}

/**
 * hih_records_read_about:
 * @task: (transfer full):
 * @trainee: (nullable):
 * @run: (nullable):
 * @lesson: (nullable):
 *
 * Main thread; @func runs on the records thread.
 */
void
hih_records_read_about (HihRecords *self, GTask *task, HihReadFunc func, const HihId *trainee, const HihId *run,
                        const char *lesson, GDestroyNotify free_value)
{
  HihAbout *about;

  if (trainee == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  about = g_new0 (HihAbout, 1);
  about->trainee = *trainee;
  if (run != NULL)
    about->run = *run;
  about->lesson = g_strdup (lesson);
  hih_records_read (self, task, func, about, about_free, free_value);
}
