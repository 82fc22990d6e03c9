/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same words in the same dress on every screen of that sort, so that nobody takes it for the real thing. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#include <glib/gi18n.h>

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean scam = g_strcmp0 (hih_element_get_attribute (node->element, "what"), "scam") == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = hih_phone_picture_new_icon (scam ? "warning" : "shield-check", 30);
  GtkWidget *label = hih_element_view_new_label ("mark-words");

  gtk_widget_add_css_class (box, scam ? "scam" : "payment");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  hih_element_view_set_label (label, scam ? _("Careful: this is a fraud drill") : _("Practice: no real money is paid"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
}

const HihElementView hih_element_view_mark = {
  .name = "mark",
  .create = create,
  .update = update,
};
