/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picture, name, maker and mark of what a store offers. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#define PICTURE_SIZE 96

static const struct
{
  const char *value;
  const char *icon;
} stamps[] = { { "green", "shield-check" }, { "amber", "info" }, { "red", "warning" } };

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *plate = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *picture = hih_phone_picture_new (PICTURE_SIZE, PICTURE_SIZE);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = hih_element_view_new_label ("product-name");
  GtkWidget *subtitle = hih_element_view_new_label ("product-maker");
  GtkWidget *stamp = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = hih_phone_picture_new_icon (NULL, 26);
  GtkWidget *word = hih_element_view_new_label ("stamp-word");

  gtk_widget_add_css_class (plate, "plate");
  gtk_widget_set_overflow (plate, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (plate, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (plate), picture);
  gtk_widget_add_css_class (stamp, "stamp");
  gtk_widget_set_halign (stamp, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (stamp), icon);
  gtk_box_append (GTK_BOX (stamp), word);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (words), stamp);
  gtk_box_append (GTK_BOX (box), plate);
  gtk_box_append (GTK_BOX (box), words);
  hih_element_view_keep (box, "picture", picture);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "subtitle", subtitle);
  hih_element_view_keep (box, "stamp", stamp);
  hih_element_view_keep (box, "icon", icon);
  hih_element_view_keep (box, "word", word);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *stamp = hih_element_view_part (widget, "stamp");

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      gboolean now = g_strcmp0 (node->value, stamps[i].value) == 0;

      hih_element_view_set_class (stamp, stamps[i].value, now);
      if (now)
        hih_phone_picture_set_icon (HIH_PHONE_PICTURE (hih_element_view_part (widget, "icon")), stamps[i].icon);
    }
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (hih_element_view_part (widget, "picture")), node->picture);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), hih_element_view_get_subtitle (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "word"), hih_element_context_pick_text (context, node->value_title));
  gtk_widget_set_visible (stamp, node->value_title != NULL);
}

const HihElementView hih_element_view_product = {
  .name = "product",
  .create = create,
  .update = update,
};
