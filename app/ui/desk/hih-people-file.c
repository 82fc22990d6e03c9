/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-people-file.h"

#include "hih-people-table.h"

#include <glib/gi18n.h>

typedef struct
{
  HihFileFunc func;
  GWeakRef told;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  g_weak_ref_clear (&((Asking *) data)->told);
  g_free (data);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asking *asking = user_data;
  G_GNUC_UNUSED g_autoptr (GtkNativeDialog) alive = g_object_ref (dialog);
  g_autoptr (GObject) told = g_weak_ref_get (&asking->told);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && told != NULL)
    asking->func (file, told);
  if (told != NULL)
    g_object_set_data (told, "hih-people-file", NULL);
}

/* @name: (nullable): of the file to be kept; NULL: one is opened. */
static void
ask (GtkWidget *inside, const char *title, const char *name, HihFileFunc func, gpointer told)
{
  GtkWidget *window = gtk_widget_get_ancestor (inside, GTK_TYPE_WINDOW);
  Asking *asking;
  GtkFileChooserNative *dialog;

  if (g_object_get_data (told, "hih-people-file") != NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->func = func;
  g_weak_ref_init (&asking->told, told);
  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (window),
                                        name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        name != NULL ? _("Keep") : _("Open"), _("Back"));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (told, "hih-people-file", dialog, g_object_unref);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
hih_people_file_ask (GtkWidget *inside, gboolean saving, HihFileFunc func, gpointer told)
{
  if (saving)
    ask (inside, _("People into a file"), _("people.csv"), func, told);
  else
    ask (inside, _("People from a file"), NULL, func, told);
}

void
hih_people_file_ask_save (GtkWidget *inside, const char *title, const char *name, HihFileFunc func, gpointer told)
{
  ask (inside, title, name, func, told);
}

typedef struct
{
  GFile *file;
  GPtrArray *people;
} Writing;

static void
writing_free (gpointer data)
{
  g_object_unref (((Writing *) data)->file);
  g_ptr_array_unref (((Writing *) data)->people);
  g_free (data);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  g_autoptr (HihTable) table = hih_people_table_new (writing->people, HIH_TABLE_FORMAT_CSV);
  g_autofree char *text = hih_table_write (table, HIH_TABLE_FORMAT_CSV);
  GError *error = NULL;

  if (g_file_replace_contents (writing->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hih_people_file_write_async (GFile *file, GPtrArray *people, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->file = g_object_ref (file);
  writing->people = g_ptr_array_ref (people);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
hih_people_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
