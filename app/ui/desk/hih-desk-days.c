/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet with a first and a last day: typed, or moved by a day or a month a tap. */
#include "config.h"

#include "hih-desk-days.h"

#include "hih-control.h"
#include "hih-period.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef struct
{
  HihPage *page; /* borrowed: the sheet stands on it */
  GtkWidget *first;
  GtkWidget *last;
  GtkWidget *hint;
  HihDaysFunc chosen;
  GObject *owner; /* (nullable) weak */
} Days;

static void
days_free (gpointer data, GClosure *closure)
{
  Days *self = data;

  g_clear_weak_pointer (&self->owner);
  g_free (self);
}

static gint64
read_day (GtkWidget *entry, gboolean end)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return hih_period_parse_day (text, end);
}

static void
write_day (GtkWidget *entry, gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms != 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (at, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
move_cb (GtkWidget *button, gpointer user_data)
{
  GtkWidget *entry = user_data;
  gint64 day_ms = read_day (entry, FALSE);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local ((day_ms > 0 ? day_ms : g_get_real_time () / 1000) / 1000);
  g_autoptr (GDateTime) months = g_date_time_add_months (day, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "months")));
  g_autoptr (GDateTime) moved =
    months != NULL ? g_date_time_add_days (months, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "days"))) : NULL;

  /* Nothing comes after the last day of the year 9999. */
  if (moved != NULL)
    write_day (entry, g_date_time_to_unix (moved) * 1000);
}

static void
show_cb (GtkWidget *button, gpointer user_data)
{
  Days *self = user_data;
  gint64 from_ms = read_day (self->first, FALSE), to_ms = read_day (self->last, TRUE);

  if (from_ms <= 0 || to_ms <= from_ms)
    {
      gtk_label_set_label (GTK_LABEL (self->hint), from_ms > 0 && to_ms > 0
                                                     ? _("The last day comes before the first. Please look once more.")
                                                     : _("Please write the days like this: 2026-11-23"));
      gtk_widget_grab_focus (from_ms <= 0 ? self->first : self->last);
      return;
    }
  if (self->owner != NULL)
    self->chosen (from_ms, to_ms, self->owner);
  hih_page_close_sheet (self->page);
}

static GtkWidget *
new_day (GtkWidget *box, const char *words, const char *name, gint64 at_ms)
{
  static const struct
  {
    const char *icon;
    const char *word;
    int days;
    int months;
  } moves[] = {
    { "back", N_("A month back"), 0, -1 }, { "up", N_("A day back"), -1, 0 },
    { "down", N_("A day on"), 1, 0 },      { "next", N_("A month on"), 0, 1 },
  };
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  gtk_widget_add_css_class (entry, "field");
  gtk_widget_set_name (entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  write_day (entry, at_ms);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkWidget *move = hih_control_new (moves[i].icon, _(moves[i].word), NULL);
      g_autofree char *spoken = g_strdup_printf ("%s: %s", words, _(moves[i].word));

      g_object_set_data (G_OBJECT (move), "days", GINT_TO_POINTER (moves[i].days));
      g_object_set_data (G_OBJECT (move), "months", GINT_TO_POINTER (moves[i].months));
      gtk_accessible_update_property (GTK_ACCESSIBLE (move), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_signal_connect_object (move, "clicked", G_CALLBACK (move_cb), entry, 0);
      hih_tiles_append (HIH_TILES (line), move);
    }
  gtk_box_append (GTK_BOX (box), hih_words_new (words, "strong"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), line);
  return entry;
}

void
hih_desk_days_open (HihPage *page, gint64 from_ms, gint64 to_ms, HihDaysFunc chosen, GObject *owner)
{
  Days *self = g_new0 (Days, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *show = hih_control_new ("check", _("Show these days"), "primary");

  self->page = page;
  self->chosen = chosen;
  g_set_weak_pointer (&self->owner, owner);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Which days?"), "title"));
  self->first = new_day (box, _("First day"), "report-first-day", from_ms);
  self->last = new_day (box, _("Last day"), "report-last-day", to_ms != 0 ? to_ms - 1 : 0);
  self->hint = hih_words_new ("", "soft");
  gtk_widget_set_name (show, "report-show-days");
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), show);
  g_signal_connect_data (show, "clicked", G_CALLBACK (show_cb), self, days_free, 0);
  hih_page_show_sheet (page, box);
  gtk_widget_grab_focus (self->first);
}
