/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which app asks, and for what: the sign of what it wants leans on the app's picture. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static const struct
{
  const char *what;
  const char *icon;
} signs[] = { { "camera", "camera" }, { "microphone", "mic" }, { "location", "location" }, { "contacts", "people" } };

static const char *
find_icon (const HihSceneNode *node)
{
  const char *what = hih_element_get_attribute (node->element, "what");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_strcmp0 (signs[i].what, what) == 0)
        return signs[i].icon;
    }
  return "permission";
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *picture = hih_phone_picture_new (64, 64);
  GtkWidget *sign = hih_phone_picture_new_icon (find_icon (node), 40);
  GtkWidget *title = hih_element_view_new_label ("permission-title");
  GtkWidget *subtitle = hih_element_view_new_label ("permission-words");

  gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (sign, "permission-sign");
  gtk_widget_add_css_class (picture, "permission-app");
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), picture);
  gtk_box_append (GTK_BOX (head), sign);
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0.5f);
  gtk_label_set_justify (GTK_LABEL (subtitle), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  hih_element_view_keep (box, "picture", picture);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "subtitle", subtitle);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *picture = hih_element_view_part (widget, "picture");

  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), node->picture);
  gtk_widget_set_visible (picture, node->picture != NULL);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), hih_element_view_get_subtitle (context, node));
}

const HihElementView hih_element_view_permission = {
  .name = "permission",
  .create = create,
  .update = update,
};
