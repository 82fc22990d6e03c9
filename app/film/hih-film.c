/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting GStreamer, what its errors mean for a film, its chapters, and a look into a film. */
#include "config.h"

#include "hih-decoders.h"
#include "hih-film-private.h"

#include <gst/pbutils/pbutils.h>
#include <string.h>

#define PROBE_TIMEOUT (10 * GST_SECOND)

G_DEFINE_QUARK (hih-film-error-quark, hih_film_error)

/**
 * hih_film_init:
 *
 * Starts GStreamer, once. Any thread.
 */
void
hih_film_init (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;

      if (!gst_init_check (NULL, NULL, &error))
        g_message ("film: start GStreamer: %s", error->message);
      gst_pb_utils_init ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * hih_film_get_audio_sink_name:
 *
 * Returns: (transfer none): the name of a GStreamer element
 */
const char *
hih_film_get_audio_sink_name (void)
{
  const char *name = g_getenv ("HIH_AUDIO_SINK");

  return name != NULL && name[0] != '\0' ? name : "autoaudiosink";
}

GError *
hih_film_error_from_gst (const GError *error, gboolean seen_frames)
{
  HihFilmErrorCode code = seen_frames ? HIH_FILM_ERROR_DAMAGED : HIH_FILM_ERROR_DECODE;

  if (error->domain == GST_RESOURCE_ERROR)
    {
      if (error->code == GST_RESOURCE_ERROR_NOT_FOUND || error->code == GST_RESOURCE_ERROR_OPEN_READ ||
          error->code == GST_RESOURCE_ERROR_NOT_AUTHORIZED || error->code == GST_RESOURCE_ERROR_OPEN_READ_WRITE)
        code = HIH_FILM_ERROR_NOT_FOUND;
      else
        code = HIH_FILM_ERROR_DAMAGED;
    }
  else if (g_error_matches (error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN) ||
           g_error_matches (error, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND))
    code = HIH_FILM_ERROR_NO_DECODER;
  else if (g_error_matches (error, GST_STREAM_ERROR, GST_STREAM_ERROR_DEMUX))
    code = HIH_FILM_ERROR_DAMAGED; /* a film without its index, such as a recording that was cut off */
  return g_error_new (HIH_FILM_ERROR, (int) code, "film: play: %s", error->message);
}

gboolean
hih_film_is_inside (GstObject *object, GstElement *element)
{
  return object != NULL && element != NULL &&
         (object == GST_OBJECT (element) || gst_object_has_as_ancestor (object, GST_OBJECT (element)));
}

static void
chapter_clear (gpointer data)
{
  HihChapter *chapter = data;

  g_free (chapter->title);
}

GArray *
hih_film_chapters_new (void)
{
  GArray *chapters = g_array_new (FALSE, TRUE, sizeof (HihChapter));

  g_array_set_clear_func (chapters, chapter_clear);
  return chapters;
}

static void
collect_chapters (GList *entries, GArray *chapters, int depth)
{
  for (GList *l = entries; l != NULL && depth < 8 && chapters->len < 1000; l = l->next)
    {
      GstTocEntry *entry = l->data;
      gint64 start = 0, stop = 0;

      if (gst_toc_entry_get_entry_type (entry) == GST_TOC_ENTRY_TYPE_CHAPTER &&
          gst_toc_entry_get_start_stop_times (entry, &start, &stop) && start >= 0)
        {
          HihChapter chapter = { start, stop > start ? stop : 0, NULL };
          GstTagList *tags = gst_toc_entry_get_tags (entry);

          if (tags != NULL)
            gst_tag_list_get_string (tags, GST_TAG_TITLE, &chapter.title);
          g_array_append_val (chapters, chapter);
        }
      else
        collect_chapters (gst_toc_entry_get_sub_entries (entry), chapters, depth + 1);
    }
}

static int
compare_chapters (gconstpointer a, gconstpointer b)
{
  const HihChapter *x = a, *y = b;

  return (x->start_ns > y->start_ns) - (x->start_ns < y->start_ns);
}

GArray *
hih_film_chapters_from_toc (GstToc *toc)
{
  GArray *chapters = hih_film_chapters_new ();

  if (toc != NULL)
    collect_chapters (gst_toc_get_entries (toc), chapters, 0);
  g_array_sort (chapters, compare_chapters);
  return chapters;
}

void
hih_film_info_free (HihFilmInfo *info)
{
  if (info == NULL)
    return;
  g_array_unref (info->chapters);
  g_free (info);
}

static GError *
error_from_result (GstDiscovererInfo *found, const GError *error)
{
  switch (gst_discoverer_info_get_result (found))
    {
    case GST_DISCOVERER_MISSING_PLUGINS:
      return g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_NO_DECODER, "film: probe: a decoder is missing");
    case GST_DISCOVERER_TIMEOUT:
    case GST_DISCOVERER_BUSY:
      return g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: probe: it took too long");
    case GST_DISCOVERER_URI_INVALID:
    case GST_DISCOVERER_ERROR:
    case GST_DISCOVERER_OK:
    default:
      if (error != NULL)
        return hih_film_error_from_gst (error, FALSE);
      return g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: probe: not a film");
    }
}

