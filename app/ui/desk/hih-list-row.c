/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-list-row.h"

#define ITEM_KEY "list-item"
#define MOST_MADE 200 /* rows that GtkListView has ready around what is seen; of the others there is nothing to take away */
#define GIVEN_UP 8

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  /* The button in it takes the presses, and the keyboard; from 4.12 on the item would stop Tab once more. */
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (item), "focusable") != NULL)
    g_object_set (item, "focusable", FALSE, NULL);
  gtk_list_item_set_child (item, hih_later_new (kind, item, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  hih_later_ask (HIH_LATER (gtk_list_item_get_child (item)));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer kind)
{
  GtkWidget *place = gtk_list_item_get_child (item);

  if (place != NULL)
    hih_later_forget (HIH_LATER (place));
}

GtkListItemFactory *
hih_list_row_factory_new (HihLaterKind *kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), kind);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), kind);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), kind);
  return factory;
}

void
hih_list_row_refill (GtkWidget *view)
{
  for (GtkWidget *row = view != NULL ? gtk_widget_get_first_child (view) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *place = gtk_widget_get_first_child (row);

      if (HIH_IS_LATER (place))
        hih_later_ask (HIH_LATER (place));
    }
}

guint
hih_list_row_count_kept (guint n_rows)
{
  return n_rows > MOST_MADE ? MOST_MADE : n_rows - MIN (n_rows, GIVEN_UP);
}

/**
 * hih_list_row_make:
 * @place: where it is to stand
 * @box: (transfer floating):
 * @split: (transfer floating):
 * @object: given to @pressed, which is disconnected with it
 *
 * Main thread.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
hih_list_row_make (HihLater *place, GtkListItem *item, const char *name, GtkWidget *box, GtkWidget *split,
                   GCallback pressed, gpointer object)
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
  hih_later_set_child (place, button);
  return button;
}

GtkListItem *
hih_list_row_get_item (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), ITEM_KEY);
}
