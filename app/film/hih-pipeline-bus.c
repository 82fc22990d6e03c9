/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from GStreamer's own threads, while they go on: pictures, sound and messages. */
#include "config.h"

#include "hih-film-private.h"
#include "hih-pipeline-private.h"

#include <gst/pbutils/pbutils.h>
#include <string.h>

/* In the video's streaming thread. */
void
hih_pipeline_frame_cb (HihFrame *frame, gint64 end_ns, guint generation, gpointer user_data)
{
  HihPipeline *self = user_data;
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FRAME, .load = hih_pipeline_get_load (self), .generation = generation };

  event.frame = frame;
  g_atomic_int_set (&self->seen_frames, TRUE);
  g_mutex_lock (&self->lock);
  self->last_end_ns = MAX (self->last_end_ns, end_ns >= 0 ? end_ns : hih_frame_get_pts_ns (frame));
  g_mutex_unlock (&self->lock);
  hih_mailbox_post (self->mailbox, &event);
}

/* In the sound's streaming thread, before the tempo is changed. */
GstPadProbeReturn
hih_pipeline_sound_cb (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
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

void
hih_pipeline_fail (HihPipeline *self, GError *error)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FAILED, .load = hih_pipeline_get_load (self), .duration_ns = -1, .error = error };

  if (!g_atomic_int_compare_and_exchange (&self->failed, FALSE, TRUE))
    {
      g_error_free (error);
      return;
    }
  hih_mailbox_post (self->mailbox, &event);
  hih_pipeline_push_own (self, HIH_PIPELINE_DO_BROKEN);
}

static void
tell_no_sound (HihPipeline *self)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_NO_SOUND, .load = hih_pipeline_get_load (self), .duration_ns = -1 };

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
      hih_pipeline_push_own (self, HIH_PIPELINE_DO_NO_DEVICE);
    }
  /* The rest of the pipeline complains about a broken sink as well. */
  if (g_atomic_int_get (&self->sound_broken))
    return;
  hih_pipeline_fail (self, hih_film_error_from_gst (error, g_atomic_int_get (&self->seen_frames)));
}

/* A film whose pictures cannot be decoded is no error for playbin as long as there is sound. */
static void
handle_missing_plugin (HihPipeline *self, GstMessage *message)
{
  g_autofree char *detail = gst_missing_plugin_message_get_installer_detail (message);

  g_debug ("film: missing: %s", detail);
  if (detail != NULL && strstr (detail, "(audio/") == NULL && strstr (detail, "decoder-audio/") == NULL)
    hih_pipeline_fail (self, g_error_new (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: play: missing %s", detail));
  else
    tell_no_sound (self);
}

static void
handle_chapters (HihPipeline *self, GstMessage *message)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_CHAPTERS, .load = hih_pipeline_get_load (self), .duration_ns = -1 };
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
  HihPipelineEvent event = { .kind = HIH_PIPELINE_ENDED, .load = hih_pipeline_get_load (self), .duration_ns = -1, .position_ns = -1 };

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
GstBusSyncReply
hih_pipeline_bus_cb (GstBus *bus, GstMessage *message, gpointer user_data)
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
      HihPipelineEvent event = { .kind = HIH_PIPELINE_SETTLED, .load = hih_pipeline_get_load (self), .duration_ns = -1 };

      event.generation = hih_frame_sink_get_generation (self->frame_sink);
      hih_pipeline_push_own (self, HIH_PIPELINE_DO_PREROLLED);
      hih_mailbox_post (self->mailbox, &event);
    }
  else if (type == GST_MESSAGE_DURATION_CHANGED)
    {
      /* Asked by the thread: asking here, inside the demuxer, could wait for itself. */
      hih_pipeline_push_own (self, HIH_PIPELINE_DO_DURATION);
    }
  gst_message_unref (message);
  return GST_BUS_DROP;
}
