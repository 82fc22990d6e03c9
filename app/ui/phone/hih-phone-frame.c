/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Nothing here is real" is always to be seen, at every size, and is no part of the phone's own screen. */
#include "config.h"

#include "hih-phone-frame.h"

#include "hih-element-view.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"
#include "hih-tag-ground.h"

#include <glib/gi18n.h>

/* Both sides together: where the frame's corners are round. A phone narrower than that has smaller words, and smaller keys. */
#define CHIN_MARGIN 64.0f
#define SIDE_WIDTH 60

/**
 * hih_phone_frame_new_chin:
 *
 * Returns: (transfer floating): the words under the screen
 */
GtkWidget *
hih_phone_frame_new_chin (void)
{
  GtkWidget *chin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new (_("For practice, not real"));
  GtkWidget *sign = hih_phone_picture_new_icon ("shield-check", 22);

  gtk_widget_add_css_class (chin, "chin");
  gtk_widget_add_css_class (sign, HIH_TAG_READ);
  gtk_box_append (GTK_BOX (chin), sign);
  gtk_box_append (GTK_BOX (chin), words);
  gtk_widget_set_halign (chin, GTK_ALIGN_CENTER);
  return chin;
}

/**
 * hih_phone_frame_new_side:
 *
 * Returns: (transfer floating): no keys yet
 */
GtkWidget *
hih_phone_frame_new_side (void)
{
  return hih_phone_pane_new (HIH_PANE_STACK, "side", 12);
}

/**
 * hih_phone_frame_place:
 * @width: of the whole view
 *
 * Gives chin and side their places.
 */
void
hih_phone_frame_place (const HihPhonePlaces *places, GtkWidget *chin, GtkWidget *side, float width)
{
  graphene_rect_t box;
  float small;
  int side_height, chin_width;

  gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, SIDE_WIDTH, NULL, &side_height, NULL, NULL);
  gtk_widget_measure (chin, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &chin_width, NULL, NULL);
  small = MIN (1, places->body.size.width / ((float) chin_width + CHIN_MARGIN));
  graphene_rect_init (&box, places->side_x, places->side_y, MAX (1, width - places->side_x),
                      MAX (1, (float) side_height * small));
  hih_phone_places_put (chin, &places->chin, small);
  hih_phone_places_put (side, &box, small);
}

/**
 * hih_phone_frame_sync_side:
 */
void
hih_phone_frame_sync_side (GtkWidget *side, HihElementContext *context, HihScene *scene)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  GPtrArray *keys = hih_scene_get_keys (scene);

  for (guint i = 0; i < keys->len; i++)
    {
      HihSceneNode *node = g_ptr_array_index (keys, i);

      if (g_strcmp0 (node->place, "side") == 0)
        g_ptr_array_add (nodes, node);
    }
  hih_element_view_sync (context, side, nodes);
}

/**
 * hih_phone_frame_clear_side:
 */
void
hih_phone_frame_clear_side (GtkWidget *side)
{
  GtkWidget *key;

  while ((key = gtk_widget_get_first_child (side)) != NULL)
    gtk_widget_unparent (key);
}

/**
 * hih_phone_frame_find_key:
 *
 * Returns: (transfer none) (nullable): the key of that target
 */
GtkWidget *
hih_phone_frame_find_key (GtkWidget *side, const char *target)
{
  for (GtkWidget *key = gtk_widget_get_first_child (side); key != NULL; key = gtk_widget_get_next_sibling (key))
    {
      if (g_strcmp0 (hih_element_view_get_widget_target (key), target) == 0)
        return key;
    }
  return NULL;
}
