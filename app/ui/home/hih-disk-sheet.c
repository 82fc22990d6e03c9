/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is plugged in is known by GVolumeMonitor; on a bare system it knows of nothing, and the folder is left to choose. */
#include "config.h"

#include "hih-disk-sheet.h"

#include "hih-control.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef struct
{
  HihPage *page; /* borrowed: the sheet stands on it */
  HihFolderFunc func;
  GObject *told; /* (nullable) (weak) */
} Asking;

static Asking *
asking_new (HihPage *page, HihFolderFunc func, GObject *told)
{
  Asking *self = g_new0 (Asking, 1);

  self->page = page;
  self->func = func;
  g_set_weak_pointer (&self->told, told);
  return self;
}

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_clear_weak_pointer (&self->told);
  g_free (self);
}

static void
closure_free (gpointer data, GClosure *closure)
{
  asking_free (data);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asking *self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && self->told != NULL)
    self->func (path, self->told);
  g_object_unref (dialog);
}

static void
ask (HihPage *page, const char *title, GtkFileChooserAction action, HihFolderFunc func, GObject *told)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, _("Choose"), _("Back"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking_new (page, func, told), closure_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
hih_folder_ask (HihPage *page, HihFolderFunc func, GObject *told)
{
  ask (page, _("In which folder?"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, func, told);
}

void
hih_backup_file_ask (HihPage *page, HihFolderFunc func, GObject *told)
{
  ask (page, _("Which copy?"), GTK_FILE_CHOOSER_ACTION_OPEN, func, told);
}

static void
disk_cb (GtkWidget *button, gpointer user_data)
{
  Asking *self = user_data;
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));
  GObject *told = self->told;
  HihFolderFunc func = self->func;

  hih_page_close_sheet (self->page);
  if (told != NULL)
    func (path, told);
}

static void
other_cb (GtkWidget *button, gpointer user_data)
{
  Asking *self = user_data;

  if (self->told != NULL)
    hih_folder_ask (self->page, self->func, self->told);
  hih_page_close_sheet (self->page);
}

static GtkWidget *
add (GtkWidget *tiles, const char *name, const char *icon, const char *words, GCallback callback, Asking *asking)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (button, name);
  hih_control_set_at_start (HIH_CONTROL (button), TRUE);
  g_signal_connect (button, "clicked", callback, asking);
  hih_tiles_append (HIH_TILES (tiles), button);
  return button;
}

void
hih_disk_sheet_open (HihPage *page, HihFolderFunc func, GObject *told)
{
  g_autoptr (GVolumeMonitor) monitor = g_volume_monitor_get ();
  GList *mounts = g_volume_monitor_get_mounts (monitor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (280, 2, 8);
  Asking *asking = asking_new (page, func, told);
  guint n = 0;

  g_object_set_data_full (G_OBJECT (box), "asking", asking, asking_free);
  for (GList *l = mounts; l != NULL; l = l->next)
    {
      g_autoptr (GFile) root = g_mount_get_root (l->data);
      g_autofree char *path = g_file_get_path (root);
      g_autofree char *disk = g_mount_get_name (l->data);

      if (path == NULL || g_mount_is_shadowed (l->data))
        continue;
      g_object_set_data_full (G_OBJECT (add (tiles, "disk", "download", disk, G_CALLBACK (disk_cb), asking)), "path",
                              g_strdup (path), g_free);
      n++;
    }
  g_list_free_full (mounts, g_object_unref);
  add (tiles, "disk-other", "folder", _("Another folder"), G_CALLBACK (other_cb), asking);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("On which disk?"), "title"));
  if (n == 0)
    gtk_box_append (GTK_BOX (box), hih_words_new (_("No other disk is plugged in just now. Plug in a memory stick and come "
                                                    "back, or choose a folder."), NULL));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_page_show_sheet (page, box);
}
