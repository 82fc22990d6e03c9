/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line one writes in. For numbers it brings the phone's own keys. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

/* The back key stands for itself; "" is an empty place. */
static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back" };

static void
key_clicked_cb (GtkWidget *key, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const char *digit = g_object_get_data (G_OBJECT (key), "digit");
  g_autofree char *longer = NULL;

  if (g_str_equal (digit, "back"))
    {
      glong length = g_utf8_strlen (text, -1);

      longer = length > 0 ? g_utf8_substring (text, 0, length - 1) : g_strdup ("");
    }
  else
    longer = g_strconcat (text, digit, NULL);
  hih_element_entry_type (entry, longer);
}

static GtkWidget *
create_key (const char *digit, GtkWidget *entry)
{
  GtkWidget *key;

  if (*digit == '\0')
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  key = gtk_button_new ();
  gtk_widget_add_css_class (key, "pad-key");
  gtk_widget_set_focus_on_click (key, FALSE);
  g_object_set_data (G_OBJECT (key), "digit", (gpointer) digit);
  if (g_str_equal (digit, "back"))
    {
      gtk_button_set_child (GTK_BUTTON (key), hih_phone_picture_new_icon ("backspace", 32));
      hih_element_view_set_name (key, _("Delete the last digit"), NULL);
    }
  else
    {
      gtk_button_set_child (GTK_BUTTON (key), gtk_label_new (digit));
      hih_element_view_set_name (key, digit, NULL);
    }
  g_signal_connect_object (key, "clicked", G_CALLBACK (key_clicked_cb), entry, 0);
  return key;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *entry = hih_element_entry_new (context);

  gtk_box_append (GTK_BOX (box), entry);
  if (g_strcmp0 (hih_element_get_attribute (node->element, "keyboard"), "number") == 0)
    {
      GtkWidget *pad = hih_phone_pane_new (HIH_PANE_TILES, "pad", 10);

      hih_phone_pane_set_columns (HIH_PHONE_PANE (pad), 3);
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        gtk_widget_set_parent (create_key (keys[i], entry), pad);
      gtk_box_append (GTK_BOX (box), pad);
      gtk_widget_add_css_class (box, "number");
      gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5f);
    }
  else
    gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  hih_element_view_keep (box, "entry", entry);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *entry = hih_element_view_part (widget, "entry");

  hih_element_entry_set_text (entry, node->value);
  hih_element_entry_set_placeholder (entry, hih_element_context_pick_text (context, node->placeholder));
  hih_element_view_set_name (entry, hih_element_view_get_title (context, node), NULL);
}

const HihElementView hih_element_view_input = {
  .name = "input",
  .flags = HIH_ELEMENT_BOTTOM,
  .create = create,
  .update = update,
};
