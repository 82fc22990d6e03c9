/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loud in the middle, and the way out small in a corner: another one in each layout, as in life. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"
#include "hih-phone-picture.h"

#define PICTURE_HEIGHT 180

static gboolean
leads_out (const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");

  return g_strcmp0 (look, "close") == 0 || g_strcmp0 (look, "skip") == 0;
}

static GtkWidget *
create_card (GtkWidget *advert)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *picture = hih_phone_picture_new (0, PICTURE_HEIGHT);
  GtkWidget *title = hih_element_view_new_label ("advert-title");
  GtkWidget *subtitle = hih_element_view_new_label ("advert-words");
  GtkWidget *lures = hih_phone_pane_new (HIH_PANE_STACK, "lures", 10);

  gtk_widget_add_css_class (card, "advert-card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0.5f);
  gtk_label_set_justify (GTK_LABEL (subtitle), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (card), picture);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), subtitle);
  gtk_box_append (GTK_BOX (card), lures);
  hih_element_view_keep (advert, "picture", picture);
  hih_element_view_keep (advert, "title", title);
  hih_element_view_keep (advert, "subtitle", subtitle);
  hih_element_view_keep (advert, "lures", lures);
  return card;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const char *layout = hih_element_context_get_layout (context);
  GtkWidget *advert = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *corner = hih_phone_pane_new (HIH_PANE_ROW, "corner", 0);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), create_card (advert));
  gtk_box_append (GTK_BOX (advert), overlay);
  if (g_str_equal (layout, HIH_LAYOUT_C))
    {
      gtk_widget_set_halign (corner, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (advert), corner);
    }
  else
    {
      gtk_widget_set_halign (corner, g_str_equal (layout, HIH_LAYOUT_A) ? GTK_ALIGN_END : GTK_ALIGN_START);
      gtk_widget_set_valign (corner, GTK_ALIGN_START);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), corner);
    }
  hih_element_view_keep (advert, "corner", corner);
  return advert;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GPtrArray) lures = g_ptr_array_new ();
  GtkWidget *picture = hih_element_view_part (widget, "picture");

  for (guint i = 0; i < node->children->len; i++)
    {
      HihSceneNode *child = g_ptr_array_index (node->children, i);

      g_ptr_array_add (leads_out (child) ? out : lures, child);
    }
  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (picture), TRUE);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), node->picture);
  gtk_widget_set_visible (picture, node->picture != NULL);
  hih_element_view_set_class (gtk_widget_get_parent (picture), "bare", node->picture == NULL);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), hih_element_view_get_subtitle (context, node));
  hih_element_view_sync (context, hih_element_view_part (widget, "lures"), lures);
  hih_element_view_sync (context, hih_element_view_part (widget, "corner"), out);
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), hih_element_view_get_subtitle (context, node));
}

const HihElementView hih_element_view_advert = {
  .name = "advert",
  .create = create,
  .update = update,
};
