/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-keyboard-key.h"

#include "hih-element-pad.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define ICON 28

/**
 * hih_keyboard_key_dress:
 * @icon: (nullable):
 * @word: (nullable): under the icon
 *
 * Makes a key of a button.
 */
void
hih_keyboard_key_dress (GtkWidget *key, const char *icon, const char *word)
{
  GtkWidget *plate = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (key, "kb-key");
  gtk_widget_set_focus_on_click (key, FALSE);
  gtk_widget_add_css_class (plate, "plate-key");
  gtk_widget_set_vexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  if (icon != NULL)
    {
      GtkWidget *picture = hih_phone_picture_new_icon (icon, ICON);

      gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (content), picture);
      gtk_widget_add_css_class (key, "with-icon");
    }
  if (word != NULL)
    {
      GtkWidget *label = gtk_label_new (word);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (content), label);
      hih_element_view_set_name (key, word, NULL);
    }
  gtk_box_append (GTK_BOX (plate), content);
  gtk_button_set_child (GTK_BUTTON (key), plate);
}

/**
 * hih_keyboard_key_new:
 *
 * Returns: (transfer floating): a key that has its own name for screen readers
 */
GtkWidget *
hih_keyboard_key_new (const char *icon, const char *word)
{
  GtkWidget *key = gtk_button_new ();

  hih_keyboard_key_dress (key, icon, word);
  return key;
}

/**
 * hih_keyboard_key_new_for_text:
 *
 * Returns: (transfer floating): the key that writes @text
 */
GtkWidget *
hih_keyboard_key_new_for_text (const char *text)
{
  gboolean is_back = g_str_equal (text, HIH_ELEMENT_PAD_BACK);
  GtkWidget *key = is_back ? hih_keyboard_key_new ("backspace", NULL) : hih_keyboard_key_new (NULL, text);

  hih_element_pad_set_key_text (key, text);
  if (is_back)
    hih_element_view_set_name (key, _("Delete the last one"), NULL);
  return key;
}
