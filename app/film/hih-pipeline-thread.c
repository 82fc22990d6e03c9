/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that opens a film, searches it, plays it and opens it again when it stands still. */
#include "config.h"

#include "hih-film-private.h"
#include "hih-pipeline-private.h"
#include "hih-playbin.h"

#include <time.h>

/* A film that stands still while it is opened is opened again, then given up: playbin3 may lose a damaged file's error.
 * Three seconds in all: with what goes before, nobody is left before a standing picture for more than five. Where the
 * film is still at work, the computer is slow or busy: it has up to five times as long, and two seconds of a processor. */
static const gint64 open_timeouts_us[] = { 6 * G_USEC_PER_SEC / 5, 9 * G_USEC_PER_SEC / 5 };
#define MOST_PATIENCE 5
#define IDLE_PERCENT 5
#define MOST_WORK_US (2 * G_USEC_PER_SEC)

static gint64
get_processor_us (void)
{
  struct timespec used = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

/* From now on. */
static void
be_patient (HihPipeline *self)
{
  self->patient_until_us = g_get_monotonic_time () + open_timeouts_us[self->n_reopened];
  self->worked_us = get_processor_us ();
}

static void
unload (HihPipeline *self)
{
  g_autoptr (GstElement) playbin = NULL;

  g_mutex_lock (&self->lock);
  playbin = g_steal_pointer (&self->playbin);
  g_mutex_unlock (&self->lock);
  if (playbin != NULL)
    {
      g_autoptr (GstBus) bus = gst_element_get_bus (playbin);

      gst_element_set_state (playbin, GST_STATE_NULL);
      gst_bus_set_sync_handler (bus, NULL, NULL, NULL);
    }
  g_clear_object (&playbin);
  g_clear_pointer (&self->frame_sink, hih_frame_sink_free);
  g_clear_object (&self->audio_sink);
  self->prerolled = FALSE;
}

static void
open_film (HihPipeline *self)
{
  GstElement *playbin;
  g_autoptr (GstBus) bus = NULL;
  GError *error = NULL;

  unload (self);
  be_patient (self);
  g_atomic_int_set (&self->seen_frames, FALSE);
  g_atomic_int_set (&self->failed, FALSE);
  g_atomic_int_set (&self->sound_broken, FALSE);
  if (self->uri == NULL)
    return;
  if (!hih_film_check_file (self->uri, &error))
    {
      hih_pipeline_fail (self, error);
      return;
    }
  self->frame_sink = hih_frame_sink_new (hih_pipeline_frame_cb, self);
  self->audio_sink = hih_playbin_make_audio_sink (self->without_device ? "fakesink" : self->audio_sink_name);
  playbin = hih_playbin_new (self->uri, self->frame_sink, self->audio_sink, self->muted, hih_pipeline_sound_cb, self);
  if (playbin == NULL)
    {
      hih_pipeline_fail (self,
                         g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: GStreamer is incomplete"));
      return;
    }
  bus = gst_element_get_bus (playbin);
  gst_bus_set_sync_handler (bus, hih_pipeline_bus_cb, self, NULL);
  g_mutex_lock (&self->lock);
  self->playbin = playbin;
  self->last_end_ns = -1;
  g_mutex_unlock (&self->lock);
  if (!hih_playbin_open (playbin))
    hih_pipeline_fail (self,
                       g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: play: it cannot be opened"));
}

static void
do_seek (HihPipeline *self, HihPipelineCommand *seek)
{
  gboolean ok;

  if (seek->generation != (guint) g_atomic_int_get (&self->latest_seek))
    {
      hih_pipeline_command_free (seek);
      return;
    }
  self->wanted_playing = seek->on;
  if (!self->prerolled)
    {
      hih_pipeline_command_free (self->waiting);
      self->waiting = seek;
      return;
    }
  if (!seek->on)
    gst_element_set_state (self->playbin, GST_STATE_PAUSED);
  hih_frame_sink_announce (self->frame_sink, seek->generation);
  g_mutex_lock (&self->lock);
  /* Where nothing comes any more, because the film was cut off before, it came until here. */
  self->last_end_ns = seek->start_ns;
  g_mutex_unlock (&self->lock);
  /* Accurate always: leaving it out gains nothing, and a segment seek tells its end seconds too early. */
  ok = gst_element_seek (self->playbin, seek->rate, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                         GST_SEEK_TYPE_SET, seek->start_ns, seek->stop_ns > 0 ? GST_SEEK_TYPE_SET : GST_SEEK_TYPE_NONE,
                         seek->stop_ns > 0 ? seek->stop_ns : -1);
  hih_frame_sink_confirm (self->frame_sink);
  if (seek->on)
    gst_element_set_state (self->playbin, GST_STATE_PLAYING);
  if (self->last != seek)
    hih_pipeline_command_free (self->last);
  self->last = seek;
  if (!ok)
    hih_pipeline_fail (self,
                       g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: play: it cannot be searched"));
}

static void
do_duration (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_DURATION, .load = hih_pipeline_get_load (self), .duration_ns = -1 };

  gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &event.duration_ns);
  hih_mailbox_post (self->mailbox, &event);
}

static void
do_prerolled (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_READY, .load = hih_pipeline_get_load (self), .duration_ns = -1 };

  if (self->prerolled)
    return;
  self->prerolled = TRUE;
  gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &event.duration_ns);
  hih_mailbox_post (self->mailbox, &event);
  if (self->waiting != NULL)
    do_seek (self, g_steal_pointer (&self->waiting));
}

