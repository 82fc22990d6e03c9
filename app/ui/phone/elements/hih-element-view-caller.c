/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large face of somebody who rings or is rung, with halos. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static GtkWidget *
wrap (GtkWidget *child, const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = hih_phone_picture_new (192, 192);
  GtkWidget *title = hih_element_view_new_label ("caller-name");
  GtkWidget *subtitle = hih_element_view_new_label ("caller-words");

  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0.5f);
  gtk_label_set_justify (GTK_LABEL (subtitle), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), wrap (wrap (picture, "halo-inner"), "halo-outer"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_widget_set_vexpand (box, TRUE);
  hih_element_view_keep (box, "picture", picture);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "subtitle", subtitle);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  const char *subtitle = hih_element_view_get_subtitle (context, node);

  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (hih_element_view_part (widget, "picture")),
                                  node->picture != NULL ? node->picture : "face-unknown");
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), subtitle);
  hih_element_view_set_name (widget, title, subtitle);
}

const HihElementView hih_element_view_caller = {
  .name = "caller",
  .create = create,
  .update = update,
};
