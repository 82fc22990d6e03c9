/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody begins in a lesson. A run of an older edition of the lesson is not gone on with in the middle. */
#include "config.h"

#include "hih-lesson-start.h"

#include "hih-error-text.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  HihRecords *records;
  HihId trainee;
  HihLesson *lesson;
  HihEntry entry;
  HihUnfinishedRun *unfinished;
  guint n_seen;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->records);
  hih_lesson_unref (search->lesson);
  g_clear_pointer (&search->unfinished, hih_unfinished_run_unref);
  g_free (search);
}

void
hih_lesson_start_free (HihLessonStart *start)
{
  g_clear_pointer (&start->resume, hih_unfinished_run_unref);
  g_free (start);
}

HihLessonStart *
hih_lesson_start_new (HihLesson *lesson, HihEntry entry, const HihLessonProgress *progress,
                      HihUnfinishedRun *unfinished, guint n_seen)
{
  HihLessonStart *start = g_new0 (HihLessonStart, 1);
  HihStage stage;

  start->n_seen = n_seen;
  if (progress != NULL)
    start->done = progress->stages_done;
  if (unfinished != NULL && entry == HIH_ENTRY_GO_ON &&
      g_strcmp0 (unfinished->content, hih_lesson_get_content_hash (lesson)) == 0 &&
      hih_stage_parse (unfinished->stage, &stage) && stage != HIH_STAGE_WATCH)
    {
      start->stage = stage;
      start->round = unfinished->round;
      start->resume = hih_unfinished_run_ref (unfinished);
      return start;
    }
  if (entry == HIH_ENTRY_RECHECK)
    start->stage = HIH_STAGE_ALONE;
  else if (progress != NULL && progress->slipped)
    start->stage = HIH_STAGE_GUIDED;
  else
    {
      while (start->stage < HIH_STAGE_ALONE && (start->done & (1u << start->stage)) != 0)
        start->stage++;
    }
  return start;
}

static void
progress_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = hih_records_list_progress_finish (HIH_RECORDS (source), result, &error);
  const HihLessonProgress *progress = NULL;

  hih_error_log (error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HihLessonProgress *one = g_ptr_array_index (all, i);

      if (g_strcmp0 (one->lesson, hih_lesson_get_id (search->lesson)) == 0)
        progress = one;
    }
  g_task_return_pointer (task, hih_lesson_start_new (search->lesson, search->entry, progress, search->unfinished,
                                                    search->n_seen),
                         (GDestroyNotify) hih_lesson_start_free);
}

static void
films_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) films = hih_records_list_film_steps_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  search->n_seen = hih_film_steps_find (films, hih_lesson_get_id (search->lesson),
                                        hih_lesson_get_content_hash (search->lesson));
  hih_records_list_progress_async (search->records, &search->trainee, g_task_get_cancellable (task), progress_cb,
                                   g_object_ref (task));
}

static void
unfinished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  search->unfinished = hih_records_get_unfinished_finish (HIH_RECORDS (source), result, &error);
  hih_error_log (error);
  hih_records_list_film_steps_async (search->records, &search->trainee, g_task_get_cancellable (task), films_cb,
                                     g_object_ref (task));
}

void
hih_lesson_start_find_async (HihContext *context, const HihId *trainee, HihLesson *lesson, HihEntry entry,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  HihRecords *records = hih_context_get_records (context);
  Search *search;

  if (records == NULL || trainee == NULL || entry == HIH_ENTRY_TRY)
    {
      g_task_return_pointer (task, hih_lesson_start_new (lesson, entry, NULL, NULL, 0),
                             (GDestroyNotify) hih_lesson_start_free);
      return;
    }
  search = g_new0 (Search, 1);
  search->records = g_object_ref (records);
  search->trainee = *trainee;
  search->lesson = hih_lesson_ref (lesson);
  search->entry = entry;
  g_task_set_task_data (task, search, search_free);
  hih_records_get_unfinished_async (records, trainee, hih_lesson_get_id (lesson), cancellable, unfinished_cb,
                                    g_object_ref (task));
}

HihLessonStart *
hih_lesson_start_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

const char *
hih_lesson_get_status_here (HihContext *context, HihLesson *lesson)
{
  const char *key = hih_lesson_get_status_key (lesson);
  const char *here = key != NULL ? hih_home_card_get_status (hih_context_get_home_card (context), key) : "";

  return *here != '\0' || key == NULL ? here : hih_lesson_get_status_default (lesson);
}

char *
hih_lesson_dup_valid_words (HihLesson *lesson)
{
  const char *region = hih_lesson_get_region (lesson), *checked = hih_lesson_get_checked (lesson);
  g_autoptr (GDateTime) month = NULL;
  g_autofree char *when = NULL;

  if (hih_lesson_get_status_key (lesson) == NULL || region == NULL || checked == NULL)
    return NULL;
  month = g_date_time_new_utc (atoi (checked), atoi (checked + strlen ("2026-")), 1, 0, 0, 0);
  /* translators: a month and its year, as g_date_time_format() wants it */
  when = month != NULL ? g_date_time_format (month, _("%B %Y")) : g_strdup (checked);
  /* translators: a country; a month. Health codes and such: what is told of them held there then. */
  return g_strdup_printf (_("Rules of %s, checked in %s"), g_str_equal (region, "CN") ? _("mainland China") : region,
                          when);
}

const char *
hih_lesson_status_get_text (HihContext *context, HihLesson *lesson)
{
  HihText *text = NULL;

  if (hih_lesson_get_status_key (lesson) != NULL)
    text = hih_lesson_get_status_text (lesson, hih_lesson_get_status_here (context, lesson));
  return text != NULL ? hih_text_get (text, hih_context_get_language (context)) : NULL;
}
