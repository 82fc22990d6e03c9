/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far people are, and what falls due again. */
#include "config.h"

#include "hih-progress.h"

#include <string.h>

#include "hih-progress-private.h"
#include "hih-records-private.h"

G_DEFINE_BOXED_TYPE (HihLessonProgress, hih_lesson_progress, hih_lesson_progress_ref, hih_lesson_progress_unref)
G_DEFINE_BOXED_TYPE (HihRecheck, hih_recheck, hih_recheck_ref, hih_recheck_unref)

static const char *const completions[] = { "not-started", "learning", "with-help", "able-alone" };

const char *
hih_completion_to_string (HihCompletion completion)
{
  g_return_val_if_fail (completion < G_N_ELEMENTS (completions), NULL);
  return completions[completion];
}

static void
clear_progress (gpointer data)
{
  HihLessonProgress *self = data;

  g_free ((char *) self->lesson);
  g_free ((char *) self->last_stage);
}

HihLessonProgress *
hih_lesson_progress_ref (HihLessonProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_lesson_progress_unref (HihLessonProgress *self)
{
  g_atomic_rc_box_release_full (self, clear_progress);
}

/**
 * hih_lesson_progress_get_standing:
 * @self: (nullable): not touched yet
 * @due: whether a re-check of the lesson is due
 *
 * Returns: the furthest one has come; what must be looked at again comes first
 */
HihStanding
hih_lesson_progress_get_standing (const HihLessonProgress *self, gboolean due)
{
  static const struct
  {
    HihStagesDone stage;
    HihStanding standing;
  } stages[] = {
    { HIH_STAGE_DONE_ALONE, HIH_STANDING_HELPED },
    { HIH_STAGE_DONE_GUIDED, HIH_STANDING_TRIED },
    { HIH_STAGE_DONE_FOLLOW, HIH_STANDING_FOLLOWED },
    { HIH_STAGE_DONE_WATCH, HIH_STANDING_WATCHED },
  };

  if (self == NULL || self->completion == HIH_COMPLETION_NOT_STARTED)
    return HIH_STANDING_NOT_BEGUN;
  if (self->completion == HIH_COMPLETION_ABLE_ALONE)
    return self->slipped || due ? HIH_STANDING_RECHECK : HIH_STANDING_ABLE;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if ((self->stages_done & stages[i].stage) != 0)
        return stages[i].standing;
    }
  return HIH_STANDING_BEGUN;
}

static void
clear_recheck (gpointer data)
{
  g_free ((char *) ((HihRecheck *) data)->lesson);
}

