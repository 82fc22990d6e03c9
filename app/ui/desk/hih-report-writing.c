/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report leaves the program. Nothing is written on the main thread, and nothing before somebody has said where. */
#include "config.h"

#include "hih-report-writing.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-footed.h"
#include "hih-pages.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  HihPage *page;              /* owned */
  HihTable *table;            /* owned */
  HihTableFormat format;
  GtkFileChooserNative *dialog; /* (nullable) owned */
  char *path;
  GCancellable *cancellable;  /* owned */
  GtkWidget *bar;             /* (nullable) in a sheet while it takes long */
  gint64 begun_us;
} Writing;

static void
writing_free (Writing *self)
{
  g_clear_weak_pointer (&self->bar);
  g_clear_object (&self->dialog);
  g_object_unref (self->page);
  g_object_unref (self->table);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self);
}

static void
open_cb (GtkWidget *button, gpointer user_data)
{
  g_autofree char *uri = g_filename_to_uri (g_object_get_data (G_OBJECT (button), "path"), NULL, NULL);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (user_data));

  gtk_show_uri (GTK_WINDOW (window), uri, GDK_CURRENT_TIME);
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (user_data);
}

static void
say_where (HihPage *page, const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *buttons = hih_tiles_new_columns (160, 2, 12), *sheet;
  GtkWidget *back = hih_control_new ("back", _("Back"), NULL);
  GtkWidget *open = hih_control_new ("eye", _("Open it"), "primary");
  g_autofree char *shown = g_filename_display_name (path);

  gtk_widget_set_name (open, "report-open");
  gtk_widget_set_name (back, "report-close");
  g_object_set_data_full (G_OBJECT (open), "path", g_strdup (path), g_free);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), page, 0);
  g_signal_connect_object (back, "clicked", G_CALLBACK (close_cb), page, 0);
  hih_tiles_append (HIH_TILES (buttons), back);
  hih_tiles_append (HIH_TILES (buttons), open);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("The report is written"), "title"));
  gtk_box_append (GTK_BOX (box), hih_words_new (_("It lies here:"), NULL));
  gtk_box_append (GTK_BOX (box), hih_words_new (shown, "strong"));
  sheet = hih_footed_new_sheet (box, buttons);
  gtk_widget_add_css_class (sheet, "desk");
  hih_page_show_sheet (page, sheet);
  gtk_widget_grab_focus (open);
}

static void
stop_cb (GtkWidget *button, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Only what takes over a second is worth a bar. */
static void
progress_cb (double share, gpointer data)
{
  Writing *self = data;
  GtkWidget *box, *stop;

  if (self->bar == NULL && g_get_monotonic_time () - self->begun_us < G_USEC_PER_SEC)
    return;
  if (self->bar == NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
      stop = hih_control_new ("x", _("Stop writing"), NULL);
      gtk_widget_set_name (stop, "writing-close");
      g_set_weak_pointer (&self->bar, gtk_progress_bar_new ());
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Writing the report"), -1);
      gtk_widget_add_css_class (box, "desk");
      g_signal_connect_object (stop, "clicked", G_CALLBACK (stop_cb), self->cancellable, 0);
      gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Writing the report"), "title"));
      gtk_box_append (GTK_BOX (box), self->bar);
      gtk_box_append (GTK_BOX (box), stop);
      hih_page_show_sheet (self->page, box);
      gtk_widget_grab_focus (stop);
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), share);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = hih_table_save_finish (HIH_TABLE (source), result, &error);

  if (self->bar != NULL)
    hih_page_close_sheet (self->page);
  hih_error_log (error);
  if (g_cancellable_is_cancelled (hih_page_get_cancellable (self->page)))
    ;
  else if (saved)
    say_where (self->page, self->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hih_page_show_sheet (self->page, hih_text_sheet_new (self->page, _("One moment"), hih_error_get_text (error)));
  writing_free (self);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Writing *self = user_data;
  g_autoptr (GFile) file = NULL;
  const char *suffix = hih_table_format_get_suffix (self->format);
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    {
      writing_free (self);
      return;
    }
  self->path = g_str_has_suffix (path, suffix) ? g_steal_pointer (&path) : g_strdup_printf ("%s.%s", path, suffix);
  self->begun_us = g_get_monotonic_time ();
  hih_table_save_async (self->table, self->format, self->path, progress_cb, self, self->cancellable, saved_cb, self);
}

static Writing *
writing_new (HihPage *page, HihTable *table)
{
  Writing *self = g_new0 (Writing, 1);

  self->page = g_object_ref (page);
  self->table = g_object_ref (table);
  self->cancellable = g_cancellable_new ();
  return self;
}

/* Nothing in it may be taken for a folder. */
static char *
dup_file_name (HihTable *table, HihTableFormat format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf ("%s %s.%s", hih_table_get_title (table), day,
                                           hih_table_format_get_suffix (format));

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|\n", '-');
}

/**
 * hih_report_save:
 * @table: filled
 */
void
hih_report_save (HihPage *page, HihTable *table, HihTableFormat format)
{
  Writing *self = writing_new (page, table);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = dup_file_name (table, format);

  self->format = format;
  self->dialog = gtk_file_chooser_native_new (_("Where shall the report lie?"), GTK_WINDOW (window),
                                              GTK_FILE_CHOOSER_ACTION_SAVE, _("Keep"), _("Back"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->dialog), name);
  g_signal_connect (self->dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->dialog));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  hih_pages_draw (user_data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, hih_pages_new (source), (GDestroyNotify) hih_pages_free);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  HihPages *pages = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_page_setup_set_orientation (setup, hih_pages_get_landscape (pages) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                          : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) hih_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (operation, hih_table_get_title (HIH_TABLE (source)));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) hih_pages_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      hih_error_log (error);
      hih_page_show_sheet (page, hih_text_sheet_new (page, _("One moment"), hih_error_get_text (error)));
    }
}

/**
 * hih_report_print:
 * @table: filled
 */
void
hih_report_print (HihPage *page, HihTable *table)
{
  g_autoptr (GTask) task = g_task_new (table, NULL, laid_out_cb, g_object_ref (page));

  g_task_run_in_thread (task, lay_out_thread);
}
