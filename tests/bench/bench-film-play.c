/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-film-play ours|gtk|decode FILE SECONDS: plays the first SECONDS of a film in a window, with our player and
 * view, with GtkVideo, or decodes them into nothing; tells processor time, peak memory and pictures painted.
 * One way a process, so that each has a peak of its own. The window, its size and the renderer are the same.
 */
#include "config.h"

#include "hih-film-view.h"

#include <gst/gst.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* What the film has on the lesson page in a window of 1280 x 800. */
#define WIDTH 832
#define HEIGHT 468
#define POLL_MS 100

static GMainLoop *loop;
static gint64 until_ns;
static guint n_painted;
static double cpu_before;

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* VmHWM or VmRSS, in KiB. */
static long
memory_kib (const char *name)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  at = strstr (status, name);
  return at != NULL ? strtol (at + strlen (name) + 1, NULL, 10) : 0;
}

static gboolean
ours_poll_cb (gpointer user_data)
{
  if (hih_player_get_position_ns (user_data) < until_ns)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
gtk_poll_cb (gpointer user_data)
{
  GtkMediaStream *stream = user_data;

  if (gtk_media_stream_get_error (stream) != NULL)
    g_error ("%s", gtk_media_stream_get_error (stream)->message);
  if (gtk_media_stream_get_timestamp (stream) * 1000 < until_ns && !gtk_media_stream_get_ended (stream))
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
decode_poll_cb (gpointer user_data)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (user_data);
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  gint64 position_ns = 0;

  if (message != NULL)
    g_error ("the film cannot be decoded");
  gst_element_query_position (user_data, GST_FORMAT_TIME, &position_ns);
  if (position_ns < until_ns)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

G_GNUC_NORETURN static void
failed_cb (HihPlayer *player, GError *error, gpointer user_data)
{
  g_error ("%s", error->message);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  n_painted++;
}

/* Shown, painted and quiet, so that what is counted is the film and not the window. */
static void
show_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GMainContext *context = g_main_context_default ();
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (context, FALSE))
        ;
      g_usleep (5000);
    }
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
play_ours (const char *path)
{
  GtkWidget *view = hih_film_view_new ();
  g_autoptr (HihPlayer) player = hih_player_new ();

  g_signal_connect (player, "failed", G_CALLBACK (failed_cb), NULL);
  hih_film_view_set_player (HIH_FILM_VIEW (view), player);
  show_window (view);
  cpu_before = cpu_seconds ();
  hih_player_set_file (player, path);
  hih_player_play_from (player, 0);
  g_timeout_add (POLL_MS, ours_poll_cb, player);
  g_main_loop_run (loop);
}

static void
play_gtk (const char *path)
{
  GtkWidget *video = gtk_video_new ();
  g_autoptr (GtkMediaStream) stream = NULL;

  show_window (video);
  cpu_before = cpu_seconds ();
  stream = gtk_media_file_new_for_filename (path);
  gtk_video_set_media_stream (GTK_VIDEO (video), stream);
  gtk_media_stream_play (stream);
  g_timeout_add (POLL_MS, gtk_poll_cb, stream);
  g_main_loop_run (loop);
}

static void
decode (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  GstElement *playbin = gst_element_factory_make ("playbin3", NULL);
  GstElement *video = gst_element_factory_make ("fakesink", NULL), *audio = gst_element_factory_make ("fakesink", NULL);

  cpu_before = cpu_seconds ();
  g_object_set (video, "sync", TRUE, NULL);
  g_object_set (audio, "sync", TRUE, NULL);
  g_object_set (playbin, "uri", uri, "flags", 0x3, "video-sink", video, "audio-sink", audio, "audio-filter",
                gst_element_factory_make ("scaletempo", NULL), NULL);
  gst_element_set_state (playbin, GST_STATE_PLAYING);
  g_timeout_add (POLL_MS, decode_poll_cb, playbin);
  g_main_loop_run (loop);
  gst_element_set_state (playbin, GST_STATE_NULL);
  gst_object_unref (playbin);
}

int
main (int argc, char **argv)
{
  double cpu;

  if (argc != 4)
    return 2;
  loop = g_main_loop_new (NULL, FALSE);
  until_ns = (gint64) (g_ascii_strtod (argv[3], NULL) * 1e9);
  hih_film_init ();
  gst_init (NULL, NULL);
  if (strcmp (argv[1], "decode") == 0)
    decode (argv[2]);
  else
    {
      gtk_init ();
      if (strcmp (argv[1], "ours") == 0)
        play_ours (argv[2]);
      else
        play_gtk (argv[2]);
    }
  cpu = cpu_seconds () - cpu_before;
  g_print ("cpu_s %.3f peak_kib %ld rss_kib %ld painted %u\n", cpu, memory_kib ("VmHWM:"), memory_kib ("VmRSS:"),
           n_painted);
  /* Not a word about how fast a program ends. */
  fflush (NULL);
  _exit (0);
}