/* A phone held upright marks its film as turned by a quarter. */
static gboolean
is_turned (const GstTagList *tags)
{
  g_autofree char *orientation = NULL;

  return tags != NULL && gst_tag_list_get_string (tags, GST_TAG_IMAGE_ORIENTATION, &orientation) &&
         (g_str_has_suffix (orientation, "rotate-90") || g_str_has_suffix (orientation, "rotate-270"));
}

/**
 * hih_film_probe:
 * @path: a file
 *
 * Blocks until the file was looked into, at most 10 s.
 *
 * Returns: (transfer full): what kind of film it is, or %NULL with a %HIH_FILM_ERROR
 */
HihFilmInfo *
hih_film_probe (const char *path, GError **error)
{
  g_autoptr (GstDiscoverer) discoverer = NULL;
  g_autoptr (GstDiscovererInfo) found = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  HihFilmInfo *info;
  GList *videos, *sounds;

  hih_film_init ();
  if (uri == NULL || !g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND, "film: probe %s: no such file", path);
      return NULL;
    }
  if (!hih_film_check_file (uri, error))
    return NULL;
  discoverer = gst_discoverer_new (PROBE_TIMEOUT, &local);
  if (discoverer != NULL)
    {
      g_signal_connect (discoverer, "source-setup", G_CALLBACK (hih_decoders_discoverer_cb), NULL);
      found = gst_discoverer_discover_uri (discoverer, uri, &local);
    }
  if (found == NULL || gst_discoverer_info_get_result (found) != GST_DISCOVERER_OK)
    {
      if (found != NULL)
        g_propagate_error (error, error_from_result (found, local));
      else
        g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: probe %s: %s", path,
                     local != NULL ? local->message : "not a film");
      return NULL;
    }

  info = g_new0 (HihFilmInfo, 1);
  info->duration_ns = (gint64) gst_discoverer_info_get_duration (found);
  info->chapters = hih_film_chapters_from_toc ((GstToc *) gst_discoverer_info_get_toc (found));
  videos = gst_discoverer_info_get_video_streams (found);
  sounds = gst_discoverer_info_get_audio_streams (found);
  if (videos != NULL)
    {
      GstDiscovererVideoInfo *video = videos->data;
      gboolean turned = is_turned (gst_discoverer_stream_info_get_tags (GST_DISCOVERER_STREAM_INFO (video)));
      int width = (int) gst_discoverer_video_info_get_width (video);
      int height = (int) gst_discoverer_video_info_get_height (video);

      info->width = turned ? height : width;
      info->height = turned ? width : height;
    }
  info->has_sound = sounds != NULL;
  gst_discoverer_stream_info_list_free (videos);
  gst_discoverer_stream_info_list_free (sounds);
  return info;
}
