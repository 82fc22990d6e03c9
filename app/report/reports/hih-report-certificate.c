/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates: a page for everybody who can do something alone. Without names there is a line to write it on. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

#include "hih-paper.h"

typedef HihReport HihReportCertificate;
typedef HihReportClass HihReportCertificateClass;
GType hih_report_certificate_get_type (void);

G_DEFINE_TYPE (HihReportCertificate, hih_report_certificate, HIH_TYPE_REPORT)

static gboolean
is_able (const HihReportOptions *options, const HihLessonProgress *progress)
{
  return progress->completion == HIH_COMPLETION_ABLE_ALONE &&
         (!hih_report_has_period (options) || hih_report_in_period (options, progress->able_at_ms));
}

/* The titles in the order of the lessons, and the latest day on which one of them was done alone first. */
static char *
dup_titles (const HihReportOptions *options, GArray *lessons, GPtrArray *progress, guint *n, gint64 *latest_ms)
{
  GString *titles = g_string_new (NULL);

  for (guint l = 0; l < lessons->len; l++)
    {
      const HihReportLesson *lesson = &g_array_index (lessons, HihReportLesson, l);

      for (guint i = 0; i < progress->len; i++)
        {
          const HihLessonProgress *p = progress->pdata[i];

          if (!g_str_equal (p->lesson, lesson->id) || !is_able (options, p))
            continue;
          if (titles->len > 0)
            g_string_append (titles, _("; "));
          g_string_append (titles, lesson->title);
          *latest_ms = MAX (*latest_ms, p->able_at_ms);
          (*n)++;
        }
    }
  return g_string_free (titles, FALSE);
}

static void
add_row (HihTable *table, const HihReportOptions *options, const HihTrainee *trainee, GArray *lessons,
         GPtrArray *progress)
{
  guint n = 0;
  gint64 latest_ms = 0;
  g_autofree char *titles = dup_titles (options, lessons, progress, &n, &latest_ms);
  g_autofree char *day = hih_paper_dup_day (latest_ms);

  if (n == 0)
    return;
  hih_table_begin_row (table);
  hih_table_add_text (table, options->names ? trainee->name : "");
  hih_table_add_text (table, titles);
  hih_table_add_number (table, n);
  hih_table_add_text (table, day);
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  g_autoptr (GHashTable) by_trainee = hih_report_sort_progress (answers);
  g_autoptr (GArray) lessons = hih_report_list_lessons (options, answers);

  hih_table_set_look (table, HIH_TABLE_LOOK_CERTIFICATE);
  hih_table_add_column (table, "name", _("Name"));
  hih_table_add_column (table, "lessons", _("Able alone"));
  hih_table_add_column (table, "count", _("Lessons"));
  hih_table_add_column (table, "day", C_ ("certificate", "Day"));
  for (guint t = 0; t < answers->trainees->len; t++)
    {
      HihTrainee *trainee = answers->trainees->pdata[t];
      GPtrArray *list = g_hash_table_lookup (by_trainee, &trainee->id);

      if (list != NULL && (hih_id_is_nil (&options->trainee) || hih_id_equal (&options->trainee, &trainee->id)))
        add_row (table, options, trainee, lessons, list);
    }
}

static void
hih_report_certificate_class_init (HihReportClass *klass)
{
  klass->id = "certificate";
  klass->title = N_("Certificate");
  klass->about = N_("A page for everybody who can do something alone, with room for a seal.");
  klass->icon = "star";
  klass->needs = HIH_REPORT_NEEDS_TRAINEES | HIH_REPORT_NEEDS_PROGRESS;
  klass->named = TRUE;
  klass->fill = fill;
}

static void
hih_report_certificate_init (HihReport *self)
{
}
