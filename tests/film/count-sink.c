/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "count-sink.h"

#include <gst/audio/audio.h>
#include <gst/base/gstbasesink.h>

typedef struct
{
  GstBaseSink parent_instance;
  GstAudioInfo info;
} CountSink;

typedef GstBaseSinkClass CountSinkClass;

static GType count_sink_get_type (void);
G_DEFINE_TYPE (CountSink, count_sink, GST_TYPE_BASE_SINK)

static GMutex mutex;
static GCond opened;
static gboolean is_shut;
static guint64 played_ns;
static int loudest;

static void
forget (void)
{
  g_mutex_lock (&mutex);
  played_ns = 0;
  loudest = 0;
  g_mutex_unlock (&mutex);
}

static gboolean
start (GstBaseSink *sink)
{
  g_mutex_lock (&mutex);
  while (is_shut)
    g_cond_wait (&opened, &mutex);
  played_ns = 0;
  loudest = 0;
  g_mutex_unlock (&mutex);
  return TRUE;
}

static gboolean
set_caps (GstBaseSink *sink, GstCaps *caps)
{
  return gst_audio_info_from_caps (&((CountSink *) sink)->info, caps);
}

static gboolean
event (GstBaseSink *sink, GstEvent *event)
{
  if (GST_EVENT_TYPE (event) == GST_EVENT_FLUSH_STOP)
    forget ();
  return GST_BASE_SINK_CLASS (count_sink_parent_class)->event (sink, event);
}

static void
get_times (GstBaseSink *sink, GstBuffer *buffer, GstClockTime *from, GstClockTime *to)
{
  *from = *to = GST_CLOCK_TIME_NONE; /* now */
}

static GstFlowReturn
render (GstBaseSink *sink, GstBuffer *buffer)
{
  const GstAudioInfo *info = &((CountSink *) sink)->info;
  guint64 n_frames = gst_buffer_get_size (buffer) / (gsize) GST_AUDIO_INFO_BPF (info);

  GstMapInfo map;

  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
  g_mutex_lock (&mutex);
  for (gsize i = 0; i < map.size / sizeof (gint16); i++)
    loudest = MAX (loudest, ABS (((const gint16 *) (gconstpointer) map.data)[i]));
  played_ns += gst_util_uint64_scale (n_frames, GST_SECOND, (guint64) GST_AUDIO_INFO_RATE (info));
  g_mutex_unlock (&mutex);
  gst_buffer_unmap (buffer, &map);
  return GST_FLOW_OK;
}

static void
count_sink_init (CountSink *self)
{
}

static void
count_sink_class_init (CountSinkClass *klass)
{
  GstBaseSinkClass *sink_class = GST_BASE_SINK_CLASS (klass);
  GstCaps *caps = gst_caps_from_string (GST_AUDIO_CAPS_MAKE (GST_AUDIO_NE (S16)) ", layout=interleaved");

  gst_element_class_add_pad_template (GST_ELEMENT_CLASS (klass),
                                      gst_pad_template_new ("sink", GST_PAD_SINK, GST_PAD_ALWAYS, caps));
  gst_element_class_set_static_metadata (GST_ELEMENT_CLASS (klass), "Counting sink", "Sink/Audio", "Counts", "Hand in Hand");
  gst_caps_unref (caps);
  sink_class->start = start;
  sink_class->set_caps = set_caps;
  sink_class->event = event;
  sink_class->get_times = get_times;
  sink_class->render = render;
}

void
count_sink_register (void)
{
  gst_init (NULL, NULL);
  g_assert_true (gst_element_register (NULL, COUNT_SINK, GST_RANK_NONE, count_sink_get_type ()));
}

void
count_sink_set_shut (gboolean shut)
{
  g_mutex_lock (&mutex);
  is_shut = shut;
  g_cond_broadcast (&opened);
  g_mutex_unlock (&mutex);
}

gint64
count_sink_get_ms (void)
{
  gint64 ms;

  g_mutex_lock (&mutex);
  ms = (gint64) (played_ns / GST_MSECOND);
  g_mutex_unlock (&mutex);
  return ms;
}

int
count_sink_get_loudest (void)
{
  int level;

  g_mutex_lock (&mutex);
  level = loudest;
  g_mutex_unlock (&mutex);
  return level;
}
