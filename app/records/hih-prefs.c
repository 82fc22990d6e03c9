/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences of a trainee: what was said last holds. */
#include "config.h"

#include <string.h>

#include "hih-body.h"
#include "hih-trainees.h"

static const struct
{
  const char *text;
  int lowest;
  int highest;
  int fallback;
} prefs_table[] = {
#define HIH_PREF(NAME, text, lowest, highest, fallback) { text, lowest, highest, fallback },
#include "hih-prefs.def"
#undef HIH_PREF
};

typedef struct
{
  HihId trainee;
  HihPref pref;
  int value;
} Saying;

const char *
hih_pref_to_string (HihPref pref)
{
  g_return_val_if_fail (pref < HIH_N_PREFS, NULL);
  return prefs_table[pref].text;
}

gboolean
hih_pref_parse (const char *string, HihPref *pref)
{
  for (guint i = 0; i < HIH_N_PREFS; i++)
    {
      if (strcmp (prefs_table[i].text, string) == 0)
        {
          *pref = i;
          return TRUE;
        }
    }
  return FALSE;
}

void
hih_prefs_init (HihPrefs *prefs)
{
  prefs->set = 0;
  for (guint i = 0; i < HIH_N_PREFS; i++)
    prefs->values[i] = prefs_table[i].fallback;
}

gboolean
hih_pref_allows (HihPref pref, int value)
{
  return pref < HIH_N_PREFS && value >= prefs_table[pref].lowest && value <= prefs_table[pref].highest;
}

gboolean
hih_trainees_set_pref (HihStore *store, const HihId *id, HihPref pref, int value, gint64 at_ms, GError **error)
{
  const char *key = hih_pref_to_string (pref);
  gint64 rev = hih_next_rev (store, "pref", id, key, error);
  HihBody *body;

  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "key", key);
  hih_body_add_number (body, "value", value);
  hih_body_add_number (body, "rev", rev);
  return hih_log_append (store, HIH_VERB_PREF_SET, id, at_ms, hih_body_end (body), error);
}

static gboolean
set_pref (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Saying *saying = data;

  return hih_require_trainee (store, &saying->trainee, error) &&
         hih_trainees_set_pref (store, &saying->trainee, saying->pref, saying->value, at_ms, error);
}

static gpointer
get_prefs (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "prefs", error);
  g_autofree HihPrefs *prefs = g_new0 (HihPrefs, 1);
  int more;

  hih_prefs_init (prefs);
  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      const char *key = (const char *) sqlite3_column_text (stmt, 0);
      gint64 value = sqlite3_column_int64 (stmt, 1);
      HihPref pref;

      /* A newer program may know more keys, or wider ranges. */
      if (key == NULL || !hih_pref_parse (key, &pref))
        continue;
      prefs->values[pref] = (int) CLAMP (value, prefs_table[pref].lowest, prefs_table[pref].highest);
      prefs->set |= 1u << pref;
    }
  return more == 0 ? g_steal_pointer (&prefs) : NULL;
}

void
hih_records_set_pref_async (HihRecords *self, const HihId *trainee, HihPref pref, int value, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Saying *saying;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (pref < HIH_N_PREFS);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_pref_async);
  if (!hih_pref_allows (pref, value))
    {
      g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                               "records: keep preference %s: %d is not in %d to %d", prefs_table[pref].text, value,
                               prefs_table[pref].lowest, prefs_table[pref].highest);
      g_object_unref (task);
      return;
    }
  if (trainee == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  saying = g_new0 (Saying, 1);
  saying->trainee = *trainee;
  saying->pref = pref;
  saying->value = value;
  hih_records_write (self, task, set_pref, saying, g_free);
}

gboolean
hih_records_set_pref_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hih_records_get_prefs_async:
 * @trainee: (nullable): %NULL is a guest, who has the defaults
 */
void
hih_records_get_prefs_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_prefs,
                    trainee != NULL ? g_memdup2 (trainee, sizeof *trainee) : NULL, g_free, g_free);
}

gboolean
hih_records_get_prefs_finish (HihRecords *self, GAsyncResult *result, HihPrefs *prefs, GError **error)
{
  g_autofree HihPrefs *got = g_task_propagate_pointer (G_TASK (result), error);

  if (got != NULL)
    *prefs = *got;
  return got != NULL;
}
