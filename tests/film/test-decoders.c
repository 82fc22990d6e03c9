/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No decoder that we have made draws into memory of others, whoever made its pipeline. */
#include "config.h"

#include "hih-decoders.h"
#include "hih-film.h"

#include <glib/gstdio.h>
#include <gst/pbutils/pbutils.h>

#define SECONDS 10

typedef struct
{
  guint n;      /* decoders that could draw into others' memory */
  guint n_free; /* of them, that would */
} Seen;

static void
look_cb (GstBin *bin, GstBin *sub_bin, GstElement *element, Seen *seen)
{
  gboolean direct = FALSE;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (element), "direct-rendering") == NULL)
    return;
  g_object_get (element, "direct-rendering", &direct, NULL);
  seen->n++;
  seen->n_free += direct;
}

static void
test_pipeline (void)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *bin = gst_bin_new (NULL), *decoder = gst_element_factory_make ("avdec_h264", NULL);
  Seen seen = { 0 };

  g_assert_nonnull (decoder);
  gst_bin_add (GST_BIN (pipeline), bin);
  hih_decoders_copy_in (pipeline);
  g_signal_connect (pipeline, "deep-element-added", G_CALLBACK (look_cb), &seen);
  gst_bin_add (GST_BIN (bin), decoder);
  g_assert_cmpuint (seen.n, ==, 1);
  g_assert_cmpuint (seen.n_free, ==, 0);
}

static void
source_cb (GstDiscoverer *discoverer, GstElement *source, Seen *seen)
{
  GstObject *top = GST_OBJECT (source);

  while (GST_OBJECT_PARENT (top) != NULL)
    top = GST_OBJECT_PARENT (top);
  g_signal_connect (top, "deep-element-added", G_CALLBACK (look_cb), seen);
}

static void
test_discoverer (void)
{
  g_autoptr (GstDiscoverer) discoverer = gst_discoverer_new (SECONDS * GST_SECOND, NULL);
  g_autoptr (GstDiscovererInfo) found = NULL;
  g_autofree char *dir = g_dir_make_tmp ("hih-decoders-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "phone.mp4", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=320x180:rate=5:duration=1", "-pix_fmt",
                         "yuv420p", "-c:v", "libx264", path, NULL };
  Seen seen = { 0 };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (discoverer, "source-setup", G_CALLBACK (hih_decoders_discoverer_cb), NULL);
  g_signal_connect (discoverer, "source-setup", G_CALLBACK (source_cb), &seen);
  found = gst_discoverer_discover_uri (discoverer, uri, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen.n, >, 0);
  g_assert_cmpuint (seen.n_free, ==, 0);
  g_remove (path);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hih_film_init ();
  g_test_add_func ("/film/decoders/pipeline", test_pipeline);
  g_test_add_func ("/film/decoders/discoverer", test_discoverer);
  return g_test_run ();
}
