/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger (工作台账) of a period, to be reported upward: a line a group and the total. No names, whatever is asked. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

typedef HihReport HihReportLedger;
typedef HihReportClass HihReportLedgerClass;
GType hih_report_ledger_get_type (void);

G_DEFINE_TYPE (HihReportLedger, hih_report_ledger, HIH_TYPE_REPORT)

static gboolean
is_wanted (const HihReportOptions *options, const HihLedgerLine *line)
{
  return options->group == NULL || (!line->total && g_str_equal (line->group, options->group));
}

/* Those in no group are told about only when there is something to tell. */
static gboolean
is_empty (const HihLedgerLine *line)
{
  return line->n_sessions + line->n_persons + line->n_person_times + line->n_calls + line->n_services +
             line->n_real_phone + line->helper_minutes == 0;
}

static void
add_line (HihTable *table, const HihLedgerLine *line)
{
  hih_table_begin_row (table);
  if (line->total)
    {
      hih_table_set_total (table);
      hih_table_add_choice (table, "total", _("Total"));
    }
  else
    hih_table_add_text (table, *line->group != '\0' ? line->group : _("In no group"));
  hih_table_add_number (table, line->n_sessions);
  hih_table_add_number (table, line->n_persons);
  hih_table_add_number (table, line->n_person_times);
  hih_table_add_number (table, line->n_practice_days);
  hih_table_add_number (table, line->n_able);
  hih_table_add_number (table, line->n_real_phone);
  hih_table_add_hours (table, line->helper_minutes);
  hih_table_add_number (table, line->n_calls);
  hih_table_add_number (table, line->n_services);
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  hih_table_add_column (table, "group", C_ ("ledger", "Group"));
  hih_table_add_column (table, "sessions", C_ ("ledger", "Classes"));
  hih_table_add_column (table, "persons", C_ ("ledger", "People"));
  hih_table_add_column (table, "person_times", C_ ("ledger", "Person-times in class"));
  hih_table_add_column (table, "practice_days", C_ ("ledger", "Person-days of practice"));
  hih_table_add_column (table, "able_alone", C_ ("ledger", "Able alone (people)"));
  hih_table_add_column (table, "real_phone_alone", C_ ("ledger", "Alone on the real phone (people)"));
  hih_table_add_column (table, "helper_hours", C_ ("ledger", "Helper time (hours:minutes)"));
  hih_table_add_column (table, "family_calls", C_ ("ledger", "Family calls"));
  hih_table_add_column (table, "offline_services", C_ ("ledger", "Offline services"));
  for (guint i = 0; i < answers->ledger->len; i++)
    {
      const HihLedgerLine *line = answers->ledger->pdata[i];

      if (is_wanted (options, line) && (line->total || *line->group != '\0' || !is_empty (line)))
        add_line (table, line);
    }
  hih_table_add_note (table, _("People: everybody who was in a class or practised, each once. Who is in two groups is counted in "
                               "both, and once in the total."));
  hih_table_add_note (table, _("Able alone: did a whole lesson without help, with at most one error. On the real phone: "
                               "seen by a person beside them."));
}

static void
hih_report_ledger_class_init (HihReportClass *klass)
{
  klass->id = "ledger";
  klass->title = N_("Ledger for reporting");
  klass->about = N_("Classes, people, helper hours and family calls of a period, by group. No names.");
  klass->icon = "doc";
  klass->needs = HIH_REPORT_NEEDS_LEDGER;
  klass->fill = fill;
}

static void
hih_report_ledger_init (HihReport *self)
{
}
