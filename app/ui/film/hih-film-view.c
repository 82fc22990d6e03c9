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

#define MOST_HALVINGS 8 /* of a view that has no size yet */
#define MOST_PIXELS 4096 /* a still's width and height: it is one picture of a film */

struct _HihFilmView
{
  GtkWidget parent_instance;

  HihPlayer *player;        /* (nullable) */
  HihFrame *frame;          /* (nullable) */
  GdkTexture *texture;      /* (nullable): of the frame, when needed */
  cairo_surface_t *surface; /* (nullable): of the frame, when needed */
  guint halvings;           /* so often as small as the frame is surface */
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

static cairo_surface_t *
new_surface (HihFrame *frame)
{
  static const cairo_user_data_key_t key;
  gconstpointer pixels = g_bytes_get_data (hih_frame_get_bytes (frame), NULL);
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_RGB24, hih_frame_get_width (frame),
                                                                  hih_frame_get_height (frame), (int) hih_frame_get_stride (frame));

  cairo_surface_set_user_data (surface, &key, hih_frame_ref (frame), (cairo_destroy_func_t) hih_frame_unref);
  return surface;
}

static void
paint_scaled (cairo_t *cr, cairo_surface_t *surface, double x_scale, double y_scale)
{
  cairo_scale (cr, x_scale, y_scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
}

/* Each pixel is the mean of four. */
static cairo_surface_t *
halve (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int half_width = MAX (width / 2, 1), half_height = MAX (height / 2, 1);
  cairo_surface_t *half = cairo_image_surface_create (CAIRO_FORMAT_RGB24, half_width, half_height);
  cairo_t *cr = cairo_create (half);

  paint_scaled (cr, surface, (double) half_width / width, (double) half_height / height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return half;
}

/* At most two pixels of the film for one of the window, in each direction: those the bilinear filter mixes. Cairo's better
 * filter needs 8 ms for a step's still, in the frame in which the phone begins to slide. A surface that goes while a node still
 * draws it is copied by cairo: so it stays as long as the node. */
static cairo_surface_t *
get_surface (HihFilmView *self, double scale)
{
  guint halvings = 0;

  for (; scale < 0.5 && halvings < MOST_HALVINGS; scale *= 2)
    halvings++;
  if (self->surface == NULL || self->halvings != halvings)
    {
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = new_surface (self->frame);
      self->halvings = halvings;
      for (guint i = 0; i < halvings; i++)
        self->surface = halve (self->surface);
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
  cairo_surface_t *surface = get_surface (self, scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, place);

  cairo_rectangle (cr, place->origin.x, place->origin.y, place->size.width, place->size.height);
  cairo_clip (cr);
  cairo_translate (cr, place->origin.x, place->origin.y);
  paint_scaled (cr, surface, place->size.width / cairo_image_surface_get_width (surface),
                place->size.height / cairo_image_surface_get_height (surface));
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

  if (self->frame == NULL)
    return;
  picture_width = hih_frame_get_width (self->frame);
  picture_height = hih_frame_get_height (self->frame);
  scale = self->cover ? MAX ((double) width / picture_width, (double) height / picture_height)
                      : MIN ((double) width / picture_width, (double) height / picture_height);
  place.size.width = (float) (picture_width * scale);
  place.size.height = (float) (picture_height * scale);
  place.origin.x = (width - place.size.width) / 2;
  place.origin.y = (height - place.size.height) / 2;
  if (is_drawn_by_cairo (widget))
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

/* A picture says how large it is before it is read: one of 30000 × 30000 would need 6 GiB. */
static GdkTexture *
load_texture (const char *path, GError **error)
{
  int width = 0, height = 0;

  if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL && (width > MOST_PIXELS || height > MOST_PIXELS))
    {
      g_set_error (error, GDK_TEXTURE_ERROR, GDK_TEXTURE_ERROR_TOO_LARGE, "%s: %d × %d pixels are more than a film has", path, width,
                   height);
      return NULL;
    }
  return gdk_texture_new_from_filename (path, error);
}

static void
load_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkTexture) texture = load_texture (path, &error);
  int width, height;
  gsize stride;
  guchar *pixels;

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  stride = (gsize) width * 4;
  pixels = g_malloc (stride * height);
  gdk_texture_download (texture, pixels, stride);
  g_task_return_pointer (task, hih_frame_new (g_bytes_new_take (pixels, stride * height), width, height, stride, -1),
                         (GDestroyNotify) hih_frame_unref);
}

/**
 * hih_still_load_async:
 * @path: a PNG, opaque
 *
 * Reads and decodes a picture beside the main thread.
 */
void
hih_still_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * hih_still_load_finish:
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
HihFrame *
hih_still_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
