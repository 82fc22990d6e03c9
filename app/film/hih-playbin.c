/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One playbin3: our video sink, a sound sink, and our filter in between: scaletempo, which keeps the pitch at other rates,
 * and what makes it silent. */
#include "config.h"

#include "hih-playbin.h"

#include "hih-decoders.h"

#include <string.h>

/* Video, audio; no text: captions are ours. No soft volume: before a sink that has none of its own, playsink of GStreamer
 * 1.22 makes an element for it that it never gives back, 5 KiB a film (GST_TRACERS=leaks). */
#define PLAY_FLAGS 0x3
#define SOUND_FILTER "scaletempo name=tempo ! volume name=volume"

GstElement *
hih_playbin_make_audio_sink (const char *name)
{
  GstElement *sink = gst_element_factory_make (name, NULL);

  if (sink == NULL)
    sink = gst_element_factory_make ("fakesink", NULL);
  if (sink == NULL)
    return NULL;
  gst_object_ref_sink (sink);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (sink), "sync") != NULL)
    g_object_set (sink, "sync", TRUE, NULL);
  return sink;
}

GstElement *
hih_playbin_new (const char *uri, HihFrameSink *frame_sink, GstElement *audio_sink, gboolean muted,
                 GstPadProbeCallback sound_cb, gpointer user_data)
{
  GstElement *playbin, *filter;

  if (frame_sink == NULL || audio_sink == NULL)
    return NULL;
  playbin = gst_element_factory_make ("playbin3", NULL);
  if (playbin == NULL)
    return NULL;
  gst_object_ref_sink (playbin);
  hih_decoders_copy_in (playbin);
  g_object_set (playbin, "uri", uri, "flags", PLAY_FLAGS, "video-sink", hih_frame_sink_get_element (frame_sink),
                "audio-sink", audio_sink, NULL);
  filter = gst_parse_bin_from_description (SOUND_FILTER, TRUE, NULL);
  if (filter != NULL)
    {
      g_autoptr (GstElement) tempo = gst_bin_get_by_name (GST_BIN (filter), "tempo");
      g_autoptr (GstPad) pad = gst_element_get_static_pad (tempo, "sink");

      gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, sound_cb, user_data, NULL);
      g_object_set (playbin, "audio-filter", filter, NULL);
      hih_playbin_set_muted (playbin, muted);
    }
  return playbin;
}

void
hih_playbin_set_muted (GstElement *playbin, gboolean muted)
{
  g_autoptr (GstElement) filter = NULL, volume = NULL;

  g_object_get (playbin, "audio-filter", &filter, NULL);
  if (filter != NULL)
    volume = gst_bin_get_by_name (GST_BIN (filter), "volume");
  if (volume != NULL)
    g_object_set (volume, "mute", muted, NULL);
}

/* uridecodebin3 of GStreamer 1.22 starts the source 4 ms before the decoder. When its thread is made to wait in between,
 * the first data meet a decoder that takes none yet, and the film stands still for ever: so the decoder goes first. */
static void
start_decoder_first (GstBin *playbin)
{
  g_autoptr (GstIterator) elements = gst_bin_iterate_recurse (playbin);
  g_auto (GValue) item = G_VALUE_INIT;

  while (gst_iterator_next (elements, &item) == GST_ITERATOR_OK)
    {
      GstElement *element = g_value_get_object (&item);
      GstElementFactory *factory = gst_element_get_factory (element);

      if (factory != NULL && strcmp (GST_OBJECT_NAME (factory), "decodebin3") == 0)
        gst_element_set_state (element, GST_STATE_PAUSED);
      g_value_reset (&item);
    }
}

gboolean
hih_playbin_open (GstElement *playbin)
{
  gst_element_set_state (playbin, GST_STATE_READY);
  start_decoder_first (GST_BIN (playbin));
  return gst_element_set_state (playbin, GST_STATE_PAUSED) != GST_STATE_CHANGE_FAILURE;
}
