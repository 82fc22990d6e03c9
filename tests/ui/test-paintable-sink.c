/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GStreamer's own sink for GTK (gtk4paintablesink), which Debian 13 has and 12 has not, plays a film of ours: each step
 * shows its own pictures only and stops at its end, in the colours that our player shows, as near as that sink comes.
 * What keeps it from taking our sink's place is told in app/film/README.md; its figures are said here each time.
 */
#include "config.h"

#include "film-fixture.h"

#include <gst/gst.h>
#include <gtk/gtk.h>
#include <string.h>

#define MS G_GINT64_CONSTANT (1000000)
/* Its videoconvert cuts off where ours rounds. */
#define COLOURS_OFF 10

typedef struct
{
  char *dir;
  GstElement *playbin;
  GdkPaintable *paintable;
  GMainLoop *loop;
  GskRenderer *renderer;
  gulong picture_id;
  guint watch;
  GArray *steps; /* of int: the step shown by every picture */
  gboolean is_at_end;
} Fixture;

/* What the sink shows now, a pixel of its ground. */
static guint32
take_pixel (Fixture *fixture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, FIXTURE_WIDTH * FIXTURE_HEIGHT);
  GskRenderNode *node;

  gdk_paintable_snapshot (fixture->paintable, snapshot, FIXTURE_WIDTH, FIXTURE_HEIGHT);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return 0;
  texture = gsk_renderer_render_texture (fixture->renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, FIXTURE_WIDTH, FIXTURE_HEIGHT));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, (guchar *) pixels, FIXTURE_WIDTH * sizeof (guint32));
  return pixels[4 * FIXTURE_WIDTH + 4];
}

static int
step_of (guint32 pixel)
{
  for (int i = 0; i < FIXTURE_STEPS; i++)
    {
      if (fixture_distance (pixel, fixture_colours[i]) <= COLOURS_OFF)
        return i;
    }
  return -1;
}

static void
picture_cb (GdkPaintable *paintable, Fixture *fixture)
{
  int step = step_of (take_pixel (fixture));

  g_array_append_val (fixture->steps, step);
  g_main_loop_quit (fixture->loop);
}

static gboolean
message_cb (GstBus *bus, GstMessage *message, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gst_message_parse_error (message, &error, NULL);
      g_assert_no_error (error);
    }
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    fixture->is_at_end = TRUE;
  g_main_loop_quit (fixture->loop);
  return G_SOURCE_CONTINUE;
}

static gint64
get_position (Fixture *fixture)
{
  gint64 position = -1;

  gst_element_query_position (fixture->playbin, GST_FORMAT_TIME, &position);
  return position;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GstElement *sink = gst_element_factory_make ("gtk4paintablesink", NULL), *audio_sink;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *film = NULL;
  g_autofree char *uri = NULL;

  g_assert_nonnull (sink); /* meson registers this test where it is */
  fixture->dir = fixture_dir_new (TRUE);
  film = g_build_filename (fixture->dir, "film.webm", NULL);
  uri = g_filename_to_uri (film, NULL, NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->steps = g_array_new (FALSE, FALSE, sizeof (int));
  fixture->renderer = gsk_cairo_renderer_new ();
  g_assert_true (gsk_renderer_realize (fixture->renderer, NULL, &error));
  g_object_get (sink, "paintable", &fixture->paintable, NULL);
  fixture->picture_id =
    g_signal_connect (fixture->paintable, "invalidate-contents", G_CALLBACK (picture_cb), fixture);
  fixture->playbin = gst_object_ref_sink (gst_element_factory_make ("playbin3", NULL));
  audio_sink = gst_element_factory_make ("fakesink", NULL);
  g_object_set (audio_sink, "sync", TRUE, NULL);
  g_object_set (fixture->playbin, "uri", uri, "flags", 0x13, "video-sink", sink, "audio-sink", audio_sink, NULL);
  bus = gst_element_get_bus (fixture->playbin);
  fixture->watch = gst_bus_add_watch (bus, message_cb, fixture);
  gst_element_set_state (fixture->playbin, GST_STATE_PAUSED);
  while (fixture->steps->len == 0 || get_position (fixture) < 0)
    g_main_loop_run (fixture->loop);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gst_element_set_state (fixture->playbin, GST_STATE_NULL);
  g_source_remove (fixture->watch);
  g_clear_signal_handler (&fixture->picture_id, fixture->paintable);
  g_clear_object (&fixture->paintable);
  gst_object_unref (fixture->playbin);
  gsk_renderer_unrealize (fixture->renderer);
  g_clear_object (&fixture->renderer);
  g_array_unref (fixture->steps);
  g_main_loop_unref (fixture->loop);
  fixture_dir_remove (fixture->dir);
}

static void
seek (Fixture *fixture, gint64 from_ms, gint64 until_ms)
{
  fixture->is_at_end = FALSE;
  g_assert_true (gst_element_seek (fixture->playbin, 1.0, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                                   GST_SEEK_TYPE_SET, from_ms * MS, GST_SEEK_TYPE_SET, until_ms * MS));
  gst_element_set_state (fixture->playbin, GST_STATE_PLAYING);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  const int order[] = { 1, 0, 2 };

  g_assert_cmpint (g_array_index (fixture->steps, int, fixture->steps->len - 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint32 pixel;
      guint first = fixture->steps->len;

      seek (fixture, order[i] * FIXTURE_STEP_MS, (order[i] + 1) * FIXTURE_STEP_MS);
      while (!fixture->is_at_end)
        g_main_loop_run (fixture->loop);
      fixture_let_pass (fixture->loop, 60);
      pixel = take_pixel (fixture);
      g_test_message ("step %d: #%06x, %d off, %u pictures", order[i], pixel & 0xffffff,
                      fixture_distance (pixel, fixture_colours[order[i]]), fixture->steps->len - first);
      g_assert_cmpint (step_of (pixel), ==, order[i]);
      g_assert_cmpint (ABS (get_position (fixture) - (order[i] + 1) * FIXTURE_STEP_MS * MS), <=, 30 * MS);
      g_assert_cmpuint (fixture->steps->len, >, first);
      g_assert_cmpint (g_array_index (fixture->steps, int, fixture->steps->len - 1), ==, order[i]);
    }
}

/* Pausing in a still shows that still. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  gint64 position;

  /* Step 0 is still from 600 on, its repeat stands from 960. A computer that slept through it: again. */
  do
    {
      guint first = fixture->steps->len;

      seek (fixture, 0, FIXTURE_MS);
      while (fixture->steps->len == first)
        g_main_loop_run (fixture->loop);
      while (get_position (fixture) < 700 * MS)
        fixture_let_pass (fixture->loop, 5);
      gst_element_set_state (fixture->playbin, GST_STATE_PAUSED);
      fixture_let_pass (fixture->loop, 250);
      position = get_position (fixture);
    }
  while (position < 600 * MS || position >= 960 * MS);
  g_test_message ("paused at %d ms: the picture of step %d", (int) (position / MS), step_of (take_pixel (fixture)));
  g_assert_cmpint (step_of (take_pixel (fixture)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  gst_init (&argc, &argv);
  g_test_add ("/paintable-sink/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/paintable-sink/pause", Fixture, NULL, set_up, test_pause, tear_down);
  return g_test_run ();
}
