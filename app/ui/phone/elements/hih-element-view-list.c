/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows one under the other; if what is looked for is in none of them, the words that say so. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pane = hih_phone_pane_new (HIH_PANE_STACK, NULL, 0);
  GtkWidget *nothing = hih_element_view_new_label ("nothing-found");

  gtk_box_append (GTK_BOX (box), pane);
  gtk_box_append (GTK_BOX (box), nothing);
  hih_element_view_keep (box, "pane", pane);
  hih_element_view_keep (box, "nothing", nothing);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_sync (context, hih_element_view_part (widget, "pane"), node->children);
  hih_element_view_set_label (hih_element_view_part (widget, "nothing"),
                              node->children->len > 0 ? "" : hih_element_context_pick_text (context, node->placeholder));
}

const HihElementView hih_element_view_list = {
  .name = "list",
  .create = create,
  .update = update,
};
