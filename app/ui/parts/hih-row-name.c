/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a list's row, and its action: GTK before 4.12 gives the widget around it, which has the focus, neither. */
#include "config.h"

#include "hih-row-name.h"

#include "hih-later.h"

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *child = gtk_list_item_get_child (user_data);

  if (child != NULL)
    gtk_widget_activate_action (child, "list.activate-item", "u", gtk_list_item_get_position (user_data));
}

/* What Enter does at the row, for a screen reader. */
static void
give_action (GtkListItem *item, GtkWidget *widget)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GSimpleAction) action = NULL;

  if (g_object_get_data (G_OBJECT (item), "row-open") == widget)
    return;
  group = g_simple_action_group_new ();
  action = g_simple_action_new ("open", NULL);
  g_object_set_data (G_OBJECT (item), "row-open", widget);
  g_signal_connect_object (action, "activate", G_CALLBACK (open_cb), item, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (widget, "row", G_ACTION_GROUP (group));
}

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
  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  give_action (item, row);
}
