/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one person's runs of one lesson went, step by step. */
#include "config.h"

#include "hih-about.h"
#include "hih-board.h"

static void
history_free (gpointer data)
{
  HihStepHistory *self = data;

  g_free ((char *) self->stage);
  g_free ((char *) self->outcome);
  g_free ((char *) self->step);
  g_strfreev ((char **) self->hits);
  g_free (self);
}

/* The texts of a JSON array. */
static char **
read_hits (HihStore *store, const char *json, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "hits", error);

  if (stmt == NULL)
    return NULL;
  hih_bind_text (stmt, 1, json);
  return hih_list_texts (store, stmt, error);
}

static gpointer
list_history (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const HihAbout *question = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (history_free);
  sqlite3_stmt *stmt = hih_store_query (store, "history", error);
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, &question->trainee);
  hih_bind_text (stmt, 2, question->lesson);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihStepHistory *step = g_new0 (HihStepHistory, 1);

      g_ptr_array_add (list, step);
      hih_column_id (stmt, 0, &step->run);
      step->nth_run = (guint) sqlite3_column_int64 (stmt, 1);
      step->at_ms = sqlite3_column_int64 (stmt, 2);
      step->stage = hih_column_dup (stmt, 3);
      step->outcome = hih_column_dup (stmt, 4);
      step->step = hih_column_dup (stmt, 5);
      step->step_index = (guint) sqlite3_column_int64 (stmt, 6);
      step->trap = sqlite3_column_int (stmt, 7) != 0;
      step->level = (guint) sqlite3_column_int (stmt, 8);
      step->errors = (guint) sqlite3_column_int64 (stmt, 9);
      step->helps = (guint) sqlite3_column_int64 (stmt, 10);
      step->hits = (const char *const *) read_hits (store, (const char *) sqlite3_column_text (stmt, 11), error);
      if (step->hits == NULL)
        {
          sqlite3_reset (stmt);
          return NULL;
        }
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

/**
 * hih_records_list_history_async:
 */
void
hih_records_list_history_async (HihRecords *self, const HihId *trainee, const char *lesson, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && lesson != NULL);
  hih_records_read_about (self, g_task_new (self, cancellable, callback, user_data), list_history, trainee, NULL, lesson,
                          (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_history_finish:
 *
 * Returns: (transfer full) (element-type HihStepHistory) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_history_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
