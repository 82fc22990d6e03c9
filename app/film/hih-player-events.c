/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pipeline tells, and what the player makes of it. All on the main context. */
#include "config.h"

#include "hih-player-private.h"

#include <gst/gst.h>

/* Playing, and not one picture: its decoder is missing and nobody said so. */
#define FIRST_FRAME_TIMEOUT_MS 2000
/* A film whose end comes this much before its time was cut off. */
#define CUT_NS (700 * GST_MSECOND)

void
hih_player_set_playing (HihPlayer *self, gboolean playing)
{
  if (self->playing == playing)
    return;
  self->playing = playing;
  g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_PLAYING]);
}

void
hih_player_set_step (HihPlayer *self, int step)
{
  if (self->step == step)
    return;
  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_STEP]);
}

static void
set_duration (HihPlayer *self, gint64 duration_ns)
{
  if (duration_ns < 0 || self->duration_ns == duration_ns)
    return;
  self->duration_ns = duration_ns;
  g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_DURATION]);
}

static void
fail (HihPlayer *self, const GError *error)
{
  self->loaded = FALSE;
  self->ready = FALSE;
  self->want = WANT_NOTHING;
  g_clear_handle_id (&self->first_frame_timeout, g_source_remove);
  hih_pipeline_load (self->pipeline, NULL, ++self->load);
  hih_player_set_playing (self, FALSE);
  g_signal_emit (self, hih_player_signals[SIGNAL_FAILED], 0, error);
}

void
hih_player_seek (HihPlayer *self, gint64 start_ns, gint64 end_ns, gboolean play)
{
  self->generation = ++self->serial;
  self->settled = FALSE;
  self->at_end = FALSE;
  self->span = (HihSpan){ start_ns, end_ns };
  hih_pipeline_seek (self->pipeline, self->generation, start_ns, end_ns, self->rate, play);
}

/* Does what was asked for, as soon as it can be done. */
void
hih_player_act (HihPlayer *self)
{
  HihSpan span = { 0, 0 };

  if (!self->ready)
    return;
  switch (self->want)
    {
    case WANT_STEP:
      hih_player_get_step_span (self, (guint) self->step, &span);
      hih_player_seek (self, span.start_ns, span.end_ns, self->playing);
      break;
    case WANT_FROM:
    case WANT_SHOW:
      hih_player_seek (self, self->want_ns, 0, self->playing);
      break;
    case WANT_NOTHING:
    default:
      break;
    }
}

static void
first_frame_timeout_cb (gpointer user_data)
{
  HihPlayer *self = user_data;

  self->first_frame_timeout = 0;
  if (!self->seen_frame && self->loaded)
    {
      g_autoptr (GError) error =
        g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: play: no picture came");

      fail (self, error);
    }
}

static void
handle_ready (HihPlayer *self, const HihPipelineEvent *event)
{
  self->ready = TRUE;
  set_duration (self, event->duration_ns);
  if (!self->seen_frame && self->first_frame_timeout == 0)
    self->first_frame_timeout = g_timeout_add_once (FIRST_FRAME_TIMEOUT_MS, first_frame_timeout_cb, self);
  hih_player_act (self);
}

static void
handle_chapters (HihPlayer *self, const HihPipelineEvent *event)
{
  gboolean known = hih_player_get_steps_known (self);

  hih_steps_set_chapters (&self->steps, event->chapters);
  if (hih_player_get_steps_known (self) != known)
    g_object_notify_by_pspec (G_OBJECT (self), hih_player_props[PROP_STEPS_KNOWN]);
}

static void
handle_frame (HihPlayer *self, const HihPipelineEvent *event)
{
  self->seen_frame = TRUE;
  g_clear_handle_id (&self->first_frame_timeout, g_source_remove);
  /* The film's first picture, while a step of it was asked for already. */
  if (event->generation == 0 && self->want != WANT_NOTHING)
    return;
  g_clear_pointer (&self->frame, hih_frame_unref);
  self->frame = hih_frame_ref (event->frame);
  g_signal_emit (self, hih_player_signals[SIGNAL_FRAME], 0, self->frame);
}

static gboolean
was_cut_off (HihPlayer *self, gint64 position_ns)
{
  gint64 expected_ns = self->span.end_ns > 0 ? self->span.end_ns : self->duration_ns;

  if (self->duration_ns > 0)
    expected_ns = MIN (expected_ns, self->duration_ns);
  return expected_ns > 0 && position_ns >= 0 && expected_ns - position_ns > (gint64) CUT_NS;
}

static void
handle_ended (HihPlayer *self, const HihPipelineEvent *event)
{
  int step = self->step;
  guint n_steps = hih_player_get_n_steps (self);
  guint load = self->load, generation = self->generation;

  if (was_cut_off (self, event->position_ns))
    {
      g_autoptr (GError) error =
        g_error_new (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: play: it ends at %.1f s of %.1f s",
                     (double) event->position_ns / GST_SECOND, (double) self->duration_ns / GST_SECOND);

      fail (self, error);
      return;
    }
  self->at_end = TRUE;
  hih_player_set_playing (self, FALSE);
  if (step >= 0)
    g_signal_emit (self, hih_player_signals[SIGNAL_STEP_ENDED], 0, (guint) step);
  /* Unless somebody has asked for something else in the meantime. */
  if ((step < 0 || (guint) step + 1 >= n_steps) && load == self->load && generation == self->generation)
    g_signal_emit (self, hih_player_signals[SIGNAL_ENDED], 0);
}

void
hih_player_pipeline_cb (const HihPipelineEvent *event, gpointer user_data)
{
  HihPlayer *self = user_data;
  gboolean current = event->generation == self->generation;

  if (event->load != self->load || !self->loaded)
    return;
  g_object_ref (self);
  switch (event->kind)
    {
    case HIH_PIPELINE_CHAPTERS:
      handle_chapters (self, event);
      break;
    case HIH_PIPELINE_READY:
      handle_ready (self, event);
      break;
    case HIH_PIPELINE_DURATION:
      set_duration (self, event->duration_ns);
      break;
    case HIH_PIPELINE_FRAME:
      if (current)
        handle_frame (self, event);
      break;
    case HIH_PIPELINE_SETTLED:
      if (current)
        self->settled = TRUE;
      break;
    case HIH_PIPELINE_ENDED:
      if (current)
        handle_ended (self, event);
      break;
    case HIH_PIPELINE_FAILED:
      fail (self, event->error);
      break;
    case HIH_PIPELINE_NO_SOUND:
      g_signal_emit (self, hih_player_signals[SIGNAL_NO_SOUND], 0);
      break;
    case HIH_PIPELINE_CODE:
    default:
      break;
    }
  g_object_unref (self);
}

