/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions are drawn by the program from the cues, never burnt in: so their size and colours can be chosen, and a
 * screen reader can read them. A timer asks the player where it is, only while it plays; it is set to the moment the
 * caption changes next, at most 100 ms away so that the step's bar moves (EN 301 549 7.1.2: within 100 ms).
 */
#include "config.h"

#include "hih-film-box.h"

#include "hih-caption-room.h"
#include "hih-control.h"
#include "hih-focus.h"

#include <glib/gi18n.h>

#define TICK_MS 100

struct _HihFilmBox
{
  GtkWidget parent_instance;

  HihSettings *settings;
  GtkWidget *box;
  GtkWidget *picture; /* an overlay: film, cover */
  GtkWidget *view;
  GtkWidget *cover; /* (nullable) */
  GtkWidget *band;
  GtkWidget *row;     /* in the band: caption, "Text size" */
  GtkWidget *caption; /* its room */
  GtkWidget *look; /* "Text size" */
  GtkWidget *bars;
  HihCues *cues;     /* (nullable) */
  HihPlayer *player; /* (nullable) */
  guint tick;
  int step;
};

enum
{
  LOOK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihFilmBox, hih_film_box, GTK_TYPE_WIDGET)

static void
look_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[LOOK], 0);
}

static void
update_caption (HihFilmBox *self, gint64 position_ms)
{
  const HihCue *cue = NULL;
  int step = hih_player_get_step (self->player);
  HihSpan span;

  /* A film that stands at a step's end still has that step's words, also where the next one's begin on the spot. */
  if (step >= 0 && hih_player_get_step_span (self->player, (guint) step, &span) && span.end_ns > span.start_ns)
    position_ms = MIN (position_ms, span.end_ns / 1000000 - 1);
  if (self->cues != NULL && hih_settings_get_boolean (self->settings, HIH_SETTING_CAPTIONS_ON))
    cue = hih_cues_at (self->cues, position_ms);
  if (g_strcmp0 (hih_film_box_get_caption (self), cue != NULL ? cue->text : "") != 0)
    hih_caption_room_set_words (HIH_CAPTION_ROOM (self->caption), cue != NULL ? cue->text : "");
}

static gboolean
tick_cb (gpointer user_data)
{
  HihFilmBox *self = user_data;
  gint64 position = hih_player_get_position_ns (self->player);
  gint64 now_ms = position / 1000000;
  gint64 next_ms = self->cues != NULL ? hih_cues_get_next_change_ms (self->cues, now_ms) : -1;
  gint64 delay = TICK_MS;
  HihSpan span;

  update_caption (self, now_ms);
  if (hih_player_get_step (self->player) >= 0 &&
      hih_player_get_step_span (self->player, hih_player_get_step (self->player), &span) && span.end_ns > span.start_ns)
    hih_film_box_set_progress (self, self->step,
                               (double) (position - span.start_ns) / (double) (span.end_ns - span.start_ns));
  self->tick = 0;
  if (!hih_player_get_playing (self->player))
    return G_SOURCE_REMOVE;
  if (next_ms >= 0)
    delay = CLAMP ((gint64) ((double) (next_ms - now_ms) / hih_player_get_rate (self->player)) + 2, 8, TICK_MS);
  self->tick = g_timeout_add (delay, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
playing_cb (HihPlayer *player, GParamSpec *pspec, gpointer user_data)
{
  HihFilmBox *self = user_data;

  if (self->tick == 0)
    self->tick = g_timeout_add (8, tick_cb, self);
}

static void
setting_cb (HihSettings *settings, const char *key, gpointer user_data)
{
  HihFilmBox *self = user_data;

  if (self->player != NULL)
    update_caption (self, hih_player_get_position_ns (self->player) / 1000000);
}

static void
hih_film_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihFilmBox *self = HIH_FILM_BOX (widget);
  GtkAllocation place = { 0, 0, width, 0 };
  int band;

  gtk_widget_measure (self->band, GTK_ORIENTATION_VERTICAL, width, &band, NULL, NULL, NULL);
  place.height = MAX (1, MIN (height - band, width * 9 / 16));
  if (self->cover != NULL)
    place.height = MAX (1, height - (gtk_widget_get_visible (self->band) ? band : 0));
  else
    place.y = (height - band - place.height) / 2;
  gtk_widget_size_allocate (self->picture, &place, -1);
  place.y = height - band;
  place.height = MAX (1, band);
  if (gtk_widget_should_layout (self->band))
    gtk_widget_size_allocate (self->band, &place, -1);
}

static void
hih_film_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HihFilmBox *self = HIH_FILM_BOX (widget);
  int picture, band;

  gtk_widget_measure (self->picture, orientation, for_size, &picture, NULL, NULL, NULL);
  gtk_widget_measure (self->band, orientation, for_size, &band, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (picture, band) : 60;
  *natural = MAX (*minimum, 400);
}

static void
hih_film_box_dispose (GObject *object)
{
  HihFilmBox *self = HIH_FILM_BOX (object);

  hih_film_box_set_player (self, NULL);
  g_clear_pointer (&self->cues, hih_cues_unref);
  g_clear_object (&self->settings);
  self->cover = NULL;
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->band, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_film_box_parent_class)->dispose (object);
}

