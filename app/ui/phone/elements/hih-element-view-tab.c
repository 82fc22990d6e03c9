/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place of the bar at the bottom: icon over word; the present one is bold, coloured and marked. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-fit.h"
#include "hih-phone-picture.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, "flat");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = hih_phone_picture_new_icon (node->icon, 30);
  GtkWidget *label = hih_element_view_new_label ("tab-name");

  hih_phone_fit_limit_lines (label, 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  hih_element_view_keep (button, "icon", icon);
  hih_element_view_keep (button, "label", label);
  return button;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);

  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (hih_element_view_part (widget, "icon")), node->icon);
  hih_element_view_set_label (hih_element_view_part (widget, "label"), title);
  hih_element_view_set_class (widget, "current", node->current);
  hih_element_view_set_name (widget, title, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_PRESSED,
                               node->current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

const HihElementView hih_element_view_tab = {
  .name = "tab",
  .create = create,
  .update = update,
};
