/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted in the log itself, so that a later version's verbs are not forgotten: what is not known is among the rest. */
#include "config.h"

#include "hih-loss.h"

#include "hih-records-private.h"
#include "hih-verbs.h"

static guint *
find_count (HihLoss *loss, const char *text)
{
  HihVerb verb;

  if (!hih_verb_parse (text, &verb))
    return &loss->n_other;
  if (verb == HIH_VERB_TRAINEE_ADDED)
    return &loss->n_people;
  if (verb == HIH_VERB_RUN_STARTED || verb == HIH_VERB_FILM_WATCHED)
    return &loss->n_runs;
  if (verb == HIH_VERB_SESSION_BEGUN)
    return &loss->n_classes;
  if (verb == HIH_VERB_FAMILY_CALL_PLANNED || verb == HIH_VERB_FAMILY_CALL_HELD ||
      verb == HIH_VERB_OFFLINE_SERVICE_GIVEN || verb == HIH_VERB_HELPER_TIME_NOTED)
    return &loss->n_care;
  /* They belong to what was counted already. */
  if (verb == HIH_VERB_STEP_ENDED || verb == HIH_VERB_RUN_ENDED || verb == HIH_VERB_SESSION_HELD)
    return NULL;
  return &loss->n_other;
}

static gpointer
count (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const gint64 *since_ms = data;
  g_autofree HihLoss *loss = g_new0 (HihLoss, 1);
  sqlite3_stmt *stmt = hih_store_query (store, "count-since", error);
  int more;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, *since_ms);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      guint *n = find_count (loss, (const char *) sqlite3_column_text (stmt, 0));

      if (n != NULL)
        *n += (guint) sqlite3_column_int64 (stmt, 1);
    }
  return more == 0 ? g_steal_pointer (&loss) : NULL;
}

void
hih_records_count_since_async (HihRecords *self, gint64 at_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), count, g_memdup2 (&at_ms, sizeof at_ms),
                    g_free, g_free);
}

gboolean
hih_records_count_since_finish (HihRecords *self, GAsyncResult *result, HihLoss *loss, GError **error)
{
  g_autofree HihLoss *value = g_task_propagate_pointer (G_TASK (result), error);

  if (value != NULL)
    *loss = *value;
  return value != NULL;
}
