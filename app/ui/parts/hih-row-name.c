/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a list's row: GTK before 4.12 gives the widget around it, which has the focus, none. */
#include "config.h"

#include "hih-row-name.h"

#include "hih-later.h"

/**
 * hih_row_name_set:
 * @name: what a screen reader says of the row
 *
 * Call on the main thread, while binding @item; its child must be set, and filled where it is a #HihLater.
 */
void
hih_row_name_set (GtkListItem *item, const char *name)
{
  GtkWidget *child = gtk_list_item_get_child (item), *row = gtk_widget_get_parent (child);
  GtkWidget *inside = HIH_IS_LATER (child) ? hih_later_get_child (HIH_LATER (child)) : child;

  gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
