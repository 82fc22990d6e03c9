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
#include "hih-say-cues.h"

struct _HihWatch
{
  HihStageGuide parent_instance;

  const HihStageSetup *setup; /* the guide's */
  HihPlayer *player;          /* (nullable) */
  HihPerforming *performing;  /* (nullable) */
  GCancellable *cancellable;
  gboolean has_film;
  gboolean begun;
  gboolean at_end;
  gboolean kept;
  int step;     /* of the lesson */
  guint n_seen; /* steps seen to their ends or gone on from, counted from the first */
  gint64 watched_ms;
  gint64 since_ms;
};

G_DEFINE_FINAL_TYPE (HihWatch, hih_watch, HIH_TYPE_STAGE_GUIDE)

static int
n_steps (HihWatch *self)
{
  return (int) hih_lesson_get_n_steps (self->setup->lesson);
}

/* Parts of the film before the first step: the title of our own films. */
static int
n_before (HihWatch *self)
{
  int parts = self->player != NULL ? (int) hih_player_get_n_steps (self->player) : 0;

  return parts > n_steps (self) && hih_lesson_get_film (self->setup->lesson) == NULL ? 1 : 0;
}

static void
show_step (HihWatch *self)
{
  hih_steps_card_set_now (self->setup->steps_card, self->step);
  hih_film_box_set_progress (self->setup->film_box, self->step, self->at_end ? 1.0 : 0.0);
  hih_stage_guide_emit_changed (HIH_STAGE_GUIDE (self));
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
  self->n_seen = MAX (self->n_seen, (guint) self->step + 1);
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
  gint64 now = hih_clock_get_monotonic_ms (hih_context_get_clock (self->setup->context));

  if (hih_player_get_playing (player))
    self->since_ms = now;
  else if (self->since_ms > 0)
    {
      self->watched_ms += now - self->since_ms;
      self->since_ms = 0;
    }
  hih_stage_guide_emit_changed (HIH_STAGE_GUIDE (self));
}

static void
performed_cb (HihPerforming *performing, gpointer user_data)
{
  note_end (user_data);
}

static void
performing_changed_cb (HihPerforming *performing, gpointer user_data)
{
  hih_stage_guide_emit_changed (user_data);
}

static void
use_phone (HihWatch *self)
{
  self->has_film = FALSE;
  hih_film_box_set_player (self->setup->film_box, NULL);
  g_clear_object (&self->player);
  if (self->performing == NULL)
    {
      self->performing = hih_performing_new (self->setup->context, self->setup->lesson, self->setup->view);
      g_signal_connect_object (self->performing, "done", G_CALLBACK (performed_cb), self, 0);
      g_signal_connect_object (self->performing, "changed", G_CALLBACK (performing_changed_cb), self, 0);
    }
}

static void
failed_cb (HihPlayer *player, GError *error, gpointer user_data)
{
  g_autoptr (HihWatch) self = g_object_ref (user_data);

  use_phone (self);
  hih_stage_guide_emit_trouble (HIH_STAGE_GUIDE (self), error);
  if (self->begun)
    play (self, self->step);
  else
    hih_stage_guide_emit_changed (HIH_STAGE_GUIDE (self));
}

/* What cannot be heard is to be read, and the words of trouble say so: whoever had turned captions off can do it again. */
static void
no_sound_cb (HihPlayer *player, gpointer user_data)
{
  HihWatch *self = user_data;
  g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_AUDIO_DEVICE, "film: no sound");

  hih_settings_set_boolean (hih_context_get_settings (self->setup->context), HIH_SETTING_CAPTIONS_ON, TRUE);
  hih_stage_guide_emit_trouble (user_data, error);
}

static void
cues_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihWatch) self = user_data;
  g_autofree char *data = NULL;
  g_autoptr (HihCues) cues = NULL;
  gsize length = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, NULL) &&
      g_cancellable_is_cancelled (self->cancellable))
    return;
  cues = hih_say_cues_parse (data, length, self->setup->lesson, hih_context_get_language (self->setup->context));
  hih_film_box_set_cues (self->setup->film_box, cues);
}

static void
load_film (HihWatch *self)
{
  g_autofree char *captions = hih_cues_dup_path (hih_stage_guide_get_film (HIH_STAGE_GUIDE (self)));
  g_autoptr (GFile) file = g_file_new_for_path (captions);

  self->has_film = TRUE;
  self->player = hih_player_new ();
  g_signal_connect_object (self->player, "step-ended", G_CALLBACK (step_ended_cb), self, 0);
  g_signal_connect_object (self->player, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->player, "no-sound", G_CALLBACK (no_sound_cb), self, 0);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_cb), self, 0);
  hih_film_box_set_player (self->setup->film_box, self->player);
  hih_player_set_rate (self->player, hih_watch_get_rate (self));
  hih_player_set_file (self->player, hih_stage_guide_get_film (HIH_STAGE_GUIDE (self)));
  if (hih_lesson_get_film (self->setup->lesson) != NULL && hih_lesson_get_step (self->setup->lesson, 0)->film_start_ms >= 0)
    {
      g_autofree HihSpan *spans = g_new0 (HihSpan, (gsize) n_steps (self));

      for (int i = 0; i < n_steps (self); i++)
        {
          const HihStep *step = hih_lesson_get_step (self->setup->lesson, (guint) i);

          spans[i].start_ns = MAX (0, step->film_start_ms) * 1000000;
          spans[i].end_ns = MAX (0, step->film_end_ms) * 1000000;
        }
      hih_player_set_steps (self->player, spans, (guint) n_steps (self));
    }
  g_file_load_contents_async (file, self->cancellable, cues_cb, g_object_ref (self));
}

