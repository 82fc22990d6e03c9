/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A magnifying glass, what is looked for, and a cross that begins anew. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

static void
clear_clicked_cb (GtkWidget *button, GtkWidget *entry)
{
  hih_element_entry_type (entry, "");
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = hih_element_entry_new (context);
  GtkWidget *clear = gtk_button_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (clear, "clear");
  gtk_widget_set_focus_on_click (clear, FALSE);
  gtk_button_set_child (GTK_BUTTON (clear), hih_phone_picture_new_icon ("x", 26));
  hih_element_view_set_name (clear, _("Empty the line"), NULL);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_clicked_cb), entry, 0);
  gtk_box_append (GTK_BOX (box), hih_phone_picture_new_icon ("search", 30));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), clear);
  hih_element_view_keep (box, "entry", entry);
  hih_element_view_keep (box, "clear", clear);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *entry = hih_element_view_part (widget, "entry");

  hih_element_entry_set_text (entry, node->value);
  hih_element_entry_set_placeholder (entry, hih_element_context_pick_text (context, node->placeholder));
  hih_element_view_set_name (entry, hih_element_view_get_title (context, node), NULL);
  gtk_widget_set_visible (hih_element_view_part (widget, "clear"), node->value != NULL && *node->value != '\0');
}

const HihElementView hih_element_view_search = {
  .name = "search",
  .create = create,
  .update = update,
};
