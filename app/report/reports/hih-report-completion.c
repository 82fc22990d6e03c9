/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Completion: person × lesson, how far each is, since when able alone, and the tick for the real phone. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef HihReport HihReportCompletion;
typedef HihReportClass HihReportCompletionClass;
GType hih_report_completion_get_type (void);

G_DEFINE_TYPE (HihReportCompletion, hih_report_completion, HIH_TYPE_REPORT)

static const HihLessonProgress *
find_progress (GPtrArray *list, const char *lesson)
{
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
         const HihLessonProgress *progress)
{
  /* With a period: what was touched in it. */
  if (hih_report_has_period (options) &&
      (progress == NULL || (!hih_report_in_period (options, progress->last_at_ms) &&
                            !hih_report_in_period (options, progress->able_at_ms) &&
                            !hih_report_in_period (options, progress->real_phone_at_ms))))
    return;
  hih_table_begin_row (table);
  hih_report_add_person (table, trainee, options);
  hih_report_add_lesson (table, lesson, options);
  hih_report_add_completion (table, progress != NULL ? progress->completion : HIH_COMPLETION_NOT_STARTED);
  hih_table_add_date (table, progress != NULL ? progress->able_at_ms : 0);
  hih_table_add_date (table, progress != NULL ? progress->last_at_ms : 0);
  hih_report_add_real_phone (table, progress != NULL ? progress->real_phone : HIH_REAL_PHONE_UNKNOWN);
  hih_table_add_date (table, progress != NULL ? progress->real_phone_at_ms : 0);
  if (progress != NULL)
    hih_report_add_statement (table, options, trainee, progress);
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  g_autoptr (GHashTable) by_trainee = hih_report_sort_progress (answers);
  g_autoptr (GArray) lessons = hih_report_list_lessons (options, answers);

  hih_table_add_column (table, "person", _("Person"));
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "completion", _("How far"));
  hih_table_add_column (table, "able_alone_on", _("Able alone on"));
  hih_table_add_column (table, "last_on", _("Last practised"));
  hih_table_add_column (table, "real_phone", _("On the real phone"));
  hih_table_add_column (table, "real_phone_on", C_ ("real phone", "Seen on"));
  for (guint t = 0; t < answers->trainees->len; t++)
    {
      HihTrainee *trainee = answers->trainees->pdata[t];
      GPtrArray *list = g_hash_table_lookup (by_trainee, &trainee->id);

      for (guint l = 0; l < lessons->len; l++)
        {
          const char *lesson = g_array_index (lessons, HihReportLesson, l).id;

          add_row (table, options, trainee, lesson, find_progress (list, lesson));
        }
    }
}

static void
hih_report_completion_class_init (HihReportClass *klass)
{
  klass->id = "completion";
  klass->title = N_("Who can do what");
  klass->about = N_("Everybody and every lesson: how far, since when able alone, seen on the real phone.");
  klass->icon = "chart";
  klass->needs = HIH_REPORT_NEEDS_TRAINEES | HIH_REPORT_NEEDS_PROGRESS;
  klass->choice = HIH_REPORT_CHOICE_LESSON;
  klass->named = TRUE;
  klass->stated = TRUE;
  klass->fill = fill;
}

static void
hih_report_completion_init (HihReport *self)
{
}
