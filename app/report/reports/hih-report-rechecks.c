/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Re-checks that are due: what was done alone and should be looked at again. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

typedef HihReport HihReportRechecks;
typedef HihReportClass HihReportRechecksClass;
GType hih_report_rechecks_get_type (void);

G_DEFINE_TYPE (HihReportRechecks, hih_report_rechecks, HIH_TYPE_REPORT)

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  hih_table_add_column (table, "person", _("Person"));
  hih_table_add_column (table, "group", _("Group"));
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "due_on", _("Due since"));
  hih_table_add_column (table, "days", _("Days after it was done alone"));
  for (guint i = 0; i < answers->rechecks->len; i++)
    {
      const HihRecheck *recheck = answers->rechecks->pdata[i];
      const HihTrainee *trainee = hih_report_find_trainee (answers, &recheck->trainee);
      g_autofree char *groups = NULL;

      if (trainee == NULL || recheck->stuck)
        continue;
      groups = g_strjoinv (_(", "), (char **) trainee->groups);
      hih_table_begin_row (table);
      hih_report_add_person (table, trainee, options);
      hih_table_add_text (table, groups);
      hih_report_add_lesson (table, recheck->lesson, options);
      hih_table_add_date (table, recheck->due_at_ms);
      hih_table_add_number (table, recheck->days);
    }
}

static void
hih_report_rechecks_class_init (HihReportClass *klass)
{
  klass->id = "rechecks";
  klass->title = N_("Re-checks due");
  klass->about = N_("What was done alone 7, 30 or 90 days ago, or not alone any more since, and should be looked at again now.");
  klass->icon = "repeat";
  klass->needs = HIH_REPORT_NEEDS_TRAINEES | HIH_REPORT_NEEDS_RECHECKS;
  klass->named = TRUE;
  klass->of_now = TRUE;
  klass->fill = fill;
}

static void
hih_report_rechecks_init (HihReport *self)
{
}
