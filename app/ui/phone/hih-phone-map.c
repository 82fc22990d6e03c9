/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over the town lie the way, the spots, oneself and the pin, in this order. */
#include "config.h"

#include "hih-phone-map.h"

#include "hih-phone-town.h"

#include <math.h>

#define MIN_WIDTH 300
#define MIN_HEIGHT 380
#define SPOT_TOP 10.0f   /* from a spot's upper edge to its point */
#define NEAR 90.0        /* a pin let go farther from every spot falls back */
#define WAY 10.0

struct _HihPhoneMap
{
  GtkWidget parent_instance;

  int layout; /* 0, 1 or 2 */
  GtkWidget *me;   /* (nullable) weak */
  GtkWidget *pin;  /* (nullable) weak */
  GPtrArray *way;  /* (element-type GtkWidget) not owned: set anew with every state, children of this */
  int behind;
  gboolean dragged;
  graphene_point_t drag;
};

G_DEFINE_FINAL_TYPE (HihPhoneMap, hih_phone_map, GTK_TYPE_WIDGET)

typedef struct
{
  double x, y;
} Place;

/**
 * hih_phone_map_place:
 */
void
hih_phone_map_place (GtkWidget *spot, double x, double y)
{
  Place *place = g_new (Place, 1);

  place->x = x;
  place->y = y;
  g_object_set_data_full (G_OBJECT (spot), "place", place, g_free);
}

/**
 * hih_phone_map_get_point:
 *
 * Returns: where the spot is, in the map's coordinates
 */
graphene_point_t
hih_phone_map_get_point (HihPhoneMap *self, GtkWidget *spot)
{
  const Place *place = g_object_get_data (G_OBJECT (spot), "place");
  double x = place != NULL ? hih_phone_town_turn_x (self->layout, place->x) : 50;
  double y = place != NULL ? hih_phone_town_turn_y (self->layout, place->y) : 50;

  return GRAPHENE_POINT_INIT ((float) (x * gtk_widget_get_width (GTK_WIDGET (self)) / 100),
                              (float) (y * gtk_widget_get_height (GTK_WIDGET (self)) / 100));
}

/* Drawing. */

