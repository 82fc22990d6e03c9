/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A veil over a picture with a light under the pointer. It is drawn over the child and takes no events of its own. */
#include "config.h"

#include "hih-spotlight.h"

/* Of the height: wide enough for a finger and what it taps. */
#define RADIUS_SHARE 0.11f
#define VEIL_ALPHA 0.55f

struct _HihSpotlight
{
  GtkWidget parent_instance;

  GtkWidget *child;
  gboolean on;
  gboolean inside;
  float x;
  float y;
  int width;
  int height;
  guint source;
};

static guint sized_signal;

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

/* A circle is cut out of the veil: the veil is drawn, what the light shows is masked away from it. */
static void
draw_veil (HihSpotlight *self, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float radius = height * RADIUS_SHARE;
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, VEIL_ALPHA);
  cairo_fill (cr);
  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_set_line_width (cr, MAX (3, height / 240));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
hih_spotlight_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihSpotlight *self = HIH_SPOTLIGHT (widget);

  GTK_WIDGET_CLASS (hih_spotlight_parent_class)->snapshot (widget, snapshot);
  if (self->on && self->inside)
    draw_veil (self, snapshot);
}

static void
hih_spotlight_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_SPOTLIGHT (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static gboolean
sized_cb (gpointer user_data)
{
  HihSpotlight *self = user_data;

  self->source = 0;
  g_signal_emit (self, sized_signal, 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
hih_spotlight_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihSpotlight *self = HIH_SPOTLIGHT (widget);

  gtk_widget_allocate (self->child, width, height, baseline, NULL);
  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  if (self->source == 0)
    self->source = g_idle_add (sized_cb, self);
}

static void
hih_spotlight_dispose (GObject *object)
{
  g_clear_handle_id (&HIH_SPOTLIGHT (object)->source, g_source_remove);
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
  sized_signal = g_signal_new ("sized", HIH_TYPE_SPOTLIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_INT, G_TYPE_INT);
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
