/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One thread from the search for the camera to its letting go, because each of these may block for a second: finding,
 * opening and closing. It waits on the pipeline's bus; GStreamer's own threads touch only the pictures.
 *
 * Pictures are thinned out and made small before anything else costs. Codes are read in a branch of its own, unmirrored
 * and five times a second (a hard picture takes 0.1 s), behind a valve that is shut while nobody wants codes; it lets
 * the end through, or the pipeline would never end. Both rates are said outright: a max-rate there would slow down the
 * pictures as well.
 * Nothing in the pipeline leads out of the program: one appsink, one fakesink.
 */
#include "config.h"

#include "hih-camera-feed.h"

#include "hih-camera.h"
#include "hih-decoders.h"
#include "hih-frame-sink.h"

#include <string.h>

#define PIPELINE                                                                                                     \
  "decodebin name=decoder ! videorate ! video/x-raw,framerate=15/1 ! videoconvertscale ! "                          \
  "video/x-raw,format=I420,width=[1,640],height=[1,480],pixel-aspect-ratio=1/1 ! tee name=tee "                     \
  "tee. ! queue leaky=downstream max-size-buffers=1 ! videoflip name=mirror video-direction=horiz "                 \
  "tee. ! valve name=valve drop=true drop-mode=forward-sticky-events ! queue leaky=downstream max-size-buffers=1 ! " \
  "videorate ! video/x-raw,framerate=5/1 ! zbar ! fakesink sync=false async=false"

/* What is asked of the camera: small raw pictures; if it has none, what it has. */
#define WANTED "video/x-raw,width=[1,640],height=[1,480];video/x-raw;image/jpeg"

#define LOOK_EVERY_S 1
#define STALLED_AFTER 5 /* looks without a picture in between */
#define GONE_AFTER_US (2 * G_USEC_PER_SEC) /* a code that was away so long is a new one */

/* The device itself: it is opened again only after it was closed, also when that takes long. */
static GMutex device_lock;

struct _HihCameraFeed
{
  gatomicrefcount refs;
  char *source;
  HihMailbox *mailbox;
  int n_frames; /* atomic; written in a streaming thread */

  GMutex lock;
  GstElement *pipeline; /* (nullable) */
  gboolean closed;
  gboolean reading;

  /* Only touched in the thread. */
  HihFrameSink *sink;
  char *code;
  gint64 code_us;
};

static void
feed_unref (HihCameraFeed *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  hih_mailbox_unref (self->mailbox);
  g_mutex_clear (&self->lock);
  g_free (self->source);
  g_free (self->code);
  g_free (self);
}

static gboolean
is_closed (HihCameraFeed *self)
{
  gboolean closed;

  g_mutex_lock (&self->lock);
  closed = self->closed;
  g_mutex_unlock (&self->lock);
  return closed;
}

static void
fail (HihCameraFeed *self, GError *error)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FAILED, .error = error };

  hih_mailbox_post (self->mailbox, &event);
}

/* In a streaming thread. */
static void
frame_cb (HihFrame *frame, gint64 end_ns, guint generation, gpointer user_data)
{
  HihCameraFeed *self = user_data;
  HihPipelineEvent event = { .kind = HIH_PIPELINE_FRAME, .frame = frame };

  g_atomic_int_inc (&self->n_frames);
  hih_mailbox_post (self->mailbox, &event);
}

/* (transfer floating) */
static GstElement *
make_source (HihCameraFeed *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  GstElement *source;

  if (self->source == NULL)
    return hih_camera_find (error);
  source = gst_parse_bin_from_description_full (self->source, TRUE, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &local);
  if (source == NULL)
    g_set_error (error, HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_INCOMPLETE, "film: camera: %s", local->message);
  return source;
}

static gboolean
join (GstElement *pipeline, GstElement *source, GstElement *sink)
{
  g_autoptr (GstElement) decoder = gst_bin_get_by_name (GST_BIN (pipeline), "decoder");
  g_autoptr (GstElement) mirror = gst_bin_get_by_name (GST_BIN (pipeline), "mirror");
  g_autoptr (GstCaps) wanted = gst_caps_from_string (WANTED);

  gst_bin_add_many (GST_BIN (pipeline), source, sink, NULL);
  return gst_element_link_filtered (source, decoder, wanted) && gst_element_link (mirror, sink);
}

/* (transfer full) */
static GstElement *
make_pipeline (HihCameraFeed *self, GError **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) source = make_source (self, error);

  if (source == NULL)
    return NULL;
  gst_object_ref_sink (source);
  pipeline = gst_parse_launch_full (PIPELINE, NULL, GST_PARSE_FLAG_FATAL_ERRORS, NULL);
  self->sink = hih_frame_sink_new (frame_cb, self);
  if (pipeline == NULL || self->sink == NULL || !join (pipeline, source, hih_frame_sink_get_element (self->sink)))
    {
      g_set_error_literal (error, HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_INCOMPLETE, "film: camera: GStreamer is incomplete");
      return NULL;
    }
  hih_decoders_copy_in (pipeline);
  return g_steal_pointer (&pipeline);
}