static void
hih_film_box_class_init (HihFilmBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_film_box_dispose;
  widget_class->measure = hih_film_box_measure;
  widget_class->size_allocate = hih_film_box_size_allocate;
  signals[LOOK] = g_signal_new ("look", HIH_TYPE_FILM_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_film_box_init (HihFilmBox *self)
{
  GtkWidget *row = self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *look = hih_control_new ("size", _("Text size"), "compact caption-look");

  gtk_widget_add_css_class (GTK_WIDGET (self), "film-box");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The film"), -1);
  self->picture = gtk_overlay_new ();
  self->view = hih_film_view_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->picture), self->view);
  self->look = look;
  hih_control_set_upright (HIH_CONTROL (look), TRUE);
  gtk_widget_set_valign (look, GTK_ALIGN_CENTER);
  gtk_widget_set_name (look, "caption-look");
  g_signal_connect (look, "clicked", G_CALLBACK (look_cb), self);
  gtk_box_append (GTK_BOX (row), look);
  gtk_widget_add_css_class (row, "caption-row");
  gtk_widget_set_vexpand (row, TRUE);
  self->bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_set_homogeneous (GTK_BOX (self->bars), TRUE);
  self->band = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->band, "film-band");
  gtk_box_append (GTK_BOX (self->band), row);
  gtk_box_append (GTK_BOX (self->band), self->bars);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
}

/**
 * hih_film_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
hih_film_box_new (HihSettings *settings)
{
  HihFilmBox *self = g_object_new (HIH_TYPE_FILM_BOX, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_cb), self, 0);
  self->caption = hih_caption_room_new (settings);
  gtk_widget_set_hexpand (self->caption, TRUE);
  gtk_box_prepend (GTK_BOX (self->row), self->caption);
  return GTK_WIDGET (self);
}

HihFilmView *
hih_film_box_get_view (HihFilmBox *self)
{
  return HIH_FILM_VIEW (self->view);
}

void
hih_film_box_set_cover (HihFilmBox *self, GtkWidget *cover)
{
  if (self->cover != NULL)
    {
      hih_focus_leave (self->cover);
      gtk_overlay_remove_overlay (GTK_OVERLAY (self->picture), self->cover);
    }
  self->cover = cover;
  if (cover != NULL)
    gtk_overlay_add_overlay (GTK_OVERLAY (self->picture), cover);
  gtk_widget_set_visible (self->band, cover == NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_film_box_set_cues (HihFilmBox *self, HihCues *cues)
{
  g_clear_pointer (&self->cues, hih_cues_unref);
  self->cues = cues != NULL ? hih_cues_ref (cues) : NULL;
  hih_caption_room_set_cues (HIH_CAPTION_ROOM (self->caption), cues);
}

void
hih_film_box_set_player (HihFilmBox *self, HihPlayer *player)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  g_set_object (&self->player, player);
  if (self->view != NULL && gtk_widget_get_parent (self->picture) != NULL)
    hih_film_view_set_player (HIH_FILM_VIEW (self->view), player);
  if (player != NULL)
    g_signal_connect (player, "notify::playing", G_CALLBACK (playing_cb), self);
}

void
hih_film_box_set_steps (HihFilmBox *self, guint n_steps)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->bars)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < n_steps; i++)
    {
      GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (bar, "film-bar");
      gtk_box_append (GTK_BOX (self->bars), bar);
    }
}

void
hih_film_box_set_progress (HihFilmBox *self, int step, double fraction)
{
  int i = 0;

  self->step = step;
  for (GtkWidget *bar = gtk_widget_get_first_child (self->bars); bar != NULL; bar = gtk_widget_get_next_sibling (bar))
    {
      double value = i < step ? 1.0 : i > step ? 0.0 : CLAMP (fraction, 0.0, 1.0);

      if (ABS (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) - value) > 0.004)
        gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), value);
      i++;
    }
}

const char *
hih_film_box_get_caption (HihFilmBox *self)
{
  return hih_caption_room_get_words (HIH_CAPTION_ROOM (self->caption));
}
