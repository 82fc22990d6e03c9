/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A seek or a change of state may take 70 ms and a sound device seconds, so all of them are made by one thread that
 * takes commands from a queue. Whoever gives a newer seek makes the older ones void. The bus is listened to where
 * messages are posted (they carry the generation of that moment) and nothing of it lies about: what the player must
 * know goes to its main context as a HihPipelineEvent, in order.
 */
#include "config.h"

#include "hih-pipeline.h"
#include "hih-film-private.h"
#include "hih-frame-sink.h"
#include "hih-playbin.h"

#include <gst/pbutils/pbutils.h>
#include <string.h>

/* A film that stands still while it is opened is opened again, then given up: playbin3 may lose a damaged file's error. */
#define OPEN_TIMEOUT_US (4 * G_USEC_PER_SEC)
#define MAX_REOPENED 2

typedef enum
{
  COMMAND_LOAD,
  COMMAND_SEEK,
  COMMAND_PLAY, /* or pause */
  COMMAND_MUTE,
  COMMAND_QUIT,
  /* The rest come from the bus; void when another film was loaded since. */
  COMMAND_PREROLLED,
  COMMAND_DURATION,
  COMMAND_BROKEN,
  COMMAND_NO_DEVICE,
} CommandKind;

typedef struct
{
  CommandKind kind;
  guint load;
  char *uri;
  guint generation;
  gint64 start_ns;
  gint64 stop_ns;
  double rate;
  gboolean on; /* play, mute */
} Command;

struct _HihPipeline
{
  gatomicrefcount refs;
  GAsyncQueue *commands;
  char *audio_sink_name;
  HihMailbox *mailbox;

  int latest_load; /* atomic */
  int latest_seek; /* atomic */

  GMutex lock; /* guards the next two */
  GstElement *playbin;
  gint64 last_end_ns; /* until when the last picture or sound lasts */

  /* The thread's own. */
  HihFrameSink *frame_sink;
  GstElement *audio_sink;
  char *uri;
  guint load;
  gboolean prerolled;
  guint n_reopened;
  gboolean without_device;
  gboolean muted;
  gboolean wanted_playing;
  Command *waiting; /* the seek to make once it is prerolled */
  Command *last;    /* the last seek made */
  int seen_frames;  /* atomic */
  int told_no_sound; /* atomic */
  int sound_broken;  /* atomic: the film is being opened again without a device */
  int failed; /* atomic: the first error of a load only */
};

static void
pipeline_unref (gpointer data)
{
  HihPipeline *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_async_queue_unref (self->commands);
  hih_mailbox_unref (self->mailbox);
  g_mutex_clear (&self->lock);
  g_free (self->audio_sink_name);
  g_free (self);
}

static void
command_free (gpointer data)
{
  Command *command = data;

  if (command != NULL)
    g_free (command->uri);
  g_free (command);
}

static Command *
command_new (CommandKind kind)
{
  Command *command = g_new0 (Command, 1);

  command->kind = kind;
  return command;
}

static void
push_own (HihPipeline *self, CommandKind kind)
{
  Command *command = command_new (kind);

  command->load = self->load;
  g_async_queue_push (self->commands, command);
}

/* In the video's streaming thread. */
static void
frame_cb (HihFrame *frame, gint64 end_ns, guint generation, gpointer user_data)
{
  HihPipeline *self = user_data;
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FRAME, .load = self->load, .generation = generation };

  event.frame = frame;
  g_atomic_int_set (&self->seen_frames, TRUE);
  g_mutex_lock (&self->lock);
  self->last_end_ns = MAX (self->last_end_ns, end_ns >= 0 ? end_ns : hih_frame_get_pts_ns (frame));
  g_mutex_unlock (&self->lock);
  hih_mailbox_post (self->mailbox, &event);
}

/* In the sound's streaming thread, before the tempo is changed. */
static GstPadProbeReturn
sound_cb (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  HihPipeline *self = user_data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);

  if (GST_BUFFER_PTS_IS_VALID (buffer) && GST_BUFFER_DURATION_IS_VALID (buffer))
    {
      g_mutex_lock (&self->lock);
      self->last_end_ns = MAX (self->last_end_ns, (gint64) (GST_BUFFER_PTS (buffer) + GST_BUFFER_DURATION (buffer)));
      g_mutex_unlock (&self->lock);
    }
  return GST_PAD_PROBE_OK;
}

