/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing down what a trainee does. Bodies are made on the caller's side: they are copies of what was given. */
#include "config.h"

#include "hih-run-log.h"

#include <string.h>

#include "hih-body.h"
#include "hih-records-private.h"

#define MAX_HITS 32
#define MAX_HIT_BYTES 160
#define MAX_DURATION_MS (24 * 60 * 60 * 1000)

typedef struct
{
  HihVerb verb;
  HihId trainee;
  HihId run;
  char *body;
  char *lesson; /* (nullable): a tick's */
  HihRealPhone tick;
  HihId device; /* a voided event's */
  gint64 seq;
} Deed;

static const char *const ticks[] = { "unknown", "not-yet", "with-help", "alone" };

const char *
hih_real_phone_to_string (HihRealPhone tick)
{
  g_return_val_if_fail (tick < G_N_ELEMENTS (ticks), NULL);
  return ticks[tick];
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->body);
  g_free (deed->lesson);
  g_free (deed);
}

static Deed *
deed_new (HihVerb verb, const HihId *trainee)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->verb = verb;
  if (trainee != NULL)
    deed->trainee = *trainee;
  return deed;
}

/*
 * What every deed begins with. Returns its task when it is to be written; %NULL when it was answered at once: a guest
 * leaves no trace (@trainee is %NULL), a value that is not allowed is refused.
 */
static GTask *
begin (HihRecords *self, HihVerb verb, const HihId *trainee, gboolean good, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_name (task, hih_verb_to_string (verb));
  if (trainee != NULL && good)
    return task;
  if (trainee == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                             "records: append %s: a value is not allowed", hih_verb_to_string (verb));
  g_object_unref (task);
  return NULL;
}

/* What every deed of a run, and of a film, ends with. Takes @task and @body. @run: (nullable) */
static void
end (HihRecords *self, GTask *task, HihWriteFunc func, HihVerb verb, const HihId *trainee, const HihId *run, HihBody *body)
{
  Deed *deed = deed_new (verb, trainee);

  if (run != NULL)
    deed->run = *run;
  deed->body = hih_body_end (body);
  hih_records_write (self, task, func, deed, deed_free);
}

static gboolean
finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_content (const char *content)
{
  return content != NULL && strlen (content) <= 128;
}

static HihBody *
new_run_body (const HihId *run)
{
  HihBody *body = hih_body_new ();

  hih_body_add_id (body, "run", run);
  return body;
}

/* 1 it goes on, 0 it has ended, -1 error. */
static int
find_run (HihStore *store, const Deed *deed, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "has-run", error);
  int more, ended;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, &deed->run);
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
append (HihStore *store, Deed *deed, gint64 at_ms, GError **error)
{
  return hih_log_append (store, deed->verb, &deed->trainee, at_ms, g_steal_pointer (&deed->body), error);
}

static gboolean
start_run (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;
  sqlite3_stmt *stmt;
  int more;

  if (!hih_require_trainee (store, &deed->trainee, error))
    return FALSE;
  stmt = hih_store_query (store, "find-run", error);
  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, &deed->run);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  if (more > 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                 "records: append run-started: that run was started before");
  return more == 0 && append (store, deed, at_ms, error);
}

static gboolean
end_step (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;
  int open = find_run (store, deed, error);

  if (open == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: append step-ended: the run has ended");
  return open > 0 && append (store, deed, at_ms, error);
}

/* Ending twice is ending once: a caller who did not hear the first answer may ask again. */
static gboolean
end_run (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;
  int open = find_run (store, deed, error);

  return open == 0 || (open > 0 && append (store, deed, at_ms, error));
}

static gboolean
watch_film (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;

  return hih_require_trainee (store, &deed->trainee, error) && append (store, deed, at_ms, error);
}

static gboolean
tick (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;
  HihBody *body;
  gint64 rev;

  if (!hih_require_trainee (store, &deed->trainee, error))
    return FALSE;
  rev = hih_next_rev (store, "real_phone", &deed->trainee, deed->lesson, error);
  if (rev < 0)
    return FALSE;
  body = hih_body_new ();
  hih_body_add_text (body, "lesson", deed->lesson);
  hih_body_add_text (body, "tick", hih_real_phone_to_string (deed->tick));
  hih_body_add_number (body, "rev", rev);
  deed->body = hih_body_end (body);
  return append (store, deed, at_ms, error);
}

static gboolean
void_event (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Deed *deed = data;
  sqlite3_stmt *stmt = hih_store_query (store, "log-find", error);
  gboolean may = FALSE;
  HihBody *body;
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

      may = hih_column_id (stmt, 0, &deed->trainee) && strcmp (verb, hih_verb_to_string (HIH_VERB_VOIDED)) != 0;
      sqlite3_reset (stmt);
    }
  if (!may)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                   "records: append voided: no such event, or one that cannot be voided");
      return FALSE;
    }
  body = hih_body_new ();
  hih_body_add_id (body, "device", &deed->device);
  hih_body_add_number (body, "seq", deed->seq);
  deed->body = hih_body_end (body);
  return append (store, deed, at_ms, error);
}

/**
 * hih_records_start_run_async:
 * @trainee: (nullable): %NULL for a guest, of whom nothing is kept
 */