static void
do_load (HihPipeline *self, HihPipelineCommand *command)
{
  /* Until its threads have ended, what the film before has to say is that film's. */
  unload (self);
  g_atomic_int_set (&self->load, (int) command->load);
  g_free (self->uri);
  self->uri = g_steal_pointer (&command->uri);
  g_atomic_int_set (&self->told_no_sound, FALSE);
  g_clear_pointer (&self->waiting, hih_pipeline_command_free);
  g_clear_pointer (&self->last, hih_pipeline_command_free);
  self->wanted_playing = FALSE;
  self->n_reopened = 0;
  self->loaded_us = get_processor_us ();
  self->n_waited = 0;
  open_film (self);
}

/* The sound device is gone: the same film again, from where it was, silent. */
static void
do_no_device (HihPipeline *self)
{
  gint64 position_ns = -1;

  if (self->without_device || self->playbin == NULL)
    return;
  self->without_device = TRUE;
  gst_element_query_position (self->playbin, GST_FORMAT_TIME, &position_ns);
  if (self->waiting == NULL && self->last != NULL)
    {
      self->waiting = g_steal_pointer (&self->last);
      self->waiting->start_ns = MAX (self->waiting->start_ns, position_ns);
      self->waiting->on = self->wanted_playing;
    }
  open_film (self);
}

static void
do_play (HihPipeline *self, gboolean play)
{
  self->wanted_playing = play;
  if (self->waiting != NULL)
    self->waiting->on = play;
  else if (self->playbin != NULL && self->prerolled)
    gst_element_set_state (self->playbin, play ? GST_STATE_PLAYING : GST_STATE_PAUSED);
}

/* From the bus, and still about this film. */
static void
do_own (HihPipeline *self, HihPipelineCommandKind kind)
{
  if (kind == HIH_PIPELINE_DO_PREROLLED)
    do_prerolled (self);
  else if (kind == HIH_PIPELINE_DO_DURATION)
    do_duration (self);
  else if (kind == HIH_PIPELINE_DO_NO_DEVICE)
    do_no_device (self);
  else
    unload (self);
}

/* The next thing to do. */
static HihPipelineCommand *
take_command (HihPipeline *self)
{
  gboolean opening = self->playbin != NULL && !self->prerolled && !g_atomic_int_get (&self->failed);
  HihPipelineCommand *command;
  gint64 now_us, percent;

  if (!opening)
    return g_async_queue_pop (self->commands);
  /* Whatever is asked meanwhile gives it no more time. */
  command = g_async_queue_timeout_pop (self->commands, (guint64) MAX (0, self->patient_until_us - g_get_monotonic_time ()));
  if (command != NULL)
    return command;
  now_us = get_processor_us ();
  percent = (now_us - self->worked_us) * 100 / open_timeouts_us[self->n_reopened];
  if (percent >= IDLE_PERCENT && now_us - self->loaded_us < MOST_WORK_US && ++self->n_waited < MOST_PATIENCE)
    {
      be_patient (self);
      return NULL;
    }
  self->n_waited = 0;
  if (self->n_reopened + 1 >= G_N_ELEMENTS (open_timeouts_us))
    hih_pipeline_fail (self,
                       g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: play: it stands still"));
  else
    {
      g_debug ("film: it stands still while it is opened: once more");
      self->n_reopened++;
      open_film (self);
    }
  return NULL;
}

gpointer
hih_pipeline_thread (gpointer data)
{
  HihPipeline *self = data;
  gboolean quit = FALSE;

  hih_film_init ();
  while (!quit)
    {
      HihPipelineCommand *command = take_command (self);

      if (command == NULL)
        continue;
      switch (command->kind)
        {
        case HIH_PIPELINE_DO_LOAD:
          if (command->load == (guint) g_atomic_int_get (&self->latest_load))
            do_load (self, command);
          break;
        case HIH_PIPELINE_DO_SEEK:
          if (command->load == hih_pipeline_get_load (self) && self->playbin != NULL)
            do_seek (self, g_steal_pointer (&command));
          break;
        case HIH_PIPELINE_DO_PLAY:
          do_play (self, command->on);
          break;
        case HIH_PIPELINE_DO_MUTE:
          self->muted = command->on;
          if (self->playbin != NULL)
            hih_playbin_set_muted (self->playbin, self->muted);
          break;
        case HIH_PIPELINE_DO_QUIT:
          quit = TRUE;
          break;
        case HIH_PIPELINE_DO_PREROLLED:
        case HIH_PIPELINE_DO_DURATION:
        case HIH_PIPELINE_DO_BROKEN:
        case HIH_PIPELINE_DO_NO_DEVICE:
        default:
          if (command->load == hih_pipeline_get_load (self) && self->playbin != NULL)
            do_own (self, command->kind);
          break;
        }
      hih_pipeline_command_free (command);
    }
  unload (self);
  g_clear_pointer (&self->waiting, hih_pipeline_command_free);
  g_clear_pointer (&self->last, hih_pipeline_command_free);
  g_clear_pointer (&self->uri, g_free);
  hih_pipeline_unref (self);
  return NULL;
}
