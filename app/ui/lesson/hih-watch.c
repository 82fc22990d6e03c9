/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Watch stage. A film made by the program has one part for the title, one a step and one for the way without a
 * phone; a real film has one a step. Both stop after every step and wait. Where there is no film, or this computer
 * cannot show it, HihPerforming has the phone do the steps while they are read aloud: the lesson goes on either way.
 */
#include "config.h"

#include "hih-watch.h"

#include "hih-error-text.h"
#include "hih-film-path.h"
#include "hih-film.h"
#include "hih-performing.h"
#include "hih-progress.h"

struct _HihWatch
{
  GObject parent_instance;

  HihContext *context;
  HihLesson *lesson;
  HihFilmBox *box;
  HihStepsCard *card;
  HihPhoneView *view;
  HihPlayer *player;         /* (nullable) */
  HihPerforming *performing; /* (nullable) */
  GCancellable *cancellable;
  char *film;                /* (nullable): path */
  gboolean has_film;
  gboolean begun;
  gboolean at_end;
  gboolean saw_end;
  int step; /* of the lesson */
  gint64 watched_ms;
  gint64 since_ms;
};

enum
{
  CHANGED,
  ENDED,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihWatch, hih_watch, G_TYPE_OBJECT)

static int
n_steps (HihWatch *self)
{
  return (int) hih_lesson_get_n_steps (self->lesson);
}

/* Parts of the film before the first step: the title of our own films. */
static int
n_before (HihWatch *self)
{
  int parts = self->player != NULL ? (int) hih_player_get_n_steps (self->player) : 0;

  return parts > n_steps (self) && hih_lesson_get_film (self->lesson) == NULL ? 1 : 0;
}

static void
show_step (HihWatch *self)
{
  hih_steps_card_set_now (self->card, self->step);
  hih_film_box_set_progress (self->box, self->step, self->at_end ? 1.0 : 0.0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
play (HihWatch *self, int step)
{
  self->step = CLAMP (step, 0, n_steps (self) - 1);
  self->at_end = FALSE;
  if (self->has_film)
    hih_player_play_step (self->player, (guint) (self->step + n_before (self)));
  else
    hih_performing_play (self->performing, (guint) self->step);
  show_step (self);
}

static void
note_end (HihWatch *self)
{
  self->at_end = TRUE;
  if (self->step == n_steps (self) - 1)
    self->saw_end = TRUE;
  show_step (self);
}

static void
step_ended_cb (HihPlayer *player, guint part, gpointer user_data)
{
  HihWatch *self = user_data;

  /* The title is no step: the film goes on by itself. */
  if ((int) part < n_before (self))
    play (self, 0);
  else
    note_end (self);
}

static void
playing_cb (HihPlayer *player, GParamSpec *pspec, gpointer user_data)
{
  HihWatch *self = user_data;
  gint64 now = hih_clock_get_monotonic_ms (hih_context_get_clock (self->context));

  if (hih_player_get_playing (player))
    self->since_ms = now;
  else if (self->since_ms > 0)
    {
      self->watched_ms += now - self->since_ms;
      self->since_ms = 0;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
performed_cb (HihPerforming *performing, gpointer user_data)
{
  note_end (user_data);
}

static void
performing_changed_cb (HihPerforming *performing, gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);
}

static void
use_phone (HihWatch *self)
{
  self->has_film = FALSE;
  hih_film_box_set_player (self->box, NULL);
  g_clear_object (&self->player);
  if (self->performing == NULL)
    {
      self->performing = hih_performing_new (self->context, self->lesson, self->view);
      g_signal_connect_object (self->performing, "done", G_CALLBACK (performed_cb), self, 0);
      g_signal_connect_object (self->performing, "changed", G_CALLBACK (performing_changed_cb), self, 0);
    }
}

static void
failed_cb (HihPlayer *player, GError *error, gpointer user_data)
{
  g_autoptr (HihWatch) self = g_object_ref (user_data);

  use_phone (self);
  g_signal_emit (self, signals[TROUBLE], 0, error);
  if (self->begun)
    play (self, self->step);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
no_sound_cb (HihPlayer *player, gpointer user_data)
{
  g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_AUDIO_DEVICE, "film: no sound");

  g_signal_emit (user_data, signals[TROUBLE], 0, error);
}

static void
cues_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihWatch) self = user_data;
  g_autofree char *data = NULL;
  g_autoptr (HihCues) cues = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, NULL))
    return;
  cues = hih_cues_parse (data, length, NULL);
  hih_film_box_set_cues (self->box, cues);
}

static void
load_film (HihWatch *self)
{
  g_autofree char *captions = hih_film_path_dup_beside (self->film, ".vtt");
  g_autoptr (GFile) file = g_file_new_for_path (captions);

  self->has_film = TRUE;
  self->player = hih_player_new ();
  g_signal_connect_object (self->player, "step-ended", G_CALLBACK (step_ended_cb), self, 0);
  g_signal_connect_object (self->player, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->player, "no-sound", G_CALLBACK (no_sound_cb), self, 0);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_cb), self, 0);
  hih_film_box_set_player (self->box, self->player);
  hih_player_set_rate (self->player, hih_watch_get_rate (self));
  hih_player_set_file (self->player, self->film);
  if (hih_lesson_get_film (self->lesson) != NULL && hih_lesson_get_step (self->lesson, 0)->film_start_ms >= 0)
    {
      g_autofree HihSpan *spans = g_new0 (HihSpan, (gsize) n_steps (self));

      for (int i = 0; i < n_steps (self); i++)
        {
          const HihStep *step = hih_lesson_get_step (self->lesson, (guint) i);

          spans[i].start_ns = MAX (0, step->film_start_ms) * 1000000;
          spans[i].end_ns = MAX (0, step->film_end_ms) * 1000000;
        }
      hih_player_set_steps (self->player, spans, (guint) n_steps (self));
    }
  g_file_load_contents_async (file, self->cancellable, cues_cb, g_object_ref (self));
}

