/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line one writes in. For numbers it brings the phone's own keys. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"
/* Whoever comes to it by the keyboard opens the phone's own with Enter. */
static void
activated_cb (GtkEntry *entry, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (GTK_WIDGET (entry));

  if (widget != NULL)
    hih_element_context_act (context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (widget), NULL);
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *entry = hih_element_entry_new (context);

  g_signal_connect_object (entry, "activate", G_CALLBACK (activated_cb), context, 0);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  hih_element_view_keep (box, "entry", entry);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *entry = hih_element_view_part (widget, "entry");

  hih_element_entry_set_text (entry, node->value);
  hih_element_entry_set_placeholder (entry, hih_element_context_pick_text (context, node->placeholder));
  hih_element_view_set_name (entry, hih_element_view_get_title (context, node), NULL);
}

const HihElementView hih_element_view_input = {
  .name = "input",
  .flags = HIH_ELEMENT_BOTTOM,
  .create = create,
  .update = update,
};
