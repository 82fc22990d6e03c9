/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part for family calls and offline services: plan one, say what became of it, note what was done without a
 * phone. Everything is taps, and everything can be taken back. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-icon.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (HihDeskCare, hih_desk_care, HIH_TYPE_DESK_PART)

HihPage *
hih_desk_care_get_page (HihDeskCare *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

HihRecords *
hih_desk_care_get_records (HihDeskCare *self)
{
  return hih_context_get_records (hih_page_get_context (hih_desk_care_get_page (self)));
}

gint64
hih_desk_care_get_now_ms (HihDeskCare *self)
{
  return hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (hih_desk_care_get_page (self))));
}

void
hih_desk_care_settle (HihDeskCare *self, GError *error)
{
  if (error != NULL)
    {
      hih_error_log (error);
      hih_page_show_sheet (hih_desk_care_get_page (self),
                           hih_text_sheet_new (hih_desk_care_get_page (self), _ ("One moment"),
                                               hih_error_get_text (error)));
    }
  hih_desk_part_shown (HIH_DESK_PART (self));
}

DONE (void)

/* A place in the log, for taking it back. */
typedef struct
{
  HihId device;
  gint64 seq;
} Place;

static void
undo_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;
  const Place *place = g_object_get_data (G_OBJECT (button), "place");

  hih_records_void_async (hih_desk_care_get_records (self), &place->device, place->seq, NULL, void_cb,
                          g_object_ref (self));
}

GtkWidget *
hih_desk_care_new_undo (HihDeskCare *self, const char *icon, const char *words, const char *what, const HihId *device,
                        gint64 seq)
{
  GtkWidget *button = hih_control_new (icon, words, "compact");
  g_autofree char *name = g_strdup_printf ("%s: %s", words, what);
  Place place = { *device, seq };

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (&place, sizeof place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, 0);
  return button;
}

HihTrainee *
hih_desk_care_find_person (HihDeskCare *self, const HihId *id)
{
  return self->by_id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* A picture, who, what, and at the end what can be done. @trainee: (nullable) */
GtkWidget *
hih_desk_care_new_row (HihTrainee *trainee, const char *icon, const char *name, const char *what, GtkWidget *buttons)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *drawing = trainee != NULL ? hih_person_drawing (trainee->picture) : NULL;
  GtkWidget *picture = trainee != NULL ? hih_picture_new (drawing, 40) : hih_icon_new (icon, 32);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (texts), hih_words_new (name, "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (what, "soft"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  /* Beside the name, also where the buttons stand under it. */
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  /* The picture stays with the name where the buttons stand under both. */
  gtk_box_append (GTK_BOX (head), picture);
  gtk_box_append (GTK_BOX (head), texts);
  row = hih_split_new (head, buttons, 12, 0);
  gtk_widget_add_css_class (row, "row-line");
  return row;
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  if (people == NULL)
    return;
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = people;
  self->by_id = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  for (guint i = 0; i < people->len; i++)
    g_hash_table_insert (self->by_id, &((HihTrainee *) people->pdata[i])->id, people->pdata[i]);
}

char *
hih_desk_care_dup_when (HihDeskCare *self, gint64 at_ms)
{
  g_autofree char *today = hih_day_dup (hih_desk_care_get_now_ms (self), 0);
  g_autofree char *day = hih_day_dup (at_ms, 0);
  g_autofree char *words = hih_day_dup_words (day, hih_desk_care_get_now_ms (self));

  return g_str_equal (day, today) ? hih_class_dup_time (at_ms) : g_steal_pointer (&words);
}

static void
hih_desk_care_shown (HihDeskPart *part)
{
  HihDeskCare *self = HIH_DESK_CARE (part);
  HihRecords *records = hih_desk_care_get_records (self);
  GCancellable *cancellable = hih_page_get_cancellable (hih_desk_care_get_page (self));

  if (records == NULL)
    return;
  hih_desk_care_follow_days (self);
  /* Answers come in the order of the questions: the names are known before the rows. */
  hih_records_list_trainees_async (records, NULL, cancellable, people_cb, g_object_ref (self));
  hih_records_list_calls_async (records, NULL, self->from_ms, self->to_ms, cancellable, hih_desk_care_calls_cb,
                                g_object_ref (self));
  hih_records_list_services_async (records, NULL, hih_desk_care_get_services_from_ms (self), self->to_ms, cancellable,
                                   hih_desk_care_services_cb, g_object_ref (self));
  hih_records_list_helpers_async (records, NULL, hih_desk_care_get_services_from_ms (self), self->to_ms, cancellable,
                                  hih_desk_care_helper_times_cb, g_object_ref (self));
}

static void
hih_desk_care_dispose (GObject *object)
{
  HihDeskCare *self = HIH_DESK_CARE (object);

  hih_care_lines_clear (&self->calls);
  hih_care_lines_clear (&self->services);
  hih_care_lines_clear (&self->helpers);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  G_OBJECT_CLASS (hih_desk_care_parent_class)->dispose (object);
}

static void
hih_desk_care_class_init (HihDeskCareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_care_dispose;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_care_shown;
}

static void
hih_desk_care_init (HihDeskCare *self)
{
}

static void
add_action (HihDeskCare *self, const char *name, const char *icon, const char *words, const char *classes, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, classes);

  gtk_widget_set_name (button, name);
  gtk_widget_set_sensitive (button, hih_desk_care_get_records (self) != NULL);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  hih_desk_part_add_action (HIH_DESK_PART (self), button);
}

/**
 * hih_desk_care_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_care_new (HihPage *page)
{
  HihDeskCare *self = g_object_new (HIH_TYPE_DESK_CARE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _ ("Calls and services"));
  add_action (self, "care-help", "people", _ ("Note help"), NULL, G_CALLBACK (hih_desk_care_helpers_cb));
  add_action (self, "care-note", "hand", _ ("Note a service"), NULL, G_CALLBACK (hih_desk_care_note_cb));
  add_action (self, "care-call", "phone", _ ("Note a call"), NULL, G_CALLBACK (hih_desk_care_call_cb));
  add_action (self, "care-plan", "plus", _ ("Plan a call"), "primary", G_CALLBACK (hih_desk_care_plan_cb));
  gtk_box_append (GTK_BOX (box), hih_desk_care_new_days (self));
  gtk_box_append (GTK_BOX (box), hih_desk_care_new_calls (self));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Services without a phone"), "section"));
  gtk_box_append (GTK_BOX (box), hih_desk_care_new_services (self));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Help outside a class"), "section"));
  gtk_box_append (GTK_BOX (box), hih_desk_care_new_helpers (self));
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
  return GTK_WIDGET (self);
}
