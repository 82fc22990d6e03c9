/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of a report's table, as a real table to screen readers as far as GTK 4.8 has one: a grid of named cells. */
#include "config.h"

#include "hih-table-preview.h"

#include "hih-control.h"
#include "hih-scroller.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define WIDEST 22 /* letters of a cell before it wraps */

static GtkWidget *
new_cell (HihTable *table, guint row, guint column)
{
  GtkWidget *cell = hih_words_new (hih_table_get_text (table, row, column), "preview-cell");

  /* Short words stay in one line; a table that is too wide scrolls. */
  gtk_label_set_wrap (GTK_LABEL (cell), g_utf8_strlen (hih_table_get_text (table, row, column), -1) > WIDEST);
  gtk_label_set_width_chars (GTK_LABEL (cell), gtk_label_get_wrap (GTK_LABEL (cell)) ? WIDEST : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), WIDEST);
  gtk_label_set_xalign (GTK_LABEL (cell), hih_table_is_number (table, row, column) ? 1 : 0);
  gtk_widget_set_halign (cell, GTK_ALIGN_FILL);
  if (gtk_label_get_wrap (GTK_LABEL (cell)))
    {
      gtk_label_set_lines (GTK_LABEL (cell), 2);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
    }
  if (hih_table_is_total (table, row))
    gtk_widget_add_css_class (cell, "strong");
  return cell;
}

/* In letters: a Chinese character is as wide as two. */
static int
count_widths (const char *text)
{
  int n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n;
}

/* What is counted stands under the heading, as 上课 over （人次）, and neither is broken. */
static char *
dup_heading (const char *heading, int *longest)
{
  g_auto (GStrv) parts = g_strsplit (heading, "（", 2);
  g_autofree char *lines = parts[0] != NULL && *parts[0] != '\0' ? g_strjoinv ("\n（", parts) : g_strdup (heading);
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  *longest = 0;
  for (guint i = 0; each[i] != NULL; i++)
    *longest = MAX (*longest, count_widths (each[i]));
  return g_steal_pointer (&lines);
}

static GtkWidget *
new_heading (HihTable *table, guint column)
{
  int longest;
  g_autofree char *heading = dup_heading (hih_table_get_heading (table, column), &longest);
  GtkWidget *cell = hih_words_new (heading, "preview-cell preview-heading strong");

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, hih_table_get_heading (table, column),
                                  -1);
  gtk_label_set_width_chars (GTK_LABEL (cell), MIN (longest, 8));
  gtk_label_set_max_width_chars (GTK_LABEL (cell), 10);
  gtk_widget_set_halign (cell, GTK_ALIGN_FILL);
  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  if (hih_table_get_n_rows (table) > 0 && hih_table_is_number (table, 0, column))
    gtk_label_set_xalign (GTK_LABEL (cell), 1);
  return cell;
}

static char *
dup_count (HihTable *table, guint n_shown)
{
  guint n_rows = hih_table_get_n_rows (table);

  if (n_rows == 0)
    return g_strdup (_("There is nothing in it yet."));
  if (n_shown < n_rows)
    return g_strdup_printf (ngettext ("%u row; the first are shown here.", "%u rows; the first are shown here.", n_rows), n_rows);
  return g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
}

/* Columns out of sight: the next ones, and after the last the first again. */
static void
more_cb (GtkWidget *button, gpointer user_data)
{
  GtkAdjustment *across = user_data;
  double last = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
  double at = gtk_adjustment_get_value (across);

  gtk_adjustment_set_value (across, at >= last - 1 ? 0 : MIN (at + gtk_adjustment_get_page_size (across) * 0.8, last));
}

static gboolean
show_more_cb (gpointer user_data)
{
  GtkWidget *more = user_data;
  GtkAdjustment *across = g_object_get_data (G_OBJECT (more), "across");

  gtk_widget_set_visible (more, gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1);
  return G_SOURCE_REMOVE;
}

/* It is known while sizes are given out: nothing may come or go then. */
static void
across_cb (GtkAdjustment *across, GParamSpec *pspec, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, show_more_cb, g_object_ref (user_data), g_object_unref);
}

/* How many rows, and a way to the columns that have no room. */
static GtkWidget *
new_head (const char *count, GtkWidget *scroller)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *words = hih_words_new (count, "soft");
  GtkWidget *more = hih_control_new ("next", _("More columns"), NULL);

  gtk_widget_set_name (more, "preview-more");
  gtk_widget_set_visible (more, FALSE);
  g_object_set_data_full (G_OBJECT (more), "across", g_object_ref (across), g_object_unref);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), across, 0);
  g_signal_connect_object (across, "notify::upper", G_CALLBACK (across_cb), more, 0);
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (across_cb), more, 0);
  return hih_split_new (words, more, 12, 0);
}

/**
 * hih_table_preview_new:
 * @most_rows: how many are shown
 *
 * Returns: (transfer floating): the rows, wider than the page they scroll sideways
 */
GtkWidget *
hih_table_preview_new (HihTable *table, guint most_rows)
{
  guint n_shown = MIN (hih_table_get_n_rows (table), most_rows);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *scroller = hih_scroller_new (grid);
  g_autofree char *count = dup_count (table, n_shown);

  for (guint c = 0; c < hih_table_get_n_columns (table); c++)
    {
      gtk_grid_attach (GTK_GRID (grid), new_heading (table, c), (int) c, 0, 1, 1);
      for (guint r = 0; r < n_shown; r++)
        gtk_grid_attach (GTK_GRID (grid), new_cell (table, r, c), (int) c, (int) r + 1, 1, 1);
    }
  gtk_widget_add_css_class (grid, "preview");
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_name (grid, "report-preview");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, hih_table_get_title (table), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  /* As wide as it was asked how high it is: made narrower its headings break, and the last row has no room. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))),
                                     GTK_SCROLL_NATURAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (scroller))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Move sideways"), -1);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_box_append (GTK_BOX (box), new_head (count, scroller));
  if (n_shown > 0)
    gtk_box_append (GTK_BOX (box), scroller);
  else
    g_object_ref_sink (scroller), g_object_unref (scroller);
  for (guint i = 0; i < hih_table_get_n_notes (table); i++)
    gtk_box_append (GTK_BOX (box), hih_words_new (hih_table_get_note (table, i), "soft"));
  return box;
}