static void
set_color (cairo_t *cr, const char *name)
{
  GdkRGBA color = { 0 };

  gdk_rgba_parse (&color, name);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
append_way (HihPhoneMap *self, cairo_t *cr, guint from, guint to)
{
  for (guint i = from; i <= to && i < self->way->len; i++)
    {
      graphene_point_t point = hih_phone_map_get_point (self, g_ptr_array_index (self->way, i));

      if (i == from)
        cairo_move_to (cr, point.x, point.y);
      else
        cairo_line_to (cr, point.x, point.y);
    }
}

/* White round it, so that it is seen on every ground; what lies behind is thinner and grey. */
static void
draw_way (HihPhoneMap *self, cairo_t *cr)
{
  guint behind = (guint) CLAMP (self->behind, 0, (int) self->way->len - 1);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_color (cr, "#ffffff");
  cairo_set_line_width (cr, WAY + 8);
  append_way (self, cr, 0, self->way->len - 1);
  cairo_stroke (cr);
  set_color (cr, "#5f6b7a");
  cairo_set_line_width (cr, WAY - 3);
  append_way (self, cr, 0, behind);
  cairo_stroke (cr);
  set_color (cr, "#1c4f8c");
  cairo_set_line_width (cr, WAY);
  append_way (self, cr, behind, self->way->len - 1);
  cairo_stroke (cr);
}

static void
draw_steps (HihPhoneMap *self, cairo_t *cr)
{
  for (guint i = 1; i < self->way->len; i++)
    {
      graphene_point_t point = hih_phone_map_get_point (self, g_ptr_array_index (self->way, i));
      g_autofree char *number = g_strdup_printf ("%u", i);
      cairo_text_extents_t extents;

      set_color (cr, "#ffffff");
      cairo_arc (cr, point.x, point.y, 16, 0, 2 * G_PI);
      cairo_fill (cr);
      set_color (cr, (int) i <= self->behind ? "#5f6b7a" : "#1c4f8c");
      cairo_arc (cr, point.x, point.y, 13, 0, 2 * G_PI);
      cairo_fill (cr);
      set_color (cr, "#ffffff");
      cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
      cairo_set_font_size (cr, 18);
      cairo_text_extents (cr, number, &extents);
      cairo_move_to (cr, point.x - extents.x_bearing - extents.width / 2, point.y - extents.y_bearing - extents.height / 2);
      cairo_show_text (cr, number);
    }
}

/* Its card may stand beside it, at the edge; the spot itself is where it is. */
static void
draw_spots (HihPhoneMap *self, cairo_t *cr)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_point_t point = hih_phone_map_get_point (self, child);

      if (!GTK_IS_BUTTON (child) && (self->way->len == 0 || g_ptr_array_index (self->way, 0) != child))
        continue;
      set_color (cr, "#ffffff");
      cairo_arc (cr, point.x, point.y, 11, 0, 2 * G_PI);
      cairo_fill (cr);
      set_color (cr, "#1f1b16");
      cairo_arc (cr, point.x, point.y, 8, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_me (cairo_t *cr, const graphene_point_t *at)
{
  cairo_set_source_rgba (cr, 0.11, 0.31, 0.55, 0.22);
  cairo_arc (cr, at->x, at->y, 26, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (cr, "#ffffff");
  cairo_arc (cr, at->x, at->y, 14, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (cr, "#1c4f8c");
  cairo_arc (cr, at->x, at->y, 10, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_pin (cairo_t *cr, double x, double y, gboolean lifted)
{
  double tip = lifted ? y - 14 : y;

  cairo_set_source_rgba (cr, 0.12, 0.11, 0.09, 0.3);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, 1, 0.4);
  cairo_arc (cr, 0, 0, lifted ? 14 : 9, 0, 2 * G_PI);
  cairo_restore (cr);
  cairo_fill (cr);
  cairo_move_to (cr, x, tip);
  cairo_curve_to (cr, x - 4, tip - 16, x - 23, tip - 24, x - 23, tip - 38);
  cairo_arc (cr, x, tip - 38, 23, G_PI, 2 * G_PI);
  cairo_curve_to (cr, x + 23, tip - 24, x + 4, tip - 16, x, tip);
  cairo_close_path (cr);
  set_color (cr, "#9b2215");
  cairo_fill_preserve (cr);
  set_color (cr, "#ffffff");
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_arc (cr, x, tip - 38, 9, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * hih_phone_map_get_pin:
 */
gboolean
hih_phone_map_get_pin (HihPhoneMap *self, graphene_point_t *point)
{
  if (self->pin == NULL && !self->dragged)
    return FALSE;
  *point = self->dragged ? self->drag : hih_phone_map_get_point (self, self->pin);
  return TRUE;
}

static void
hih_phone_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneMap *self = HIH_PHONE_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_point_t point;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

  hih_phone_town_draw (cr, self->layout, width, height);
  if (self->way->len > 1)
    {
      draw_way (self, cr);
      draw_steps (self, cr);
    }
  cairo_destroy (cr);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  draw_spots (self, cr);
  if (self->me != NULL)
    {
      point = hih_phone_map_get_point (self, self->me);
      draw_me (cr, &point);
    }
  if (hih_phone_map_get_pin (self, &point))
    draw_pin (cr, point.x, point.y, self->dragged);
  cairo_destroy (cr);
}

/* Layout. */

static void
hih_phone_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static void
hih_phone_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_point_t point = hih_phone_map_get_point (HIH_PHONE_MAP (widget), child);
      int child_width, child_height;
      GskTransform *transform;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_width, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      transform = gsk_transform_translate (
          NULL, &GRAPHENE_POINT_INIT (CLAMP (point.x - (float) child_width / 2, 2, MAX (2, (float) (width - child_width - 2))),
                                      CLAMP (point.y - SPOT_TOP, 2, MAX (2, (float) (height - child_height - 2)))));
      gtk_widget_allocate (child, child_width, child_height, -1, transform);
    }
}

static void
hih_phone_map_dispose (GObject *object)
{
  HihPhoneMap *self = HIH_PHONE_MAP (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->way, 0);
  g_clear_weak_pointer (&self->me);
  g_clear_weak_pointer (&self->pin);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hih_phone_map_parent_class)->dispose (object);
}

static void
hih_phone_map_finalize (GObject *object)
{
  g_ptr_array_unref (HIH_PHONE_MAP (object)->way);
  G_OBJECT_CLASS (hih_phone_map_parent_class)->finalize (object);
}

static void
hih_phone_map_class_init (HihPhoneMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_map_finalize;
  widget_class->snapshot = hih_phone_map_snapshot;
  widget_class->measure = hih_phone_map_measure;
  widget_class->size_allocate = hih_phone_map_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_phone_map_init (HihPhoneMap *self)
{
  self->way = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_phone_map_new:
 *
 * Returns: (transfer floating): an empty town
 */
GtkWidget *
hih_phone_map_new (const char *layout)
{
  HihPhoneMap *self = g_object_new (HIH_TYPE_PHONE_MAP, NULL);

  self->layout = CLAMP (*layout - 'a', 0, 2);
  return GTK_WIDGET (self);
}

/**
 * hih_phone_map_set_me:
 */
void
hih_phone_map_set_me (HihPhoneMap *self, GtkWidget *spot)
{
  g_return_if_fail (HIH_IS_PHONE_MAP (self));
  g_set_weak_pointer (&self->me, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_map_set_pin:
 */
void
hih_phone_map_set_pin (HihPhoneMap *self, GtkWidget *spot)
{
  g_return_if_fail (HIH_IS_PHONE_MAP (self));
  self->dragged = FALSE;
  g_set_weak_pointer (&self->pin, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_map_set_way:
 */
void
hih_phone_map_set_way (HihPhoneMap *self, GPtrArray *spots, int behind)
{
  g_return_if_fail (HIH_IS_PHONE_MAP (self));
  g_ptr_array_set_size (self->way, 0);
  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_add (self->way, g_ptr_array_index (spots, i));
  self->behind = behind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_map_drag_pin:
 */
void
hih_phone_map_drag_pin (HihPhoneMap *self, double x, double y)
{
  g_return_if_fail (HIH_IS_PHONE_MAP (self));
  self->dragged = TRUE;
  self->drag = GRAPHENE_POINT_INIT ((float) x, (float) y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_map_drop_pin:
 */
void
hih_phone_map_drop_pin (HihPhoneMap *self)
{
  g_return_if_fail (HIH_IS_PHONE_MAP (self));
  self->dragged = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_map_find_spot:
 *
 * Returns: (transfer none) (nullable): the spot a pin let go there falls on
 */
GtkWidget *
hih_phone_map_find_spot (HihPhoneMap *self, double x, double y)
{
  GtkWidget *nearest = NULL;
  double best = NEAR;

  g_return_val_if_fail (HIH_IS_PHONE_MAP (self), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_point_t point = hih_phone_map_get_point (self, child);
      double distance = hypot (point.x - x, point.y - y);

      if (!GTK_IS_BUTTON (child) || distance >= best)
        continue;
      best = distance;
      nearest = child;
    }
  return nearest;
}
