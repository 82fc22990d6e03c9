/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A veil over the picture in a page, with a light under the pointer: what there is to be read stays as bright as it was. It
 * is drawn over the child and takes no events of its own. */
#include "config.h"

#include "hih-spotlight.h"

/* Of the height: wide enough for a finger and what it taps. */
#define RADIUS_SHARE 0.11f
#define VEIL_ALPHA 0.5f

struct _HihSpotlight
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkWidget *area; /* (nullable): within the child */
  gboolean on;
  gboolean inside;
  float x;
  float y;
};

G_DEFINE_FINAL_TYPE (HihSpotlight, hih_spotlight, GTK_TYPE_WIDGET)

static void
moved (HihSpotlight *self, double x, double y)
{
  self->inside = TRUE;
  self->x = (float) x;
  self->y = (float) y;
  if (self->on)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, gpointer user_data)
{
  moved (user_data, x, y);
}

static void
leave_cb (GtkEventControllerMotion *motion, gpointer user_data)
{
  HihSpotlight *self = user_data;

  self->inside = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A circle is cut out of the veil over @area; its rim may reach over the edge. */
static void
draw_veil (HihSpotlight *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float radius = height * RADIUS_SHARE;
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_save (cr);
  cairo_rectangle (cr, area->origin.x, area->origin.y, area->size.width, area->size.height);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, VEIL_ALPHA);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_set_line_width (cr, MAX (3, height / 180));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
hih_spotlight_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihSpotlight *self = HIH_SPOTLIGHT (widget);
  graphene_rect_t area;

  GTK_WIDGET_CLASS (hih_spotlight_parent_class)->snapshot (widget, snapshot);
  if (hih_spotlight_get_lit (self, &area))
    draw_veil (self, snapshot, &area);
}

static void
hih_spotlight_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_SPOTLIGHT (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
hih_spotlight_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (HIH_SPOTLIGHT (widget)->child, width, height, baseline, NULL);
}

static void
hih_spotlight_dispose (GObject *object)
{
  hih_spotlight_set_area (HIH_SPOTLIGHT (object), NULL);
  g_clear_pointer (&HIH_SPOTLIGHT (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_spotlight_parent_class)->dispose (object);
}

static void
hih_spotlight_class_init (HihSpotlightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_spotlight_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = hih_spotlight_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = hih_spotlight_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = hih_spotlight_size_allocate;
}

static void
hih_spotlight_init (HihSpotlight *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * hih_spotlight_new:
 *
 * Returns: (transfer floating): @child under a light that is off
 */
GtkWidget *
hih_spotlight_new (GtkWidget *child)
{
  HihSpotlight *self = g_object_new (HIH_TYPE_SPOTLIGHT, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
hih_spotlight_set_on (HihSpotlight *self, gboolean on)
{
  self->on = on;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
hih_spotlight_get_on (HihSpotlight *self)
{
  return self->on;
}

/**
 * hih_spotlight_set_area:
 * @area: (nullable): what the veil lies over; something within the child
 */
void
hih_spotlight_set_area (HihSpotlight *self, GtkWidget *area)
{
  g_return_if_fail (HIH_IS_SPOTLIGHT (self));
  g_set_weak_pointer (&self->area, area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_spotlight_get_lit:
 * @area: (out): what is veiled, in the light's own coordinates
 *
 * Returns: whether the light is on, and a pointer over what it is for
 */
gboolean
hih_spotlight_get_lit (HihSpotlight *self, graphene_rect_t *area)
{
  g_return_val_if_fail (HIH_IS_SPOTLIGHT (self), FALSE);
  return self->on && self->inside && self->area != NULL && gtk_widget_get_mapped (self->area) &&
         gtk_widget_compute_bounds (self->area, GTK_WIDGET (self), area) &&
         graphene_rect_contains_point (area, &GRAPHENE_POINT_INIT (self->x, self->y));
}
