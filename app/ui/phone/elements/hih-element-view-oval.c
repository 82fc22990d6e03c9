/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame one puts one's face into; while the phone looks, it says so by colour and mark. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *title = hih_element_view_new_label ("oval-words");
  GtkWidget *ring = gtk_overlay_new ();
  GtkWidget *picture = hih_phone_picture_new (210, 270);
  GtkWidget *mark = hih_phone_picture_new_icon ("check", 72);

  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), "face-gui");
  gtk_widget_add_css_class (ring, "oval-ring");
  gtk_widget_set_overflow (ring, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "oval-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_END);
  gtk_overlay_set_child (GTK_OVERLAY (ring), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (ring), mark);
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), ring);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "ring", ring);
  hih_element_view_keep (box, "mark", mark);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *ring = hih_element_view_part (widget, "ring");
  gboolean passed = g_strcmp0 (node->value, "passed") == 0;

  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_set_class (ring, "checking", g_strcmp0 (node->value, "checking") == 0);
  hih_element_view_set_class (ring, "passed", passed);
  gtk_widget_set_visible (hih_element_view_part (widget, "mark"), passed);
}

const HihElementView hih_element_view_oval = {
  .name = "oval",
  .create = create,
  .update = update,
};
