/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing down what a trainee does. Bodies are made on the caller's side: they are copies of what was given. */
#include "config.h"

#include "hih-run-log.h"

#include <string.h>

#include "hih-classes-private.h"
#include "hih-deed.h"

#define MAX_HITS 32
#define MAX_HIT_BYTES 160
#define MAX_DURATION_MS (24 * 60 * 60 * 1000)

static const char *const ticks[] = { "unknown", "not-yet", "with-help", "alone" };

const char *
hih_real_phone_to_string (HihRealPhone tick)
{
  g_return_val_if_fail (tick < G_N_ELEMENTS (ticks), NULL);
  return ticks[tick];
}

HihRealPhone
hih_real_phone_parse (const char *string)
{
  for (HihRealPhone tick = HIH_REAL_PHONE_NOT_YET; string != NULL && tick <= HIH_REAL_PHONE_ALONE; tick++)
    {
      if (strcmp (string, ticks[tick]) == 0)
        return tick;
    }
  return HIH_REAL_PHONE_UNKNOWN;
}

static gboolean
is_content (const char *content)
{
  return content != NULL && strlen (content) <= 128;
}

/* 1 it goes on, 0 it has ended, -1 error. */
static int
find_run (HihStore *store, const HihDeed *deed, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "has-run", error);
  int more, ended;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, &deed->object);
  hih_bind_id (stmt, 2, &deed->trainee);
  more = hih_store_next (store, stmt, error);
  if (more == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                 "records: append %s: the trainee has no such run", hih_verb_to_string (deed->verb));
  if (more <= 0)
    return -1;
  ended = sqlite3_column_int (stmt, 0);
  sqlite3_reset (stmt);
  return !ended;
}

static gboolean
start_run (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  sqlite3_stmt *stmt;
  int more;

  if (!hih_require_trainee (store, &deed->trainee, error))
    return FALSE;
  stmt = hih_store_query (store, "find-run", error);
  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &deed->object);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  if (more > 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                 "records: append run-started: that run was started before");
  return more == 0 && hih_deed_append (store, deed, at_ms, error);
}

static gboolean
end_step (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  int open = find_run (store, deed, error);

  if (open == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                 "records: append step-ended: the run has ended");
  return open > 0 && hih_deed_append (store, deed, at_ms, error);
}

/* Ending twice is ending once: a caller who did not hear the first answer may ask again. */
static gboolean
end_run (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  int open = find_run (store, deed, error);

  return open == 0 || (open > 0 && hih_deed_append (store, deed, at_ms, error));
}

/* Whoever was added leaves by an act's undoing or by being erased, as both see to the name; who is erased stays so; and
 * what was taken back is done anew instead of taking that back too. */
static gboolean
may_void (const char *verb)
{
  static const HihVerb never[] = { HIH_VERB_VOIDED, HIH_VERB_TRAINEE_ADDED, HIH_VERB_TRAINEE_ERASED };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      if (strcmp (verb, hih_verb_to_string (never[i])) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Events of nobody in particular can be taken back too: the voiding one is then nobody's as well. */
static gboolean
void_event (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  sqlite3_stmt *stmt = hih_store_query (store, "log-find", error);
  gboolean may = FALSE;
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &deed->device);
  sqlite3_bind_int64 (stmt, 2, deed->seq);
  more = hih_store_next (store, stmt, error);
  if (more < 0)
    return FALSE;
  if (more > 0)
    {
      const char *verb = (const char *) sqlite3_column_text (stmt, 1);

      deed->nobody = !hih_column_id (stmt, 0, &deed->trainee);
      may = may_void (verb);
      sqlite3_reset (stmt);
    }
  if (!may)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                   "records: append voided: no such event, or one that cannot be voided");
      return FALSE;
    }
  hih_body_add_id (deed->body, "device", &deed->device);
  hih_body_add_number (deed->body, "seq", deed->seq);
  return hih_deed_append (store, deed, at_ms, error) &&
         hih_class_recount_for (store, &deed->device, deed->seq, at_ms, error);
}

/**
 * hih_records_start_run_async:
 * @trainee: (nullable): %NULL for a guest, of whom nothing is kept
 */
void
hih_records_start_run_async (HihRecords *self, const HihId *trainee, const HihRunStart *start,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (HihDeed) deed = NULL;
  gboolean good;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (start != NULL);
  good = !hih_id_is_nil (&start->run) && hih_word_is_valid (start->lesson) && hih_word_is_valid (start->stage) &&
         hih_word_is_valid (start->layout) && is_content (start->content);
  deed = hih_deed_new (HIH_VERB_RUN_STARTED, trainee);
  hih_deed_set_object (deed, "run", &start->run);
  hih_body_add_text (deed->body, "lesson", start->lesson);
  hih_body_add_text (deed->body, "content", start->content);
  hih_body_add_text (deed->body, "stage", start->stage);
  hih_body_add_text (deed->body, "layout", start->layout);
  hih_body_add_number (deed->body, "round", start->round);
  hih_body_add_number (deed->body, "seed", start->seed);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_RUN_STARTED, cancellable, callback, user_data),
                 g_steal_pointer (&deed), trainee == NULL, good, start_run);
}

gboolean
hih_records_start_run_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

