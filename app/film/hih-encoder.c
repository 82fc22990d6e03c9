/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A film has as many pictures as it has changes. A picture is kept back until the next is known, because only then is
 * it known how long it stands. Before a change after a pause the still is repeated once, one tick early (the "closing
 * repeat"): a player that pauses or seeks there would otherwise show the next picture, up to ten seconds too soon.
 *
 * VP8 is marked 2:4:5:1 (matrix 601, primaries 709): other players then show the same colours; and `videoconvert` is
 * not used, it darkens the paper.
 */
#include "config.h"

#include "hih-encoder.h"
#include "hih-convert.h"
#include "hih-film-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/video/video.h>
#include <string.h>
#include <unistd.h>

#define MAX_WAITING_FRAMES 8
#define FINISH_TIMEOUT (120 * GST_SECOND)
/* The last chapter's end is not known when the muxer writes it: this stands there until it is. Eight bytes long. */
#define UNKNOWN_END G_GINT64_CONSTANT (0x0123456789abcdef)
#define HEADER_BYTES 65536

typedef struct
{
  gint64 start_ms;
  char *title;
} Chapter;

struct _HihEncoder
{
  GObject parent_instance;

  char *path;
  char *temporary_path;
  int width;
  int height;
  gint64 tick_ms;
  int sample_rate;
  GArray *chapters; /* (element-type Chapter) in order of time */

  GstElement *pipeline;
  GstElement *video;
  GstElement *audio;
  GstBus *bus;
  GstVideoInfo info;

  GstBuffer *held; /* pushed when its end is known */
  gint64 held_ms;
  gint64 last_ms;
  guint next_chapter; /* the first that starts after held_ms */
  gsize n_samples;
  guint n_encoded;
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (HihEncoder, hih_encoder, G_TYPE_OBJECT)

static void
chapter_clear (gpointer data)
{
  Chapter *chapter = data;

  g_free (chapter->title);
}

static void
hih_encoder_finalize (GObject *object)
{
  HihEncoder *self = HIH_ENCODER (object);

  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  if (!self->finished && self->temporary_path != NULL)
    g_unlink (self->temporary_path);
  gst_clear_buffer (&self->held);
  g_clear_object (&self->video);
  g_clear_object (&self->audio);
  g_clear_object (&self->bus);
  g_clear_object (&self->pipeline);
  g_clear_pointer (&self->chapters, g_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->temporary_path, g_free);
  G_OBJECT_CLASS (hih_encoder_parent_class)->finalize (object);
}

static void
hih_encoder_class_init (HihEncoderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_encoder_finalize;
}

static void
hih_encoder_init (HihEncoder *self)
{
  self->chapters = g_array_new (FALSE, FALSE, sizeof (Chapter));
  g_array_set_clear_func (self->chapters, chapter_clear);
  self->last_ms = -1;
}

/**
 * hih_encoder_new:
 * @path: where the film will be once it is finished
 * @width: even
 * @height: even
 * @tick_ms: steps and changes lie on multiples of it; 0 = %HIH_ENCODER_TICK_MS
 * @sample_rate: of the mono sound; 0 = no sound
 *
 * Returns: (transfer full): an encoder; nothing is written yet
 */
HihEncoder *
hih_encoder_new (const char *path, int width, int height, gint64 tick_ms, int sample_rate)
{
  HihEncoder *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  hih_film_init ();
  self = g_object_new (HIH_TYPE_ENCODER, NULL);
  self->path = g_strdup (path);
  self->temporary_path = g_strdup_printf ("%s.%d.part", path, (int) getpid ());
  self->width = width;
  self->height = height;
  self->tick_ms = tick_ms > 0 ? tick_ms : HIH_ENCODER_TICK_MS;
  self->sample_rate = sample_rate;
  return self;
}

/**
 * hih_encoder_add_chapter:
 * @start_ms: in order; rounded down to a tick
 * @title: for players that list chapters
 *
 * Call before the first picture.
 */
void
hih_encoder_add_chapter (HihEncoder *self, gint64 start_ms, const char *title)
{
  Chapter chapter = { MAX (start_ms, 0) / self->tick_ms * self->tick_ms, g_strdup (title) };

  g_return_if_fail (HIH_IS_ENCODER (self));
  g_return_if_fail (self->pipeline == NULL);
  g_array_append_val (self->chapters, chapter);
}

static void
set_chapters (HihEncoder *self, GstElement *muxer)
{
  GstToc *toc = gst_toc_new (GST_TOC_SCOPE_GLOBAL);
  GstTocEntry *edition = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_EDITION, "film");

  for (guint i = 0; i < self->chapters->len; i++)
    {
      const Chapter *chapter = &g_array_index (self->chapters, Chapter, i);
      g_autofree char *uid = g_strdup_printf ("step-%u", i + 1);
      GstTocEntry *entry = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_CHAPTER, uid);
      gint64 stop = i + 1 < self->chapters->len
                      ? g_array_index (self->chapters, Chapter, i + 1).start_ms * (gint64) GST_MSECOND
                      : UNKNOWN_END;

      gst_toc_entry_set_start_stop_times (entry, chapter->start_ms * (gint64) GST_MSECOND, stop);
      gst_toc_entry_set_tags (entry, gst_tag_list_new (GST_TAG_TITLE, chapter->title, NULL));
      gst_toc_entry_append_sub_entry (edition, entry);
    }
  gst_toc_append_entry (toc, edition);
  gst_toc_setter_set_toc (GST_TOC_SETTER (muxer), toc);
  gst_toc_unref (toc);
}

