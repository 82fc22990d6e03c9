/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each key is a real button with a name, so that it is found by a screen reader and forgiven by the phone's touch. */
#include "config.h"

#include "hih-element-pad.h"

#include "hih-phone-pane.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define COLUMNS 3
#define GAP 10
#define TEXT "hih-key-text"

static void
clicked_cb (GtkWidget *key, GtkWidget *target)
{
  HihElementPadFunc func = (HihElementPadFunc) g_object_get_data (G_OBJECT (key), "func");

  func (target, hih_element_pad_get_key_text (key));
}

/**
 * hih_element_pad_set_key_text:
 * @text: copied
 */
void
hih_element_pad_set_key_text (GtkWidget *key, const char *text)
{
  g_object_set_data_full (G_OBJECT (key), TEXT, g_strdup (text), g_free);
}

/**
 * hih_element_pad_get_key_text:
 *
 * Returns: (transfer none) (nullable): what the key writes
 */
const char *
hih_element_pad_get_key_text (GtkWidget *key)
{
  return g_object_get_data (G_OBJECT (key), TEXT);
}

/**
 * hih_element_pad_find_key:
 *
 * Returns: (transfer none) (nullable): the visible key below @root that writes @text
 */
GtkWidget *
hih_element_pad_find_key (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_strcmp0 (hih_element_pad_get_key_text (root), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = hih_element_pad_find_key (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hih_element_pad_new_key:
 *
 * Returns: (transfer floating): one key
 */
GtkWidget *
hih_element_pad_new_key (const char *key, HihElementPadFunc func, GtkWidget *target)
{
  GtkWidget *button;

  if (*key == '\0')
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  button = gtk_button_new ();
  gtk_widget_add_css_class (button, "pad-key");
  gtk_widget_set_focus_on_click (button, FALSE);
  hih_element_pad_set_key_text (button, key);
  g_object_set_data (G_OBJECT (button), "func", (gpointer) func);
  if (g_str_equal (key, HIH_ELEMENT_PAD_BACK))
    {
      gtk_button_set_child (GTK_BUTTON (button), hih_phone_picture_new_icon ("backspace", 32));
      hih_element_view_set_name (button, _("Delete the last digit"), NULL);
    }
  else
    {
      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (key));
      hih_element_view_set_name (button, key, NULL);
    }
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), target, 0);
  return button;
}

/**
 * hih_element_pad_new:
 *
 * Returns: (transfer floating): the keys
 */
GtkWidget *
hih_element_pad_new (const char *const *keys, HihElementPadFunc func, GtkWidget *target)
{
  GtkWidget *pad = hih_phone_pane_new (HIH_PANE_TILES, "pad", GAP);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (pad), COLUMNS);
  for (guint i = 0; keys[i] != NULL; i++)
    gtk_widget_set_parent (hih_element_pad_new_key (keys[i], func, target), pad);
  return pad;
}

/**
 * hih_element_pad_dup_typed:
 *
 * Returns: (transfer full): what then stands there
 */
char *
hih_element_pad_dup_typed (const char *text, const char *key)
{
  glong length = g_utf8_strlen (text, -1);

  if (!g_str_equal (key, HIH_ELEMENT_PAD_BACK))
    return g_strconcat (text, key, NULL);
  return length > 0 ? g_utf8_substring (text, 0, length - 1) : g_strdup ("");
}
