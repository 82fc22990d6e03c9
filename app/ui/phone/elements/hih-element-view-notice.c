/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message that shows its face before the phone is open. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-fit.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

/* What a text message was sent for stands out, and says what a tap does with it, if it does anything. */
static GtkWidget *
create_code (const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *code = gtk_label_new (hih_element_get_attribute (node->element, "code"));

  gtk_widget_add_css_class (box, "code-chip");
  gtk_widget_add_css_class (code, "code-digits");
  gtk_box_append (GTK_BOX (box), code);
  if (hih_element_answers (node->element, HIH_GESTURE_TAP))
    {
      GtkWidget *words = gtk_label_new (_("Tap: fill it in"));

      gtk_widget_add_css_class (words, "code-words");
      gtk_box_append (GTK_BOX (box), words);
    }
  return box;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = hih_phone_picture_new (58, 58);
  GtkWidget *title = hih_element_view_new_label ("row-title");
  GtkWidget *subtitle = hih_element_view_new_label ("row-subtitle");

  hih_phone_fit_limit_lines (subtitle, 3);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), words);
  if (hih_element_get_attribute (node->element, "code") != NULL)
    gtk_box_append (GTK_BOX (words), create_code (node));
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

  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (hih_element_view_part (widget, "picture")), node->picture);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), subtitle);
  hih_element_view_set_name (widget, title, subtitle);
}

const HihElementView hih_element_view_notice = {
  .name = "notice",
  .create = create,
  .update = update,
};