static void
fail (HihPipeline *self, GError *error)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FAILED, .load = self->load, .duration_ns = -1, .error = error };

  if (!g_atomic_int_compare_and_exchange (&self->failed, FALSE, TRUE))
    {
      g_error_free (error);
      return;
    }
  hih_mailbox_post (self->mailbox, &event);
  push_own (self, COMMAND_BROKEN);
}

static void
tell_no_sound (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_NO_SOUND, .load = self->load, .duration_ns = -1 };

  if (g_atomic_int_compare_and_exchange (&self->told_no_sound, FALSE, TRUE))
    hih_mailbox_post (self->mailbox, &event);
}

static void
handle_error (HihPipeline *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;

  gst_message_parse_error (message, &error, NULL);
  g_debug ("film: %s: %s", GST_MESSAGE_SRC_NAME (message), error->message);
  if (hih_film_is_inside (GST_MESSAGE_SRC (message), self->audio_sink))
    {
      tell_no_sound (self);
      g_atomic_int_set (&self->sound_broken, TRUE);
      push_own (self, COMMAND_NO_DEVICE);
    }
  /* The rest of the pipeline complains about a broken sink as well. */
  if (g_atomic_int_get (&self->sound_broken))
    return;
  fail (self, hih_film_error_from_gst (error, g_atomic_int_get (&self->seen_frames)));
}

/* A film whose pictures cannot be decoded is no error for playbin as long as there is sound. */
static void
handle_missing_plugin (HihPipeline *self, GstMessage *message)
{
  g_autofree char *detail = gst_missing_plugin_message_get_installer_detail (message);

  g_debug ("film: missing: %s", detail);
  if (detail != NULL && strstr (detail, "(audio/") == NULL && strstr (detail, "decoder-audio/") == NULL)
    fail (self, g_error_new (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: play: missing %s", detail));
  else
    tell_no_sound (self);
}

static void
handle_chapters (HihPipeline *self, GstMessage *message)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_CHAPTERS, .load = self->load, .duration_ns = -1 };
  GstToc *toc = NULL;

  gst_message_parse_toc (message, &toc, NULL);
  event.chapters = hih_film_chapters_from_toc (toc);
  gst_toc_unref (toc);
  hih_mailbox_post (self->mailbox, &event);
}

/* A film that was cut off ends without an error, and its position then is where it should have ended. So it is told
 * how far pictures and sound came; except for a whole WebM, whose last picture may stand on without saying so. */
static void
handle_end (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_ENDED, .load = self->load, .duration_ns = -1, .position_ns = -1 };

  event.generation = hih_frame_sink_get_generation (self->frame_sink);
  g_debug ("film: end of seek %u", event.generation);
  if (!hih_film_is_whole_matroska (self->uri))
    {
      g_mutex_lock (&self->lock);
      event.position_ns = self->last_end_ns;
      g_mutex_unlock (&self->lock);
    }
  hih_mailbox_post (self->mailbox, &event);
}

/* In any thread of GStreamer's. */
static GstBusSyncReply
bus_cb (GstBus *bus, GstMessage *message, gpointer user_data)
{
  HihPipeline *self = user_data;
  const gboolean from_top = GST_IS_PIPELINE (GST_MESSAGE_SRC (message));
  const int type = (int) GST_MESSAGE_TYPE (message);

  if (type == GST_MESSAGE_ERROR)
    handle_error (self, message);
  else if (type == GST_MESSAGE_WARNING && hih_film_is_inside (GST_MESSAGE_SRC (message), self->audio_sink))
    tell_no_sound (self);
  else if (type == GST_MESSAGE_ELEMENT && gst_is_missing_plugin_message (message))
    handle_missing_plugin (self, message);
  else if (type == GST_MESSAGE_TOC)
    handle_chapters (self, message);
  else if (type == GST_MESSAGE_EOS && from_top)
    handle_end (self);
  else if (type == GST_MESSAGE_ASYNC_DONE && from_top)
    {
      HihPipelineEvent event = { .kind = HIH_PIPELINE_SETTLED, .load = self->load, .duration_ns = -1 };

      event.generation = hih_frame_sink_get_generation (self->frame_sink);
      push_own (self, COMMAND_PREROLLED);
      hih_mailbox_post (self->mailbox, &event);
    }
  else if (type == GST_MESSAGE_DURATION_CHANGED)
    {
      /* Asked by the thread: asking here, inside the demuxer, could wait for itself. */
      push_own (self, COMMAND_DURATION);
    }
  gst_message_unref (message);
  return GST_BUS_DROP;
}

