/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days the desk's calls and services show. What is noted while one earlier day is shown belongs to that day. */
#include "config.h"

#include "hih-desk-care-private.h"

#include "hih-chooser.h"
#include "hih-desk-days.h"
#include "hih-safety-words.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)
/* Calls of so many days ago, of which nobody said what became of them, are asked about. */
#define DAYS_BACK 7
#define DAYS_AHEAD 7

enum
{
  DAYS_COMING,
  DAYS_YESTERDAY,
  DAYS_WEEK,
  DAYS_MONTH,
  DAYS_OWN,
};

/* When the day began that is @n_days from today; summer time moves it. */
static gint64
get_begin_ms (HihDeskCare *self, int n_days)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (hih_desk_care_get_now_ms (self) / 1000);
  g_autoptr (GDateTime) begin = NULL;
  g_autoptr (GDateTime) day = NULL;

  if (now == NULL)
    return 0;
  begin = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now), 0, 0, 0);
  day = begin != NULL ? g_date_time_add_days (begin, n_days) : NULL;
  return day != NULL ? g_date_time_to_unix (day) * 1000 : 0;
}

static void
set_days (HihDeskCare *self, gint64 from_ms, gint64 to_ms, gboolean coming)
{
  g_autofree char *day = hih_day_dup (from_ms, 0);
  g_autofree char *words = NULL;
  g_autofree char *hint = NULL;
  gint64 today = get_begin_ms (self, 0);

  if (from_ms != self->from_ms || to_ms != self->to_ms)
    {
      hih_care_lines_show_few (&self->calls);
      hih_care_lines_show_few (&self->services);
      hih_care_lines_show_few (&self->helpers);
    }
  self->from_ms = from_ms;
  self->to_ms = to_ms;
  self->coming = coming;
  self->note_ms = !coming && from_ms < today && to_ms - from_ms <= DAY_MS + HOUR_MS ? from_ms + 12 * HOUR_MS : 0;
  words = hih_day_dup_words (day, hih_desk_care_get_now_ms (self));
  /* translators: a day, such as “Tuesday, 24 November” */
  hint = g_strdup_printf (_("What you note now counts for this day: %s"), words);
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_widget_set_visible (self->hint, self->note_ms != 0);
}

static void
own_cb (gint64 from_ms, gint64 to_ms, gpointer owner)
{
  HihDeskCare *self = owner;

  set_days (self, from_ms, to_ms, FALSE);
  hih_desk_part_shown (HIH_DESK_PART (self));
}

static void
chosen_cb (HihChooser *chooser, guint chosen, gpointer user_data)
{
  HihDeskCare *self = user_data;

  if (chosen == DAYS_OWN)
    {
      hih_desk_days_open (hih_desk_care_get_page (self), self->from_ms, self->to_ms, own_cb, G_OBJECT (self));
      return;
    }
  hih_desk_care_follow_days (self);
  hih_desk_part_shown (HIH_DESK_PART (self));
}

/* The days are counted from today: whoever comes back tomorrow sees others. */
void
hih_desk_care_follow_days (HihDeskCare *self)
{
  switch (hih_chooser_get (HIH_CHOOSER (self->days)))
    {
    case DAYS_YESTERDAY:
      set_days (self, get_begin_ms (self, -1), get_begin_ms (self, 0), FALSE);
      break;
    case DAYS_WEEK:
      set_days (self, get_begin_ms (self, -6), get_begin_ms (self, 1), FALSE);
      break;
    case DAYS_MONTH:
      set_days (self, get_begin_ms (self, -30), get_begin_ms (self, 1), FALSE);
      break;
    case DAYS_OWN:
      break;
    case DAYS_COMING:
    default:
      set_days (self, get_begin_ms (self, -DAYS_BACK), get_begin_ms (self, DAYS_AHEAD), TRUE);
    }
}

gint64
hih_desk_care_get_services_from_ms (HihDeskCare *self)
{
  return self->coming ? get_begin_ms (self, 0) : self->from_ms;
}

GtkWidget *
hih_desk_care_new_days (HihDeskCare *self)
{
  const char *words[] = { _("Today and the next week"), _("Yesterday"), _("The last 7 days"), _("The last 31 days"),
                          _("Other days"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->days = hih_chooser_new (hih_desk_care_get_page (self), "care-days", "calendar", _("Which days?"));
  self->hint = hih_words_new ("", "notice-box");
  hih_chooser_set (HIH_CHOOSER (self->days), words, DAYS_COMING);
  g_signal_connect_object (self->days, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_widget_set_halign (self->days, GTK_ALIGN_START);
  gtk_widget_set_name (self->hint, "care-hint");
  gtk_box_append (GTK_BOX (box), self->days);
  gtk_box_append (GTK_BOX (box), self->hint);
  hih_desk_care_follow_days (self);
  return box;
}