void
hih_records_start_run_async (HihRecords *self, const HihId *trainee, const HihRunStart *start,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good;
  GTask *task;
  HihBody *body;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (start != NULL);
  good = !hih_id_is_nil (&start->run) && hih_word_is_valid (start->lesson) && hih_word_is_valid (start->stage) &&
         hih_word_is_valid (start->layout) && is_content (start->content);
  task = begin (self, HIH_VERB_RUN_STARTED, trainee, good, cancellable, callback, user_data);
  if (task == NULL)
    return;
  body = new_run_body (&start->run);
  hih_body_add_text (body, "lesson", start->lesson);
  hih_body_add_text (body, "content", start->content);
  hih_body_add_text (body, "stage", start->stage);
  hih_body_add_text (body, "layout", start->layout);
  hih_body_add_number (body, "round", start->round);
  hih_body_add_number (body, "seed", start->seed);
  end (self, task, start_run, HIH_VERB_RUN_STARTED, trainee, &start->run, body);
}

gboolean
hih_records_start_run_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
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
  gboolean good;
  GTask *task;
  HihBody *body;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (ended != NULL);
  good = hih_word_is_valid (ended->step) && (ended->trap_kind == NULL || hih_word_is_valid (ended->trap_kind)) &&
         ended->level <= 4 && ended->duration_ms >= 0;
  task = begin (self, HIH_VERB_STEP_ENDED, trainee, good, cancellable, callback, user_data);
  if (task == NULL)
    return;
  body = new_run_body (&ended->run);
  hih_body_add_text (body, "step", ended->step);
  hih_body_add_number (body, "index", ended->step_index);
  hih_body_add_flag (body, "trap", ended->trap);
  if (ended->trap)
    {
      if (ended->trap_kind != NULL)
        hih_body_add_text (body, "kind", ended->trap_kind);
      hih_body_add_flag (body, "recovered", ended->recovered);
      hih_body_add_flag (body, "slip", ended->slipped);
    }
  hih_body_add_number (body, "level", ended->level);
  hih_body_add_number (body, "errors", ended->errors);
  hih_body_add_number (body, "near", ended->near_misses);
  hih_body_add_number (body, "helps", ended->helps);
  hih_body_add_number (body, "asked", ended->help_asked);
  /* Longer than a day is a computer that slept, not a trainee who thought. */
  hih_body_add_number (body, "ms", MIN (ended->duration_ms, MAX_DURATION_MS));
  add_hits (body, ended->hits);
  end (self, task, end_step, HIH_VERB_STEP_ENDED, trainee, &ended->run, body);
}

gboolean
hih_records_end_step_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

void
hih_records_end_run_async (HihRecords *self, const HihId *trainee, const HihRunEnd *ended, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good;
  GTask *task;
  HihBody *body;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (ended != NULL);
  good = hih_word_is_valid (ended->outcome) && ended->max_level <= 4 && ended->duration_ms >= 0;
  task = begin (self, HIH_VERB_RUN_ENDED, trainee, good, cancellable, callback, user_data);
  if (task == NULL)
    return;
  body = new_run_body (&ended->run);
  hih_body_add_text (body, "outcome", ended->outcome);
  hih_body_add_flag (body, "able", ended->able_alone);
  hih_body_add_number (body, "errors", ended->errors);
  hih_body_add_number (body, "level", ended->max_level);
  hih_body_add_number (body, "ms", ended->duration_ms);
  end (self, task, end_run, HIH_VERB_RUN_ENDED, trainee, &ended->run, body);
}

gboolean
hih_records_end_run_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

void
hih_records_watch_film_async (HihRecords *self, const HihId *trainee, const HihFilmWatched *view,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good;
  GTask *task;
  HihBody *body;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (view != NULL);
  good = hih_word_is_valid (view->lesson) && is_content (view->content) && view->watched_ms >= 0;
  task = begin (self, HIH_VERB_FILM_WATCHED, trainee, good, cancellable, callback, user_data);
  if (task == NULL)
    return;
  body = hih_body_new ();
  hih_body_add_text (body, "lesson", view->lesson);
  hih_body_add_text (body, "content", view->content);
  hih_body_add_number (body, "ms", MIN (view->watched_ms, MAX_DURATION_MS));
  hih_body_add_flag (body, "to_end", view->to_end);
  hih_body_add_number (body, "steps", view->n_steps);
  end (self, task, watch_film, HIH_VERB_FILM_WATCHED, trainee, NULL, body);
}

gboolean
hih_records_watch_film_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

void
hih_records_tick_real_phone_async (HihRecords *self, const HihId *trainee, const char *lesson, HihRealPhone value,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good = hih_word_is_valid (lesson) && value > HIH_REAL_PHONE_UNKNOWN && value <= HIH_REAL_PHONE_ALONE;
  GTask *task;
  Deed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = begin (self, HIH_VERB_REAL_PHONE_TICKED, trainee, good, cancellable, callback, user_data);
  if (task == NULL)
    return;
  deed = deed_new (HIH_VERB_REAL_PHONE_TICKED, trainee);
  deed->lesson = g_strdup (lesson);
  deed->tick = value;
  hih_records_write (self, task, tick, deed, deed_free);
}

gboolean
hih_records_tick_real_phone_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}

void
hih_records_void_async (HihRecords *self, const HihId *device, gint64 seq, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Deed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (device != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_name (task, hih_verb_to_string (HIH_VERB_VOIDED));
  deed = deed_new (HIH_VERB_VOIDED, NULL);
  deed->device = *device;
  deed->seq = seq;
  hih_records_write (self, task, void_event, deed, deed_free);
}

gboolean
hih_records_void_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, error);
}
