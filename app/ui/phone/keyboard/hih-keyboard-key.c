/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-keyboard-key.h"

#include "hih-element-view.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define TEXT "hih-key-text"
#define ICON 28

/* The back key stands for itself; "" is an empty place. */
static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back" };

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
  gboolean is_back = g_str_equal (text, "back");
  GtkWidget *key = is_back ? hih_keyboard_key_new ("backspace", NULL) : hih_keyboard_key_new (NULL, text);

  g_object_set_data_full (G_OBJECT (key), TEXT, g_strdup (text), g_free);
  if (is_back)
    hih_element_view_set_name (key, _("Delete the last one"), NULL);
  return key;
}

/**
 * hih_keyboard_key_get_text:
 *
 * Returns: (nullable): what the key writes
 */
const char *
hih_keyboard_key_get_text (GtkWidget *key)
{
  return g_object_get_data (G_OBJECT (key), TEXT);
}

/**
 * hih_keyboard_key_find:
 *
 * Returns: (transfer none) (nullable): the key that writes @text
 */
GtkWidget *
hih_keyboard_key_find (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_strcmp0 (hih_keyboard_key_get_text (root), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = hih_keyboard_key_find (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hih_keyboard_digits_new:
 * @pressed: (type GObject.Callback): called with the key and @owner
 *
 * Returns: (transfer floating): twelve places
 */
GtkWidget *
hih_keyboard_digits_new (GCallback pressed, GObject *owner)
{
  GtkWidget *pad = hih_phone_pane_new (HIH_PANE_TILES, "pad", 10);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (pad), 3);
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      GtkWidget *key = *digits[i] != '\0' ? hih_keyboard_key_new_for_text (digits[i])
                                          : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_parent (key, pad);
      if (!GTK_IS_BUTTON (key))
        continue;
      gtk_widget_add_css_class (key, "pad-key");
      g_signal_connect_object (key, "clicked", pressed, owner, 0);
    }
  return pad;
}
