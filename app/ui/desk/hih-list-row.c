/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-list-row.h"

#define ITEM_KEY "list-item"

/**
 * hih_list_row_set_up:
 * @box: (transfer floating):
 * @split: (transfer floating):
 * @object: given to @pressed, which is disconnected with it
 *
 * Main thread. The button takes the presses: the item itself is neither activated nor selected.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
hih_list_row_set_up (GtkListItem *item, const char *name, GtkWidget *box, GtkWidget *split, GCallback pressed,
                     gpointer object)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_hexpand (split, TRUE);
  gtk_widget_set_valign (split, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), split);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_add_css_class (button, "person-row");
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_object_set_data (G_OBJECT (button), ITEM_KEY, item);
  g_signal_connect_object (button, "clicked", pressed, object, 0);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, button);
  return button;
}

GtkListItem *
hih_list_row_get_item (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), ITEM_KEY);
}