static void
request_key_frames (HihEncoder *self, GstElement *encoder)
{
  g_autoptr (GstPad) pad = gst_element_get_static_pad (encoder, "src");

  for (guint i = 0; i < self->chapters->len; i++)
    {
      GstClockTime at = (GstClockTime) g_array_index (self->chapters, Chapter, i).start_ms * GST_MSECOND;

      gst_pad_send_event (pad, gst_video_event_new_upstream_force_key_unit (at, FALSE, i));
    }
}

/* cpu-used is negative on purpose: a positive one lets the encoder choose its speed by the clock, so that on a busy
 * computer the film would look different, and worse. max-quantizer: after much movement the encoder thinks its bits are
 * spent, and a step would begin with a blurred picture, which then stands for ten seconds. */
static char *
describe_pipeline (HihEncoder *self)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (
    line,
    "webmmux name=mux ! filesink name=file "
    "appsrc name=video format=time max-bytes=0 max-buffers=0 caps=video/x-raw,format=I420,width=%d,height=%d,"
    "framerate=%d/%d,pixel-aspect-ratio=1/1,interlace-mode=progressive,colorimetry=2:4:5:1 "
    "! vp8enc name=encoder deadline=1 cpu-used=-4 end-usage=cq cq-level=20 max-quantizer=28 target-bitrate=4000000 "
    "keyframe-mode=disabled ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux. ",
    self->width, self->height, 1000, (int) self->tick_ms);
  if (self->sample_rate > 0)
    g_string_append_printf (
      line,
      "appsrc name=audio format=time max-bytes=0 max-buffers=0 caps=audio/x-raw,format=S16LE,layout=interleaved,"
      "channels=1,rate=%d ! audioconvert ! audioresample quality=8 ! audio/x-raw,rate=48000 "
      "! opusenc bitrate=40000 complexity=5 ! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux. ",
      self->sample_rate);
  return g_string_free (line, FALSE);
}