static void
hih_watch_dispose (GObject *object)
{
  HihWatch *self = HIH_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->performing);
  g_clear_object (&self->player);
  g_clear_object (&self->box);
  g_clear_object (&self->card);
  g_clear_object (&self->view);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->film, g_free);
  G_OBJECT_CLASS (hih_watch_parent_class)->dispose (object);
}

static void
hih_watch_class_init (HihWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_watch_dispose;
  signals[CHANGED] = g_signal_new ("changed", HIH_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", HIH_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", HIH_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_ERROR);
}

static void
hih_watch_init (HihWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hih_watch_new:
 * @view: the phone, for when there is no film
 *
 * Returns: (transfer full): the stage, its film loading
 */
HihWatch *
hih_watch_new (HihContext *context, HihLesson *lesson, HihFilmBox *box, HihStepsCard *card, HihPhoneView *view)
{
  HihWatch *self = g_object_new (HIH_TYPE_WATCH, NULL);

  self->context = g_object_ref (context);
  self->lesson = hih_lesson_ref (lesson);
  self->box = g_object_ref (box);
  self->card = g_object_ref (card);
  self->view = g_object_ref (view);
  self->film = hih_film_path_find (lesson, hih_context_get_language (context));
  hih_film_box_set_steps (box, (guint) n_steps (self));
  if (self->film != NULL)
    load_film (self);
  else
    use_phone (self);
  return self;
}

gboolean
hih_watch_has_film (HihWatch *self)
{
  return self->has_film;
}

void
hih_watch_begin (HihWatch *self)
{
  hih_reader_stop (hih_context_get_reader (self->context));
  self->begun = TRUE;
  self->step = 0;
  self->at_end = FALSE;
  if (self->film == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND, "film: play: there is none");

      g_signal_emit (self, signals[TROUBLE], 0, error);
    }
  if (self->has_film && n_before (self) > 0)
    {
      hih_player_play_step (self->player, 0);
      show_step (self);
    }
  else
    play (self, 0);
}

void
hih_watch_stop (HihWatch *self)
{
  if (self->player != NULL)
    hih_player_pause (self->player);
  if (self->performing != NULL)
    hih_performing_stop (self->performing);
}

void
hih_watch_toggle (HihWatch *self)
{
  if (!self->begun)
    hih_watch_begin (self);
  else if (self->at_end)
    hih_watch_repeat (self);
  else if (!self->has_film)
    {
      if (hih_performing_is_playing (self->performing))
        hih_performing_stop (self->performing);
      else
        play (self, self->step);
    }
  else if (hih_player_get_playing (self->player))
    hih_player_pause (self->player);
  else
    hih_player_resume (self->player);
}

void
hih_watch_next (HihWatch *self)
{
  if (!self->begun)
    hih_watch_begin (self);
  else if (self->step < n_steps (self) - 1)
    play (self, self->step + 1);
  else
    {
      hih_watch_stop (self);
      g_signal_emit (self, signals[ENDED], 0);
    }
}

gboolean
hih_watch_back (HihWatch *self)
{
  if (!self->begun || self->step == 0)
    return FALSE;
  play (self, self->step - 1);
  return TRUE;
}

void
hih_watch_repeat (HihWatch *self)
{
  if (!self->begun)
    hih_watch_begin (self);
  else
    play (self, self->step);
}

void
hih_watch_change_rate (HihWatch *self)
{
  static const int percents[] = { 100, 75, 50, 125 };
  int now = (int) (hih_watch_get_rate (self) * 100 + 0.5);
  int next = percents[0];

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      if (percents[i] == now)
        next = percents[(i + 1) % G_N_ELEMENTS (percents)];
    }
  hih_settings_set_int (hih_context_get_settings (self->context), HIH_SETTING_FILM_RATE_PERCENT, next);
  if (self->player != NULL)
    hih_player_set_rate (self->player, next / 100.0);
  g_signal_emit (self, signals[CHANGED], 0);
}

double
hih_watch_get_rate (HihWatch *self)
{
  return hih_settings_get_int (hih_context_get_settings (self->context), HIH_SETTING_FILM_RATE_PERCENT) / 100.0;
}

gboolean
hih_watch_is_begun (HihWatch *self)
{
  return self->begun;
}

gboolean
hih_watch_is_playing (HihWatch *self)
{
  return self->has_film ? hih_player_get_playing (self->player) : hih_performing_is_playing (self->performing);
}

gboolean
hih_watch_is_at_step_end (HihWatch *self)
{
  return self->at_end;
}

int
hih_watch_get_step (HihWatch *self)
{
  return self->begun ? self->step : -1;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hih_records_watch_film_finish (HIH_RECORDS (source), result, &error))
    hih_error_log (error);
}

void
hih_watch_keep (HihWatch *self, const HihId *trainee)
{
  HihRecords *records = hih_context_get_records (self->context);
  gint64 now = hih_clock_get_monotonic_ms (hih_context_get_clock (self->context));

  if (!self->begun || records == NULL || trainee == NULL)
    return;
  hih_records_watch_film_async (records, trainee, hih_lesson_get_id (self->lesson),
                                hih_lesson_get_content_hash (self->lesson),
                                self->watched_ms + (self->since_ms > 0 ? now - self->since_ms : 0), self->saw_end, NULL,
                                kept_cb, NULL);
}
