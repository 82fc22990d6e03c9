/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offline services: what was done without a phone, for somebody or without a name. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-care-words.h"
#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-person-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

DONE (give_service)

static void
given_to_cb (HihTrainee *trainee, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_give_service_at_async (hih_desk_care_get_records (self), trainee != NULL ? &trainee->id : NULL,
                                     self->service, HIH_HELPER_STAFF, self->note_ms, NULL, give_service_cb,
                                     g_object_ref (self));
  hih_page_close_sheet (hih_desk_care_get_page (self));
}

static void
service_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  self->service = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "service"));
  hih_person_sheet_show (hih_desk_care_get_page (self), hih_service_get_words (self->service), self->people,
                         _ ("Without a name"),
                         given_to_cb, self);
}

void
hih_desk_care_note_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *tiles = hih_tiles_new_columns (230, 3, 8);

  if (self->people == NULL)
    return;
  for (guint service = 0; service < HIH_N_SERVICES; service++)
    {
      GtkWidget *choice = hih_control_new (hih_service_get_icon (service), hih_service_get_words (service), NULL);

      hih_control_set_at_start (HIH_CONTROL (choice), TRUE);
      gtk_widget_set_name (choice, "care-service");
      g_object_set_data (G_OBJECT (choice), "service", GUINT_TO_POINTER (service));
      g_signal_connect_object (choice, "clicked", G_CALLBACK (service_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), choice);
    }
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("What was done without a phone?"), "title"));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_page_show_sheet (hih_desk_care_get_page (self), box);
}

static void
fill_service (HihLater *place, gpointer item, gpointer owner)
{
  HihDeskCare *self = owner;
  const HihCareLine *line = item;
  const HihServiceGiven *given = line->record;
  const char *name = line->trainee != NULL && *line->trainee->name != '\0' ? line->trainee->name : _ ("Without a name");
  GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
  const char *words = hih_service_get_words (given->service);
  g_autofree char *time = hih_desk_care_dup_when (self, given->at_ms);
  g_autofree char *what = g_strdup_printf ("%s · %s", name, time);

  hih_tiles_append (HIH_TILES (buttons),
                    hih_desk_care_new_undo (self, "undo", _ ("Take back"), words, &given->device, given->seq));
  hih_later_set_child (place, hih_desk_care_new_row (NULL, hih_service_get_icon (given->service), words, what, buttons));
}

static void
show_services (HihDeskCare *self)
{
  GPtrArray *services = self->services.records;

  hih_care_lines_restart (&self->services);
  for (guint i = 0; i < services->len; i++)
    {
      const HihServiceGiven *given = g_ptr_array_index (services, i);

      if (hih_care_lines_has_room (&self->services))
        hih_care_lines_add (&self->services, given,
                            given->has_trainee ? hih_desk_care_find_person (self, &given->trainee) : NULL, NULL);
    }
  hih_care_lines_end (&self->services, _ ("Nothing was noted."));
}

void
hih_desk_care_services_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_care_lines_set (&self->services, hih_records_list_services_finish (HIH_RECORDS (source), result, &error), error);
}

GtkWidget *
hih_desk_care_new_services (HihDeskCare *self)
{
  return hih_care_lines_begin (&self->services, self, fill_service, show_services);
}