static gboolean
start (HihEncoder *self, GError **error)
{
  g_autofree char *line = describe_pipeline (self);
  g_autoptr (GError) local = NULL;
  g_autoptr (GstElement) muxer = NULL, encoder = NULL, file = NULL;

  if (self->pipeline != NULL)
    return TRUE;
  self->pipeline = gst_parse_launch_full (line, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &local);
  if (self->pipeline == NULL)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: %s", self->path, local->message);
      return FALSE;
    }
  gst_object_ref_sink (self->pipeline);
  self->bus = gst_element_get_bus (self->pipeline);
  self->video = gst_bin_get_by_name (GST_BIN (self->pipeline), "video");
  self->audio = gst_bin_get_by_name (GST_BIN (self->pipeline), "audio");
  muxer = gst_bin_get_by_name (GST_BIN (self->pipeline), "mux");
  encoder = gst_bin_get_by_name (GST_BIN (self->pipeline), "encoder");
  file = gst_bin_get_by_name (GST_BIN (self->pipeline), "file");
  g_object_set (file, "location", self->temporary_path, NULL);
  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420, (guint) self->width, (guint) self->height);
  if (self->chapters->len > 0)
    set_chapters (self, muxer);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
  request_key_frames (self, encoder);
  return TRUE;
}

static gboolean
take_bus_error (HihEncoder *self, GstMessage *message, GError **error)
{
  g_autoptr (GError) local = NULL;

  gst_message_parse_error (message, &local, NULL);
  /* As every other file says it. */
  g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: %s", self->path,
               g_error_matches (local, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT) ? g_strerror (ENOSPC) : local->message);
  return FALSE;
}

/* appsrc's own blocking never wakes when the encoder failed: wait here, with an eye on the bus. */
static gboolean
wait_for_room (HihEncoder *self, GError **error)
{
  for (;;)
    {
      guint64 waiting = gst_app_src_get_current_level_buffers (GST_APP_SRC (self->video));
      g_autoptr (GstMessage) message =
        gst_bus_timed_pop_filtered (self->bus, waiting < MAX_WAITING_FRAMES ? 0 : 4 * GST_MSECOND, GST_MESSAGE_ERROR);

      if (message != NULL)
        return take_bus_error (self, message, error);
      if (waiting < MAX_WAITING_FRAMES)
        return TRUE;
    }
}

/* Encodes @buffer, (transfer full), for the time [start_ms, end_ms). */
static gboolean
encode (HihEncoder *self, GstBuffer *buffer, gint64 start_ms, gint64 end_ms, GError **error)
{
  if (!wait_for_room (self, error))
    {
      gst_buffer_unref (buffer);
      return FALSE;
    }
  GST_BUFFER_PTS (buffer) = (GstClockTime) start_ms * GST_MSECOND;
  GST_BUFFER_DURATION (buffer) = (GstClockTime) (end_ms - start_ms) * GST_MSECOND;
  self->n_encoded++;
  if (gst_app_src_push_buffer (GST_APP_SRC (self->video), buffer) != GST_FLOW_OK)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: the encoder takes no more pictures",
                   self->path);
      return FALSE;
    }
  return TRUE;
}

/* Encodes the held picture up to @end_ms; with steps inside, once more at each (a key frame is asked for there). */
static gboolean
close_held (HihEncoder *self, gint64 end_ms, gboolean closing_repeat, GError **error)
{
  for (; self->next_chapter < self->chapters->len; self->next_chapter++)
    {
      gint64 at = g_array_index (self->chapters, Chapter, self->next_chapter).start_ms;

      if (at >= end_ms)
        break;
      if (at <= self->held_ms)
        continue;
      if (!encode (self, gst_buffer_copy (self->held), self->held_ms, at, error))
        return FALSE;
      self->held_ms = at;
    }
  if (closing_repeat && end_ms - self->held_ms > self->tick_ms)
    {
      if (!encode (self, gst_buffer_copy (self->held), self->held_ms, end_ms - self->tick_ms, error))
        return FALSE;
      self->held_ms = end_ms - self->tick_ms;
    }
  return encode (self, g_steal_pointer (&self->held), self->held_ms, end_ms, error);
}

