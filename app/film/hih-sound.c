/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sounds without a picture: decoding one to samples for the studio, and playing one now for the voice. Opening a sound
 * device can take seconds, so every sound is played by a thread of its own; only its end reaches the main context.
 * No sound device is no error: the sound is over at once.
 */
#include "config.h"

#include "hih-film-private.h"

#include <gio/gio.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <string.h>

#define MAX_SECONDS 600
#define READ_TICK (20 * GST_MSECOND)
#define STUCK_TIMEOUT (10 * GST_SECOND)
#define STOP_NAME "hih-stop"

struct _HihSound
{
  GstElement *pipeline;
  GstElement *sink;
  GstBus *bus;
  GMainContext *context;
  double pace;
  HihSoundDone done;
  gpointer user_data;
};

static void
pad_added_cb (GstElement *decoder, GstPad *pad, gpointer user_data)
{
  GstElement *convert = user_data;
  g_autoptr (GstPad) sink = gst_element_get_static_pad (convert, "sink");
  g_autoptr (GstCaps) caps = gst_pad_query_caps (pad, NULL);

  if (!gst_pad_is_linked (sink) && gst_caps_get_size (caps) > 0 &&
      g_str_has_prefix (gst_structure_get_name (gst_caps_get_structure (caps, 0)), "audio/x-raw"))
    gst_pad_link (pad, sink);
}

/* @source ! decodebin ! convert ! resample [! scaletempo] ! @sink; (transfer full) (nullable) */
static GstElement *
build (GstElement *source, gboolean with_pace, GstElement *sink)
{
  GstElement *pipeline = gst_pipeline_new (NULL);
  GstElement *decoder = gst_element_factory_make ("decodebin", NULL);
  GstElement *convert = gst_element_factory_make ("audioconvert", NULL);
  GstElement *resample = gst_element_factory_make ("audioresample", NULL);
  GstElement *tempo = with_pace ? gst_element_factory_make ("scaletempo", NULL) : NULL;
  GstElement *parts[] = { source, decoder, convert, resample, sink };
  gboolean complete = TRUE;

  gst_object_ref_sink (pipeline);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        gst_bin_add (GST_BIN (pipeline), parts[i]);
      else
        complete = FALSE;
    }
  if (!complete)
    {
      g_clear_object (&tempo);
      gst_object_unref (pipeline);
      return NULL;
    }
  gst_element_link (source, decoder);
  g_signal_connect (decoder, "pad-added", G_CALLBACK (pad_added_cb), convert);
  if (tempo != NULL)
    {
      gst_bin_add (GST_BIN (pipeline), tempo);
      gst_element_link_many (convert, tempo, resample, sink, NULL);
    }
  else
    gst_element_link_many (convert, resample, sink, NULL);
  return pipeline;
}

/* Until the end, or @message: appsink alone would wait for ever on a file that is not a sound. */
static void
read_samples (GstElement *sink, GstBus *bus, GByteArray *samples, gsize max_bytes, GstMessage **message)
{
  GstClockTime waited = 0;

  while (samples->len < max_bytes && waited < STUCK_TIMEOUT && !gst_app_sink_is_eos (GST_APP_SINK (sink)))
    {
      g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (GST_APP_SINK (sink), READ_TICK);
      GstMapInfo map;

      if (sample == NULL)
        {
          *message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
          if (*message != NULL)
            return;
          waited += READ_TICK;
          continue;
        }
      waited = 0;
      if (!gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ))
        return;
      g_byte_array_append (samples, map.data, (guint) MIN (map.size, max_bytes - samples->len));
      gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
    }
}

/**
 * hih_sound_decode:
 * @path: any sound file
 * @sample_rate: wanted
 * @n_samples: (out): how many
 *
 * Blocks.
 *
 * Returns: (transfer full): mono S16, at most 10 minutes, or %NULL with a %HIH_FILM_ERROR
 */
gint16 *
hih_sound_decode (const char *path, int sample_rate, gsize *n_samples, GError **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstCaps) caps = NULL;
  g_autoptr (GByteArray) samples = g_byte_array_new ();
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  GstElement *source, *sink;

  hih_film_init ();
  *n_samples = 0;
  source = gst_element_factory_make ("filesrc", NULL);
  sink = gst_element_factory_make ("appsink", NULL);
  if (source != NULL)
    g_object_set (source, "location", path, NULL);
  if (sink != NULL)
    {
      caps = gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, GST_AUDIO_NE (S16), "channels", G_TYPE_INT, 1,
                                  "rate", G_TYPE_INT, sample_rate, "layout", G_TYPE_STRING, "interleaved", NULL);
      g_object_set (sink, "caps", caps, "sync", FALSE, "max-buffers", 16, NULL);
    }
  pipeline = build (source, FALSE, sink);
  if (pipeline == NULL)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: decode %s: GStreamer is incomplete", path);
      return NULL;
    }
  bus = gst_element_get_bus (pipeline);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  read_samples (sink, bus, samples, (gsize) MAX_SECONDS * (gsize) sample_rate * sizeof (gint16), &message);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (message != NULL)
    {
      g_autoptr (GError) local = NULL;

      gst_message_parse_error (message, &local, NULL);
      g_propagate_error (error, hih_film_error_from_gst (local, samples->len > 0));
      return NULL;
    }
  if (samples->len == 0)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: decode %s: no sound in it", path);
      return NULL;
    }
  *n_samples = samples->len / sizeof (gint16);
  return (gint16 *) (gpointer) g_byte_array_free (g_steal_pointer (&samples), FALSE);
}

