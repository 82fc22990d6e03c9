/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn, not pictured: sharp at every scale, and the same town in every lesson. */
#include "config.h"

#include "hih-phone-map.h"

#include <math.h>

#define MIN_WIDTH 300
#define MIN_HEIGHT 380
#define SPOT_TOP 10.0f   /* from a spot's upper edge to its point */
#define NEAR 90.0        /* a pin let go farther from every spot falls back */
#define STREET 24.0
#define WAY 10.0

typedef struct
{
  double x, y, width, height;
} Block;

static const double across[] = { 24, 60, 90 }; /* streets from left to right */
static const double down[] = { 22, 58 };       /* and from top to bottom */
static const Block park = { 65, 27, 20, 26 };
static const Block houses[] = {
  { 4, 4, 8, 13 },   { 14, 5, 7, 11 },  { 28, 4, 12, 13 }, { 43, 6, 12, 11 }, { 64, 4, 21, 13 },
  { 4, 28, 15, 11 }, { 6, 42, 12, 11 }, { 28, 28, 9, 24 }, { 41, 28, 14, 10 }, { 42, 42, 12, 11 },
  { 5, 64, 14, 12 }, { 29, 64, 10, 9 }, { 43, 65, 12, 9 }, { 65, 64, 19, 12 },
};

typedef struct
{
  const char *ground, *house, *park, *tree, *water, *edge;
} Colors;

static const Colors colors[] = {
  { "#efe9db", "#ddd2bc", "#cde3c2", "#8fb884", "#bfdcec", "#d3c7ae" },
  { "#e6ecf4", "#cfd9e7", "#cbe2d4", "#86b39a", "#b3d3ee", "#c3cfdf" },
  { "#f5ebef", "#e6d5dd", "#d9e2c4", "#a1b57f", "#cbdbe9", "#dfcad4" },
};

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

/* Layout b is seen in a mirror, c stands on its head: another place for everything, the same ways between. */
static double
turn_x (HihPhoneMap *self, double x)
{
  return self->layout == 1 ? 100 - x : x;
}

static double
turn_y (HihPhoneMap *self, double y)
{
  return self->layout == 2 ? 84 - y : y;
}

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
  double x = place != NULL ? turn_x (self, place->x) : 50;
  double y = place != NULL ? turn_y (self, place->y) : 50;

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
append_block (HihPhoneMap *self, cairo_t *cr, const Block *block, double width, double height)
{
  double x = self->layout == 1 ? 100 - block->x - block->width : block->x;
  double y = self->layout == 2 ? 84 - block->y - block->height : block->y;

  cairo_rectangle (cr, x * width / 100, y * height / 100, block->width * width / 100, block->height * height / 100);
}

static void
append_streets (HihPhoneMap *self, cairo_t *cr, double width, double height)
{
  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      cairo_move_to (cr, turn_x (self, across[i]) * width / 100, -STREET);
      cairo_line_to (cr, turn_x (self, across[i]) * width / 100, height + STREET);
    }
  for (guint i = 0; i < G_N_ELEMENTS (down); i++)
    {
      cairo_move_to (cr, -STREET, turn_y (self, down[i]) * height / 100);
      cairo_line_to (cr, width + STREET, turn_y (self, down[i]) * height / 100);
    }
}

static void
draw_trees (HihPhoneMap *self, cairo_t *cr, const Colors *set, double width, double height)
{
  double x = self->layout == 1 ? 100 - park.x - park.width : park.x;
  double y = self->layout == 2 ? 84 - park.y - park.height : park.y;

  set_color (cr, set->tree);
  for (int i = 0; i < 9; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, (x + 3 + (i * 7 % 16)) * width / 100, (y + 3 + (i * 5 % 21)) * height / 100, 6, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

static void
draw_ground (HihPhoneMap *self, cairo_t *cr, double width, double height)
{
  const Colors *set = &colors[self->layout];
  double river = (self->layout == 2 ? 0.01 : 0.9) * height;

  set_color (cr, set->ground);
  cairo_paint (cr);
  set_color (cr, set->house);
  for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
    append_block (self, cr, &houses[i], width, height);
  cairo_fill (cr);
  set_color (cr, set->park);
  append_block (self, cr, &park, width, height);
  cairo_fill (cr);
  draw_trees (self, cr, set, width, height);
  set_color (cr, set->water);
  cairo_set_line_width (cr, height * 0.11);
  cairo_move_to (cr, -20, river + 8);
  cairo_curve_to (cr, width * 0.3, river - 14, width * 0.6, river + 26, width + 20, river);
  cairo_stroke (cr);
  set_color (cr, set->edge);
  cairo_set_line_width (cr, STREET + 4);
  append_streets (self, cr, width, height);
  cairo_stroke (cr);
  set_color (cr, "#ffffff");
  cairo_set_line_width (cr, STREET);
  append_streets (self, cr, width, height);
  cairo_stroke (cr);
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

  draw_ground (self, cr, width, height);
  if (self->way->len > 1)
    {
      draw_way (self, cr);
      draw_steps (self, cr);
    }
  cairo_destroy (cr);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
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
