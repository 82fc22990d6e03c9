/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion: person × lesson, how far each is, since when able alone, and the tick for the real phone. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hih-progress.h"
#include "hih-report.h"

#define HIH_TYPE_REPORT_COMPLETION (hih_report_completion_get_type ())
G_DECLARE_FINAL_TYPE (HihReportCompletion, hih_report_completion, HIH, REPORT_COMPLETION, HihReport)

struct _HihReportCompletion
{
  HihReport parent_instance;
};

G_DEFINE_FINAL_TYPE (HihReportCompletion, hih_report_completion, HIH_TYPE_REPORT)

/* The answer to the first question, kept while the second is asked. */
typedef struct
{
  GTask *task;
  const HihReportOptions *options;
  HihRecords *records;
  GPtrArray *trainees; /* (element-type HihTrainee) */
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->trainees, g_ptr_array_unref);
  g_object_unref (question->records);
  g_object_unref (question->task);
  g_free (question);
}

static const char *
name_completion (HihCompletion completion)
{
  switch (completion)
    {
    case HIH_COMPLETION_LEARNING:
      return _("Learning");
    case HIH_COMPLETION_WITH_HELP:
      return _("With help");
    case HIH_COMPLETION_ABLE_ALONE:
      return _("Able alone");
    case HIH_COMPLETION_NOT_STARTED:
    default:
      return _("Not started");
    }
}

static const char *
name_real_phone (HihRealPhone tick)
{
  switch (tick)
    {
    case HIH_REAL_PHONE_NOT_YET:
      return _("Not yet");
    case HIH_REAL_PHONE_WITH_HELP:
      return _("With help");
    case HIH_REAL_PHONE_ALONE:
      return _("Alone");
    case HIH_REAL_PHONE_UNKNOWN:
    default:
      return "";
    }
}

/* The end of the random part of the id: the same person is the same word in every report of this site. */
static void
add_person (HihTable *table, const HihTrainee *trainee, gboolean names)
{
  char id[HIH_ID_STRING_LENGTH + 1];

  hih_id_to_string (&trainee->id, id);
  hih_table_add_text (table, names && *trainee->name != '\0' ? trainee->name : id + HIH_ID_STRING_LENGTH - 8);
}

static gboolean
in_period (const HihReportOptions *options, gint64 at_ms)
{
  return at_ms >= options->from_ms && (options->to_ms == 0 || at_ms < options->to_ms);
}

static const HihLessonProgress *
find_progress (GHashTable *by_trainee, const HihTrainee *trainee, const char *lesson)
{
  GPtrArray *list = g_hash_table_lookup (by_trainee, &trainee->id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const HihLessonProgress *progress = list->pdata[i];

      if (strcmp (progress->lesson, lesson) == 0)
        return progress;
    }
  return NULL;
}

static void
add_row (HihTable *table, const HihReportOptions *options, const HihTrainee *trainee, const char *lesson,
         const char *title, const HihLessonProgress *progress)
{
  HihCompletion completion = progress != NULL ? progress->completion : HIH_COMPLETION_NOT_STARTED;
  HihRealPhone tick = progress != NULL ? progress->real_phone : HIH_REAL_PHONE_UNKNOWN;

  /* With a period: what was touched in it. */
  if ((options->from_ms != 0 || options->to_ms != 0) &&
      (progress == NULL || (!in_period (options, progress->last_at_ms) && !in_period (options, progress->able_at_ms) &&
                            !in_period (options, progress->real_phone_at_ms))))
    return;
  hih_table_begin_row (table);
  add_person (table, trainee, options->names);
  hih_table_add_choice (table, lesson, title);
  hih_table_add_choice (table, hih_completion_to_string (completion), name_completion (completion));
  hih_table_add_date (table, progress != NULL ? progress->able_at_ms : 0);
  hih_table_add_date (table, progress != NULL ? progress->last_at_ms : 0);
  hih_table_add_choice (table, hih_real_phone_to_string (tick), name_real_phone (tick));
  hih_table_add_date (table, progress != NULL ? progress->real_phone_at_ms : 0);
}