HihRecheck *
hih_recheck_ref (HihRecheck *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_recheck_unref (HihRecheck *self)
{
  g_atomic_rc_box_release_full (self, clear_recheck);
}

HihCompletion
hih_completion_judge (gboolean touched, gboolean able_alone, HihStagesDone stages)
{
  if (able_alone)
    return HIH_COMPLETION_ABLE_ALONE;
  if ((stages & (HIH_STAGE_DONE_GUIDED | HIH_STAGE_DONE_ALONE)) != 0)
    return HIH_COMPLETION_WITH_HELP;
  return touched ? HIH_COMPLETION_LEARNING : HIH_COMPLETION_NOT_STARTED;
}

static HihLessonProgress *
read_progress (sqlite3_stmt *stmt)
{
  HihLessonProgress *progress = g_atomic_rc_box_new0 (HihLessonProgress);
  gboolean able_alone = sqlite3_column_int (stmt, 4) != 0;

  hih_column_id (stmt, 0, &progress->trainee);
  progress->lesson = hih_column_dup (stmt, 1);
  progress->stages_done = (HihStagesDone) sqlite3_column_int (stmt, 2);
  progress->completion = hih_completion_judge (sqlite3_column_int (stmt, 3) != 0, able_alone, progress->stages_done);
  progress->able_at_ms = sqlite3_column_int64 (stmt, 5);
  progress->slipped = sqlite3_column_int (stmt, 6) != 0;
  progress->last_at_ms = sqlite3_column_int64 (stmt, 7);
  hih_column_id (stmt, 8, &progress->last_run);
  progress->last_stage = hih_column_dup (stmt, 9);
  progress->n_runs = (guint) sqlite3_column_int64 (stmt, 10);
  progress->real_phone = hih_real_phone_parse ((const char *) sqlite3_column_text (stmt, 11));
  progress->real_phone_at_ms = sqlite3_column_int64 (stmt, 12);
  hih_column_id (stmt, 13, &progress->real_phone_device);
  progress->real_phone_seq = sqlite3_column_int64 (stmt, 14);
  return progress;
}

static gpointer
list_progress (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const HihId *trainee = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_lesson_progress_unref);
  sqlite3_stmt *stmt = hih_store_query (store, trainee != NULL ? "progress-of-trainee" : "progress-of-all", error);
  int more;

  if (stmt == NULL)
    return NULL;
  if (trainee != NULL)
    hih_bind_id (stmt, 1, trainee);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    g_ptr_array_add (list, read_progress (stmt));
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static gpointer
list_rechecks (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_recheck_unref);
  sqlite3_stmt *stmt = hih_store_query (store, "rechecks", error);
  int more;

  if (stmt == NULL)
    return NULL;
  /* With a clock in 2101 everything would be due: better nothing than nonsense. */
  if (at_ms >= HIH_LATEST_MS)
    return g_steal_pointer (&list);
  hih_bind_id (stmt, 1, data);
  sqlite3_bind_int64 (stmt, 2, at_ms);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihRecheck *recheck = g_atomic_rc_box_new0 (HihRecheck);

      hih_column_id (stmt, 0, &recheck->trainee);
      recheck->lesson = hih_column_dup (stmt, 1);
      recheck->days = (guint) sqlite3_column_int (stmt, 2);
      recheck->due_at_ms = sqlite3_column_int64 (stmt, 3);
      recheck->stuck = sqlite3_column_int (stmt, 4) != 0;
      g_ptr_array_add (list, recheck);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static void
film_steps_free (gpointer data)
{
  HihFilmSteps *self = data;

  g_free ((char *) self->lesson);
  g_free ((char *) self->content);
  g_free (self);
}

static gpointer
list_film_steps (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (film_steps_free);
  sqlite3_stmt *stmt = hih_store_query (store, "film-steps", error);
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihFilmSteps *film = g_new0 (HihFilmSteps, 1);

      film->lesson = hih_column_dup (stmt, 0);
      film->content = hih_column_dup (stmt, 1);
      film->n_steps = (guint) sqlite3_column_int64 (stmt, 2);
      g_ptr_array_add (list, film);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

/**
 * hih_film_steps_find:
 * @films: (nullable) (element-type HihFilmSteps): of one trainee
 *
 * Returns: how many steps of this edition of the film were seen
 */
guint
hih_film_steps_find (GPtrArray *films, const char *lesson, const char *content)
{
  for (guint i = 0; films != NULL && i < films->len; i++)
    {
      const HihFilmSteps *film = g_ptr_array_index (films, i);

      if (strcmp (film->lesson, lesson) == 0 && strcmp (film->content, content) == 0)
        return film->n_steps;
    }
  return 0;
}

static gpointer
copy_id (const HihId *id)
{
  return id != NULL ? g_memdup2 (id, sizeof *id) : NULL;
}

/**
 * hih_records_list_progress_async:
 * @trainee: (nullable): %NULL for everybody
 */
void
hih_records_list_progress_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_progress, copy_id (trainee), g_free,
                    (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_progress_finish:
 *
 * Returns: (transfer full) (element-type HihLessonProgress) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_progress_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hih_records_list_rechecks_async:
 * @trainee: (nullable): %NULL for everybody
 */
void
hih_records_list_rechecks_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_rechecks, copy_id (trainee), g_free,
                    (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_rechecks_finish:
 *
 * Returns: (transfer full) (element-type HihRecheck) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_rechecks_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hih_records_list_film_steps_async:
 */
void
hih_records_list_film_steps_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_film_steps, copy_id (trainee),
                    g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_film_steps_finish:
 *
 * Returns: (transfer full) (element-type HihFilmSteps) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_film_steps_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