static void
set_valve (GstElement *pipeline, gboolean open)
{
  g_autoptr (GstElement) valve = gst_bin_get_by_name (GST_BIN (pipeline), "valve");

  g_object_set (valve, "drop", !open, NULL);
}

/* From zbar, five times a second as long as a code is seen. Bar codes of things on the table are none of ours. */
static void
handle_code (HihCameraFeed *self, const GstStructure *seen)
{
  HihPipelineEvent event = { .kind = HIH_PIPELINE_CODE };
  const char *text = gst_structure_get_string (seen, "symbol");
  gint64 now_us = g_get_monotonic_time ();
  gboolean stays;

  if (g_strcmp0 (gst_structure_get_string (seen, "type"), "QR-Code") != 0 || text == NULL || *text == '\0' ||
      strlen (text) > HIH_CAMERA_CODE_MAX || !g_utf8_validate (text, -1, NULL))
    return;
  stays = g_strcmp0 (text, self->code) == 0 && now_us - self->code_us < GONE_AFTER_US;
  self->code_us = now_us;
  if (stays)
    return;
  g_free (self->code);
  self->code = g_strdup (text);
  event.text = g_strdup (text);
  hih_mailbox_post (self->mailbox, &event);
}

/* (transfer full) (nullable): why it is over. */
static GError *
read_end (HihCameraFeed *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return g_error_new_literal (HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_LOST, "film: camera: it ended");
  gst_message_parse_error (message, &error, NULL);
  return hih_camera_error_from_gst (error, g_atomic_int_get (&self->n_frames) > 0);
}

/* Until it is closed or over. */
static void
run (HihCameraFeed *self, GstElement *pipeline)
{
  const GstMessageType types = GST_MESSAGE_ERROR | GST_MESSAGE_EOS | GST_MESSAGE_ELEMENT | GST_MESSAGE_APPLICATION;
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  gint64 looked_us = g_get_monotonic_time ();
  int n_before = 0, n_without = 0;

  while (!is_closed (self))
    {
      g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (bus, LOOK_EVERY_S * GST_SECOND, types);

      if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_ELEMENT)
        {
          if (gst_message_has_name (message, "barcode"))
            handle_code (self, gst_message_get_structure (message));
        }
      else if (message != NULL && GST_MESSAGE_TYPE (message) != GST_MESSAGE_APPLICATION)
        {
          fail (self, read_end (self, message));
          return;
        }
      if (g_get_monotonic_time () - looked_us < LOOK_EVERY_S * G_USEC_PER_SEC)
        continue;
      looked_us = g_get_monotonic_time ();
      n_without = g_atomic_int_get (&self->n_frames) == n_before ? n_without + 1 : 0;
      n_before = g_atomic_int_get (&self->n_frames);
      if (n_without >= STALLED_AFTER)
        {
          fail (self, g_error_new_literal (HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_LOST, "film: camera: no picture comes"));
          return;
        }
    }
}

static void
work (HihCameraFeed *self)
{
  GError *error = NULL;
  g_autoptr (GstElement) pipeline = make_pipeline (self, &error);

  if (pipeline == NULL)
    {
      fail (self, error);
      return;
    }
  g_mutex_lock (&self->lock);
  self->pipeline = pipeline;
  set_valve (pipeline, self->reading);
  g_mutex_unlock (&self->lock);
  /* What fails here stands on the bus as well. */
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  run (self, pipeline);
  g_mutex_lock (&self->lock);
  self->pipeline = NULL;
  g_mutex_unlock (&self->lock);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static gpointer
thread_func (gpointer data)
{
  HihCameraFeed *self = data;

  hih_film_init ();
  g_mutex_lock (&device_lock);
  if (!is_closed (self))
    work (self);
  g_clear_pointer (&self->sink, hih_frame_sink_free);
  g_mutex_unlock (&device_lock);
  feed_unref (self);
  return NULL;
}

HihCameraFeed *
hih_camera_feed_new (GMainContext *context, const char *source, HihPipelineFunc func, gpointer user_data)
{
  HihCameraFeed *self = g_new0 (HihCameraFeed, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->mailbox = hih_mailbox_new (context, func, user_data);
  self->source = g_strdup (source);
  g_atomic_ref_count_inc (&self->refs);
  g_thread_unref (g_thread_new ("hih-camera", thread_func, self));
  return self;
}

void
hih_camera_feed_close (HihCameraFeed *self)
{
  hih_mailbox_close (self->mailbox);
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  if (self->pipeline != NULL)
    gst_element_post_message (self->pipeline, gst_message_new_application (GST_OBJECT (self->pipeline),
                                                                           gst_structure_new_empty ("closed")));
  g_mutex_unlock (&self->lock);
  feed_unref (self);
}

void
hih_camera_feed_set_reading (HihCameraFeed *self, gboolean reading)
{
  g_mutex_lock (&self->lock);
  self->reading = reading;
  if (self->pipeline != NULL)
    set_valve (self->pipeline, reading);
  g_mutex_unlock (&self->lock);
}
