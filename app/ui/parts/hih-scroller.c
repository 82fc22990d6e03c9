/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A scrolled window that goes downward only. Unnamed, its parts would be read out as "GtkScrollbar". The bar stands there
 * for as long as there is more than is seen: one that fades away leaves nobody a sign of what is below.
 */
#include "config.h"

#include "hih-scroller.h"

#include "hih-quick-layout.h"

#include <glib/gi18n.h>

#define SHOWN_FRAMES 8
#define SHOWN_AROUND 8 /* px of what is beside it: the line around what has the focus is seen whole */

static void
name_parts (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scroll bar"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_parts (child);
}

/**
 * hih_scroller_to_top:
 *
 * What is in the scroller around @inside is new: it is read from its beginning.
 */
void
hih_scroller_to_top (GtkWidget *inside)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (inside, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

/* Only what was laid out has a place, and larger words find theirs in a few frames. */
static gboolean
show_cb (GtkWidget *inside, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_left = user_data;
  GtkWidget *scroller = gtk_widget_get_ancestor (inside, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t box;

  if (scroller == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (inside) == 0 || !gtk_widget_compute_bounds (inside, scroller, &box))
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + (double) box.origin.y - SHOWN_AROUND,
                             gtk_adjustment_get_value (adjustment) + (double) (box.origin.y + box.size.height) +
                               SHOWN_AROUND);
  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * hih_scroller_show:
 * @inside: a widget in a scroller, or one that will be
 *
 * Scrolls as far as is needed to see all of it, as soon as it has its place.
 */
void
hih_scroller_show (GtkWidget *inside)
{
  guint *n_left = g_new (guint, 1);

  *n_left = SHOWN_FRAMES;
  gtk_widget_add_tick_callback (inside, show_cb, n_left, g_free);
}

static void
unrealize_cb (GtkWidget *scroller)
{
  g_signal_handlers_disconnect_matched (gtk_widget_get_settings (scroller), G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, scroller);
}

/**
 * hih_scroller_leave_settings:
 * @scroller: a #GtkScrolledWindow
 *
 * GTK 4.8 connects it to the settings each time it is realized, and never disconnects it: 128 bytes that stay.
 */
void
hih_scroller_leave_settings (GtkWidget *scroller)
{
  g_signal_connect (scroller, "unrealize", G_CALLBACK (unrealize_cb), NULL);
}

/**
 * hih_scroller_new:
 * @child: what is scrolled
 *
 * Returns: (transfer floating): the scrolled window
 */
GtkWidget *
hih_scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  hih_scroller_leave_settings (scroller);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  if (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) != child)
    hih_quick_layout_give (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))); /* its viewport */
  name_parts (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller)));
  name_parts (gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (scroller)));
  return scroller;
}