static gboolean
done_cb (gpointer user_data)
{
  HihSound *sound = user_data;

  sound->done (sound->user_data);
  return G_SOURCE_REMOVE;
}

static void
sound_free (gpointer data)
{
  HihSound *sound = data;

  g_clear_object (&sound->bus);
  g_clear_object (&sound->pipeline);
  g_main_context_unref (sound->context);
  g_free (sound);
}

/* TRUE: go on waiting. */
static gboolean
handle_message (HihSound *sound, GstMessage *message, gboolean *begun)
{
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ASYNC_DONE)
    {
      if (!*begun && (sound->pace < 0.99 || sound->pace > 1.01))
        gst_element_seek (sound->pipeline, sound->pace, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, GST_SEEK_TYPE_SET, 0,
                          GST_SEEK_TYPE_NONE, -1);
      *begun = TRUE;
      gst_element_set_state (sound->pipeline, GST_STATE_PLAYING);
      return TRUE;
    }
  /* autoaudiosink found no device and would play to nobody, in real time. */
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_WARNING)
    return !hih_film_is_inside (GST_MESSAGE_SRC (message), sound->sink);
  return FALSE; /* ended, failed, stopped */
}

static gpointer
sound_thread (gpointer data)
{
  HihSound *sound = data;
  gboolean begun = FALSE, go_on = TRUE;
  GSource *source;

  if (sound->pipeline != NULL &&
      gst_element_set_state (sound->pipeline, GST_STATE_PAUSED) != GST_STATE_CHANGE_FAILURE)
    {
      while (go_on)
        {
          g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (
            sound->bus, begun ? GST_CLOCK_TIME_NONE : STUCK_TIMEOUT,
            GST_MESSAGE_ASYNC_DONE | GST_MESSAGE_EOS | GST_MESSAGE_ERROR | GST_MESSAGE_WARNING |
              GST_MESSAGE_APPLICATION);

          go_on = message != NULL && handle_message (sound, message, &begun);
        }
    }
  if (sound->pipeline != NULL)
    gst_element_set_state (sound->pipeline, GST_STATE_NULL);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, done_cb, sound, sound_free);
  g_source_attach (source, sound->context);
  g_source_unref (source);
  return NULL;
}

static HihSound *
sound_start (GstElement *source, double pace, HihSoundDone done, gpointer user_data)
{
  HihSound *sound = g_new0 (HihSound, 1);

  sound->context = g_main_context_ref_thread_default ();
  sound->pace = CLAMP (pace, 0.5, 2.0);
  sound->done = done;
  sound->user_data = user_data;
  sound->sink = gst_element_factory_make (hih_film_get_audio_sink_name (), NULL);
  if (sound->sink != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (sound->sink), "sync") != NULL)
    g_object_set (sound->sink, "sync", TRUE, NULL);
  sound->pipeline = build (source, TRUE, sound->sink);
  if (sound->pipeline != NULL)
    sound->bus = gst_element_get_bus (sound->pipeline);
  g_thread_unref (g_thread_new ("hih-sound", sound_thread, sound));
  return sound;
}

/* The 44 bytes before the samples that make them a file which can be searched, so that the pace can be set. */
static void
write_wav_header (guint8 *header, guint32 n_bytes, guint32 sample_rate)
{
  const guint32 fields[] = { GUINT32_TO_LE (16), GUINT32_TO_LE (1 | 1 << 16), GUINT32_TO_LE (sample_rate),
                             GUINT32_TO_LE (sample_rate * 2), GUINT32_TO_LE (2 | 16 << 16) };
  const guint32 riff = GUINT32_TO_LE (n_bytes + 36), size = GUINT32_TO_LE (n_bytes);

  memcpy (header, "RIFF", 4);
  memcpy (header + 4, &riff, 4);
  memcpy (header + 8, "WAVEfmt ", 8);
  memcpy (header + 16, fields, 20);
  memcpy (header + 36, "data", 4);
  memcpy (header + 40, &size, 4);
}

static HihSound *
play_pcm (gint16 *samples, gsize n_samples, int sample_rate, double pace, HihSoundDone done, gpointer user_data)
{
  gsize n_bytes = MIN (n_samples, (gsize) MAX_SECONDS * (gsize) sample_rate) * sizeof (gint16);
  guint8 *header = g_malloc (44);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new ();
  GstElement *source;

  hih_film_init ();
  write_wav_header (header, (guint32) n_bytes, (guint32) sample_rate);
  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), header, 44, g_free);
  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), samples, (gssize) n_bytes, g_free);
  source = gst_element_factory_make ("giostreamsrc", NULL);
  if (source != NULL)
    g_object_set (source, "stream", stream, NULL);
  return sound_start (source, pace, done, user_data);
}

static HihSound *
play_file (const char *path, double pace, HihSoundDone done, gpointer user_data)
{
  GstElement *source;

  hih_film_init ();
  source = gst_element_factory_make ("filesrc", NULL);
  if (source != NULL)
    g_object_set (source, "location", path, NULL);
  return sound_start (source, pace, done, user_data);
}

static void
stop (HihSound *sound)
{
  if (sound->bus != NULL)
    gst_bus_post (sound->bus, gst_message_new_application (NULL, gst_structure_new_empty (STOP_NAME)));
}

/**
 * hih_film_get_sound_out:
 *
 * Returns: (transfer none): the way sounds are played, for voice/
 */
const HihSoundOut *
hih_film_get_sound_out (void)
{
  static const HihSoundOut out = { play_pcm, play_file, stop };

  return &out;
}
