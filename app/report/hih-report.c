/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all reports share, and the registry of their kinds: a kind without its class does not link. */
#include "config.h"

#include "hih-report.h"

#include "hih-collate.h"
#include "hih-report-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HIH_REPORT_KIND(name, id) GType hih_report_##name##_get_type (void);
#include "hih-report-kinds.def"
#undef HIH_REPORT_KIND

G_DEFINE_ABSTRACT_TYPE (HihReport, hih_report, G_TYPE_OBJECT)

static const char *const ids[] = {
#define HIH_REPORT_KIND(name, id) id,
#include "hih-report-kinds.def"
#undef HIH_REPORT_KIND
  NULL
};

typedef GType (*GetType) (void);

static const GetType types[] = {
#define HIH_REPORT_KIND(name, id) hih_report_##name##_get_type,
#include "hih-report-kinds.def"
#undef HIH_REPORT_KIND
};

/* One report being made. */
typedef struct
{
  HihReportOptions options; /* owned */
  HihReportAnswers answers; /* owned */
} Making;

static void
hih_report_class_init (HihReportClass *klass)
{
}

static void
hih_report_init (HihReport *self)
{
}

const char *const *
hih_report_list_kinds (void)
{
  return ids;
}

HihReport *
hih_report_new (const char *id, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (g_str_equal (ids[i], id))
        return g_object_new (types[i] (), NULL);
    }
  g_set_error (error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_NO_DATA, "report: make %.60s: there is no such report", id);
  return NULL;
}

const char *
hih_report_get_title (HihReport *self)
{
  return _(HIH_REPORT_GET_CLASS (self)->title);
}

const char *
hih_report_get_about (HihReport *self)
{
  return _(HIH_REPORT_GET_CLASS (self)->about);
}

static void
making_free (gpointer data)
{
  Making *making = data;
  HihReportOptions *options = &making->options;
  GPtrArray **answers[] = { &making->answers.trainees, &making->answers.progress, &making->answers.rechecks,
                            &making->answers.ledger,   &making->answers.steps,    &making->answers.classes,
                            &making->answers.attendance };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_clear_pointer (answers[i], g_ptr_array_unref);
  for (guint i = 0; i < options->n_lessons; i++)
    {
      g_free ((char *) options->lessons[i].id);
      g_free ((char *) options->lessons[i].title);
    }
  g_free ((HihReportLesson *) options->lessons);
  g_free ((char *) options->group);
  g_free ((char *) options->lesson);
  g_free ((char *) options->home);
  g_free ((char *) options->language);
  g_clear_object (&options->catalogue);
  g_free (making);
}

static Making *
making_new (const HihReportOptions *options)
{
  Making *making = g_new0 (Making, 1);
  HihReportLesson *lessons = g_new0 (HihReportLesson, options->n_lessons);

  making->options = *options;
  for (guint i = 0; i < options->n_lessons; i++)
    {
      lessons[i].id = g_strdup (options->lessons[i].id);
      lessons[i].title = g_strdup (options->lessons[i].title);
    }
  making->options.lessons = lessons;
  making->options.group = g_strdup (options->group);
  making->options.lesson = g_strdup (options->lesson);
  making->options.home = g_strdup (options->home);
  making->options.language = g_strdup (options->language);
  if (options->catalogue != NULL)
    g_object_ref (making->options.catalogue);
  return making;
}

static char *
dup_day (gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_ms / 1000);

  return at != NULL ? g_date_time_format (at, "%Y-%m-%d") : g_strdup ("");
}

/* "2026-11-01 to 2026-11-30 · first floor · written on 2026-12-01" */
static char *
dup_period (HihReportClass *klass, const HihReportOptions *options)
{
  gint64 now_ms = g_get_real_time () / 1000;
  g_autofree char *from = options->from_ms != 0 ? dup_day (options->from_ms) : NULL;
  g_autofree char *to = dup_day (options->to_ms != 0 ? options->to_ms - 1 : now_ms);
  g_autofree char *today = dup_day (now_ms);
  GString *text = g_string_new (NULL);

  if (!klass->of_now && from != NULL)
    /* translators: the first and the last day of a period */
    g_string_append_printf (text, _("%s to %s"), from, to);
  else if (!klass->of_now && options->to_ms != 0)
    g_string_append_printf (text, _("until %s"), to);
  if (options->group != NULL)
    /* translators: what a group is called */
    g_string_append_printf (text, _("%sgroup: %s"), text->len > 0 ? " · " : "", options->group);
  g_string_append_printf (text, _("%swritten on %s"), text->len > 0 ? " · " : "", today);
  return g_string_free (text, FALSE);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const HihTrainee *trainee_a = *(const HihTrainee *const *) a, *trainee_b = *(const HihTrainee *const *) b;
  int order = hih_collate (trainee_a->name, trainee_b->name);

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
fill_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  HihReportClass *klass = HIH_REPORT_GET_CLASS (source);
  g_autofree char *period = dup_period (klass, &making->options);
  HihTable *table = hih_table_new ();

  if (making->answers.trainees != NULL)
    g_ptr_array_sort (making->answers.trainees, making->options.names ? compare_people : compare_ids);
  hih_table_set_head (table, hih_report_get_title (source), making->options.home, period);
  klass->fill (source, &making->options, &making->answers, table);
  g_task_return_pointer (task, table, g_object_unref);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (hih_report_ask_finish (result, &error))
    g_task_run_in_thread (task, fill_thread);
  else
    g_task_return_error (task, error);
}

/**
 * hih_report_load_async:
 * @options: what to tell about; copied
 *
 * Asks the records and fills a table. Call on the thread that owns @records.
 */
void
hih_report_load_async (HihReport *self, HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Making *making;
  GTask *task;

  g_return_if_fail (HIH_IS_REPORT (self));
  g_return_if_fail (HIH_IS_RECORDS (records));
  making = making_new (options);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_report_load_async);
  g_task_set_task_data (task, making, making_free);
  hih_report_ask_async (records, HIH_REPORT_GET_CLASS (self)->needs, &making->options, &making->answers, cancellable,
                        answered_cb, task);
}

/**
 * hih_report_load_finish:
 *
 * Returns: (transfer full) (nullable): the table; an empty one has no rows. %NULL with an error of the records
 */
HihTable *
hih_report_load_finish (HihReport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
