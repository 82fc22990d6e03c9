/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture on a step's card. Its player is made only when somebody asks to see it move. */
#include "config.h"

#include "hih-clip.h"

struct _HihClip
{
  GtkWidget parent_instance;

  GtkWidget *view;
  char *film;
  char *pictures_dir;
  HihPlayer *player; /* (nullable) */
  GCancellable *cancellable;
  guint step;
};

G_DEFINE_FINAL_TYPE (HihClip, hih_clip, GTK_TYPE_WIDGET)

static void
still_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihFilmView) view = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihFrame) still = hih_still_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (still == NULL)
    g_info ("ui: load a still: %s", error->message);
  hih_film_view_set_frame (view, still); /* rather none than that of the step before */
}

static void
hih_clip_dispose (GObject *object)
{
  HihClip *self = HIH_CLIP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->player);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->film, g_free);
  g_clear_pointer (&self->pictures_dir, g_free);
  G_OBJECT_CLASS (hih_clip_parent_class)->dispose (object);
}

static void
hih_clip_class_init (HihClipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_clip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_clip_init (HihClip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "clip");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->cancellable = g_cancellable_new ();
  self->view = hih_film_view_new ();
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
}

GtkWidget *
hih_clip_new (const char *film, const char *pictures_dir)
{
  HihClip *self = g_object_new (HIH_TYPE_CLIP, NULL);

  self->film = g_strdup (film);
  self->pictures_dir = g_strdup (pictures_dir);
  return GTK_WIDGET (self);
}

void
hih_clip_show (HihClip *self, guint step, const char *step_id)
{
  g_autofree char *name = g_strconcat (step_id, ".png", NULL);
  g_autofree char *path = g_build_filename (self->pictures_dir, name, NULL);

  hih_clip_stop (self);
  hih_film_view_set_player (HIH_FILM_VIEW (self->view), NULL);
  self->step = step;
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hih_still_load_async (path, self->cancellable, still_cb, g_object_ref (HIH_FILM_VIEW (self->view)));
}

/**
 * hih_clip_play:
 *
 * Plays the step's part of the film in the picture's place, with its sound.
 */
void
hih_clip_play (HihClip *self)
{
  if (self->player == NULL)
    {
      self->player = hih_player_new ();
      hih_player_set_file (self->player, self->film);
    }
  hih_player_play_step (self->player, self->step + 1);
  hih_film_view_set_player (HIH_FILM_VIEW (self->view), self->player);
}

void
hih_clip_stop (HihClip *self)
{
  if (self->player != NULL)
    hih_player_pause (self->player);
}