/* The catalogue's lessons, then those that were practised and are no longer in it. */
static GArray *
list_lessons (const HihReportOptions *options, GPtrArray *progress)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < options->n_lessons; i++)
    {
      g_hash_table_add (seen, (char *) options->lessons[i].id);
      g_array_append_val (lessons, options->lessons[i]);
    }
  for (guint i = 0; i < progress->len; i++)
    {
      const HihLessonProgress *p = progress->pdata[i];
      HihReportLesson lesson = { p->lesson, p->lesson };

      if (g_hash_table_add (seen, (char *) p->lesson))
        g_array_append_val (lessons, lesson);
    }
  return lessons;
}

static HihTable *
make_table (const HihReportOptions *options, GPtrArray *trainees, GPtrArray *progress)
{
  HihTable *table = hih_table_new ();
  g_autoptr (GHashTable) by_trainee = g_hash_table_new_full (
    (GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lessons = list_lessons (options, progress);

  hih_table_add_column (table, "person", _("Person"));
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "completion", _("How far"));
  hih_table_add_column (table, "able_alone_on", _("Able alone on"));
  hih_table_add_column (table, "last_on", _("Last practised"));
  hih_table_add_column (table, "real_phone", _("On the real phone"));
  hih_table_add_column (table, "real_phone_on", _("Seen on"));
  for (guint i = 0; i < progress->len; i++)
    {
      HihLessonProgress *p = progress->pdata[i];
      GPtrArray *list = g_hash_table_lookup (by_trainee, &p->trainee);

      if (list == NULL)
        g_hash_table_insert (by_trainee, &p->trainee, list = g_ptr_array_new ());
      g_ptr_array_add (list, p);
    }
  for (guint t = 0; t < trainees->len; t++)
    {
      for (guint l = 0; l < lessons->len; l++)
        {
          const HihReportLesson *lesson = &g_array_index (lessons, HihReportLesson, l);

          add_row (table, options, trainees->pdata[t], lesson->id, lesson->title,
                   find_progress (by_trainee, trainees->pdata[t], lesson->id));
        }
    }
  return table;
}

static void
progress_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) progress = hih_records_list_progress_finish (question->records, result, &error);

  if (progress == NULL)
    g_task_return_error (question->task, error);
  else
    g_task_return_pointer (question->task, make_table (question->options, question->trainees, progress),
                           g_object_unref);
  question_free (question);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const HihTrainee *trainee_a = *(const HihTrainee *const *) a, *trainee_b = *(const HihTrainee *const *) b;
  int order = g_utf8_collate (trainee_a->name, trainee_b->name);

  return order != 0 ? order : memcmp (&trainee_a->id, &trainee_b->id, sizeof trainee_a->id);
}

/* Without names their order must not give them away either. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const HihTrainee *trainee_a = *(const HihTrainee *const *) a, *trainee_b = *(const HihTrainee *const *) b;

  return memcmp (trainee_a->id.bytes + 8, trainee_b->id.bytes + 8, 8);
}

static void
trainees_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  GError *error = NULL;

  question->trainees = hih_records_list_trainees_finish (question->records, result, &error);
  if (question->trainees == NULL)
    {
      g_task_return_error (question->task, error);
      question_free (question);
      return;
    }
  g_ptr_array_sort (question->trainees, question->options->names ? compare_people : compare_ids);
  hih_records_list_progress_async (question->records, NULL, g_task_get_cancellable (question->task),
                                   progress_listed_cb, question);
}

static void
hih_report_completion_load (HihReport *report, HihRecords *records, const HihReportOptions *options, GTask *task)
{
  Question *question = g_new0 (Question, 1);

  question->task = task;
  question->options = options;
  question->records = g_object_ref (records);
  hih_records_list_trainees_async (records, options->group, g_task_get_cancellable (task), trainees_listed_cb,
                                   question);
}

static void
hih_report_completion_class_init (HihReportCompletionClass *klass)
{
  HihReportClass *report_class = HIH_REPORT_CLASS (klass);

  report_class->id = "completion";
  report_class->load = hih_report_completion_load;
}

static void
hih_report_completion_init (HihReportCompletion *self)
{
}
