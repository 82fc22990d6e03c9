/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One transform for a whole screen of widgets: picking, focus and text follow it (TRIALS.md P1). */
#include "config.h"

#include "hih-phone-scaler.h"

#include "hih-phone-view.h"

#include <math.h>

struct _HihPhoneScaler
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (HihPhoneScaler, hih_phone_scaler, GTK_TYPE_WIDGET)

static void
hih_phone_scaler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  int child_min, child_nat;

  /* GTK wants a child to have been measured before it is given its place. */
  gtk_widget_measure (HIH_PHONE_SCALER (widget)->child, orientation, -1, &child_min, &child_nat, NULL, NULL);
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? HIH_PHONE_WIDTH : HIH_PHONE_HEIGHT;
}

static void
hih_phone_scaler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = HIH_PHONE_SCALER (widget)->child;
  float scale = (float) width / HIH_PHONE_WIDTH;
  int logical = (int) roundf ((float) height / scale), least = 0;

  /* Places are whole pixels: what misses the usual height by less than one of them has it. A screen that cannot be so
   * short is drawn lower as a whole: a little flat, but nothing of it is cut off. */
  if (fabsf ((float) height - HIH_PHONE_HEIGHT * scale) <= 1)
    logical = HIH_PHONE_HEIGHT;
  else
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, HIH_PHONE_WIDTH, &least, NULL, NULL, NULL);
  logical = MIN (HIH_PHONE_HEIGHT, MAX (logical, least));
  gtk_widget_allocate (child, HIH_PHONE_WIDTH, logical, -1, gsk_transform_scale (NULL, scale, (float) height / (float) logical));
}

static void
hih_phone_scaler_dispose (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_SCALER (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_scaler_parent_class)->dispose (object);
}

static void
hih_phone_scaler_class_init (HihPhoneScalerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_scaler_dispose;
  widget_class->measure = hih_phone_scaler_measure;
  widget_class->size_allocate = hih_phone_scaler_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "scaler");
}

static void
hih_phone_scaler_init (HihPhoneScaler *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_phone_scaler_new:
 * @child: (transfer floating):
 *
 * Returns: (transfer floating): a scaler around it
 */
GtkWidget *
hih_phone_scaler_new (GtkWidget *child)
{
  HihPhoneScaler *self = g_object_new (HIH_TYPE_PHONE_SCALER, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
