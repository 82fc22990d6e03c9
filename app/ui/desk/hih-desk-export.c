/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names are in it: the instructor asked for it, and chooses where it goes. */
#include "config.h"

#include "hih-desk-export.h"

#include "hih-error-text.h"
#include "hih-report-writing.h"
#include "hih-report.h"

typedef struct
{
  HihPage *page;   /* (owned) */
  GArray *lessons; /* (owned) (element-type HihReportLesson): until the report has answered */
} Export;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihTable) table = hih_report_load_finish (HIH_REPORT (source), result, &error);

  if (table == NULL)
    hih_error_log (error);
  else if (hih_page_check (export->page, NULL))
    hih_report_save (export->page, table, HIH_TABLE_FORMAT_XLSX);
  g_object_unref (export->page);
  g_array_unref (export->lessons);
  g_free (export);
}

static GArray *
list_lessons (HihContext *context)
{
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));

  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = topics->pdata[t];

      for (guint i = 0; i < topic->lessons->len; i++)
        {
          HihLesson *lesson = topic->lessons->pdata[i];
          HihReportLesson entry = { hih_lesson_get_id (lesson),
                                    hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context)) };

          g_array_append_val (lessons, entry);
        }
    }
  return lessons;
}

void
hih_desk_export (HihPage *page, const char *group)
{
  HihContext *context = hih_page_get_context (page);
  HihReportOptions options = { .group = group, .names = TRUE, .catalogue = hih_context_get_catalogue (context),
                               .language = hih_context_get_language (context) };
  g_autoptr (GError) error = NULL;
  g_autoptr (HihReport) report = hih_report_new ("completion", &error);
  g_autofree char *home = hih_settings_dup_string (hih_context_get_settings (context), HIH_SETTING_HOME_NAME);
  Export *export;

  if (report == NULL || hih_context_get_records (context) == NULL)
    {
      hih_error_log (error);
      return;
    }
  export = g_new0 (Export, 1);
  export->page = g_object_ref (page);
  export->lessons = list_lessons (context);
  options.home = home;
  options.lessons = (const HihReportLesson *) (void *) export->lessons->data;
  options.n_lessons = export->lessons->len;
  hih_report_load_async (report, hih_context_get_records (context), &options, hih_page_get_cancellable (page), loaded_cb,
                         export);
}
