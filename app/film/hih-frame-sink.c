/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One sink bin for everything that must happen to a picture: videoflip turns what a phone held upright (as `method` it
 * would not), videoconvertscale makes a 4K film small enough to be painted at all, and our own converter keeps the
 * colours. Nothing of it costs anything on our own films.
 *
 * The trap: going from playing to paused, a sink prerolls the buffer it is waiting for, and in a film whose frames
 * last as long as nothing changes that is the picture up to ten seconds ahead. So a preroll is shown only as the first
 * picture after a flush; any other comes again as a sample when its time has come.
 */
#include "config.h"

#include "hih-frame-sink.h"
#include "hih-convert.h"

#include <gst/app/app.h>
#include <gst/video/video.h>

#define SINK_BIN                                                                                          \
  "videoflip video-direction=auto ! videoconvertscale n-threads=2 ! capsfilter caps=video/x-raw,"         \
  "format=I420,width=[1,1280],height=[1,720],pixel-aspect-ratio=1/1 ! appsink name=sink drop=true max-buffers=2"

#define MAX_SPARE 4

/* Pixels that are used again: 3.7 MB fresh from the system cost more than the conversion. */
typedef struct
{
  gatomicrefcount refs;
  GMutex lock;
  gsize size;
  GPtrArray *spare; /* of gpointer */
} Pool;

typedef struct
{
  Pool *pool;
  gpointer data;
  gsize size;
} Loan;

struct _HihFrameSink
{
  GstElement *bin;
  HihFrameFunc func;
  gpointer user_data;
  Pool *pool;
  int announced;  /* atomic */
  int generation; /* atomic; written in streaming threads */
  int take_preroll;
  gint64 preroll_pts; /* already handed out; only touched in the video's streaming thread */
};

static void
pool_unref (Pool *pool)
{
  if (g_atomic_ref_count_dec (&pool->refs))
    {
      g_ptr_array_unref (pool->spare);
      g_mutex_clear (&pool->lock);
      g_free (pool);
    }
}

static void
loan_free (gpointer data)
{
  Loan *loan = data;
  Pool *pool = loan->pool;

  g_mutex_lock (&pool->lock);
  if (loan->size == pool->size && pool->spare->len < MAX_SPARE)
    g_ptr_array_add (pool->spare, g_steal_pointer (&loan->data));
  g_mutex_unlock (&pool->lock);
  g_free (loan->data);
  g_free (loan);
  pool_unref (pool);
}

static Loan *
pool_borrow (Pool *pool, gsize size)
{
  Loan *loan = g_new0 (Loan, 1);

  g_atomic_ref_count_inc (&pool->refs);
  loan->pool = pool;
  loan->size = size;
  g_mutex_lock (&pool->lock);
  if (pool->size != size)
    {
      g_ptr_array_set_size (pool->spare, 0);
      pool->size = size;
    }
  if (pool->spare->len > 0)
    loan->data = g_ptr_array_steal_index (pool->spare, pool->spare->len - 1);
  g_mutex_unlock (&pool->lock);
  if (loan->data == NULL)
    loan->data = g_malloc (size);
  return loan;
}

static HihFrame *
convert (HihFrameSink *self, GstSample *sample, gint64 *end_ns)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstCaps *caps = gst_sample_get_caps (sample);
  const GstSegment *segment = gst_sample_get_segment (sample);
  GstVideoInfo info;
  GstVideoFrame frame;
  HihPlanes planes;
  HihMatrix matrix;
  Loan *loan;
  gsize stride;
  gint64 pts_ns = -1;

  if (buffer == NULL || caps == NULL || !gst_video_info_from_caps (&info, caps) ||
      !gst_video_frame_map (&frame, &info, buffer, GST_MAP_READ))
    return NULL;
  for (guint p = 0; p < 3; p++)
    {
      planes.planes[p] = GST_VIDEO_FRAME_PLANE_DATA (&frame, p);
      planes.strides[p] = (gsize) GST_VIDEO_FRAME_PLANE_STRIDE (&frame, p);
    }
  matrix = info.colorimetry.matrix == GST_VIDEO_COLOR_MATRIX_BT601 ||
               info.colorimetry.matrix == GST_VIDEO_COLOR_MATRIX_UNKNOWN
             ? HIH_MATRIX_601
             : HIH_MATRIX_709;
  stride = (gsize) info.width * 4;
  loan = pool_borrow (self->pool, stride * (gsize) info.height);
  hih_convert_i420_to_bgra (&planes, info.width, info.height, matrix,
                            info.colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255, loan->data, stride);
  gst_video_frame_unmap (&frame);

  *end_ns = -1;
  if (GST_BUFFER_PTS_IS_VALID (buffer))
    {
      pts_ns = (gint64) gst_segment_to_stream_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
      if (GST_BUFFER_DURATION_IS_VALID (buffer))
        *end_ns = pts_ns + (gint64) GST_BUFFER_DURATION (buffer);
    }
  return hih_frame_new (g_bytes_new_with_free_func (loan->data, loan->size, loan_free, loan), info.width, info.height,
                        stride, pts_ns);
}

