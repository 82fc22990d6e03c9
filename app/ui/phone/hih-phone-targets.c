/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asked anew at every touch: a phone has under fifty such things, and none can then be out of date. */
#include "config.h"

#include "hih-phone-targets.h"

#include "hih-element-view.h"
#include "hih-phone-touch.h"

#define SYSTEM_HOME "system/home"
#define SYSTEM_STATUS "system/status"

static gboolean
answers_any (GtkWidget *widget)
{
  HihElement *element = hih_element_view_get_widget_element (widget);

  if (element == NULL || hih_element_view_get_widget_target (widget) == NULL)
    return FALSE;
  /* Writing is no touch: between the keys of a pad a finger must find the nearest key, not the pad. */
  for (int kind = 0; kind < HIH_GESTURE_N_KINDS; kind++)
    {
      if (kind != HIH_GESTURE_TYPE && hih_element_answers (element, kind))
        return TRUE;
    }
  return FALSE;
}

static void
collect (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_can_target (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_BUTTON (widget) ? hih_element_view_find_widget (widget) != NULL : GTK_IS_ENTRY (widget) || answers_any (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

/**
 * hih_phone_targets_find:
 *
 * Returns: (transfer container) (element-type GtkWidget): what can be touched
 */
GPtrArray *
hih_phone_targets_find (GtkWidget **roots, guint n_roots)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n_roots; i++)
    {
      if (roots[i] != NULL)
        collect (roots[i], found);
    }
  return found;
}

/* What of @target can be seen: a list's rows end where the list is cut off. */
static gboolean
get_visible_box (GtkWidget *target, GtkWidget *host, graphene_rect_t *box)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (target, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t window;

  if (!gtk_widget_compute_bounds (target, host, box))
    return FALSE;
  if (scroller == NULL || !gtk_widget_compute_bounds (scroller, host, &window))
    return TRUE;
  return graphene_rect_intersection (box, &window, box);
}

/**
 * hih_phone_targets_distance:
 *
 * Returns: 0 on it, otherwise the way to its nearest edge
 */
double
hih_phone_targets_distance (GtkWidget *target, GtkWidget *host, double x, double y, const graphene_rect_t *body,
                            double scale)
{
  graphene_rect_t box;

  if (!get_visible_box (target, host, &box))
    return G_MAXDOUBLE;
  if (g_strcmp0 (hih_element_view_get_widget_target (target), SYSTEM_HOME) == 0)
    {
      /* The bar is thin; the frame's chin under it is part of it, as a thumb comes from there. */
      box.origin.x = body->origin.x;
      box.size.width = body->size.width;
      box.size.height = body->origin.y + body->size.height - box.origin.y;
    }
  else if (g_strcmp0 (hih_element_view_get_widget_target (target), SYSTEM_STATUS) == 0)
    {
      /* So is the bar at the top: a finger pulls it down from above the glass. */
      box.size.height += box.origin.y - body->origin.y;
      box.origin.y = body->origin.y;
    }
  return hih_touch_distance (x, y, box.origin.x, box.origin.y, box.size.width, box.size.height) / scale;
}

static void
collect_answers (GtkWidget *widget, HihGestureKind kind, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (hih_element_view_get_widget_element (widget) != NULL && hih_element_view_get_widget_target (widget) != NULL &&
      hih_element_view_widget_answers (widget, kind))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_answers (child, kind, found);
}

/**
 * hih_phone_targets_find_answer:
 * @from: (nullable): where the finger began
 *
 * Returns: (transfer none) (nullable): what was meant by a stroke
 */
GtkWidget *
hih_phone_targets_find_answer (GtkWidget *root, GtkWidget *from, HihGestureKind kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (GtkWidget *widget = from; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (hih_element_view_get_widget_target (widget) != NULL && hih_element_view_widget_answers (widget, kind))
        return widget;
    }
  collect_answers (root, kind, found);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

/**
 * hih_phone_targets_dup_ground:
 */
char *
hih_phone_targets_dup_ground (GtkWidget *host, const graphene_point_t *point, HihElementContext *context)
{
  GtkWidget *under = gtk_widget_pick (host, point->x, point->y, GTK_PICK_DEFAULT);
  GtkWidget *element = under != NULL ? hih_element_view_find_widget (under) : NULL;
  HihPhone *phone = hih_element_context_get_phone (context);

  if (element != NULL)
    return g_strdup (hih_element_view_get_widget_target (element));
  return g_strconcat (phone != NULL ? hih_phone_state_get_app (hih_phone_get_state (phone)) : "home", "/", NULL);
}
