/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A white box round what belongs together. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"
#include "hih-phone-screen.h"

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  return hih_phone_pane_new (HIH_PANE_STACK, NULL, 0);
}

static gboolean
is_text (const HihSceneNode *node, const char *look)
{
  return g_str_equal (node->kind, "text") && g_strcmp0 (hih_element_get_attribute (node->element, "look"), look) == 0;
}

/* A name and the small words after it share the first line, as on a card one shows. */
static void
join_head (GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;
  gboolean joined = gtk_widget_get_ancestor (widget, HIH_TYPE_PHONE_SCREEN) != NULL && node->children->len > 1 &&
                    is_text (g_ptr_array_index (node->children, 0), "heading") &&
                    is_text (g_ptr_array_index (node->children, 1), "small") &&
                    g_str_equal (hih_phone_screen_get_look (
                                     HIH_PHONE_SCREEN (gtk_widget_get_ancestor (widget, HIH_TYPE_PHONE_SCREEN))), "code");

  if (second == NULL || !joined)
    return;
  hih_phone_pane_mark_inline (first, TRUE);
  hih_phone_pane_mark_inline (second, TRUE);
  gtk_label_set_xalign (GTK_LABEL (hih_element_view_part (second, "label")), 1);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_sync (context, widget, node->children);
  join_head (widget, node);
}

const HihElementView hih_element_view_card = {
  .name = "card",
  .create = create,
  .update = update,
};
