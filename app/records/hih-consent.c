/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consent: what was said last holds. Who spoke for somebody is a name, so it is in profile; the event only tells that
 * somebody did. */
#include "config.h"

#include "hih-consent.h"

#include <string.h>

#include "hih-act-private.h"
#include "hih-body.h"
#include "hih-name.h"

G_DEFINE_BOXED_TYPE (HihConsent, hih_consent, hih_consent_ref, hih_consent_unref)

static void
clear_consent (gpointer data)
{
  HihConsent *self = data;

  g_free ((char *) self->text_id);
  g_free ((char *) self->guardian);
}

HihConsent *
hih_consent_ref (HihConsent *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_consent_unref (HihConsent *self)
{
  g_atomic_rc_box_release_full (self, clear_consent);
}

typedef struct
{
  HihAct *act; /* read by the caller once the task has answered */
  HihId trainee;
  GArray *people; /* (nullable): not @trainee, but whoever of these was not asked yet */
  gboolean given;
  char *text_id;
  char *guardian; /* (nullable) */
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  hih_act_unref (saying->act);
  g_clear_pointer (&saying->people, g_array_unref);
  g_free (saying->text_id);
  g_free (saying->guardian);
  g_free (saying);
}

/* Written only when it is another than before. */
static gboolean
set_guardian (HihStore *store, Saying *saying, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "profile", error);
  const char *now = saying->guardian != NULL ? saying->guardian : "";
  const char *texts[HIH_N_PROFILE] = { NULL };
  g_autofree char *before = NULL;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &saying->trainee);
  if (hih_store_next (store, stmt, error) < 0)
    return FALSE;
  before = hih_column_dup (stmt, HIH_PROFILE_GUARDIAN);
  sqlite3_reset (stmt);
  if (strcmp (before, now) != 0)
    texts[HIH_PROFILE_GUARDIAN] = now;
  return hih_act_set_profile (saying->act, store, &saying->trainee, texts, at_ms, error);
}

/* Of saying->trainee. */
static gboolean
write_consent (HihStore *store, Saying *saying, gint64 at_ms, GError **error)
{
  gint64 rev = hih_next_rev (store, "consent", &saying->trainee, NULL, error);
  HihBody *body;

  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "text", saying->text_id);
  hih_body_add_text (body, "by", saying->guardian != NULL ? "guardian" : "self");
  hih_body_add_number (body, "rev", rev);
  return hih_log_append (store, saying->given ? HIH_VERB_CONSENT_GIVEN : HIH_VERB_CONSENT_WITHDRAWN, &saying->trainee,
                         at_ms, hih_body_end (body), error) &&
         set_guardian (store, saying, at_ms, error);
}

static gboolean
set_consent (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Saying *saying = data;

  return hih_require_trainee (store, &saying->trainee, error) && hih_act_begin (saying->act, store, error) &&
         write_consent (store, saying, at_ms, error) && hih_act_end (saying->act, store, 1, error);
}

/* 1: somebody was asked once; 0: not yet; -1: an error. */
static int
was_asked (HihStore *store, const HihId *trainee, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "consent", error);
  int more;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, trainee);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  return more;
}

static gboolean
set_consent_of_many (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Saying *saying = data;
  guint n_people = 0;

  if (!hih_act_begin (saying->act, store, error))
    return FALSE;
  for (guint i = 0; i < saying->people->len; i++)
    {
      int asked;

      saying->trainee = g_array_index (saying->people, HihId, i);
      if (!hih_require_trainee (store, &saying->trainee, NULL))
        continue;
      asked = was_asked (store, &saying->trainee, error);
      if (asked < 0 || (asked == 0 && !write_consent (store, saying, at_ms, error)))
        return FALSE;
      n_people += asked == 0;
    }
  return hih_act_end (saying->act, store, n_people, error);
}

/* (nullable): NULL when a text may not be kept; then @task is answered. */
static Saying *
saying_new (GTask *task, gboolean given, const char *text_id, const char *guardian)
{
  Saying *saying;
  char *clean = NULL;

  if (!hih_word_is_valid (text_id) || (guardian != NULL && hih_name_clean (guardian, &clean) != HIH_NAME_GOOD))
    {
      g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                               "records: keep consent: the text's id is not a word, or the guardian's name is not good");
      g_object_unref (task);
      return NULL;
    }
  saying = g_new0 (Saying, 1);
  saying->act = hih_act_new ();
  saying->given = given;
  saying->text_id = g_strdup (text_id);
  saying->guardian = clean;
  g_task_set_task_data (task, hih_act_ref (saying->act), (GDestroyNotify) hih_act_unref);
  return saying;
}

void
hih_records_set_consent_async (HihRecords *self, const HihId *trainee, gboolean given, const char *text_id,
                               const char *guardian, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Saying *saying;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_consent_async);
  saying = saying_new (task, given, text_id, guardian);
  if (saying == NULL)
    return;
  saying->trainee = *trainee;
  hih_records_write (self, task, set_consent, saying, saying_free);
}

void
hih_records_set_consent_of_many_async (HihRecords *self, GArray *people, gboolean given, const char *text_id,
                                       const char *guardian, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;
  Saying *saying;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (people != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_set_consent_of_many_async);
  saying = saying_new (task, given, text_id, guardian);
  if (saying == NULL)
    return;
  saying->people = g_array_copy (people);
  hih_records_write (self, task, set_consent_of_many, saying, saying_free);
}

HihAct *
hih_records_set_consent_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_records_act_finish (self, result, error);
}

static gpointer
get_consent (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "consent", error);
  g_autoptr (HihConsent) consent = g_atomic_rc_box_new0 (HihConsent);
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  more = hih_store_next (store, stmt, error);
  if (more > 0)
    {
      consent->state = sqlite3_column_int (stmt, 0) != 0 ? HIH_CONSENT_GIVEN : HIH_CONSENT_WITHDRAWN;
      consent->text_id = hih_column_dup (stmt, 1);
      consent->guardian = sqlite3_column_int (stmt, 2) != 0 ? hih_column_dup (stmt, 4) : NULL;
      consent->at_ms = sqlite3_column_int64 (stmt, 3);
      sqlite3_reset (stmt);
    }
  return more >= 0 ? g_steal_pointer (&consent) : NULL;
}

void
hih_records_get_consent_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_consent,
                    g_memdup2 (trainee, sizeof *trainee), g_free, (GDestroyNotify) hih_consent_unref);
}

HihConsent *
hih_records_get_consent_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
