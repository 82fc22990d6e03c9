/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Then and now" in plain numbers: the first run of the lesson in one stage beside the latest in the same. */
#include "config.h"

#include "hih-then-now.h"

#include "hih-lesson.h"
#include "hih-stage-words.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static char *
dup_helps (guint n)
{
  return n == 0 ? g_strdup (_("no help needed")) : g_strdup_printf (ngettext ("%u time", "%u times", n), n);
}

static char *
dup_taps (guint n)
{
  return n == 0 ? g_strdup (C_ ("then and now", "none")) : g_strdup_printf (ngettext ("%u tap", "%u taps", n), n);
}

static char *
dup_time (gint64 ms)
{
  guint seconds = (guint) (MAX (0, ms) / 1000);

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", MAX (1, seconds)), MAX (1, seconds));
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", (seconds + 30) / 60), (seconds + 30) / 60);
}

static char *
dup_date (GDateTime *day)
{
  /* translators: a short date, month and day, as g_date_time_format() writes it */
  /* xgettext:no-c-format */
  return g_date_time_format (day, _("%b %-e"));
}

static char *
dup_first_day (gint64 at_ms)
{
  g_autoptr (GDateTime) day = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;
  g_autofree char *date = day != NULL ? dup_date (day) : NULL;

  /* translators: a short date */
  return day != NULL ? g_strdup_printf (_("%s, the first time"), date) : g_strdup (_("The first time"));
}

/* A run of another day is not today's, though it is the latest. */
static char *
dup_latest_day (gint64 at_ms, gint64 now_ms)
{
  g_autoptr (GDateTime) day = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autofree char *date = NULL;

  if (day == NULL)
    return g_strdup (_("The latest time"));
  if (today != NULL && g_date_time_get_year (day) == g_date_time_get_year (today) &&
      g_date_time_get_day_of_year (day) == g_date_time_get_day_of_year (today))
    return g_strdup (_("Today"));
  date = dup_date (day);
  /* translators: a short date */
  return g_strdup_printf (_("%s, the latest time"), date);
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, gboolean last)
{
  GtkWidget *label = hih_words_new (text, column == 2 ? "table-cell today" : "table-cell");

  if (row == 0)
    gtk_widget_add_css_class (label, "top");
  if (last)
    gtk_widget_add_css_class (label, "last");
  if (row == 0 && column == 1)
    gtk_widget_add_css_class (label, "soft");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

/**
 * hih_then_now_new:
 *
 * Returns: (transfer floating): a card that waits for its numbers
 */
GtkWidget *
hih_then_now_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (box, "card-box");
  gtk_widget_add_css_class (box, "padded");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Then and now"), "name"));
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

/**
 * hih_then_now_set:
 * @numbers: from the records; when it was the first run there is nothing to compare with
 * @now_ms: the wall clock: a run of another day is called by its date
 */
void
hih_then_now_set (GtkWidget *card, const HihThenAndNow *numbers, gint64 now_ms)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_last_child (card));
  g_autofree char *first_day = dup_first_day (numbers->then.at_ms);
  g_autofree char *latest_day = dup_latest_day (numbers->now.at_ms, now_ms);
  const char *names[] = { C_ ("then and now", "Help"), _("Taps too many"), _("How long") };
  char *then[] = { dup_helps (numbers->then.helps), dup_taps (numbers->then.errors), dup_time (numbers->then.duration_ms) };
  HihStage stage;
  char *now[] = { dup_helps (numbers->now.helps), dup_taps (numbers->now.errors), dup_time (numbers->now.duration_ms) };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  if (hih_stage_parse (numbers->stage, &stage))
    attach (grid, hih_stage_get_words (stage), 0, 0, FALSE);
  if (!numbers->first)
    attach (grid, first_day, 1, 0, FALSE);
  attach (grid, latest_day, 2, 0, FALSE);
  for (int i = 0; i < 3; i++)
    {
      attach (grid, names[i], 0, i + 1, i == 2);
      if (!numbers->first)
        attach (grid, then[i], 1, i + 1, i == 2);
      attach (grid, now[i], 2, i + 1, i == 2);
      g_free (then[i]);
      g_free (now[i]);
    }
}
