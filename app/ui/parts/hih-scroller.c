/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scrolled window that goes downward only. Unnamed, its parts would be read out as "GtkScrollbar". */
#include "config.h"

#include "hih-scroller.h"

#include <glib/gi18n.h>

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

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  name_parts (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller)));
  name_parts (gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (scroller)));
  return scroller;
}
