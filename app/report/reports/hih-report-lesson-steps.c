/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hard steps of a lesson, or of all: the hardest first. Nobody is in it, only numbers. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

typedef HihReport HihReportLessonSteps;
typedef HihReportClass HihReportLessonStepsClass;
GType hih_report_lesson_steps_get_type (void);

G_DEFINE_TYPE (HihReportLessonSteps, hih_report_lesson_steps, HIH_TYPE_REPORT)

/* The words of a step, or its id when the lesson is no more, or has another step now. */
static const char *
find_step (const HihReportOptions *options, const HihStepFigures *figures)
{
  HihLesson *lesson = options->catalogue != NULL ? hih_catalogue_find (options->catalogue, figures->lesson) : NULL;

  for (guint i = 0; lesson != NULL && i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);

      if (g_str_equal (step->id, figures->step))
        return hih_text_get (step->title != NULL ? step->title : step->say, options->language);
    }
  return figures->step;
}

static void
add_row (HihTable *table, const HihReportOptions *options, const HihStepFigures *figures)
{
  hih_table_begin_row (table);
  hih_report_add_lesson (table, figures->lesson, options);
  hih_table_add_number (table, figures->step_index + 1);
  hih_table_add_choice (table, figures->step, find_step (options, figures));
  hih_table_add_number (table, figures->n_persons);
  hih_table_add_number (table, figures->n_times);
  hih_table_add_number (table, figures->n_alone);
  hih_table_add_number (table, figures->n_shown);
  hih_table_add_number (table, figures->n_errors);
  hih_table_add_number (table, figures->n_helps_asked);
  hih_table_add_number (table, (figures->mean_ms + 500) / 1000);
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "number", C_ ("steps", "No."));
  hih_table_add_column (table, "step", _("Step"));
  hih_table_add_column (table, "persons", C_ ("steps", "People"));
  hih_table_add_column (table, "times", C_ ("steps", "Times"));
  hih_table_add_column (table, "alone", C_ ("steps", "Without help"));
  hih_table_add_column (table, "shown", C_ ("steps", "Had to be shown"));
  hih_table_add_column (table, "errors", C_ ("steps", "Other taps"));
  hih_table_add_column (table, "helps_asked", C_ ("steps", "Asked for help"));
  hih_table_add_column (table, "mean_seconds", C_ ("steps", "Seconds on average"));
  for (guint i = 0; i < answers->steps->len; i++)
    add_row (table, options, answers->steps->pdata[i]);
}

static void
hih_report_lesson_steps_class_init (HihReportClass *klass)
{
  klass->id = "lesson-steps";
  klass->title = N_("Hard steps");
  klass->about = N_("Which steps of a lesson people get stuck on, the hardest first. No names.");
  klass->icon = "flag";
  klass->needs = HIH_REPORT_NEEDS_STEPS;
  klass->choice = HIH_REPORT_CHOICE_LESSON;
  klass->fill = fill;
}

static void
hih_report_lesson_steps_init (HihReport *self)
{
}
