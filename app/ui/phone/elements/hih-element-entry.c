/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change is told to the brain as the whole text; what the brain then says is shown. */
#include "config.h"

#include "hih-element-entry.h"

#define UPDATING "hih-updating"

static void
changed_cb (GtkEditable *entry, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (GTK_WIDGET (entry));

  if (widget == NULL || g_object_get_data (G_OBJECT (entry), UPDATING) != NULL)
    return;
  hih_element_context_act (context, HIH_GESTURE_TYPE, hih_element_view_get_widget_target (widget), gtk_editable_get_text (entry));
}

/**
 * hih_element_entry_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
hih_element_entry_new (HihElementContext *context)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (entry, "line");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_EMOJI | GTK_INPUT_HINT_NO_SPELLCHECK);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), context, 0);
  return entry;
}

/**
 * hih_element_entry_set_text:
 * @text: (nullable):
 */
void
hih_element_entry_set_text (GtkWidget *entry, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) == 0)
    return;
  g_object_set_data (G_OBJECT (entry), UPDATING, entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  g_object_set_data (G_OBJECT (entry), UPDATING, NULL);
}

/**
 * hih_element_entry_set_placeholder:
 */
void
hih_element_entry_set_placeholder (GtkWidget *entry, const char *text)
{
  if (g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), text) != 0)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), text);
}

/**
 * hih_element_entry_type:
 * @text: the whole text as it now stands
 */
void
hih_element_entry_type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}
