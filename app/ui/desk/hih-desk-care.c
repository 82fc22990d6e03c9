/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part for family calls and offline services: plan one, say what became of it, note what was done without a
 * phone. Everything is taps, and everything can be taken back. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-care-words.h"
#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-person-sheet.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)
/* Calls of so many days ago, of which nobody said what became of them, are asked about. */
#define DAYS_BACK 7
#define DAYS_AHEAD 7

#define HIH_TYPE_DESK_CARE (hih_desk_care_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskCare, hih_desk_care, HIH, DESK_CARE, HihDeskPart)

struct _HihDeskCare
{
  HihDeskPart parent_instance;

  GtkWidget *calls;
  GtkWidget *services;
  GPtrArray *people;   /* (nullable) (element-type HihTrainee), by name */
  HihTrainee *trainee; /* (nullable): whose call the open sheet is about */
  HihId call;          /* the open sheet's */
  HihService service;  /* the open sheet's */
};

G_DEFINE_FINAL_TYPE (HihDeskCare, hih_desk_care, HIH_TYPE_DESK_PART)

static HihPage *
page_of (HihDeskCare *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

static HihRecords *
records_of (HihDeskCare *self)
{
  return hih_context_get_records (hih_page_get_context (page_of (self)));
}

static gint64
now_of (HihDeskCare *self)
{
  return hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (page_of (self))));
}

static void
settle (HihDeskCare *self, GError *error)
{
  if (error != NULL)
    {
      hih_error_log (error);
      hih_page_show_sheet (page_of (self),
                           hih_text_sheet_new (page_of (self), _ ("One moment"), hih_error_get_text (error)));
    }
  hih_desk_part_shown (HIH_DESK_PART (self));
}

/* What every deed's answer does: what stands here is what is on disk. */
#define DONE(name)                                                                                                     \
  static void name##_cb (GObject *source, GAsyncResult *result, gpointer user_data)                                    \
  {                                                                                                                    \
    g_autoptr (HihDeskCare) self = user_data;                                                                          \
    g_autoptr (GError) error = NULL;                                                                                   \
                                                                                                                       \
    hih_records_##name##_finish (HIH_RECORDS (source), result, &error);                                                \
    settle (self, error);                                                                                              \
  }

DONE (plan_call)
DONE (hold_call)
DONE (give_service)
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

  hih_records_void_async (records_of (self), &place->device, place->seq, NULL, void_cb, g_object_ref (self));
}

static GtkWidget *
new_undo (HihDeskCare *self, const char *icon, const char *words, const char *what, const HihId *device, gint64 seq)
{
  GtkWidget *button = hih_control_new (icon, words, "compact");
  g_autofree char *name = g_strdup_printf ("%s: %s", words, what);
  Place place = { *device, seq };

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (&place, sizeof place), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, 0);
  return button;
}

static HihTrainee *
find_person (HihDeskCare *self, const HihId *id)
{
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (self->people, i);

      if (hih_id_equal (&trainee->id, id))
        return trainee;
    }
  return NULL;
}

/* The sheet of days: one tap plans. */

static void
day_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_plan_call_async (records_of (self), &self->trainee->id, &self->call,
                               g_object_get_data (G_OBJECT (button), "day"),
                               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part")), NULL, plan_call_cb,
                               g_object_ref (self));
  hih_page_close_sheet (page_of (self));
}