static GstBuffer *
convert (HihEncoder *self, const guint8 *data, gsize stride)
{
  GstBuffer *buffer = gst_buffer_new_allocate (NULL, GST_VIDEO_INFO_SIZE (&self->info), NULL);
  GstMapInfo map;
  HihPlanes planes;

  if (!gst_buffer_map (buffer, &map, GST_MAP_WRITE))
    {
      gst_buffer_unref (buffer);
      return NULL;
    }
  /* Otherwise rows are padded, and the padding takes part in same_picture(). */
  if (self->width % 8 != 0)
    memset (map.data, 0, map.size);
  for (guint p = 0; p < 3; p++)
    {
      planes.planes[p] = map.data + GST_VIDEO_INFO_PLANE_OFFSET (&self->info, p);
      planes.strides[p] = (gsize) GST_VIDEO_INFO_PLANE_STRIDE (&self->info, p);
    }
  hih_convert_bgrx_to_i420 (data, stride, self->width, self->height, &planes);
  gst_buffer_unmap (buffer, &map);
  return buffer;
}

static gboolean
same_picture (GstBuffer *a, GstBuffer *b)
{
  GstMapInfo x, y;
  gboolean same;

  if (!gst_buffer_map (a, &x, GST_MAP_READ))
    return FALSE;
  if (!gst_buffer_map (b, &y, GST_MAP_READ))
    {
      gst_buffer_unmap (a, &x);
      return FALSE;
    }
  same = x.size == y.size && memcmp (x.data, y.data, x.size) == 0;
  gst_buffer_unmap (b, &y);
  gst_buffer_unmap (a, &x);
  return same;
}

/**
 * hih_encoder_push_frame:
 * @pts_ms: when the picture appears, in ms; not before the last one. The first picture counts as 0
 * @data: B G R x, @height rows; not kept
 * @stride: bytes from one row to the next
 *
 * A picture equal to the one before it costs a comparison and nothing in the film. Blocks while the encoder is busy.
 *
 * Returns: %FALSE with %HIH_FILM_ERROR_ENCODE
 */
gboolean
hih_encoder_push_frame (HihEncoder *self, gint64 pts_ms, const guint8 *data, gsize stride, GError **error)
{
  GstBuffer *buffer;

  g_return_val_if_fail (HIH_IS_ENCODER (self), FALSE);
  g_return_val_if_fail (data != NULL && stride >= (gsize) self->width * 4, FALSE);
  g_return_val_if_fail (!self->finished, FALSE);

  if (!start (self, error))
    return FALSE;
  if (self->last_ms >= 0 && pts_ms <= self->last_ms)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE,
                   "film: make %s: the picture at %" G_GINT64_FORMAT " ms is not after the one at %" G_GINT64_FORMAT,
                   self->path, pts_ms, self->last_ms);
      return FALSE;
    }
  buffer = convert (self, data, stride);
  if (buffer == NULL)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: out of memory", self->path);
      return FALSE;
    }
  self->last_ms = MAX (pts_ms, 0);
  if (self->held == NULL)
    {
      self->held = buffer;
      self->held_ms = 0;
      return TRUE;
    }
  if (same_picture (self->held, buffer))
    {
      gst_buffer_unref (buffer);
      return TRUE;
    }
  if (!close_held (self, pts_ms, TRUE, error))
    {
      gst_buffer_unref (buffer);
      return FALSE;
    }
  self->held = buffer;
  self->held_ms = pts_ms;
  return TRUE;
}

/**
 * hih_encoder_push_audio:
 * @samples: mono S16 at the encoder's rate; copied
 *
 * Joined to what was pushed before. All may be pushed at once: it does not block.
 *
 * Returns: %FALSE with %HIH_FILM_ERROR_ENCODE
 */