static void
hand_out (HihFrameSink *self, GstSample *sample, gboolean is_preroll)
{
  gint64 pts = (gint64) GST_BUFFER_PTS (gst_sample_get_buffer (sample));
  gint64 end_ns;
  HihFrame *frame;

  /* After a seek in playing the first picture comes twice: as preroll and as sample. */
  if (!is_preroll && pts == self->preroll_pts && pts >= 0)
    {
      self->preroll_pts = -1;
      return;
    }
  self->preroll_pts = is_preroll ? pts : -1;
  frame = convert (self, sample, &end_ns);
  if (frame != NULL)
    self->func (frame, end_ns, (guint) g_atomic_int_get (&self->generation), self->user_data);
}

static GstFlowReturn
new_preroll_cb (GstAppSink *sink, gpointer user_data)
{
  HihFrameSink *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_try_pull_preroll (sink, 0);

  if (sample != NULL && g_atomic_int_compare_and_exchange (&self->take_preroll, TRUE, FALSE))
    hand_out (self, sample, TRUE);
  return GST_FLOW_OK;
}

static GstFlowReturn
new_sample_cb (GstAppSink *sink, gpointer user_data)
{
  HihFrameSink *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (sink, 0);

  if (sample != NULL)
    {
      g_atomic_int_set (&self->take_preroll, FALSE);
      hand_out (self, sample, FALSE);
    }
  return GST_FLOW_OK;
}

static GstPadProbeReturn
flush_cb (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  HihFrameSink *self = user_data;

  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (info)) == GST_EVENT_FLUSH_STOP)
    {
      g_atomic_int_set (&self->generation, g_atomic_int_get (&self->announced));
      self->preroll_pts = -1;
      g_atomic_int_set (&self->take_preroll, TRUE);
    }
  return GST_PAD_PROBE_OK;
}

/* (nullable): NULL when GStreamer lacks an element of the bin */
HihFrameSink *
hih_frame_sink_new (HihFrameFunc func, gpointer user_data)
{
  static GstAppSinkCallbacks callbacks = { .new_preroll = new_preroll_cb, .new_sample = new_sample_cb };
  GstElement *bin = gst_parse_bin_from_description (SINK_BIN, TRUE, NULL);
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GstPad) pad = NULL;
  HihFrameSink *self;

  if (bin == NULL)
    return NULL;
  self = g_new0 (HihFrameSink, 1);
  self->bin = gst_object_ref_sink (bin);
  self->func = func;
  self->user_data = user_data;
  self->take_preroll = TRUE;
  self->preroll_pts = -1;
  self->pool = g_new0 (Pool, 1);
  g_atomic_ref_count_init (&self->pool->refs);
  g_mutex_init (&self->pool->lock);
  self->pool->spare = g_ptr_array_new_with_free_func (g_free);

  sink = gst_bin_get_by_name (GST_BIN (bin), "sink");
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  pad = gst_element_get_static_pad (sink, "sink");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_FLUSH, flush_cb, self, NULL);
  return self;
}

void
hih_frame_sink_free (HihFrameSink *self)
{
  gst_object_unref (self->bin);
  pool_unref (self->pool);
  g_free (self);
}

GstElement *
hih_frame_sink_get_element (HihFrameSink *self)
{
  return self->bin;
}

void
hih_frame_sink_announce (HihFrameSink *self, guint generation)
{
  g_atomic_int_set (&self->announced, (int) generation);
}

void
hih_frame_sink_confirm (HihFrameSink *self)
{
  int announced = g_atomic_int_get (&self->announced);

  if (g_atomic_int_get (&self->generation) == announced)
    return;
  g_debug ("film: seek %d: no flush came by", announced);
  g_atomic_int_set (&self->take_preroll, TRUE);
  g_atomic_int_set (&self->generation, announced);
}

guint
hih_frame_sink_get_generation (HihFrameSink *self)
{
  return (guint) g_atomic_int_get (&self->generation);
}
