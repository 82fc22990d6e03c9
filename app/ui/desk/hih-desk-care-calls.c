/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Family calls: planned with one tap on a part of a day; what became of them with one or two. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-care-words.h"
#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-person-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAYS_AHEAD 7

DONE (plan_call)
DONE (hold_call)

/* The sheet of days: one tap plans. */

static void
day_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_plan_call_async (hih_desk_care_get_records (self), &self->trainee->id, &self->call,
                               g_object_get_data (G_OBJECT (button), "day"),
                               GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part")), NULL, plan_call_cb,
                               g_object_ref (self));
  hih_page_close_sheet (hih_desk_care_get_page (self));
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
      g_autofree char *day = hih_day_dup (hih_desk_care_get_now_ms (self), i);
      g_autofree char *words = hih_day_dup_words (day, hih_desk_care_get_now_ms (self));
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
  hih_page_show_sheet (hih_desk_care_get_page (self), box);
}

static void
planned_for_cb (HihTrainee *trainee, gpointer user_data)
{
  HihDeskCare *self = user_data;
  HihId call;

  hih_id_generate (&call, hih_context_get_clock (hih_page_get_context (hih_desk_care_get_page (self))));
  show_days (self, trainee, &call);
}

void
hih_desk_care_plan_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  if (self->people != NULL)
    hih_person_sheet_show (hih_desk_care_get_page (self), _ ("Whose family is to be called?"), self->people, NULL,
                           planned_for_cb,
                           self);
}

/* What became of a call. */

static void
helper_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_hold_call_at_async (hih_desk_care_get_records (self), &self->trainee->id, &self->call, HIH_CALL_HELD,
                                  GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "helper")), self->note_ms, NULL,
                                  hold_call_cb, g_object_ref (self));
  hih_page_close_sheet (hih_desk_care_get_page (self));
}

static void
take_call (HihDeskCare *self, GtkWidget *button)
{
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  self->trainee = hih_trainee_ref (g_object_get_data (G_OBJECT (button), "trainee"));
  self->call = *(const HihId *) g_object_get_data (G_OBJECT (button), "call");
}

static void
not_reached_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_records_hold_call_at_async (hih_desk_care_get_records (self), &self->trainee->id, &self->call, HIH_CALL_NOT_REACHED,
                                  HIH_HELPER_NOBODY, self->note_ms, NULL, hold_call_cb, g_object_ref (self));
  hih_page_close_sheet (hih_desk_care_get_page (self));
}

/* @missed: whether it can also be said here that nobody was reached. */
static void
ask_helper (HihDeskCare *self, gboolean missed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *tiles = hih_tiles_new_columns (180, 3, 8);

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
  if (missed)
    {
      GtkWidget *choice = hih_control_new ("x", _ ("Not reached"), NULL);

      gtk_widget_set_name (choice, "care-not-reached");
      gtk_widget_set_halign (choice, GTK_ALIGN_START);
      g_signal_connect_object (choice, "clicked", G_CALLBACK (not_reached_cb), self, 0);
      gtk_box_append (GTK_BOX (box), choice);
    }
  hih_page_show_sheet (hih_desk_care_get_page (self), box);
}

static void
held_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  take_call (self, button);
  ask_helper (self, FALSE);
}

/* A call that nobody had planned. */
static void
noted_for_cb (HihTrainee *trainee, gpointer user_data)
{
  HihDeskCare *self = user_data;

  hih_trainee_ref (trainee);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  self->trainee = trainee;
  hih_id_generate (&self->call, hih_context_get_clock (hih_page_get_context (hih_desk_care_get_page (self))));
  ask_helper (self, TRUE);
}

void
hih_desk_care_call_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  if (self->people != NULL)
    hih_person_sheet_show (hih_desk_care_get_page (self), _ ("Whose family was called?"), self->people, NULL, noted_for_cb,
                           self);
}

static void
missed_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskCare *self = user_data;

  take_call (self, button);
  hih_records_hold_call_at_async (hih_desk_care_get_records (self), &self->trainee->id, &self->call, HIH_CALL_NOT_REACHED,
                                  HIH_HELPER_NOBODY, self->note_ms, NULL, hold_call_cb, g_object_ref (self));
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

