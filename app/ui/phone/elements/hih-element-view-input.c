/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line one writes in. For numbers it brings the phone's own keys. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"
#include "hih-keyboard-key.h"

static void
digit_clicked_cb (GtkWidget *key, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const char *digit = hih_keyboard_key_get_text (key);
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *changed = NULL;

  if (!g_str_equal (digit, "back"))
    changed = g_strconcat (text, digit, NULL);
  else
    changed = g_utf8_substring (text, 0, MAX (0, length - 1));
  hih_element_entry_type (entry, changed);
}

/* Whoever comes to it by the keyboard opens the phone's own with Enter. */
static void
activated_cb (GtkEntry *entry, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (GTK_WIDGET (entry));

  if (widget != NULL)
    hih_element_context_act (context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (widget), NULL);
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *entry = hih_element_entry_new (context);

  g_signal_connect_object (entry, "activate", G_CALLBACK (activated_cb), context, 0);
  gtk_box_append (GTK_BOX (box), entry);
  if (g_strcmp0 (hih_element_get_attribute (node->element, "keyboard"), "number") == 0)
    {
      GtkWidget *pad = hih_keyboard_digits_new (G_CALLBACK (digit_clicked_cb), G_OBJECT (entry));

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
