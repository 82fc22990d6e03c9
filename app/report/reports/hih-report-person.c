/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person’s page: each lesson they touched, and what falls due again. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

typedef HihReport HihReportPerson;
typedef HihReportClass HihReportPersonClass;
GType hih_report_person_get_type (void);

G_DEFINE_TYPE (HihReportPerson, hih_report_person, HIH_TYPE_REPORT)

static const HihRecheck *
find_recheck (const HihReportAnswers *answers, const HihLessonProgress *progress)
{
  for (guint i = 0; i < answers->rechecks->len; i++)
    {
      const HihRecheck *recheck = answers->rechecks->pdata[i];

      if (!recheck->stuck && hih_id_equal (&recheck->trainee, &progress->trainee) && g_str_equal (recheck->lesson, progress->lesson))
        return recheck;
    }
  return NULL;
}

static void
add_row (HihTable *table, const HihReportOptions *options, const HihReportAnswers *answers,
         const HihLessonProgress *progress)
{
  const HihRecheck *recheck = find_recheck (answers, progress);

  hih_table_begin_row (table);
  hih_report_add_lesson (table, progress->lesson, options);
  hih_report_add_completion (table, progress->completion);
  hih_table_add_number (table, progress->n_runs);
  hih_table_add_date (table, progress->able_at_ms);
  hih_table_add_date (table, progress->last_at_ms);
  hih_report_add_real_phone (table, progress->real_phone);
  hih_table_add_date (table, progress->real_phone_at_ms);
  hih_table_add_date (table, recheck != NULL ? recheck->due_at_ms : 0);
}

static void
set_title (HihReport *self, const HihReportOptions *options, const HihTrainee *trainee, HihTable *table)
{
  g_autofree char *period = g_strdup (hih_table_get_period (table));
  g_autofree char *title = NULL;
  char pseudonym[9];

  hih_report_get_pseudonym (&options->trainee, pseudonym);
  title = g_strdup_printf (_("%s: %s"), hih_report_get_title (self),
                           options->names && trainee != NULL && *trainee->name != '\0' ? trainee->name : pseudonym);
  hih_table_set_head (table, title, options->home, period);
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  const HihTrainee *trainee = hih_report_find_trainee (answers, &options->trainee);
  g_autoptr (GArray) lessons = hih_report_list_lessons (options, answers);

  set_title (self, options, trainee, table);
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "completion", _("How far"));
  hih_table_add_column (table, "runs", _("Times practised"));
  hih_table_add_column (table, "able_alone_on", _("Able alone on"));
  hih_table_add_column (table, "last_on", _("Last practised"));
  hih_table_add_column (table, "real_phone", _("On the real phone"));
  hih_table_add_column (table, "real_phone_on", C_ ("real phone", "Seen on"));
  hih_table_add_column (table, "recheck_due_on", _("Look again from"));
  for (guint l = 0; l < lessons->len; l++)
    {
      for (guint i = 0; trainee != NULL && i < answers->progress->len; i++)
        {
          const HihLessonProgress *progress = answers->progress->pdata[i];

          if (!hih_id_equal (&progress->trainee, &options->trainee) ||
              !g_str_equal (progress->lesson, g_array_index (lessons, HihReportLesson, l).id))
            continue;
          add_row (table, options, answers, progress);
          hih_report_add_statement (table, options, trainee, progress);
        }
    }
}

static void
hih_report_person_class_init (HihReportClass *klass)
{
  klass->id = "person";
  klass->title = N_("One person");
  klass->about = N_("What one person has practised and can do, and what should be looked at again.");
  klass->icon = "person";
  klass->needs = HIH_REPORT_NEEDS_TRAINEES | HIH_REPORT_NEEDS_PROGRESS | HIH_REPORT_NEEDS_RECHECKS;
  klass->choice = HIH_REPORT_CHOICE_PERSON;
  klass->named = TRUE;
  klass->stated = TRUE;
  klass->of_now = TRUE;
  klass->fill = fill;
}

static void
hih_report_person_init (HihReport *self)
{
}
