/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences of a trainee and their consent: what was said last holds. */
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
  gboolean given;
  gboolean guardian;
  char *text_id;
} Saying;

static void
saying_free (gpointer data)
{
  g_free (((Saying *) data)->text_id);
  g_free (data);
}

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

static gboolean
set_consent (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Saying *saying = data;
  HihBody *body;
  gint64 rev;

  if (!hih_require_trainee (store, &saying->trainee, error))
    return FALSE;
  rev = hih_next_rev (store, "consent", &saying->trainee, NULL, error);
  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "text", saying->text_id);
  hih_body_add_text (body, "by", saying->guardian ? "guardian" : "self");
  hih_body_add_number (body, "rev", rev);
  return hih_log_append (store, saying->given ? HIH_VERB_CONSENT_GIVEN : HIH_VERB_CONSENT_WITHDRAWN, &saying->trainee,
                         at_ms, hih_body_end (body), error);
}

/* When consent was given, as it stands; NULL when it does not. */
static gpointer
get_consent (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "consent", error);
  gint64 *given_at_ms = NULL;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  if (hih_store_next (store, stmt, error) > 0)
    {
      given_at_ms = g_new0 (gint64, 1);
      *given_at_ms = sqlite3_column_int64 (stmt, 0);
      sqlite3_reset (stmt);
    }
  return given_at_ms;
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
  hih_records_write (self, task, set_pref, saying, saying_free);
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

/**
 * hih_records_set_consent_async:
 * @given: given, or withdrawn: it takes the same one call
 * @text_id: which text was read out
 * @guardian: whether somebody else spoke for the trainee
 */
void
hih_records_set_consent_async (HihRecords *self, const HihId *trainee, gboolean given, const char *text_id,
                               gboolean guardian, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Saying *saying;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_consent_async);
  if (!hih_word_is_valid (text_id))
    {
      g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                               "records: keep consent: the text's id is not a word");
      g_object_unref (task);
      return;
    }
  saying = g_new0 (Saying, 1);
  saying->trainee = *trainee;
  saying->given = given;
  saying->guardian = guardian;
  saying->text_id = g_strdup (text_id);
  hih_records_write (self, task, set_consent, saying, saying_free);
}

gboolean
hih_records_set_consent_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hih_records_has_consent_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_consent,
                    g_memdup2 (trainee, sizeof *trainee), g_free, g_free);
}

gboolean
hih_records_has_consent_finish (HihRecords *self, GAsyncResult *result, gint64 *at_ms, GError **error)
{
  g_autofree gint64 *given_at_ms = g_task_propagate_pointer (G_TASK (result), error);

  if (given_at_ms != NULL && at_ms != NULL)
    *at_ms = *given_at_ms;
  return given_at_ms != NULL;
}