static void
show_days (HihDeskCare *self, HihTrainee *trainee, const HihId *call)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  hih_trainee_ref (trainee);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  self->trainee = trainee;
  self->call = *call;
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (trainee->name, "title"));
  gtk_box_append (GTK_BOX (box), hih_words_new (_ ("When shall the family be called?"), NULL));
  for (int i = 0; i < DAYS_AHEAD; i++)
    {
      g_autofree char *day = hih_day_dup (now_of (self), i);
      g_autofree char *words = hih_day_dup_words (day, now_of (self));
      GtkWidget *parts = hih_tiles_new_columns (100, HIH_N_DAY_PARTS, 8);
      GtkWidget *line;

      for (guint part = 0; part < HIH_N_DAY_PARTS; part++)
        {
          GtkWidget *button = hih_control_new (NULL, hih_day_part_get_words (part), NULL);
          g_autofree char *name = g_strdup_printf ("%s%s%s", words, _ (", "), hih_day_part_get_words (part));

          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
          gtk_widget_set_name (button, "care-day");
          g_object_set_data_full (G_OBJECT (button), "day", g_strdup (day), g_free);
          g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (part));
          g_signal_connect_object (button, "clicked", G_CALLBACK (day_cb), self, 0);
          hih_tiles_append (HIH_TILES (parts), button);
        }
      line = hih_split_new (hih_words_new (words, "strong"), parts, 12, 340);
      hih_split_set_stack_below (HIH_SPLIT (line), 420);
      gtk_box_append (GTK_BOX (box), line);
    }
  hih_page_show_sheet (page_of (self), box);
}

static void
planned_for_cb (HihTrainee *trainee, gpointer user_data)
{
  HihDeskCare *self = user_data;
  HihId call;

  hih_id_generate (&call, hih_context_get_clock (hih_page_get_context (page_of (self))));
  show_days (self, trainee, &call);
}

static void
plan_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  if (self->people != NULL)
    hih_person_sheet_show (page_of (self), _ ("Whose family is to be called?"), self->people, NULL, planned_for_cb,
                           self);
}

/* What became of a call. */

static void
helper_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_hold_call_async (records_of (self), &self->trainee->id, &self->call, HIH_CALL_HELD,
                               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "helper")), NULL, hold_call_cb,
                               g_object_ref (self));
  hih_page_close_sheet (page_of (self));
}

static void
take_call (HihDeskCare *self, GtkWidget *button)
{
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  self->trainee = hih_trainee_ref (g_object_get_data (G_OBJECT (button), "trainee"));
  self->call = *(const HihId *) g_object_get_data (G_OBJECT (button), "call");
}

static void
held_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *tiles = hih_tiles_new_columns (180, 3, 8);

  take_call (self, button);
  for (guint helper = 0; helper < HIH_N_HELPERS; helper++)
    {
      GtkWidget *choice =
          hih_control_new (helper == HIH_HELPER_NOBODY ? "person" : "people", hih_helper_get_words (helper), NULL);

      gtk_widget_set_name (choice, "care-helper");
      g_object_set_data (G_OBJECT (choice), "helper", GUINT_TO_POINTER (helper));
      g_signal_connect_object (choice, "clicked", G_CALLBACK (helper_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), choice);
    }
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Who helped with the call?"), "title"));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_page_show_sheet (page_of (self), box);
}

static void
missed_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  take_call (self, button);
  hih_records_hold_call_async (records_of (self), &self->trainee->id, &self->call, HIH_CALL_NOT_REACHED,
                               HIH_HELPER_NOBODY, NULL, hold_call_cb, g_object_ref (self));
}

static void
move_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  take_call (self, button);
  show_days (self, self->trainee, &self->call);
}

