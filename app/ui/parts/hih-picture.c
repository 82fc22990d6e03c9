/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing in a square of fixed size. GtkPicture would grow with the width it is given. */
#include "config.h"

#include "hih-picture.h"

#include "hih-drawing.h"

struct _HihPicture
{
  GtkWidget parent_instance;

  GdkPaintable *drawing; /* (nullable) */
  int pixels;
  gboolean plain;
};

G_DEFINE_FINAL_TYPE (HihPicture, hih_picture, GTK_TYPE_WIDGET)

static void
hih_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPicture *self = HIH_PICTURE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double ratio, w = width, h = height;

  if (self->drawing == NULL)
    return;
  ratio = gdk_paintable_get_intrinsic_aspect_ratio (self->drawing);
  if (ratio > 0 && w / h > ratio)
    w = h * ratio;
  else if (ratio > 0)
    h = w / ratio;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - w) / 2, (float) (height - h) / 2));
  gdk_paintable_snapshot (self->drawing, snapshot, w, h);
  gtk_snapshot_restore (snapshot);
}

static void
hih_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = HIH_PICTURE (widget)->pixels;
}

static void
hih_picture_dispose (GObject *object)
{
  g_clear_object (&HIH_PICTURE (object)->drawing);
  G_OBJECT_CLASS (hih_picture_parent_class)->dispose (object);
}

static void
hih_picture_class_init (HihPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_picture_dispose;
  widget_class->snapshot = hih_picture_snapshot;
  widget_class->measure = hih_picture_measure;
  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_picture_init (HihPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * hih_picture_new:
 * @pixels: width and height
 *
 * Returns: (transfer floating): the picture; its meaning always stands in words beside it
 */
GtkWidget *
hih_picture_new (const char *drawing, int pixels)
{
  HihPicture *self = g_object_new (HIH_TYPE_PICTURE, NULL);

  self->pixels = pixels;
  hih_picture_set (self, drawing);
  return GTK_WIDGET (self);
}

void
hih_picture_set (HihPicture *self, const char *drawing)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkPaintable *paintable = drawing != NULL ? hih_drawing_get (drawing) : NULL;

  gtk_widget_remove_css_class (widget, "round");
  gtk_widget_remove_css_class (widget, "face");
  g_set_object (&self->drawing, paintable);
  if (drawing != NULL && !self->plain && (g_str_has_prefix (drawing, "person-") || g_str_has_prefix (drawing, "face-")))
    gtk_widget_add_css_class (widget, "round");
  if (drawing != NULL && g_str_has_prefix (drawing, "face-"))
    gtk_widget_add_css_class (widget, "face");
  gtk_widget_queue_draw (widget);
}

void
hih_picture_set_plain (HihPicture *self)
{
  self->plain = TRUE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "round");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "face");
}

void
hih_picture_set_pixels (HihPicture *self, int pixels)
{
  if (self->pixels == pixels)
    return;
  self->pixels = pixels;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
