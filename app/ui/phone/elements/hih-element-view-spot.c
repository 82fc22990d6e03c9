/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place on a map: its point, and its name on a card under it. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-map.h"
#include "hih-phone-picture.h"

static double
get_number (const HihSceneNode *node, const char *name)
{
  const char *text = hih_element_get_attribute (node->element, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 50;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean answers = hih_element_answers (node->element, HIH_GESTURE_TAP);
  GtkWidget *spot = answers ? hih_element_view_new_button (context, NULL) : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *point = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (point, "point");
  gtk_widget_set_halign (point, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (card, "spot-card");
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "spot-name");
  if (node->icon != NULL)
    gtk_box_append (GTK_BOX (card), hih_phone_picture_new_icon (node->icon, 24));
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (box), point);
  gtk_box_append (GTK_BOX (box), card);
  if (answers)
    gtk_button_set_child (GTK_BUTTON (spot), box);
  else
    gtk_box_append (GTK_BOX (spot), box);
  hih_phone_map_place (spot, get_number (node, "x"), get_number (node, "y"));
  hih_element_view_keep (spot, "label", label);
  hih_element_view_keep (spot, "box", box);
  return spot;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);

  hih_element_view_set_label (hih_element_view_part (widget, "label"), title);
  gtk_widget_set_visible (hih_element_view_part (widget, "box"), *title != '\0');
  hih_element_view_set_name (widget, title, NULL);
}

const HihElementView hih_element_view_spot = {
  .name = "spot",
  .create = create,
  .update = update,
};
