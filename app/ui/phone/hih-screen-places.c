/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-screen-places.h"

#include "hih-element-view.h"

/* A line to write in stands at the bottom; one with the phone's number keys under it stands in the body. */
static gboolean
is_at_bottom (const HihSceneNode *node, const HihElementView *view)
{
  if (g_str_equal (node->kind, "input"))
    return g_strcmp0 (hih_element_get_attribute (node->element, "keyboard"), "number") != 0;
  return (view->flags & HIH_ELEMENT_BOTTOM) != 0;
}

static HihScreenPlace
find_place (const HihSceneNode *node, gboolean can_scroll)
{
  static const struct
  {
    const char *name;
    HihScreenPlace place;
  } named[] = { { "bar-end", HIH_SCREEN_BAR },
                { "bar", HIH_SCREEN_BAR },
                { "above-input", HIH_SCREEN_ABOVE },
                { "foot", HIH_SCREEN_FOOT },
                { "top", HIH_SCREEN_TOP } };
  const HihElementView *view = hih_element_view_find (node->kind);

  if (view != NULL && (view->flags & HIH_ELEMENT_BACKDROP) != 0)
    return HIH_SCREEN_BACKDROP;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (g_strcmp0 (node->place, named[i].name) == 0)
        return named[i].place;
    }
  if (can_scroll && g_str_equal (node->kind, "mark"))
    return HIH_SCREEN_MARKS;
  if (view != NULL && is_at_bottom (node, view))
    return g_str_equal (node->kind, "input") ? HIH_SCREEN_INPUT : HIH_SCREEN_BOTTOM;
  return HIH_SCREEN_BODY;
}

/**
 * hih_screen_places_fill:
 */
void
hih_screen_places_fill (GPtrArray *places[HIH_N_SCREEN_PLACES], GPtrArray *nodes, gboolean can_scroll)
{
  for (guint i = 0; i < HIH_N_SCREEN_PLACES; i++)
    places[i] = g_ptr_array_new ();
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (places[find_place (nodes->pdata[i], can_scroll)], nodes->pdata[i]);
}

void
hih_screen_places_clear (GPtrArray *places[HIH_N_SCREEN_PLACES])
{
  for (guint i = 0; i < HIH_N_SCREEN_PLACES; i++)
    g_ptr_array_unref (places[i]);
}

gboolean
hih_screen_places_have_kind (GPtrArray *nodes, const char *kind)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (nodes, i);

      if (g_str_equal (node->kind, kind))
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_screen_places_all_have_icons (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (nodes, i);

      if (!g_str_equal (node->kind, "button") || node->icon == NULL)
        return FALSE;
    }
  return nodes->len > 0;
}

const HihSceneNode *
hih_screen_places_find_input (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (nodes, i);
      const HihSceneNode *found = g_str_equal (node->kind, "input") ? node : hih_screen_places_find_input (node->children);

      if (found != NULL)
        return found;
    }
  return NULL;
}
