/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on the screen. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"
#include "hih-phone-snug.h"

/* (transfer floating): a warning's sign stands before its words. */
static GtkWidget *
add_sign (GtkWidget *label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (line), hih_phone_picture_new_icon ("warning", 30));
  gtk_box_append (GTK_BOX (line), label);
  return hih_phone_snug_new (GTK_BOX (line), GTK_LABEL (label));
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = hih_element_view_new_label ("words");
  gboolean warning = g_strcmp0 (look, "warning") == 0;
  gboolean centre = warning || g_strcmp0 (look, "centre") == 0 || g_strcmp0 (look, "amount") == 0;

  gtk_widget_add_css_class (box, look == NULL || g_str_equal (look, "body") ? "plain-words" : look);
  gtk_widget_set_hexpand (label, !warning);
  gtk_widget_set_halign (box, centre ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_label_set_xalign (GTK_LABEL (label), centre ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (label), centre ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_box_append (GTK_BOX (box), warning ? add_sign (label) : label);
  hih_element_view_keep (box, "label", label);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *label = hih_element_view_part (widget, "label");
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL && gtk_widget_has_css_class (parent, "messages"))
    gtk_label_set_xalign (GTK_LABEL (label), 0.5f); /* the hour between what was said */
  /* A key without words of its own is shown as it stands: a number, a name that was typed. */
  if (*title == '\0' && node->value != NULL)
    title = node->value;
  hih_element_view_set_label (label, title);
}

const HihElementView hih_element_view_text = {
  .name = "text",
  .create = create,
  .update = update,
};