/* The thread. */

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

  unload (self);
  g_atomic_int_set (&self->seen_frames, FALSE);
  g_atomic_int_set (&self->failed, FALSE);
  g_atomic_int_set (&self->sound_broken, FALSE);
  if (self->uri == NULL)
    return;
  self->frame_sink = hih_frame_sink_new (frame_cb, self);
  self->audio_sink = hih_playbin_make_audio_sink (self->without_device ? "fakesink" : self->audio_sink_name);
  playbin = hih_playbin_new (self->uri, self->frame_sink, self->audio_sink, self->muted, sound_cb, self);
  if (playbin == NULL)
    {
      fail (self, g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: GStreamer is incomplete"));
      return;
    }
  bus = gst_element_get_bus (playbin);
  gst_bus_set_sync_handler (bus, bus_cb, self, NULL);
  g_mutex_lock (&self->lock);
  self->playbin = playbin;
  self->last_end_ns = -1;
  g_mutex_unlock (&self->lock);
  if (!hih_playbin_open (playbin))
    fail (self, g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: play: it cannot be opened"));
}

static void
do_seek (HihPipeline *self, Command *seek)
{
  gboolean ok;

  if (seek->generation != (guint) g_atomic_int_get (&self->latest_seek))
    {
      command_free (seek);
      return;
    }
  self->wanted_playing = seek->on;
  if (!self->prerolled)
    {
      command_free (self->waiting);
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
    command_free (self->last);
  self->last = seek;
  if (!ok)
    fail (self, g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: play: it cannot be searched"));
}

static void
do_duration (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_DURATION, .load = self->load, .duration_ns = -1 };

  gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &event.duration_ns);
  hih_mailbox_post (self->mailbox, &event);
}

static void
do_prerolled (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_READY, .load = self->load, .duration_ns = -1 };

  if (self->prerolled)
    return;
  self->prerolled = TRUE;
  gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &event.duration_ns);
  hih_mailbox_post (self->mailbox, &event);
  if (self->waiting != NULL)
    do_seek (self, g_steal_pointer (&self->waiting));
}

