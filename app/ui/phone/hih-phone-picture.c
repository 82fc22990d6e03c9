/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkPicture would take the drawing's own size as its natural one and GtkImage would blur: a picture that does neither. */
#include "config.h"

#include "hih-phone-picture.h"

#include "hih-drawing.h"

struct _HihPhonePicture
{
  GtkWidget parent_instance;

  char *name;
  gboolean is_icon;
  gboolean cover;
  gboolean from_top; /* what has no room is cut off below */
  gboolean portrait;
  double zoom;
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (HihPhonePicture, hih_phone_picture, GTK_TYPE_WIDGET)

/* What is behind a face, so that people differ at a glance also by colour. */
static const struct
{
  const char *name;
  const char *tint;
} tints[] = {
  { "face-fang", "#f3d9c9" }, { "face-ming", "#cfe0ee" }, { "face-le", "#f8e0a6" },   { "face-li", "#dbe6d3" },
  { "face-wang", "#d9e8ee" }, { "face-zhou", "#e7dcf0" }, { "face-gui", "#ecdce8" }, { "face-unknown", "#d8d4cc" },
};

static const char *
find_tint (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      if (g_str_has_prefix (name, tints[i].name))
        return tints[i].tint;
    }
  return g_str_has_prefix (name, "face-") ? "#e4dac6" : NULL;
}

/* Returns TRUE when a clip was pushed. */
static gboolean
push_portrait (HihPhonePicture *self, GtkSnapshot *snapshot, float width, float height)
{
  const char *tint = self->is_icon ? NULL : find_tint (self->name);
  GskRoundedRect box;
  GdkRGBA color;

  if (!self->portrait || (tint == NULL && !g_str_has_prefix (self->name, "scene-")))
    return FALSE;
  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   tint != NULL ? MIN (width, height) / 2 : 14);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  if (tint != NULL && gdk_rgba_parse (&color, tint))
    gtk_snapshot_append_color (snapshot, &color, &box.bounds);
  return TRUE;
}

static GdkPaintable *
get_paintable (HihPhonePicture *self)
{
  GdkRGBA color;

  if (!self->is_icon)
    return hih_drawing_get (self->name);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  return hih_drawing_get_icon (self->name, &color);
}

static void
hih_phone_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhonePicture *self = HIH_PHONE_PICTURE (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double shown_width, shown_height, ratio;
  GdkPaintable *paintable;
  gboolean cover, clipped;

  if (self->name == NULL || width <= 0 || height <= 0)
    return;
  paintable = get_paintable (self);
  ratio = gdk_paintable_get_intrinsic_aspect_ratio (paintable);
  if (ratio <= 0)
    ratio = width / height;
  shown_width = width;
  shown_height = width / ratio;
  cover = self->cover || (self->portrait && g_str_has_prefix (self->name, "scene-"));
  if ((shown_height < height) == cover)
    {
      shown_height = height;
      shown_width = height * ratio;
    }
  shown_width *= self->zoom;
  shown_height *= self->zoom;
  clipped = push_portrait (self, snapshot, (float) width, (float) height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((width - shown_width) / 2),
                                                          self->from_top ? 0 : (float) ((height - shown_height) / 2)));
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), shown_width, shown_height);
  gtk_snapshot_restore (snapshot);
  if (clipped)
    gtk_snapshot_pop (snapshot);
}

static void
hih_phone_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  HihPhonePicture *self = HIH_PHONE_PICTURE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
hih_phone_picture_finalize (GObject *object)
{
  g_free (HIH_PHONE_PICTURE (object)->name);
  G_OBJECT_CLASS (hih_phone_picture_parent_class)->finalize (object);
}

static void
hih_phone_picture_class_init (HihPhonePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_phone_picture_finalize;
  widget_class->snapshot = hih_phone_picture_snapshot;
  widget_class->measure = hih_phone_picture_measure;
  gtk_widget_class_set_css_name (widget_class, "drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_phone_picture_init (HihPhonePicture *self)
{
  self->zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static void
set_name (HihPhonePicture *self, const char *name, gboolean is_icon)
{
  if (g_strcmp0 (self->name, name) == 0 && self->is_icon == is_icon)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  self->is_icon = is_icon;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_picture_new:
 *
 * Returns: (transfer floating): an empty picture of that size
 */
GtkWidget *
hih_phone_picture_new (int width, int height)
{
  HihPhonePicture *self = g_object_new (HIH_TYPE_PHONE_PICTURE, NULL);

  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

/**
 * hih_phone_picture_new_icon:
 * @icon: (nullable): such as "video"
 *
 * Returns: (transfer floating): the icon in the colour that CSS gives it
 */
GtkWidget *
hih_phone_picture_new_icon (const char *icon, int size)
{
  GtkWidget *self = hih_phone_picture_new (size, size);

  gtk_widget_set_halign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  set_name (HIH_PHONE_PICTURE (self), icon, TRUE);
  return self;
}

/**
 * hih_phone_picture_set_drawing:
 * @name: (nullable): such as "face-fang"
 */
void
hih_phone_picture_set_drawing (HihPhonePicture *self, const char *name)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  set_name (self, name, FALSE);
}

/**
 * hih_phone_picture_set_portrait:
 * @name: (nullable): such as "face-fang"
 */
void
hih_phone_picture_set_portrait (HihPhonePicture *self, const char *name)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  self->portrait = TRUE;
  set_name (self, name, FALSE);
}

/**
 * hih_phone_picture_set_icon:
 * @icon: (nullable): such as "video"
 */
void
hih_phone_picture_set_icon (HihPhonePicture *self, const char *icon)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  set_name (self, icon, TRUE);
}

/**
 * hih_phone_picture_set_cover:
 */
void
hih_phone_picture_set_cover (HihPhonePicture *self, gboolean cover)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  self->cover = cover;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_picture_set_ground:
 *
 * It covers all of its place, and its top stays at the top: what stands on a screen is placed from there, on a short
 * phone as well.
 */
void
hih_phone_picture_set_ground (HihPhonePicture *self)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  self->from_top = TRUE;
  hih_phone_picture_set_cover (self, TRUE);
}

/**
 * hih_phone_picture_set_size:
 */
void
hih_phone_picture_set_size (HihPhonePicture *self, int width, int height)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_phone_picture_set_zoom:
 * @zoom: 1 is life size
 */
void
hih_phone_picture_set_zoom (HihPhonePicture *self, double zoom)
{
  g_return_if_fail (HIH_IS_PHONE_PICTURE (self));
  self->zoom = CLAMP (zoom, 0.3, 3);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
