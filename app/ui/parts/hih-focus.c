/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-focus.h"

/**
 * hih_focus_leave:
 *
 * To be called before @widget goes. If the focus is in it, nothing has it any more.
 */
void
hih_focus_leave (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    gtk_root_set_focus (root, NULL);
}

/**
 * hih_focus_set_visible:
 *
 * As gtk_widget_set_visible(), for what may have the focus when it is hidden.
 */
void
hih_focus_set_visible (GtkWidget *widget, gboolean visible)
{
  if (!visible)
    hih_focus_leave (widget);
  gtk_widget_set_visible (widget, visible);
}
