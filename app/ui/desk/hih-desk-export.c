/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file, asks the report, writes. The names are in it: the instructor asked for it, and chose where it goes. */
#include "config.h"

#include "hih-desk-export.h"

#include <glib/gi18n.h>

#include "hih-error-text.h"
#include "hih-report.h"
#include "hih-size-sheet.h"

typedef struct
{
  HihPage *page; /* (owned) */
  char *group;   /* (nullable) */
  GFile *file;
  HihReport *report;
  GArray *lessons; /* (element-type HihReportLesson) */
  GBytes *bytes;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->page);
  g_clear_object (&export->file);
  g_clear_object (&export->report);
  g_clear_pointer (&export->lessons, g_array_unref);
  g_clear_pointer (&export->bytes, g_bytes_unref);
  g_free (export->group);
  g_free (export);
}

static void
finish (Export *export, GError *error)
{
  g_autofree char *path = g_file_get_parse_name (export->file);
  /* translators: the path of a file */
  g_autofree char *text = error == NULL ? g_strdup_printf (_("The table lies here: %s"), path) : g_strdup (hih_error_get_text (error));

  hih_error_log (error);
  if (hih_page_check (export->page, NULL))
    hih_page_show_sheet (export->page, hih_text_sheet_new (export->page, _("Save as a table"), text));
  export_free (export);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  finish (user_data, error);
}

static void
write_table (GTask *task, gpointer source, gpointer table, GCancellable *cancellable)
{
  g_task_return_pointer (task, hih_table_write (table, HIH_TABLE_FORMAT_CSV), g_free);
}

static void
table_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  char *text = g_task_propagate_pointer (G_TASK (result), NULL);

  export->bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (export->file, export->bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       written_cb, export);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  HihTable *table = hih_report_load_finish (HIH_REPORT (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (table == NULL)
    {
      finish (export, error);
      return;
    }
  task = g_task_new (export->page, NULL, table_written_cb, export);
  g_task_set_task_data (task, table, g_object_unref);
  g_task_run_in_thread (task, write_table);
}

static void
list_lessons (Export *export)
{
  HihContext *context = hih_page_get_context (export->page);
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));

  export->lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));
  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = topics->pdata[t];

      for (guint i = 0; i < topic->lessons->len; i++)
        {
          HihLesson *lesson = topic->lessons->pdata[i];
          HihReportLesson entry = { hih_lesson_get_id (lesson),
                                    hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context)) };

          g_array_append_val (export->lessons, entry);
        }
    }
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Export *export = user_data;
  HihReportOptions options = { NULL };
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    export->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (export->file == NULL)
    {
      export_free (export);
      return;
    }
  export->report = hih_report_new ("completion", &error);
  if (export->report == NULL)
    {
      finish (export, error);
      return;
    }
  list_lessons (export);
  options.group = export->group;
  options.names = TRUE;
  options.lessons = (const HihReportLesson *) (void *) export->lessons->data;
  options.n_lessons = export->lessons->len;
  hih_report_load_async (export->report, hih_context_get_records (hih_page_get_context (export->page)), &options, NULL,
                         loaded_cb, export);
}

void
hih_desk_export (HihPage *page, const char *group)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);
  GtkFileChooserNative *dialog;
  g_autofree char *name = g_strconcat (_("Progress"), ".csv", NULL);
  Export *export;

  if (hih_context_get_records (hih_page_get_context (page)) == NULL)
    return;
  export = g_new0 (Export, 1);
  export->page = g_object_ref (page);
  export->group = g_strdup (group);
  dialog = gtk_file_chooser_native_new (_("Save as a table"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, _("Keep"),
                                        _("Back"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