static GtkWidget *
new_call_button (HihDeskCare *self, const HihFamilyCall *call, HihTrainee *trainee, const char *name, const char *icon,
                 const char *words, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, "compact");
  g_autofree char *said = g_strdup_printf ("%s: %s", words, trainee->name);

  gtk_widget_set_name (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  g_object_set_data_full (G_OBJECT (button), "call", g_memdup2 (&call->call, sizeof call->call), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* A picture, who, what, and at the end what can be done. @trainee: (nullable) */
static GtkWidget *
new_row (HihTrainee *trainee, const char *icon, const char *name, const char *what, GtkWidget *buttons)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *drawing = trainee != NULL ? hih_person_drawing (trainee->picture) : NULL;
  GtkWidget *picture = trainee != NULL ? hih_picture_new (drawing, 40) : hih_icon_new (icon, 32);
  GtkWidget *split;

  gtk_box_append (GTK_BOX (texts), hih_words_new (name, "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (what, "soft"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "row-line");
  gtk_box_append (GTK_BOX (row), picture);
  split = hih_split_new (texts, buttons, 12, 0);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_box_append (GTK_BOX (row), split);
  return row;
}

static GtkWidget *
new_call (HihDeskCare *self, const HihFamilyCall *call, HihTrainee *trainee)
{
  GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
  g_autofree char *outcome = hih_call_dup_outcome (call);

  if (call->outcome == HIH_CALL_PLANNED)
    {
      hih_tiles_append (HIH_TILES (buttons),
                        new_call_button (self, call, trainee, "care-held", "check", _ ("Held"), G_CALLBACK (held_cb)));
      hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-missed", "x",
                                                              _ ("Not reached"), G_CALLBACK (missed_cb)));
      hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-move", "calendar",
                                                              _ ("Another day"), G_CALLBACK (move_cb)));
      hih_tiles_append (HIH_TILES (buttons), new_undo (self, "trash", _ ("Leave out"), trainee->name,
                                                       &call->planned_device, call->planned_seq));
    }
  else
    {
      if (call->outcome != HIH_CALL_HELD)
        hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-held", "check",
                                                                _ ("Held now"), G_CALLBACK (held_cb)));
      hih_tiles_append (HIH_TILES (buttons),
                        new_undo (self, "undo", _ ("Take back"), trainee->name, &call->held_device, call->held_seq));
    }
  return new_row (trainee, NULL, trainee->name, outcome, buttons);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The day under which a call stands: of those that were held, the day on which they were. */
static char *
dup_day (const HihFamilyCall *call)
{
  return call->held_at_ms > 0 ? hih_day_dup (call->held_at_ms, 0) : g_strdup (call->day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const HihFamilyCall *const *x = a, *const *y = b;
  g_autofree char *first = dup_day (*x);
  g_autofree char *second = dup_day (*y);
  int order = strcmp (first, second);

  return order != 0 ? order : (int) (*x)->part - (int) (*y)->part;
}

static void
calls_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calls = hih_records_list_calls_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *today = hih_day_dup (now_of (self), 0);
  g_autofree char *last = NULL;

  if (calls == NULL || self->calls == NULL)
    {
      hih_error_log (error);
      return;
    }
  clear (self->calls);
  g_ptr_array_sort (calls, compare_days);
  for (guint i = 0; i < calls->len; i++)
    {
      const HihFamilyCall *call = g_ptr_array_index (calls, i);
      HihTrainee *trainee = find_person (self, &call->trainee);
      g_autofree char *day = dup_day (call);
      gboolean over = strcmp (day, today) < 0;
      g_autofree char *words =
          over ? g_strdup (_ ("Nothing was said of these yet")) : hih_day_dup_words (day, now_of (self));

      if (trainee == NULL || *trainee->name == '\0' || (over && call->outcome != HIH_CALL_PLANNED))
        continue;
      if (g_strcmp0 (last, words) != 0)
        gtk_box_append (GTK_BOX (self->calls), hih_words_new_heading (words, "section"));
      g_free (last);
      last = g_steal_pointer (&words);
      gtk_box_append (GTK_BOX (self->calls), new_call (self, call, trainee));
    }
  if (last == NULL)
    gtk_box_append (GTK_BOX (self->calls), hih_words_new (_ ("No family call is planned for this week."), "soft"));
}

/* Services. */

static void
given_to_cb (HihTrainee *trainee, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_give_service_async (records_of (self), trainee != NULL ? &trainee->id : NULL, self->service,
                                  HIH_HELPER_STAFF, NULL, give_service_cb, g_object_ref (self));
  hih_page_close_sheet (page_of (self));
}

static void
service_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  self->service = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "service"));
  hih_person_sheet_show (page_of (self), hih_service_get_words (self->service), self->people, _ ("Without a name"),
                         given_to_cb, self);
}