static void
do_load (HihPipeline *self, Command *command)
{
  self->load = command->load;
  g_free (self->uri);
  self->uri = g_steal_pointer (&command->uri);
  g_atomic_int_set (&self->told_no_sound, FALSE);
  g_clear_pointer (&self->waiting, command_free);
  g_clear_pointer (&self->last, command_free);
  self->wanted_playing = FALSE;
  self->n_reopened = 0;
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
do_own (HihPipeline *self, CommandKind kind)
{
  if (kind == COMMAND_PREROLLED)
    do_prerolled (self);
  else if (kind == COMMAND_DURATION)
    do_duration (self);
  else if (kind == COMMAND_NO_DEVICE)
    do_no_device (self);
  else
    unload (self);
}

/* The next thing to do. */
static Command *
take_command (HihPipeline *self)
{
  gboolean opening = self->playbin != NULL && !self->prerolled && !g_atomic_int_get (&self->failed);
  Command *command;

  if (!opening)
    return g_async_queue_pop (self->commands);
  command = g_async_queue_timeout_pop (self->commands, OPEN_TIMEOUT_US << self->n_reopened);
  if (command == NULL && self->n_reopened >= MAX_REOPENED)
    fail (self, g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: play: it stands still"));
  else if (command == NULL)
    {
      g_debug ("film: it stands still while it is opened: once more");
      self->n_reopened++;
      open_film (self);
    }
  return command;
}

static gpointer
thread_func (gpointer data)
{
  HihPipeline *self = data;
  gboolean quit = FALSE;

  hih_film_init ();
  while (!quit)
    {
      Command *command = take_command (self);

      if (command == NULL)
        continue;
      switch (command->kind)
        {
        case COMMAND_LOAD:
          if (command->load == (guint) g_atomic_int_get (&self->latest_load))
            do_load (self, command);
          break;
        case COMMAND_SEEK:
          if (command->load == self->load && self->playbin != NULL)
            do_seek (self, g_steal_pointer (&command));
          break;
        case COMMAND_PLAY:
          do_play (self, command->on);
          break;
        case COMMAND_MUTE:
          self->muted = command->on;
          if (self->playbin != NULL)
            g_object_set (self->playbin, "mute", self->muted, NULL);
          break;
        case COMMAND_QUIT:
          quit = TRUE;
          break;
        case COMMAND_PREROLLED:
        case COMMAND_DURATION:
        case COMMAND_BROKEN:
        case COMMAND_NO_DEVICE:
        default:
          if (command->load == self->load && self->playbin != NULL)
            do_own (self, command->kind);
          break;
        }
      command_free (command);
    }
  unload (self);
  g_clear_pointer (&self->waiting, command_free);
  g_clear_pointer (&self->last, command_free);
  g_clear_pointer (&self->uri, g_free);
  pipeline_unref (self);
  return NULL;
}

/* The main context's side. */

HihPipeline *
hih_pipeline_new (GMainContext *context, const char *audio_sink, HihPipelineFunc func, gpointer user_data)
{
  HihPipeline *self = g_new0 (HihPipeline, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->mailbox = hih_mailbox_new (context, func, user_data);
  self->audio_sink_name = g_strdup (audio_sink);
  self->commands = g_async_queue_new_full (command_free);
  g_atomic_ref_count_inc (&self->refs);
  g_thread_unref (g_thread_new ("hih-film", thread_func, self));
  return self;
}

void
hih_pipeline_close (HihPipeline *self)
{
  hih_mailbox_close (self->mailbox);
  g_async_queue_push (self->commands, command_new (COMMAND_QUIT));
  pipeline_unref (self);
}

void
hih_pipeline_load (HihPipeline *self, const char *uri, guint load)
{
  Command *command = command_new (COMMAND_LOAD);

  command->uri = g_strdup (uri);
  command->load = load;
  g_atomic_int_set (&self->latest_load, (int) load);
  g_async_queue_push (self->commands, command);
}

void
hih_pipeline_seek (HihPipeline *self, guint generation, gint64 start_ns, gint64 stop_ns, double rate, gboolean play)
{
  Command *command = command_new (COMMAND_SEEK);

  command->load = (guint) g_atomic_int_get (&self->latest_load);
  command->generation = generation;
  command->start_ns = start_ns;
  command->stop_ns = stop_ns;
  command->rate = rate;
  command->on = play;
  g_atomic_int_set (&self->latest_seek, (int) generation);
  g_async_queue_push (self->commands, command);
}

static void
push_switch (HihPipeline *self, CommandKind kind, gboolean on)
{
  Command *command = command_new (kind);

  command->on = on;
  g_async_queue_push (self->commands, command);
}

void
hih_pipeline_set_playing (HihPipeline *self, gboolean playing)
{
  push_switch (self, COMMAND_PLAY, playing);
}

void
hih_pipeline_set_muted (HihPipeline *self, gboolean muted)
{
  push_switch (self, COMMAND_MUTE, muted);
}

gboolean
hih_pipeline_query_position (HihPipeline *self, gint64 *position_ns)
{
  g_autoptr (GstElement) playbin = NULL;

  g_mutex_lock (&self->lock);
  if (self->playbin != NULL)
    playbin = gst_object_ref (self->playbin);
  g_mutex_unlock (&self->lock);
  return playbin != NULL && gst_element_query_position (playbin, GST_FORMAT_TIME, position_ns);
}
