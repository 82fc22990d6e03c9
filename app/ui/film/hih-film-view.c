/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a film's pictures become textures. The player hands over finished pictures on the main thread; a frame costs
 * one texture around the same bytes and one redraw of this widget, never a new layout.
 */
#include "config.h"

#include "hih-film-view.h"

struct _HihFilmView
{
  GtkWidget parent_instance;

  HihPlayer *player;   /* (nullable) */
  GdkTexture *texture; /* (nullable) */
  gulong frame_id;
};

G_DEFINE_FINAL_TYPE (HihFilmView, hih_film_view, GTK_TYPE_WIDGET)

static void
frame_cb (HihPlayer *player, HihFrame *frame, gpointer user_data)
{
  HihFilmView *self = user_data;

  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (hih_frame_get_width (frame), hih_frame_get_height (frame),
                                          GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, hih_frame_get_bytes (frame),
                                          hih_frame_get_stride (frame));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hih_film_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihFilmView *self = HIH_FILM_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale;
  graphene_rect_t place;

  if (self->texture == NULL)
    return;
  scale = MIN ((double) width / gdk_texture_get_width (self->texture),
               (double) height / gdk_texture_get_height (self->texture));
  place.size.width = (float) (gdk_texture_get_width (self->texture) * scale);
  place.size.height = (float) (gdk_texture_get_height (self->texture) * scale);
  place.origin.x = (width - place.size.width) / 2;
  place.origin.y = (height - place.size.height) / 2;
  gtk_snapshot_append_texture (snapshot, self->texture, &place);
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
  g_clear_object (&self->texture);
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
hih_film_view_set_texture (HihFilmView *self, GdkTexture *texture)
{
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
