/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the phone where the tag beside a target ring might: words, pictures, buttons. */
#include "config.h"

#include "hih-tag-ground.h"

#include "hih-element-view.h"
#include "hih-phone-glass.h"
#include "hih-phone-picture.h"
#include "hih-phone-screen.h"
#include "hih-phone-status.h"
#include "hih-phone-targets.h"
#include "hih-writing-pad.h"

/* As much of @box as is not scrolled away. */
static void
add_seen (GtkWidget *widget, GtkWidget *relative_to, graphene_rect_t *box, GArray *boxes)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t window;

  if (scroller == NULL || !gtk_widget_compute_bounds (scroller, relative_to, &window) ||
      graphene_rect_intersection (box, &window, box))
    g_array_append_vals (boxes, box, 1);
}

/**
 * hih_phone_tag_find_words:
 */
gboolean
hih_phone_tag_find_words (GtkLabel *label, GtkWidget *relative_to, graphene_rect_t *box)
{
  PangoRectangle words;
  graphene_matrix_t matrix;
  int x, y;

  if (*gtk_label_get_text (label) == '\0' || !gtk_widget_compute_transform (GTK_WIDGET (label), relative_to, &matrix))
    return FALSE;
  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (label), &words, NULL);
  graphene_matrix_transform_bounds (
      &matrix,
      &GRAPHENE_RECT_INIT ((float) (x + words.x), (float) (y + words.y), (float) words.width, (float) words.height), box);
  return TRUE;
}

static void
add_name (GtkWidget *label, GtkWidget *relative_to, GArray *names)
{
  graphene_rect_t box;

  if (hih_phone_tag_find_words (GTK_LABEL (label), relative_to, &box))
    add_seen (label, relative_to, &box, names);
}

static void
add_picture (GtkWidget *picture, GtkWidget *relative_to, GArray *pictures)
{
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (picture, relative_to, &box))
    add_seen (picture, relative_to, &box, pictures);
}

/* What is said for a moment, in whole: a toast or the card of a message. It lies above everything on the phone. */
static void
collect_passing (GtkWidget *widget, GtkWidget *relative_to, GArray *passing)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_has_css_class (widget, HIH_PHONE_GLASS_TOAST) || gtk_widget_has_css_class (widget, HIH_PHONE_GLASS_NOTICE))
    add_picture (widget, relative_to, passing);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_passing (child, relative_to, passing);
}

/* Whether it hides what lies behind it. The boxes that a screen is laid out in are looked through: between their elements
 * one sees the picture of a call, and the words on it. */
static gboolean
is_solid (GtkWidget *widget)
{
  return hih_element_view_get_widget_target (widget) != NULL || HIH_IS_PHONE_SCREEN (widget) ||
         gtk_widget_has_css_class (widget, "shade");
}

/* Whether something else, such as a question or a sheet, stands over the middle of @label. The glass cannot be touched
 * and is looked through: its empty boxes lie over everything. */
static gboolean
is_under_something (GtkWidget *label, GtkWidget *layer)
{
  graphene_rect_t box;
  graphene_point_t middle;
  GtkWidget *top;

  if (!gtk_widget_compute_bounds (label, layer, &box))
    return TRUE;
  graphene_rect_get_center (&box, &middle);
  top = gtk_widget_pick (layer, (double) middle.x, (double) middle.y, GTK_PICK_INSENSITIVE);
  if (top != NULL && gtk_widget_is_ancestor (top, label))
    return FALSE;
  while (top != NULL && top != label && !gtk_widget_is_ancestor (label, top) && !is_solid (top))
    top = gtk_widget_get_parent (top);
  return top != NULL && top != label && !gtk_widget_is_ancestor (label, top);
}

#define OWN_LINE_AIR 5.0f /* px over and under the letters of the time */

/* (nullable): what of @widget is not to be covered. The disc of a round button is larger than the icon on it; the box round a
 * digit or a sign is read with it, as is which way a switch stands. A button that loses an edge looks covered; of a round one,
 * round which a ring is not as wide, its disc and its word are found by themselves. Where one writes nothing may lie, ink or
 * none. */
static GtkWidget *
find_picture (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "button"))
    return hih_element_view_part (widget, HIH_ELEMENT_VIEW_RING) == NULL ? widget : NULL;
  return HIH_IS_PHONE_PICTURE (widget) || GTK_IS_SWITCH (widget) || HIH_IS_WRITING_PAD (widget) ||
                 gtk_widget_has_css_class (widget, "disc") || gtk_widget_has_css_class (widget, "boxed")
             ? widget
             : NULL;
}

