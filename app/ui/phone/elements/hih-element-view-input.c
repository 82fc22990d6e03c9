/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line one writes in. For numbers it brings the phone's own keys. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"
#include "hih-element-pad.h"

static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", HIH_ELEMENT_PAD_BACK, NULL };

static void
type (GtkWidget *entry, const char *key)
{
  g_autofree char *typed = hih_element_pad_dup_typed (gtk_editable_get_text (GTK_EDITABLE (entry)), key);

  hih_element_entry_type (entry, typed);
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *entry = hih_element_entry_new (context);

  gtk_box_append (GTK_BOX (box), entry);
  if (g_strcmp0 (hih_element_get_attribute (node->element, "keyboard"), "number") == 0)
    {
      gtk_box_append (GTK_BOX (box), hih_element_pad_new (keys, type, entry));
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
