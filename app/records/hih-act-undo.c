/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes an act back: its events are voided, names and pictures set back, and whoever was added is gone again. */
#include "config.h"

#include "hih-act-private.h"
#include "hih-trainees.h"

typedef struct
{
  HihAct *act;
  GHashTable *stayed; /* (element-type HihId) */
  guint *n_stayed;
} Undoing;

static void
undoing_free (gpointer data)
{
  Undoing *undoing = data;

  hih_act_unref (undoing->act);
  g_hash_table_unref (undoing->stayed);
  g_free (undoing);
}

typedef struct
{
  gint64 seq;
  HihId trainee;
  HihVerb verb;
} Written;

static GArray *
read_events (HihStore *store, const HihAct *act, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "act-events", error);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Written));
  int more;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, act->first_seq);
  sqlite3_bind_int64 (stmt, 2, act->last_seq);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      Written written = { .seq = sqlite3_column_int64 (stmt, 0) };
      const char *verb = (const char *) sqlite3_column_text (stmt, 2);

      if (hih_column_id (stmt, 1, &written.trainee) && verb != NULL && hih_verb_parse (verb, &written.verb))
        g_array_append_val (events, written);
    }
  return more == 0 ? g_steal_pointer (&events) : NULL;
}

/* 1 yes, 0 no, -1 error. */
static int
has_more (HihStore *store, const HihAct *act, const HihId *trainee, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "has-more", error);
  int more;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, trainee);
  sqlite3_bind_int64 (stmt, 2, act->first_seq);
  sqlite3_bind_int64 (stmt, 3, act->last_seq);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  return more;
}

static gboolean
drop_profile (HihStore *store, const HihId *trainee, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "profile-drop", error);

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  return hih_store_run (store, stmt, error);
}

/* Takes back the events from @from to before @to, all of one person. */
static gboolean
undo_person (HihStore *store, Undoing *undoing, GArray *events, guint from, guint to, gint64 at_ms, GError **error)
{
  const HihId *trainee = &g_array_index (events, Written, from).trainee;
  gboolean added = g_array_index (events, Written, from).verb == HIH_VERB_TRAINEE_ADDED;
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *table = NULL;
  int more = added ? has_more (store, undoing->act, trainee, error) : 0;

  if (more > 0)
    g_hash_table_add (undoing->stayed, g_memdup2 (trainee, sizeof *trainee));
  if (more < 0 || g_hash_table_contains (undoing->stayed, trainee))
    return more >= 0;
  for (guint i = from; i < to; i++)
    {
      const Written *written = &g_array_index (events, Written, i);

      if (written->verb == HIH_VERB_TRAINEE_CHANGED || written->verb == HIH_VERB_VOIDED)
        continue;
      if (seqs->len == 0)
        table = hih_verb_get_table (written->verb);
      else if (g_strcmp0 (table, hih_verb_get_table (written->verb)) != 0)
        table = NULL;
      g_array_append_val (seqs, written->seq);
    }
  return hih_log_void (store, &undoing->act->device, seqs, trainee, table, at_ms, error) &&
         (!added || drop_profile (store, trainee, error));
}

/* Sets the names that are kept of them back, unless somebody changed them since. */
static gboolean
undo_profile (HihStore *store, const HihBefore *before, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "profile", error);
  gint64 rev = 0;
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &before->trainee);
  more = hih_store_next (store, stmt, error);
  if (more < 0)
    return FALSE;
  if (more > 0)
    {
      rev = sqlite3_column_int64 (stmt, HIH_N_PROFILE);
      sqlite3_reset (stmt);
    }
  return rev != before->rev ||
         hih_trainees_set_profile (store, &before->trainee, (const char *const *) before->texts, &rev, at_ms, error);
}

static gboolean
undo (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Undoing *undoing = data;
  const HihAct *act = undoing->act;
  g_autoptr (GArray) events = NULL;
  GHashTableIter iter;
  gpointer before;
  HihId device;
  gint64 seq;

  if (!hih_act_get_last_seq (store, &device, &seq, error))
    return FALSE;
  if (!hih_id_equal (&device, &act->device))
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: undo: it is of another computer");
      return FALSE;
    }
  events = read_events (store, act, error);
  if (events == NULL)
    return FALSE;
  for (guint from = 0, to; from < events->len; from = to)
    {
      for (to = from + 1; to < events->len && hih_id_equal (&g_array_index (events, Written, to).trainee,
                                                            &g_array_index (events, Written, from).trainee);
           to++)
        ;
      if (!undo_person (store, undoing, events, from, to, at_ms, error))
        return FALSE;
    }
  /* Last, as it writes about them: whoever was added and has nothing more is gone by now. */
  g_hash_table_iter_init (&iter, act->profiles);
  while (g_hash_table_iter_next (&iter, NULL, &before))
    {
      if (!undo_profile (store, before, at_ms, error))
        return FALSE;
    }
  *undoing->n_stayed = g_hash_table_size (undoing->stayed);
  return TRUE;
}

void
hih_records_undo_async (HihRecords *self, HihAct *act, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Undoing *undoing = g_new0 (Undoing, 1);

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_task_set_source_tag (task, hih_records_undo_async);
  undoing->act = hih_act_ref (act);
  undoing->stayed = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, g_free, NULL);
  undoing->n_stayed = g_new0 (guint, 1);
  g_task_set_task_data (task, undoing->n_stayed, g_free);
  hih_records_write (self, task, undo, undoing, undoing_free);
}

gboolean
hih_records_undo_finish (HihRecords *self, GAsyncResult *result, guint *n_stayed, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (n_stayed != NULL)
    *n_stayed = *(guint *) g_task_get_task_data (G_TASK (result));
  return TRUE;
}
