/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies are made on the caller's side: they are copies of what was given. */
#include "config.h"

#include "hih-deed.h"

void
hih_deed_free (gpointer data)
{
  HihDeed *deed = data;

  if (deed->body != NULL)
    g_string_free (deed->body, TRUE);
  g_free (deed->key);
  g_free (deed);
}

HihDeed *
hih_deed_new (HihVerb verb, const HihId *trainee)
{
  HihDeed *deed = g_new0 (HihDeed, 1);

  deed->verb = verb;
  deed->nobody = trainee == NULL;
  deed->body = hih_body_new ();
  if (trainee != NULL)
    deed->trainee = *trainee;
  return deed;
}

void
hih_deed_set_object (HihDeed *deed, const char *name, const HihId *object)
{
  char string[HIH_ID_STRING_LENGTH + 1];

  deed->object = *object;
  hih_id_to_string (object, string);
  hih_body_add_text (deed->body, name, string);
  g_free (deed->key);
  deed->key = g_strdup (string);
}

GTask *
hih_deed_task (HihRecords *self, HihVerb verb, GCancellable *cancellable, GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_name (task, hih_verb_to_string (verb));
  return task;
}

/* What somebody does, of which nothing is kept once they withdrew. */
static gboolean
is_doing (HihVerb verb)
{
  static const HihVerb doings[] = { HIH_VERB_RUN_STARTED,  HIH_VERB_STEP_ENDED,        HIH_VERB_RUN_ENDED,
                                    HIH_VERB_FILM_WATCHED, HIH_VERB_REAL_PHONE_TICKED, HIH_VERB_ATTENDED,
                                    HIH_VERB_HAND_SHOWN };

  for (guint i = 0; i < G_N_ELEMENTS (doings); i++)
    {
      if (doings[i] == verb)
        return TRUE;
    }
  return FALSE;
}

int
hih_deed_is_withheld (HihStore *store, const HihDeed *deed, GError **error)
{
  sqlite3_stmt *stmt;
  int more;

  if (deed->nobody || !is_doing (deed->verb))
    return 0;
  stmt = hih_store_query (store, "has-withdrawn", error);
  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, &deed->trainee);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  return more;
}

static gboolean
write_unless_withheld (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  int withheld = hih_deed_is_withheld (store, deed, error);

  return withheld != 0 ? withheld > 0 : deed->write (store, deed, at_ms, error);
}

void
hih_deed_send (HihRecords *self, GTask *task, HihDeed *deed, gboolean guest, gboolean good, HihWriteFunc func)
{
  if (!guest && good)
    {
      deed->write = func != NULL ? func : hih_deed_write;
      hih_records_write (self, task, write_unless_withheld, deed, hih_deed_free);
      return;
    }
  if (guest)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                             "records: append %s: a value is not allowed", hih_verb_to_string (deed->verb));
  g_object_unref (task);
  hih_deed_free (deed);
}

gboolean
hih_deed_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
hih_deed_append (HihStore *store, HihDeed *deed, gint64 at_ms, GError **error)
{
  return hih_log_append (store, deed->verb, deed->nobody ? NULL : &deed->trainee, at_ms,
                         hih_body_end (g_steal_pointer (&deed->body)), error);
}

static gboolean
require (HihStore *store, HihDeed *deed, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, deed->needs, error);
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &deed->object);
  hih_bind_id (stmt, 2, deed->nobody ? NULL : &deed->trainee);
  more = hih_store_next (store, stmt, error);
  if (more == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: append %s: %s: no",
                 hih_verb_to_string (deed->verb), deed->needs);
  sqlite3_reset (stmt);
  return more > 0;
}

gboolean
hih_deed_write (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  gint64 rev;

  if ((!deed->nobody && !hih_require_trainee (store, &deed->trainee, error)) ||
      (deed->needs != NULL && !require (store, deed, error)))
    return FALSE;
  if (deed->table != NULL)
    {
      rev = hih_next_rev (store, deed->table, &deed->trainee, deed->key, error);
      if (rev < 0)
        return FALSE;
      hih_body_add_number (deed->body, "rev", rev);
    }
  return hih_deed_append (store, deed, at_ms, error) &&
         (deed->after == NULL || deed->after (store, deed, at_ms, error));
}