gboolean
hih_encoder_push_audio (HihEncoder *self, const gint16 *samples, gsize n_samples, GError **error)
{
  GstBuffer *buffer;
  gsize n_bytes = n_samples * sizeof (gint16);

  g_return_val_if_fail (HIH_IS_ENCODER (self), FALSE);
  g_return_val_if_fail (self->sample_rate > 0, FALSE);
  g_return_val_if_fail (!self->finished, FALSE);

  if (!start (self, error))
    return FALSE;
  if (n_samples == 0)
    return TRUE;
  buffer = gst_buffer_new_memdup (samples, n_bytes);
  /* Times by the count of samples: nothing can drift. */
  GST_BUFFER_PTS (buffer) = gst_util_uint64_scale (self->n_samples, GST_SECOND, (guint64) self->sample_rate);
  GST_BUFFER_DURATION (buffer) =
    gst_util_uint64_scale (self->n_samples + n_samples, GST_SECOND, (guint64) self->sample_rate) -
    GST_BUFFER_PTS (buffer);
  self->n_samples += n_samples;
  if (gst_app_src_push_buffer (GST_APP_SRC (self->audio), buffer) != GST_FLOW_OK)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: the encoder takes no more sound",
                   self->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
fill_with_silence (HihEncoder *self, gint64 duration_ms, GError **error)
{
  gsize wanted = (gsize) (duration_ms * self->sample_rate / 1000);
  g_autofree gint16 *silence = NULL;

  if (self->audio == NULL || wanted <= self->n_samples)
    return TRUE;
  silence = g_new0 (gint16, wanted - self->n_samples);
  return hih_encoder_push_audio (self, silence, wanted - self->n_samples, error);
}

/* Writes the last chapter's end over UNKNOWN_END. A file without it is left as it is: players take the film's end. */
static void
write_last_end (HihEncoder *self, int fd, gint64 end_ms)
{
  const guint64 end = GUINT64_TO_BE ((guint64) end_ms * GST_MSECOND);
  const guint64 unknown = GUINT64_TO_BE ((guint64) UNKNOWN_END);
  g_autofree guint8 *header = g_malloc (HEADER_BYTES);
  gssize n = pread (fd, header, HEADER_BYTES, 0);

  /* ChapterTimeEnd: id 0x92, then its length. */
  for (gssize i = 0; i + 10 <= n; i++)
    {
      if (header[i] == 0x92 && header[i + 1] == 0x88 && memcmp (header + i + 2, &unknown, 8) == 0)
        {
          if (pwrite (fd, &end, 8, i + 2) != 8)
            g_debug ("film: make %s: the last chapter keeps no end", self->path);
          return;
        }
    }
}

/* The file is complete: make it last, and give it its name in one step. */
static gboolean
put_in_place (HihEncoder *self, gint64 duration_ms, GError **error)
{
  int fd = g_open (self->temporary_path, O_RDWR | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      if (self->chapters->len > 0)
        write_last_end (self, fd, duration_ms);
      fsync (fd);
      close (fd);
    }
  if (fd < 0 || g_rename (self->temporary_path, self->path) != 0)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: it cannot be renamed to its name",
                   self->path);
      return FALSE;
    }
  self->finished = TRUE;
  return TRUE;
}

/**
 * hih_encoder_finish:
 * @duration_ms: of the whole film; after the last picture. A longer sound is not cut
 *
 * Blocks until the film is written.
 *
 * Returns: %FALSE with %HIH_FILM_ERROR_ENCODE; then there is no file
 */
gboolean
hih_encoder_finish (HihEncoder *self, gint64 duration_ms, GError **error)
{
  g_autoptr (GstMessage) message = NULL;

  g_return_val_if_fail (HIH_IS_ENCODER (self), FALSE);

  if (self->held == NULL)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: it has no picture", self->path);
      return FALSE;
    }
  duration_ms = MAX (duration_ms, self->last_ms + self->tick_ms);
  if (!fill_with_silence (self, duration_ms, error) || !close_held (self, duration_ms, TRUE, error))
    return FALSE;
  gst_app_src_end_of_stream (GST_APP_SRC (self->video));
  if (self->audio != NULL)
    gst_app_src_end_of_stream (GST_APP_SRC (self->audio));
  message = gst_bus_timed_pop_filtered (self->bus, FINISH_TIMEOUT, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (message == NULL)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "film: make %s: the encoder does not end", self->path);
      return FALSE;
    }
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    return take_bus_error (self, message, error);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  return put_in_place (self, duration_ms, error);
}

guint
hih_encoder_get_n_encoded (HihEncoder *self)
{
  return self->n_encoded;
}
