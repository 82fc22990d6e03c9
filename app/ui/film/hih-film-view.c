/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a film's pictures are drawn. The player hands over finished pictures on the main thread; a frame costs one
 * redraw of this widget around the same bytes, never a new layout.
 *
 * With a graphics card a picture is a texture. Without one GTK 4.8 would turn every byte of a texture into a float and
 * back, and shrink it by a filter that is meant for photographs: 19 ms a picture, of which cairo by itself needs 2.
 */
#include "config.h"

#include "hih-film-view.h"

struct _HihFilmView
{
  GtkWidget parent_instance;

  HihPlayer *player;        /* (nullable) */
  HihFrame *frame;          /* (nullable) */
  GdkTexture *texture;      /* (nullable): of the frame, when needed; or a still */
  cairo_surface_t *surface; /* (nullable): of the frame, when needed */
  cairo_surface_t *shown;   /* (nullable): in the newest render node */
  cairo_surface_t *before;  /* (nullable): in the node before, which is compared with the newest */
  gulong frame_id;
  gboolean cover;
};

G_DEFINE_FINAL_TYPE (HihFilmView, hih_film_view, GTK_TYPE_WIDGET)

static void
clear_picture (HihFilmView *self)
{
  g_clear_pointer (&self->frame, hih_frame_unref);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static void
frame_cb (HihPlayer *player, HihFrame *frame, gpointer user_data)
{
  hih_film_view_set_frame (user_data, frame);
}

static GdkTexture *
get_texture (HihFilmView *self)
{
  if (self->texture == NULL)
    self->texture = gdk_memory_texture_new (hih_frame_get_width (self->frame), hih_frame_get_height (self->frame),
                                            GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, hih_frame_get_bytes (self->frame),
                                            hih_frame_get_stride (self->frame));
  return self->texture;
}

/* A surface that goes while a node still draws it is copied by cairo: so it stays as long as the node. */
static cairo_surface_t *
get_surface (HihFilmView *self)
{
  static const cairo_user_data_key_t key;
  gconstpointer pixels;

  if (self->surface == NULL)
    {
      pixels = g_bytes_get_data (hih_frame_get_bytes (self->frame), NULL);
      self->surface = cairo_image_surface_create_for_data (
        (guchar *) pixels, CAIRO_FORMAT_RGB24, hih_frame_get_width (self->frame), hih_frame_get_height (self->frame),
        (int) hih_frame_get_stride (self->frame));
      cairo_surface_set_user_data (self->surface, &key, hih_frame_ref (self->frame),
                                   (cairo_destroy_func_t) hih_frame_unref);
    }
  if (self->surface != self->shown)
    {
      g_clear_pointer (&self->before, cairo_surface_destroy);
      self->before = g_steal_pointer (&self->shown);
      self->shown = cairo_surface_reference (self->surface);
    }
  return self->surface;
}

static void
draw_surface (HihFilmView *self, GtkSnapshot *snapshot, const graphene_rect_t *place, double scale)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, place);

  cairo_rectangle (cr, place->origin.x, place->origin.y, place->size.width, place->size.height);
  cairo_clip (cr);
  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, get_surface (self), 0, 0);
  /* Down to half the size as a graphics card would do it; nearer the eye cannot tell them. */
  if (scale >= 0.5)
    cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
hih_film_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihFilmView *self = HIH_FILM_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int picture_width, picture_height;
  double scale;
  graphene_rect_t place;

  if (self->frame == NULL && self->texture == NULL)
    return;
  picture_width = self->frame != NULL ? hih_frame_get_width (self->frame) : gdk_texture_get_width (self->texture);
  picture_height = self->frame != NULL ? hih_frame_get_height (self->frame) : gdk_texture_get_height (self->texture);
  scale = self->cover ? MAX ((double) width / picture_width, (double) height / picture_height)
                      : MIN ((double) width / picture_width, (double) height / picture_height);
  place.size.width = (float) (picture_width * scale);
  place.size.height = (float) (picture_height * scale);
  place.origin.x = (width - place.size.width) / 2;
  place.origin.y = (height - place.size.height) / 2;
  if (self->frame != NULL && is_drawn_by_cairo (widget))
    draw_surface (self, snapshot, &place, scale);
  else
    gtk_snapshot_append_texture (snapshot, get_texture (self), &place);
}

static void
hih_film_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 180;
}

static void
hih_film_view_dispose (GObject *object)
{
  HihFilmView *self = HIH_FILM_VIEW (object);

  hih_film_view_set_player (self, NULL);
  clear_picture (self);
  g_clear_pointer (&self->shown, cairo_surface_destroy);
  g_clear_pointer (&self->before, cairo_surface_destroy);
  G_OBJECT_CLASS (hih_film_view_parent_class)->dispose (object);
}

static void
hih_film_view_class_init (HihFilmViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_film_view_dispose;
  widget_class->snapshot = hih_film_view_snapshot;
  widget_class->measure = hih_film_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_film_view_init (HihFilmView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
hih_film_view_new (void)
{
  return g_object_new (HIH_TYPE_FILM_VIEW, NULL);
}

void
hih_film_view_set_player (HihFilmView *self, HihPlayer *player)
{
  g_return_if_fail (HIH_IS_FILM_VIEW (self));
  if (self->player != NULL)
    g_clear_signal_handler (&self->frame_id, self->player);
  if (g_set_object (&self->player, player) && player != NULL && hih_player_get_frame (player) != NULL)
    frame_cb (player, hih_player_get_frame (player), self);
  if (player != NULL)
    self->frame_id = g_signal_connect (player, "frame", G_CALLBACK (frame_cb), self);
}

void
hih_film_view_set_frame (HihFilmView *self, HihFrame *frame)
{
  g_return_if_fail (HIH_IS_FILM_VIEW (self));
  clear_picture (self);
  if (frame != NULL)
    self->frame = hih_frame_ref (frame);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hih_film_view_set_cover (HihFilmView *self, gboolean cover)
{
  g_return_if_fail (HIH_IS_FILM_VIEW (self));
  self->cover = cover;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hih_film_view_set_texture (HihFilmView *self, GdkTexture *texture)
{
  clear_picture (self);
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
load_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_filename (path, &error);

  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

/**
 * hih_texture_load_async:
 * @path: a PNG
 *
 * Reads and decodes a picture beside the main thread.
 */
void
hih_texture_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_thread);
}

GdkTexture *
hih_texture_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