/* What was tapped instead, bounded: a hand that rests on the screen must not fill the disk. */
static void
add_hits (HihBody *body, const char *const *hits)
{
  const char *kept[MAX_HITS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; hits != NULL && hits[i] != NULL && n < MAX_HITS; i++)
    {
      if (strlen (hits[i]) <= MAX_HIT_BYTES)
        kept[n++] = hits[i];
    }
  hih_body_add_texts (body, "hits", kept);
}

/**
 * hih_records_end_step_async:
 *
 * The callback runs when the step is on disk: the next one begins then. CONSTRAINT when the run was never started,
 * is another trainee's, or has ended.
 */
void
hih_records_end_step_async (HihRecords *self, const HihId *trainee, const HihStepEnd *ended, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (HihDeed) deed = NULL;
  gboolean good;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (ended != NULL);
  good = hih_word_is_valid (ended->step) && (ended->trap_kind == NULL || hih_word_is_valid (ended->trap_kind)) &&
         ended->level <= 4 && ended->duration_ms >= 0;
  deed = hih_deed_new (HIH_VERB_STEP_ENDED, trainee);
  hih_deed_set_object (deed, "run", &ended->run);
  hih_body_add_text (deed->body, "step", ended->step);
  hih_body_add_number (deed->body, "index", ended->step_index);
  hih_body_add_flag (deed->body, "trap", ended->trap);
  if (ended->trap)
    {
      if (ended->trap_kind != NULL)
        hih_body_add_text (deed->body, "kind", ended->trap_kind);
      hih_body_add_flag (deed->body, "recovered", ended->recovered);
      hih_body_add_flag (deed->body, "slip", ended->slipped);
    }
  hih_body_add_number (deed->body, "level", ended->level);
  hih_body_add_number (deed->body, "errors", ended->errors);
  hih_body_add_number (deed->body, "near", ended->near_misses);
  hih_body_add_number (deed->body, "helps", ended->helps);
  hih_body_add_number (deed->body, "asked", ended->help_asked);
  /* Longer than a day is a computer that slept, not a trainee who thought. */
  hih_body_add_number (deed->body, "ms", MIN (ended->duration_ms, MAX_DURATION_MS));
  add_hits (deed->body, ended->hits);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_STEP_ENDED, cancellable, callback, user_data),
                 g_steal_pointer (&deed), trainee == NULL, good, end_step);
}

gboolean
hih_records_end_step_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_end_run_async (HihRecords *self, const HihId *trainee, const HihRunEnd *ended, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (HihDeed) deed = NULL;
  gboolean good;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (ended != NULL);
  good = hih_word_is_valid (ended->outcome) && ended->max_level <= 4 && ended->duration_ms >= 0;
  deed = hih_deed_new (HIH_VERB_RUN_ENDED, trainee);
  hih_deed_set_object (deed, "run", &ended->run);
  hih_body_add_text (deed->body, "outcome", ended->outcome);
  hih_body_add_flag (deed->body, "able", ended->able_alone);
  hih_body_add_number (deed->body, "errors", ended->errors);
  hih_body_add_number (deed->body, "level", ended->max_level);
  hih_body_add_number (deed->body, "ms", ended->duration_ms);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_RUN_ENDED, cancellable, callback, user_data),
                 g_steal_pointer (&deed), trainee == NULL, good, end_run);
}

gboolean
hih_records_end_run_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_watch_film_async (HihRecords *self, const HihId *trainee, const HihFilmWatched *view,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (HihDeed) deed = NULL;
  gboolean good;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (view != NULL);
  good = hih_word_is_valid (view->lesson) && is_content (view->content) && view->watched_ms >= 0;
  deed = hih_deed_new (HIH_VERB_FILM_WATCHED, trainee);
  hih_body_add_text (deed->body, "lesson", view->lesson);
  hih_body_add_text (deed->body, "content", view->content);
  hih_body_add_number (deed->body, "ms", MIN (view->watched_ms, MAX_DURATION_MS));
  hih_body_add_flag (deed->body, "to_end", view->to_end);
  hih_body_add_number (deed->body, "steps", view->n_steps);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_FILM_WATCHED, cancellable, callback, user_data),
                 g_steal_pointer (&deed), trainee == NULL, good, NULL);
}

gboolean
hih_records_watch_film_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_tick_real_phone_async (HihRecords *self, const HihId *trainee, const HihId *session, const char *lesson,
                                   HihRealPhone value, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good = hih_word_is_valid (lesson) && value > HIH_REAL_PHONE_UNKNOWN && value <= HIH_REAL_PHONE_ALONE;
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  deed = hih_deed_new (HIH_VERB_REAL_PHONE_TICKED, trainee);
  if (session != NULL)
    {
      hih_deed_set_object (deed, "session", session);
      deed->needs = "has-session";
      g_free (deed->key);
    }
  hih_body_add_text (deed->body, "lesson", lesson);
  if (good)
    hih_body_add_text (deed->body, "tick", hih_real_phone_to_string (value));
  deed->table = "real_phone";
  deed->key = g_strdup (lesson);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_REAL_PHONE_TICKED, cancellable, callback, user_data), deed,
                 trainee == NULL, good, NULL);
}

gboolean
hih_records_tick_real_phone_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_void_async (HihRecords *self, const HihId *device, gint64 seq, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (device != NULL);
  deed = hih_deed_new (HIH_VERB_VOIDED, NULL);
  deed->device = *device;
  deed->seq = seq;
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_VOIDED, cancellable, callback, user_data), deed, FALSE, TRUE,
                 void_event);
}

gboolean
hih_records_void_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}
