/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading and the choices under it, in columns wide enough for a finger. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

/* Layouts differ in how many stand beside each other; the order of days and hours is everybody's. */
static int
count_columns (HihElementContext *context, gboolean days)
{
  gboolean first = g_strcmp0 (hih_element_context_get_layout (context), HIH_LAYOUT_A) == 0;
  gboolean second = g_strcmp0 (hih_element_context_get_layout (context), HIH_LAYOUT_B) == 0;

  if (days)
    return first ? 4 : 3;
  return second ? 1 : 2;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean days = g_strcmp0 (hih_element_get_attribute (node->element, "look"), "days") == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = hih_element_view_new_label ("chips-title");
  GtkWidget *pane = hih_phone_pane_new (HIH_PANE_TILES, NULL, 10);

  gtk_widget_add_css_class (box, days ? "days" : "times");
  hih_phone_pane_set_columns (HIH_PHONE_PANE (pane), count_columns (context, days));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), pane);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "pane", pane);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_sync (context, hih_element_view_part (widget, "pane"), node->children);
}

const HihElementView hih_element_view_chips = {
  .name = "chips",
  .create = create,
  .update = update,
};