/**
 * hih_watch_begin:
 *
 * Plays the first step that was not seen yet; when all were seen, from the beginning.
 */
void
hih_watch_begin (HihWatch *self)
{
  hih_reader_stop (hih_context_get_reader (self->setup->context));
  self->begun = TRUE;
  self->step = (int) hih_watch_get_first (self);
  self->at_end = FALSE;
  if (hih_stage_guide_get_film (HIH_STAGE_GUIDE (self)) == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND, "film: play: there is none");

      hih_stage_guide_emit_trouble (HIH_STAGE_GUIDE (self), error);
    }
  if (self->has_film && self->step == 0 && n_before (self) > 0)
    {
      hih_player_play_step (self->player, 0);
      show_step (self);
    }
  else
    play (self, self->step);
}

static void
hih_watch_stop (HihStageGuide *guide)
{
  HihWatch *self = HIH_WATCH (guide);

  if (self->player != NULL)
    hih_player_pause (self->player);
  if (self->performing != NULL)
    hih_performing_stop (self->performing);
}

static void
hih_watch_next (HihStageGuide *guide)
{
  HihWatch *self = HIH_WATCH (guide);

  if (!self->begun)
    hih_watch_begin (self);
  else if (self->step < n_steps (self) - 1)
    {
      self->n_seen = MAX (self->n_seen, (guint) self->step + 1);
      play (self, self->step + 1);
    }
  else
    {
      hih_watch_stop (guide);
      hih_stage_guide_emit_ended (guide, NULL);
    }
}

static gboolean
hih_watch_back (HihStageGuide *guide)
{
  HihWatch *self = HIH_WATCH (guide);

  if (!self->begun || self->step == 0)
    return FALSE;
  play (self, self->step - 1);
  return TRUE;
}

static void
hih_watch_repeat (HihStageGuide *guide)
{
  HihWatch *self = HIH_WATCH (guide);

  if (!self->begun)
    hih_watch_begin (self);
  else
    play (self, self->step);
}

static void
hih_watch_dispose (GObject *object)
{
  HihWatch *self = HIH_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->performing);
  g_clear_object (&self->player);
  G_OBJECT_CLASS (hih_watch_parent_class)->dispose (object);
}

static void
hih_watch_class_init (HihWatchClass *klass)
{
  HihStageGuideClass *guide_class = HIH_STAGE_GUIDE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_watch_dispose;
  guide_class->stop = hih_watch_stop;
  guide_class->next = hih_watch_next;
  guide_class->back = hih_watch_back;
  guide_class->repeat = hih_watch_repeat;
}

static void
hih_watch_init (HihWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * hih_watch_new:
 * @setup: copied; objects are referenced. Its phone is for when there is no film
 *
 * Returns: (transfer full): the stage, its film loading
 */
HihWatch *
hih_watch_new (const HihStageSetup *setup)
{
  HihWatch *self = g_object_new (HIH_TYPE_WATCH, NULL);

  hih_stage_guide_set_up (HIH_STAGE_GUIDE (self), setup);
  self->setup = hih_stage_guide_get_setup (HIH_STAGE_GUIDE (self));
  self->n_seen = setup->n_seen;
  hih_film_box_set_steps (setup->film_box, (guint) n_steps (self));
  if (hih_stage_guide_get_film (HIH_STAGE_GUIDE (self)) != NULL)
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
hih_watch_toggle (HihWatch *self)
{
  if (!self->begun)
    hih_watch_begin (self);
  else if (self->at_end)
    play (self, self->step);
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
  hih_settings_set_int (hih_context_get_settings (self->setup->context), HIH_SETTING_FILM_RATE_PERCENT, next);
  if (self->player != NULL)
    hih_player_set_rate (self->player, next / 100.0);
  hih_stage_guide_emit_changed (HIH_STAGE_GUIDE (self));
}

double
hih_watch_get_rate (HihWatch *self)
{
  return hih_settings_get_int (hih_context_get_settings (self->setup->context), HIH_SETTING_FILM_RATE_PERCENT) / 100.0;
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

/**
 * hih_watch_get_first:
 *
 * Returns: the step that hih_watch_begin() plays; the beginning once all were seen
 */
guint
hih_watch_get_first (HihWatch *self)
{
  return self->n_seen < (guint) n_steps (self) ? self->n_seen : 0;
}

guint
hih_watch_get_step (HihWatch *self)
{
  return (guint) MAX (0, self->step);
}

guint
hih_watch_get_n_seen (HihWatch *self)
{
  return self->n_seen;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hih_records_watch_film_finish (HIH_RECORDS (source), result, &error))
    hih_error_log (error);
}

void
hih_watch_keep (HihWatch *self)
{
  const HihId *trainee = hih_session_get_id (self->setup->session);
  HihRecords *records = hih_context_get_records (self->setup->context);
  gint64 now = hih_clock_get_monotonic_ms (hih_context_get_clock (self->setup->context));
  HihFilmWatched view = { 0 };

  if (!self->begun || self->kept || !self->setup->recorded || records == NULL || trainee == NULL)
    return;
  self->kept = TRUE;
  view.lesson = hih_lesson_get_id (self->setup->lesson);
  view.content = hih_lesson_get_content_hash (self->setup->lesson);
  view.watched_ms = self->watched_ms + (self->since_ms > 0 ? now - self->since_ms : 0);
  view.n_steps = self->n_seen;
  view.to_end = self->n_seen >= (guint) n_steps (self);
  hih_records_watch_film_async (records, trainee, &view, NULL, kept_cb, NULL);
}
