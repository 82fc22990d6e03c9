/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key at the phone's side: it stands outside the screen, so the frame shows it. */
#include "config.h"

#include "hih-element-view.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, "flat");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *nub = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (nub, "nub");
  gtk_box_append (GTK_BOX (box), nub);
  gtk_button_set_child (GTK_BUTTON (button), box);
  hih_element_view_keep (button, HIH_ELEMENT_VIEW_RING, nub);
  return button;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), NULL);
}

const HihElementView hih_element_view_key = {
  .name = "key",
  .create = create,
  .update = update,
};
