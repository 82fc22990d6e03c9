/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The class sheet: every class of a period, who came, who helped and how long. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

typedef HihReport HihReportClassSheet;
typedef HihReportClass HihReportClassSheetClass;
GType hih_report_class_sheet_get_type (void);

G_DEFINE_TYPE (HihReportClassSheet, hih_report_class_sheet, HIH_TYPE_REPORT)

static const char *
name_helper (HihHelper helper)
{
  switch (helper)
    {
    case HIH_HELPER_STAFF:
      return C_ ("helper", "Staff");
    case HIH_HELPER_VOLUNTEER:
      return C_ ("helper", "Volunteer");
    case HIH_HELPER_FAMILY:
      return C_ ("helper", "Family");
    case HIH_HELPER_TRAINEE:
      return C_ ("helper", "Another learner");
    case HIH_HELPER_NOBODY:
    default:
      return "";
    }
}

/* Who came, in the order in which they came. */
static char *
dup_people (const HihReportOptions *options, const HihReportAnswers *answers, const HihId *session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < answers->attendance->len; i++)
    {
      const HihAttended *attended = answers->attendance->pdata[i];
      const HihTrainee *trainee;

      if (!hih_id_equal (&attended->session, session))
        continue;
      trainee = hih_report_find_trainee (answers, &attended->trainee);
      if (trainee == NULL || *trainee->name == '\0')
        continue;
      if (names->len > 0)
        g_string_append (names, _(", "));
      g_string_append (names, trainee->name);
      if (attended->late)
        g_string_append (names, _(" (late)"));
    }
  return g_string_free (names, FALSE);
}

static void
add_row (HihTable *table, const HihReportOptions *options, const HihReportAnswers *answers,
         const HihClassSession *session)
{
  hih_table_begin_row (table);
  hih_table_add_date (table, session->begun_at_ms);
  hih_report_add_lesson (table, session->lesson, options);
  hih_table_add_text (table, session->group);
  hih_table_add_text (table, session->place);
  hih_table_add_choice (table, hih_helper_to_string (session->led_by), name_helper (session->led_by));
  hih_table_add_number (table, session->n_here);
  hih_table_add_number (table, session->n_late);
  hih_table_add_number (table, session->minutes);
  hih_table_add_number (table, session->n_helpers);
  hih_table_add_hours (table, session->helper_minutes);
  if (options->names)
    {
      g_autofree char *people = dup_people (options, answers, &session->session);

      hih_table_add_text (table, people);
    }
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  hih_table_add_column (table, "on", C_ ("class", "Day"));
  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "group", _("Group"));
  hih_table_add_column (table, "place", C_ ("class", "Place"));
  hih_table_add_column (table, "led_by", C_ ("class", "Led by"));
  hih_table_add_column (table, "here", C_ ("class", "Came"));
  hih_table_add_column (table, "late", C_ ("class", "Came late"));
  hih_table_add_column (table, "minutes", C_ ("class", "Minutes"));
  hih_table_add_column (table, "helpers", C_ ("class", "Helpers"));
  hih_table_add_column (table, "helper_hours", C_ ("class", "Helper time (hours:minutes)"));
  if (options->names)
    hih_table_add_column (table, "people", C_ ("class", "Who came"));
  for (guint i = 0; i < answers->classes->len; i++)
    {
      const HihClassSession *session = answers->classes->pdata[i];

      if ((options->group == NULL || g_str_equal (session->group, options->group)) &&
          (options->lesson == NULL || g_str_equal (session->lesson, options->lesson)))
        add_row (table, options, answers, session);
    }
}

static void
hih_report_class_sheet_class_init (HihReportClass *klass)
{
  klass->id = "class-sheet";
  klass->title = N_("Class sheet");
  klass->about = N_("Every class: how many came, who led, helpers and their hours.");
  klass->icon = "people";
  klass->needs = HIH_REPORT_NEEDS_TRAINEES | HIH_REPORT_NEEDS_CLASSES | HIH_REPORT_NEEDS_ATTENDANCE;
  klass->choice = HIH_REPORT_CHOICE_LESSON;
  klass->named = TRUE;
  klass->fill = fill;
}

static void
hih_report_class_sheet_init (HihReport *self)
{
}
