/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates: a page for everybody who can do something alone. Without names there is a line to write it on. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>

#include "hih-paper.h"

#define MOST_NAMED 40

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

/* Of whom no page is there; @names as many of them as can be read in one sentence. */
static void
add_missing_note (HihTable *table, const HihReportOptions *options, GPtrArray *names)
{
  g_autofree char *number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person has no certificate yet.",
                                                          "%u people have no certificate yet.", names->len), names->len);
  g_autofree char *list = NULL;
  g_autofree char *note = NULL;

  if (names->len == 0)
    return;
  if (!options->names || names->len > MOST_NAMED)
    {
      hih_table_add_note (table, number);
      return;
    }
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_(", "), (char **) names->pdata);
  /* translators: names */
  note = g_strdup_printf (_("No certificate yet: %s"), list);
  hih_table_add_note (table, note);
}

/* FALSE: there is nothing that they can do alone. */
static gboolean
add_row (HihTable *table, const HihReportOptions *options, const HihTrainee *trainee, GArray *lessons,
         GPtrArray *progress)
{
  guint n = 0;
  gint64 latest_ms = 0;
  g_autofree char *titles = dup_titles (options, lessons, progress, &n, &latest_ms);
  g_autofree char *day = hih_paper_dup_day (latest_ms);

  if (n == 0)
    return FALSE;
  hih_table_begin_row (table);
  hih_report_add_person (table, trainee, options);
  hih_table_add_text (table, titles);
  hih_table_add_number (table, n);
  hih_table_add_text (table, day);
  return TRUE;
}

static void
fill (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table)
{
  g_autoptr (GHashTable) by_trainee = hih_report_sort_progress (answers);
  g_autoptr (GArray) lessons = hih_report_list_lessons (options, answers);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  hih_table_add_column (table, "name", _("Name"));
  hih_table_add_column (table, "lessons", _("Able alone"));
  hih_table_add_column (table, "count", _("Lessons"));
  hih_table_add_column (table, "day", C_ ("certificate", "Day"));
  for (guint t = 0; t < answers->trainees->len; t++)
    {
      HihTrainee *trainee = answers->trainees->pdata[t];
      GPtrArray *list = g_hash_table_lookup (by_trainee, &trainee->id);

      if (!hih_id_is_nil (&options->trainee) && !hih_id_equal (&options->trainee, &trainee->id))
        continue;
      if ((list == NULL || !add_row (table, options, trainee, lessons, list)) && *trainee->name != '\0')
        g_ptr_array_add (missing, (gpointer) trainee->name);
    }
  add_missing_note (table, options, missing);
  /* For nobody: no empty certificate, but a list that says so. */
  if (hih_table_get_n_rows (table) > 0)
    hih_table_set_look (table, options->names ? HIH_TABLE_LOOK_CERTIFICATE : HIH_TABLE_LOOK_CERTIFICATE_TO_SIGN);
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