/* @pictures: (nullable) */
static void
collect (GtkWidget *widget, GtkWidget *layer, GtkWidget *relative_to, GArray *names, GArray *pictures)
{
  GtkWidget *picture = NULL;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (HIH_IS_PHONE_GLASS (widget))
    {
      collect_passing (widget, relative_to, names);
      return;
    }
  if (pictures != NULL)
    picture = find_picture (widget);
  if (GTK_IS_LABEL (widget) && !is_under_something (widget, layer))
    {
      /* The phone's own line is there always, and its letters stand in the middle of a high line: what comes close covers none. */
      gboolean is_own = pictures != NULL && gtk_widget_get_ancestor (widget, HIH_TYPE_PHONE_STATUS) != NULL;
      guint before = is_own ? pictures->len : 0;

      add_name (widget, relative_to, is_own ? pictures : names);
      if (is_own && pictures->len > before)
        graphene_rect_inset (&g_array_index (pictures, graphene_rect_t, before), 0, OWN_LINE_AIR);
    }
  if (gtk_widget_has_css_class (widget, HIH_TAG_READ) && !is_under_something (widget, layer))
    add_picture (widget, relative_to, names);
  if (picture != NULL && !is_under_something (widget, layer))
    add_picture (picture, relative_to, pictures);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, layer, relative_to, names, pictures);
}

/**
 * hih_phone_tag_find_names:
 * @ground: the layers of what is looked through are its children
 *
 * Returns: (transfer full) (element-type graphene_rect_t): where words stand
 */
GArray *
hih_phone_tag_find_names (GtkWidget *ground, GtkWidget *relative_to)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (GtkWidget *layer = gtk_widget_get_first_child (ground); layer != NULL; layer = gtk_widget_get_next_sibling (layer))
    collect (layer, layer, relative_to, names, NULL);
  return names;
}

/**
 * hih_phone_tag_find_passing:
 *
 * Returns: (transfer full) (element-type graphene_rect_t): where the toast and the message that lie over the screen stand
 */
GArray *
hih_phone_tag_find_passing (GtkWidget *ground, GtkWidget *relative_to)
{
  GArray *passing = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  collect_passing (ground, relative_to, passing);
  return passing;
}

static void
collect_discs (GtkWidget *widget, GtkWidget *relative_to, GArray *discs)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_has_css_class (widget, "disc") || gtk_widget_has_css_class (widget, "button-sign"))
    add_picture (widget, relative_to, discs);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_discs (child, relative_to, discs);
}

/**
 * hih_phone_tag_find_discs:
 *
 * Returns: (transfer full) (element-type graphene_rect_t): where the faces of round buttons are
 */
GArray *
hih_phone_tag_find_discs (GtkWidget *ground, GtkWidget *relative_to)
{
  GArray *discs = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  collect_discs (ground, relative_to, discs);
  return discs;
}

/* The two bars of the frame are none that anything else could be taken for. */
static gboolean
is_bar (GtkWidget *widget)
{
  const char *target = hih_element_view_get_widget_target (widget);

  return g_strcmp0 (target, "system/home") == 0 || g_strcmp0 (target, "system/status") == 0;
}

/**
 * hih_phone_tag_find_others:
 * @ring: what it goes round is not among them, nor what that is a part of
 *
 * Returns: (transfer full) (element-type graphene_rect_t): what else can be touched
 */
GArray *
hih_phone_tag_find_others (GtkWidget *ground, GtkWidget *relative_to, const graphene_rect_t *ring)
{
  g_autoptr (GPtrArray) targets = hih_phone_targets_find (&ground, 1);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  graphene_point_t middle;

  graphene_rect_get_center (ring, &middle);
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *target = g_ptr_array_index (targets, i);
      GtkWidget *part = hih_element_view_part (target, HIH_ELEMENT_VIEW_RING);
      graphene_rect_t box;
      graphene_point_t center;

      if (is_bar (target) || !gtk_widget_compute_bounds (part != NULL ? part : target, relative_to, &box))
        continue;
      graphene_rect_get_center (&box, &center);
      if (!graphene_rect_contains_point (&box, &middle) && !graphene_rect_contains_point (ring, &center) &&
          !is_under_something (target, ground))
        add_seen (target, relative_to, &box, others);
    }
  return others;
}

/**
 * hih_phone_tag_find_things:
 * @names: (out) (transfer full) (element-type graphene_rect_t):
 * @pictures: (out) (transfer full) (element-type graphene_rect_t):
 */
void
hih_phone_tag_find_things (GtkWidget *ground, GtkWidget *relative_to, GArray **names, GArray **pictures)
{
  *names = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  *pictures = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (GtkWidget *layer = gtk_widget_get_first_child (ground); layer != NULL; layer = gtk_widget_get_next_sibling (layer))
    collect (layer, layer, relative_to, *names, *pictures);
  /* What only touches a name seems to cover it. */
  for (guint i = 0; i < (*names)->len; i++)
    graphene_rect_inset (&g_array_index (*names, graphene_rect_t, i), -HIH_TAG_CLEARANCE, -HIH_TAG_CLEARANCE);
}
