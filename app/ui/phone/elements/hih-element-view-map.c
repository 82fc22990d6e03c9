/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A town with its spots, oneself in it, a way through it and a pin that can be taken elsewhere. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-map.h"

#include <string.h>

static const char *
get_id (GtkWidget *spot)
{
  const char *target = hih_element_view_get_widget_target (spot);
  const char *slash = target != NULL ? strchr (target, '/') : NULL;

  return slash != NULL ? slash + 1 : NULL;
}

static GtkWidget *
find_spot (GtkWidget *map, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (map); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (id != NULL && g_strcmp0 (get_id (child), id) == 0)
        return child;
    }
  return NULL;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *map = hih_phone_map_new (hih_element_context_get_layout (context));

  gtk_widget_set_vexpand (map, TRUE);
  return map;
}

/* The way is shown as soon as `leg` is more than 0; at 1 one stands at its start. */
static void
show_way (HihElementContext *context, GtkWidget *map, const HihSceneNode *node)
{
  const char *way = hih_element_get_attribute (node->element, "way");
  const char *leg = hih_element_get_attribute (node->element, "leg");
  const char *at = leg != NULL ? hih_element_context_get_state (context, leg) : "1";
  int number = at != NULL ? (int) g_ascii_strtoll (at, NULL, 10) : 0;
  g_auto (GStrv) ids = g_strsplit (way != NULL && number > 0 ? way : "", " ", -1);
  g_autoptr (GPtrArray) spots = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *spot = find_spot (map, ids[i]);

      if (spot != NULL)
        g_ptr_array_add (spots, spot);
    }
  hih_phone_map_set_way (HIH_PHONE_MAP (map), spots, number - 1);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  HihPhoneMap *map = HIH_PHONE_MAP (widget);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  /* It must not keep spots that go now. */
  hih_phone_map_set_way (map, none, 0);
  hih_element_view_sync (context, widget, node->children);
  hih_phone_map_set_me (map, find_spot (widget, hih_element_get_attribute (node->element, "me")));
  hih_phone_map_set_pin (map, find_spot (widget, node->value));
  show_way (context, widget, node);
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), NULL);
}

static void
follow (GtkWidget *widget, double x, double y)
{
  hih_phone_map_drag_pin (HIH_PHONE_MAP (widget), x, y);
}

static char *
drop (GtkWidget *widget, double x, double y)
{
  GtkWidget *spot = hih_phone_map_find_spot (HIH_PHONE_MAP (widget), x, y);

  hih_phone_map_drop_pin (HIH_PHONE_MAP (widget));
  return g_strdup (spot != NULL ? get_id (spot) : NULL);
}

static gboolean
find_way (GtkWidget *widget, const char *value, graphene_point_t *from, graphene_point_t *to)
{
  GtkWidget *spot = find_spot (widget, value);

  if (spot == NULL || !hih_phone_map_get_pin (HIH_PHONE_MAP (widget), from))
    return FALSE;
  *to = hih_phone_map_get_point (HIH_PHONE_MAP (widget), spot);
  return TRUE;
}

const HihElementView hih_element_view_map = {
  .name = "map",
  .create = create,
  .update = update,
  .follow = follow,
  .drop = drop,
  .find_way = find_way,
};
