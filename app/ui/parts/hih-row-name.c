/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a list's row: GTK before 4.12 gives the widget around it, which has the focus, none. */
#include "config.h"

#include "hih-row-name.h"

/**
 * hih_row_name_set:
 * @name: what a screen reader says of the row
 *
 * Call on the main thread, while binding @item; its child must be set.
 */
void
hih_row_name_set (GtkListItem *item, const char *name)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  for (GtkWidget *widget = child; widget != NULL; widget = widget == child ? gtk_widget_get_parent (child) : NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