static void
services_sheet_cb (GtkWidget *button, gpointer user_data)
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
  hih_page_show_sheet (page_of (self), box);
}

static void
services_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) services = hih_records_list_services_finish (HIH_RECORDS (source), result, &error);

  if (services == NULL || self->services == NULL)
    {
      hih_error_log (error);
      return;
    }
  clear (self->services);
  for (guint i = 0; i < services->len; i++)
    {
      const HihServiceGiven *given = g_ptr_array_index (services, i);
      HihTrainee *trainee = given->has_trainee ? find_person (self, &given->trainee) : NULL;
      const char *name = trainee != NULL && *trainee->name != '\0' ? trainee->name : _ ("Without a name");
      GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
      const char *words = hih_service_get_words (given->service);
      g_autofree char *time = hih_class_dup_time (given->at_ms);
      g_autofree char *what = g_strdup_printf ("%s · %s", name, time);

      hih_tiles_append (HIH_TILES (buttons),
                        new_undo (self, "undo", _ ("Take back"), words, &given->device, given->seq));
      gtk_box_append (GTK_BOX (self->services),
                      new_row (NULL, hih_service_get_icon (given->service), words, what, buttons));
    }
  if (services->len == 0)
    gtk_box_append (GTK_BOX (self->services), hih_words_new (_ ("Nothing was noted today."), "soft"));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const HihTrainee *const *x = a, *const *y = b;

  return g_utf8_collate ((*x)->name, (*y)->name);
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
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_ptr_array_sort (people, compare_names);
  self->people = people;
}

static gint64
begin_of_today (HihDeskCare *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_of (self) / 1000);
  g_autoptr (GDateTime) begin = NULL;

  if (now == NULL)
    return 0;
  begin = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now), 0, 0, 0);
  return begin != NULL ? g_date_time_to_unix (begin) * 1000 : 0;
}

static void
hih_desk_care_shown (HihDeskPart *part)
{
  HihDeskCare *self = HIH_DESK_CARE (part);
  HihRecords *records = records_of (self);
  GCancellable *cancellable = hih_page_get_cancellable (page_of (self));
  gint64 today = begin_of_today (self);

  if (records == NULL)
    return;
  /* Answers come in the order of the questions: the names are known before the rows. */
  hih_records_list_trainees_async (records, NULL, cancellable, people_cb, g_object_ref (self));
  hih_records_list_calls_async (records, NULL, today - DAYS_BACK * DAY_MS, today + DAYS_AHEAD * DAY_MS, cancellable,
                                calls_cb, g_object_ref (self));
  hih_records_list_services_async (records, NULL, today, today + DAY_MS, cancellable, services_cb, g_object_ref (self));
}

static void
hih_desk_care_dispose (GObject *object)
{
  HihDeskCare *self = HIH_DESK_CARE (object);

  self->calls = NULL;
  self->services = NULL;
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
  GtkWidget *plan = hih_control_new ("plus", _ ("Plan a call"), "primary");
  GtkWidget *note = hih_control_new ("hand", _ ("Note a service"), NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _ ("Calls and services"));
  self->calls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->services = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_name (plan, "care-plan");
  gtk_widget_set_name (note, "care-note");
  gtk_widget_set_sensitive (plan, records_of (self) != NULL);
  gtk_widget_set_sensitive (note, records_of (self) != NULL);
  g_signal_connect_object (plan, "clicked", G_CALLBACK (plan_cb), self, 0);
  g_signal_connect_object (note, "clicked", G_CALLBACK (services_sheet_cb), self, 0);
  hih_desk_part_add_action (HIH_DESK_PART (self), note);
  hih_desk_part_add_action (HIH_DESK_PART (self), plan);
  gtk_box_append (GTK_BOX (box), self->calls);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Services today"), "section"));
  gtk_box_append (GTK_BOX (box), self->services);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
  return GTK_WIDGET (self);
}
