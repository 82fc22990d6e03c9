/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a list: picture, name, a second line, and at its end a time or a count. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-fit.h"
#include "hih-phone-picture.h"

static GtkWidget *
create_picture (const HihSceneNode *node)
{
  GtkWidget *picture;

  if (node->picture == NULL && node->icon != NULL)
    {
      picture = hih_phone_picture_new_icon (node->icon, 30);
      gtk_widget_add_css_class (picture, "row-icon");
    }
  else
    picture = hih_phone_picture_new (70, 70);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  return picture;
}

static GtkWidget *
create_end (GtkWidget *button)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *time = gtk_label_new ("");
  GtkWidget *badge = gtk_label_new ("");

  gtk_widget_add_css_class (time, "row-time");
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_halign (time, GTK_ALIGN_END);
  gtk_widget_set_halign (badge, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (end), time);
  gtk_box_append (GTK_BOX (end), badge);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  hih_element_view_keep (button, "time", time);
  hih_element_view_keep (button, "badge", badge);
  return end;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = create_picture (node);
  GtkWidget *title = hih_element_view_new_label ("row-title");
  GtkWidget *subtitle = hih_element_view_new_label ("row-subtitle");

  hih_phone_fit_limit_lines (subtitle, 2);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_end (button));
  gtk_button_set_child (GTK_BUTTON (button), box);
  hih_element_view_keep (button, "picture", picture);
  hih_element_view_keep (button, "title", title);
  hih_element_view_keep (button, "subtitle", subtitle);
  return button;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  const char *subtitle = hih_element_view_get_subtitle (context, node);
  GtkWidget *picture = hih_element_view_part (widget, "picture");

  if (node->picture != NULL)
    hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (picture), node->picture);
  else if (node->icon != NULL)
    hih_phone_picture_set_icon (HIH_PHONE_PICTURE (picture), node->icon);
  gtk_widget_set_visible (picture, node->picture != NULL || node->icon != NULL);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), subtitle);
  hih_element_view_set_label (hih_element_view_part (widget, "time"), hih_element_get_attribute (node->element, "time"));
  hih_element_view_set_label (hih_element_view_part (widget, "badge"), hih_element_get_attribute (node->element, "badge"));
  hih_element_view_set_name (widget, title, subtitle);
}

const HihElementView hih_element_view_row = {
  .name = "row",
  .create = create,
  .update = update,
};
