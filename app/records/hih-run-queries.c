/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about single runs: what to resume, then and now, and a trainee's own pace. */
#include "config.h"

#include <stdlib.h>

#include "hih-about.h"
#include "hih-progress.h"

#define FEWEST_STEPS 5

G_DEFINE_BOXED_TYPE (HihUnfinishedRun, hih_unfinished_run, hih_unfinished_run_ref, hih_unfinished_run_unref)

static void
clear_unfinished (gpointer data)
{
  HihUnfinishedRun *self = data;

  g_free ((char *) self->lesson);
  g_free ((char *) self->content);
  g_free ((char *) self->stage);
  g_free ((char *) self->layout);
  g_strfreev ((char **) self->traps_done);
}

HihUnfinishedRun *
hih_unfinished_run_ref (HihUnfinishedRun *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_unfinished_run_unref (HihUnfinishedRun *self)
{
  g_atomic_rc_box_release_full (self, clear_unfinished);
}

/* @next_step and @last_at_ms may be NULL. Times and the run itself are left as they are. */
static gboolean
sum_run (HihStore *store, HihRunSummary *sum, guint *next_step, gint64 *last_at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "run-sum", error);

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &sum->run);
  if (hih_store_next (store, stmt, error) <= 0)
    return FALSE;
  if (next_step != NULL)
    *next_step = (guint) sqlite3_column_int64 (stmt, 0);
  sum->helps = (guint) sqlite3_column_int64 (stmt, 1);
  sum->errors = (guint) sqlite3_column_int64 (stmt, 2);
  sum->max_level = (guint) sqlite3_column_int64 (stmt, 3);
  sum->duration_ms = sqlite3_column_int64 (stmt, 4);
  if (last_at_ms != NULL)
    *last_at_ms = sqlite3_column_int64 (stmt, 5);
  sqlite3_reset (stmt);
  return TRUE;
}

static char **
read_traps (HihStore *store, const HihId *run, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "run-traps", error);

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, run);
  return hih_list_texts (store, stmt, error);
}

static gpointer
get_unfinished (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const HihAbout *question = data;
  sqlite3_stmt *stmt = hih_store_query (store, "unfinished", error);
  g_autoptr (HihUnfinishedRun) run = NULL;
  HihRunSummary sum = { { { 0 } } };
  gint64 last_at_ms = 0;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, &question->trainee);
  hih_bind_text (stmt, 2, question->lesson);
  if (hih_store_next (store, stmt, error) <= 0)
    return NULL;
  run = g_atomic_rc_box_new0 (HihUnfinishedRun);
  hih_column_id (stmt, 0, &run->run);
  run->lesson = hih_column_dup (stmt, 1);
  run->content = hih_column_dup (stmt, 2);
  run->stage = hih_column_dup (stmt, 3);
  run->layout = hih_column_dup (stmt, 4);
  run->round = (guint) sqlite3_column_int64 (stmt, 5);
  run->seed = (guint32) sqlite3_column_int64 (stmt, 6);
  run->at_ms = sqlite3_column_int64 (stmt, 7);
  sqlite3_reset (stmt);

  sum.run = run->run;
  if (!sum_run (store, &sum, &run->next_step_index, &last_at_ms, error))
    return NULL;
  run->errors = sum.errors;
  run->max_level = sum.max_level;
  run->duration_ms = sum.duration_ms;
  run->at_ms = MAX (run->at_ms, last_at_ms);
  run->traps_done = (const char *const *) read_traps (store, &run->run, error);
  return run->traps_done != NULL ? g_steal_pointer (&run) : NULL;
}

static gpointer
compare_run (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const HihAbout *question = data;
  sqlite3_stmt *stmt = hih_store_query (store, "run-first", error);
  g_autofree HihThenAndNow *both = g_new0 (HihThenAndNow, 1);

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, &question->trainee);
  hih_bind_id (stmt, 2, &question->run);
  if (hih_store_next (store, stmt, error) <= 0)
    return NULL;
  hih_column_id (stmt, 0, &both->then.run);
  both->then.at_ms = sqlite3_column_int64 (stmt, 1);
  both->now.run = question->run;
  both->now.at_ms = sqlite3_column_int64 (stmt, 2);
  g_strlcpy (both->stage, (const char *) sqlite3_column_text (stmt, 3), sizeof both->stage);
  both->first = hih_id_equal (&both->then.run, &both->now.run);
  sqlite3_reset (stmt);
  if (!sum_run (store, &both->then, NULL, NULL, error) || !sum_run (store, &both->now, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&both);
}

static gpointer
list_layouts (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const HihAbout *question = data;
  sqlite3_stmt *stmt = hih_store_query (store, "layouts-seen", error);

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, &question->trainee);
  hih_bind_text (stmt, 2, question->lesson);
  return hih_list_texts (store, stmt, error);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 time_a = *(const gint64 *) a, time_b = *(const gint64 *) b;

  return time_a > time_b ? 1 : time_a < time_b ? -1 : 0;
}

static gpointer
get_step_median (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "step-times", error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 *median;
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      gint64 time_ms = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (times, time_ms);
    }
  if (more < 0)
    return NULL;
  g_array_sort (times, compare_times);
  median = g_new0 (gint64, 1);
  if (times->len >= FEWEST_STEPS)
    *median = (g_array_index (times, gint64, (times->len - 1) / 2) + g_array_index (times, gint64, times->len / 2)) / 2;
  return median;
}

/**
 * hih_records_get_unfinished_async:
 * @trainee: (nullable): a guest has nothing to resume
 * @lesson: (nullable): only of this lesson
 */
void
hih_records_get_unfinished_async (HihRecords *self, const HihId *trainee, const char *lesson, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_get_unfinished_async);
  hih_records_read_about (self, task, get_unfinished, trainee, NULL, lesson, (GDestroyNotify) hih_unfinished_run_unref);
}

/**
 * hih_records_get_unfinished_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with @error unset when there is none
 */
HihUnfinishedRun *
hih_records_get_unfinished_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_compare_run_async (HihRecords *self, const HihId *trainee, const HihId *run, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (run != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_compare_run_async);
  hih_records_read_about (self, task, compare_run, trainee, run, NULL, g_free);
}

gboolean
hih_records_compare_run_finish (HihRecords *self, GAsyncResult *result, HihThenAndNow *then_and_now, GError **error)
{
  g_autofree HihThenAndNow *both = g_task_propagate_pointer (G_TASK (result), error);

  if (both != NULL)
    *then_and_now = *both;
  return both != NULL;
}

void
hih_records_list_layouts_async (HihRecords *self, const HihId *trainee, const char *lesson, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && lesson != NULL);
  hih_records_read_about (self, g_task_new (self, cancellable, callback, user_data), list_layouts, trainee, NULL, lesson,
                          (GDestroyNotify) g_strfreev);
}

char **
hih_records_list_layouts_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_get_step_median_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_step_median,
                    trainee != NULL ? g_memdup2 (trainee, sizeof *trainee) : NULL, g_free, g_free);
}

gint64
hih_records_get_step_median_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *median = g_task_propagate_pointer (G_TASK (result), error);

  return median != NULL ? *median : -1;
}
