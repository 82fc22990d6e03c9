/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Helpers' time outside a class: a relative or a volunteer sat down with somebody for half an hour. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-stepper.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MOST_HELPERS 100
#define MOST_MINUTES 480
#define USUAL_MINUTES 30

DONE (note_helpers)

static void
kind_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;
  GtkWidget *sheet = gtk_widget_get_ancestor (button, GTK_TYPE_BOX);
  HihStepper *helpers = g_object_get_data (G_OBJECT (sheet), "helpers");
  HihStepper *minutes = g_object_get_data (G_OBJECT (sheet), "minutes");
  HihId entry;

  hih_id_generate (&entry, hih_context_get_clock (hih_page_get_context (hih_desk_care_get_page (self))));
  hih_records_note_helpers_at_async (hih_desk_care_get_records (self), &entry, NULL,
                                     GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "helper")),
                                     (guint) hih_stepper_get (helpers), (guint) hih_stepper_get (minutes), self->note_ms,
                                     NULL, note_helpers_cb, g_object_ref (self));
  hih_page_close_sheet (hih_desk_care_get_page (self));
}

void
hih_desk_care_helpers_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (180, 2, 8);
  GtkWidget *helpers = hih_stepper_new (_("How many helped"), 1, MOST_HELPERS, 1);
  GtkWidget *minutes = hih_stepper_new (_("Minutes each"), 5, MOST_MINUTES, 5);

  hih_stepper_set (HIH_STEPPER (helpers), 1);
  hih_stepper_set (HIH_STEPPER (minutes), USUAL_MINUTES);
  gtk_widget_set_name (minutes, "care-minutes");
  for (guint helper = 0; helper < HIH_HELPER_NOBODY; helper++)
    {
      GtkWidget *choice = hih_control_new ("people", hih_helper_get_many_words (helper), NULL);

      gtk_widget_set_name (choice, "care-kind");
      g_object_set_data (G_OBJECT (choice), "helper", GUINT_TO_POINTER (helper));
      g_signal_connect_object (choice, "clicked", G_CALLBACK (kind_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), choice);
    }
  g_object_set_data (G_OBJECT (box), "helpers", helpers);
  g_object_set_data (G_OBJECT (box), "minutes", minutes);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Who helped outside a class?"), "title"));
  gtk_box_append (GTK_BOX (box), helpers);
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("A tap on who it was notes it. Nobody's name is kept."), "soft"));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_page_show_sheet (hih_desk_care_get_page (self), box);
}

static void
fill_help (HihLater *place, gpointer item, gpointer owner)
{
  HihDeskCare *self = owner;
  const HihHelperTime *time = ((const HihCareLine *) item)->record;
  GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
  const char *who = hih_helper_get_many_words (time->helper);
  g_autofree char *day = hih_desk_care_dup_when (self, time->at_ms);
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", time->minutes), time->minutes);
  g_autofree char *what = g_strdup_printf ("%u × %s · %s", time->helpers, minutes, day);

  hih_tiles_append (HIH_TILES (buttons),
                    hih_desk_care_new_undo (self, "undo", _("Take back"), who, &time->device, time->seq));
  hih_later_set_child (place, hih_desk_care_new_row (NULL, "people", who, what, buttons));
}

static void
show_helpers (HihDeskCare *self)
{
  GPtrArray *times = self->helpers.records;

  hih_care_lines_restart (&self->helpers);
  for (guint i = 0; i < times->len; i++)
    {
      const HihHelperTime *time = g_ptr_array_index (times, i);

      /* What was noted in a class is the class's. */
      if (!time->has_session && hih_care_lines_has_room (&self->helpers))
        hih_care_lines_add (&self->helpers, time, NULL, NULL);
    }
  hih_care_lines_end (&self->helpers, _("No help outside a class was noted."));
}

void
hih_desk_care_helper_times_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_care_lines_set (&self->helpers, hih_records_list_helpers_finish (HIH_RECORDS (source), result, &error), error);
}

GtkWidget *
hih_desk_care_new_helpers (HihDeskCare *self)
{
  return hih_care_lines_begin (&self->helpers, self, fill_help, show_helpers);
}
