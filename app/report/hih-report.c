/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all reports share, and the registry of their kinds: a kind without its class does not link. */
#include "config.h"

#include "hih-report.h"

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

static void
options_free (gpointer data)
{
  HihReportOptions *options = data;

  for (guint i = 0; i < options->n_lessons; i++)
    {
      g_free ((char *) options->lessons[i].id);
      g_free ((char *) options->lessons[i].title);
    }
  g_free ((HihReportLesson *) options->lessons);
  g_free ((char *) options->group);
  g_free (options);
}

static HihReportOptions *
options_copy (const HihReportOptions *options)
{
  HihReportOptions *copy = g_memdup2 (options, sizeof *options);
  HihReportLesson *lessons = g_new0 (HihReportLesson, options->n_lessons);

  for (guint i = 0; i < options->n_lessons; i++)
    {
      lessons[i].id = g_strdup (options->lessons[i].id);
      lessons[i].title = g_strdup (options->lessons[i].title);
    }
  copy->lessons = lessons;
  copy->group = g_strdup (options->group);
  return copy;
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
  HihReportOptions *copy;
  GTask *task;

  g_return_if_fail (HIH_IS_REPORT (self));
  g_return_if_fail (HIH_IS_RECORDS (records));
  copy = options_copy (options);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_report_load_async);
  g_task_set_task_data (task, copy, options_free);
  HIH_REPORT_GET_CLASS (self)->load (self, records, copy, task);
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
