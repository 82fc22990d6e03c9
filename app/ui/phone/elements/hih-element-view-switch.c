/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A setting that is on or off, written out. In a list the whole line turns it; as a quick switch it is a large button
 * with its icon, filled while it is on.
 */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-flag.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

static gboolean
is_quick (const HihSceneNode *node)
{
  return g_strcmp0 (hih_element_get_attribute (node->element, "look"), "quick") == 0;
}

static GtkWidget *
create_quick (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, "quick");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = hih_element_view_new_label ("quick-name");
  GtkWidget *now = hih_element_view_new_label ("quick-now");

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), now);
  gtk_box_append (GTK_BOX (box), hih_phone_picture_new_icon (node->icon, 28));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  hih_element_view_keep (button, "title", title);
  hih_element_view_keep (button, "now", now);
  return button;
}

static void
update_quick (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  gboolean on = g_strcmp0 (node->value, "yes") == 0;

  hih_element_view_set_class (widget, "on", on);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "now"), on ? _("On") : _("Off"));
  hih_element_view_set_name (widget, title, on ? _("On") : _("Off"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_PRESSED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  return is_quick (node) ? create_quick (context, node) : hih_element_flag_new (context, gtk_switch_new (), TRUE);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  if (is_quick (node))
    update_quick (context, widget, node);
  else
    hih_element_flag_update (context, widget, node);
}

const HihElementView hih_element_view_switch = {
  .name = "switch",
  .create = create,
  .update = update,
};
