/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from a file, which is looked at before anything is kept, and into a file. */
#include "config.h"

#include "hih-desk-people-private.h"

#include "hih-desk-import.h"
#include "hih-error-text.h"
#include "hih-people-file.h"

#include <glib/gi18n.h>

static void
leave_import (HihDeskPeople *self)
{
  if (self->import == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->stack), self->import);
  self->import = NULL;
  gtk_widget_set_visible (self->place, TRUE);
  gtk_widget_grab_focus (self->search);
}

static void
imported_cb (HihDeskImport *import, HihAct *act, const char *words, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  leave_import (self);
  hih_desk_people_did_cb (NULL, act, words, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_load_finish (result, &error);

  hih_error_log (error);
  if (!hih_page_check (hih_desk_people_get_page (self), NULL))
    return;
  if (sheet == NULL)
    {
      hih_desk_people_tell (self, hih_error_get_text (error));
      return;
    }
  leave_import (self);
  self->import = hih_desk_import_new (hih_desk_people_get_page (self), sheet);
  g_signal_connect_object (self->import, "done", G_CALLBACK (imported_cb), self, 0);
  g_signal_connect_object (self->import, "left", G_CALLBACK (leave_import), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_set_vexpand (self->import, TRUE);
  gtk_box_append (GTK_BOX (self->stack), self->import);
  gtk_widget_child_focus (self->import, GTK_DIR_TAB_FORWARD);
}

static void
read_file_cb (GFile *file, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  hih_people_sheet_load_async (file, hih_page_get_cancellable (hih_desk_people_get_page (self)), loaded_cb,
                               g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hih_people_file_write_finish (result, &error))
    return;
  hih_error_log (error);
  if (hih_page_check (hih_desk_people_get_page (self), NULL))
    hih_desk_people_tell (self, _("The list could not be written there. Please choose another folder."));
}

static void
write_file_cb (GFile *file, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  if (self->people != NULL)
    hih_people_file_write_async (file, self->people, written_cb, g_object_ref (self));
}

void
hih_desk_people_import_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_file_ask (button, FALSE, read_file_cb, user_data);
}

void
hih_desk_people_export_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_file_ask (button, TRUE, write_file_cb, user_data);
}