/* @day: (nullable): the day in words, where no heading says it. */
static GtkWidget *
new_call (HihDeskCare *self, const HihFamilyCall *call, HihTrainee *trainee, const char *day)
{
  GtkWidget *buttons = hih_tiles_new_line (8, TRUE);
  g_autofree char *said = hih_call_dup_outcome (call);
  g_autofree char *outcome = day != NULL ? g_strjoin (" · ", day, said, NULL) : g_steal_pointer (&said);

  if (call->outcome == HIH_CALL_PLANNED)
    {
      hih_tiles_append (HIH_TILES (buttons),
                        new_call_button (self, call, trainee, "care-held", "check", _ ("Held"), G_CALLBACK (held_cb)));
      hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-missed", "x",
                                                              _ ("Not reached"), G_CALLBACK (missed_cb)));
      hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-move", "calendar",
                                                              _ ("Another day"), G_CALLBACK (move_cb)));
      hih_tiles_append (HIH_TILES (buttons), hih_desk_care_new_undo (self, "trash", _ ("Leave out"), trainee->name,
                                                       &call->planned_device, call->planned_seq));
    }
  else
    {
      if (call->outcome != HIH_CALL_HELD)
        hih_tiles_append (HIH_TILES (buttons), new_call_button (self, call, trainee, "care-held", "check",
                                                                _ ("Held now"), G_CALLBACK (held_cb)));
      hih_tiles_append (HIH_TILES (buttons),
                        hih_desk_care_new_undo (self, "undo", _ ("Take back"), trainee->name, &call->held_device,
                                                call->held_seq));
    }
  return hih_desk_care_new_row (trainee, NULL, trainee->name, outcome, buttons);
}

static void
fill_call (HihLater *place, gpointer item, gpointer owner)
{
  const HihCareLine *line = item;

  hih_later_set_child (place, new_call (owner, line->record, line->trainee, line->when));
}

/* A call, and the day under which it stands: of one that was held, the day on which it was. */
typedef struct
{
  const HihFamilyCall *call;
  char day[sizeof "2026-11-23"];
} Dated;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Dated *x = a, *y = b;
  int order = strcmp (x->day, y->day);

  return order != 0 ? order : (int) x->call->part - (int) y->call->part;
}

/* (element-type Dated): by day */
static GArray *
list_dated (GPtrArray *calls)
{
  GArray *dated = g_array_sized_new (FALSE, TRUE, sizeof (Dated), calls->len);

  for (guint i = 0; i < calls->len; i++)
    {
      Dated one = { .call = g_ptr_array_index (calls, i) };
      g_autofree char *held = one.call->held_at_ms > 0 ? hih_day_dup (one.call->held_at_ms, 0) : NULL;

      g_strlcpy (one.day, held != NULL ? held : one.call->day, sizeof one.day);
      g_array_append_val (dated, one);
    }
  g_array_sort (dated, compare_days);
  return dated;
}

/* The person of a call that is shown; NULL: of one that is not, as somebody who was erased has no name, and what is over
 * and done does not stand among what is to come. */
static HihTrainee *
find_shown (HihDeskCare *self, const HihFamilyCall *call, gboolean over)
{
  HihTrainee *trainee = hih_desk_care_find_person (self, &call->trainee);

  return trainee == NULL || *trainee->name == '\0' || (over && call->outcome != HIH_CALL_PLANNED) ? NULL : trainee;
}

static void
show_calls (HihDeskCare *self)
{
  HihCareLines *lines = &self->calls;
  g_autoptr (GArray) dated = list_dated (lines->records);
  g_autofree char *today = hih_day_dup (hih_desk_care_get_now_ms (self), 0);
  g_autofree char *heading = NULL;
  g_autofree char *when = NULL;
  const char *day = NULL; /* of which @when tells */

  hih_care_lines_restart (lines);
  for (guint i = 0; i < dated->len; i++)
    {
      const Dated *one = &g_array_index (dated, Dated, i);
      gboolean over = self->coming && strcmp (one->day, today) < 0;
      HihTrainee *trainee = find_shown (self, one->call, over);
      const char *words;

      if (trainee == NULL || !hih_care_lines_has_room (lines))
        continue;
      if (g_strcmp0 (day, one->day) != 0)
        {
          g_free (when);
          when = hih_day_dup_words (one->day, hih_desk_care_get_now_ms (self));
          day = one->day;
        }
      words = over ? _ ("Nothing was said of these yet") : when;
      if (g_strcmp0 (heading, words) != 0)
        gtk_box_append (GTK_BOX (lines->box), hih_words_new_heading (words, "section"));
      g_free (heading);
      heading = g_strdup (words);
      hih_care_lines_add (lines, one->call, trainee, over ? when : NULL);
    }
  hih_care_lines_end (lines, self->coming ? _ ("No family call is planned for this week.")
                                          : _ ("No family call stands in these days."));
}

void
hih_desk_care_calls_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskCare) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_care_lines_set (&self->calls, hih_records_list_calls_finish (HIH_RECORDS (source), result, &error), error);
}

GtkWidget *
hih_desk_care_new_calls (HihDeskCare *self)
{
  return hih_care_lines_begin (&self->calls, self, fill_call, show_calls);
}
