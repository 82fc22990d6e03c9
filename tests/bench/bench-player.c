/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The player alone, without a window: what playing costs against only decoding the same film in the same run, and how
 * soon another step's picture is there. When lesson.py or film.py tell of something slow, this tells whose it is.
 */
#include "config.h"

#include "hih-encoder.h"
#include "hih-player.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>
#include <string.h>
#include <sys/resource.h>

#define WIDTH 1280
#define HEIGHT 720
#define STEPS 3
#define STEP_MS 4000
#define FILM_MS (STEPS * STEP_MS)
#define RATE 22050
#define ROUNDS 2
#define SEEKS 45

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* A phone with rows of dark marks, as text is, and a hand that moves for a second of every step. */
static void
draw (guint32 *pixels, gint64 at_ms)
{
  static const guint32 papers[STEPS] = { 0xfaf6ee, 0xe4efe6, 0xf6e9d8 };
  gint64 in_step = CLAMP (at_ms % STEP_MS - 1500, 0, 1000);
  int hand_x = 300 + (int) (in_step * 500 / 1000), hand_y = 600 - (int) (in_step * 300 / 1000);

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 colour = papers[at_ms / STEP_MS % STEPS];

        if (x > 480 && x < 800 && y > 20 && y < 700)
          colour = y / 24 % 2 == 0 && (x * 7 + y / 24 * 13) % 11 < 4 && y % 24 > 6 ? 0x202020 : 0xffffff;
        if ((x - hand_x) * (x - hand_x) + (y - hand_y) * (y - hand_y) < 45 * 45)
          colour = 0xd9a57a;
        pixels[y * WIDTH + x] = colour;
      }
}

static void
make_film (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihEncoder) encoder = hih_encoder_new (path, WIDTH, HEIGHT, 0, RATE);
  g_autofree guint32 *pixels = g_new (guint32, WIDTH * HEIGHT);
  g_autofree gint16 *sound = g_new (gint16, FILM_MS * RATE / 1000);

  for (int i = 0; i < STEPS; i++)
    hih_encoder_add_chapter (encoder, i * STEP_MS, "step");
  for (int i = 0; i < FILM_MS * RATE / 1000; i++)
    sound[i] = (gint16) (2000 * sin (i * 0.07) * sin (i * 0.0009));
  hih_encoder_push_audio (encoder, sound, FILM_MS * RATE / 1000, &error);
  for (gint64 at = 0; at < FILM_MS && error == NULL; at += HIH_ENCODER_TICK_MS)
    {
      gint64 in_step = at % STEP_MS;

      if (in_step > 0 && (in_step < 1500 || in_step > 2520))
        continue;
      draw (pixels, at);
      hih_encoder_push_frame (encoder, at, (const guint8 *) pixels, WIDTH * 4, &error);
    }
  if (error == NULL)
    hih_encoder_finish (encoder, FILM_MS, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

G_GNUC_NORETURN static void
failed_cb (HihPlayer *player, GError *error, gpointer data)
{
  g_error ("%s", error->message);
}

static double
play (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HihPlayer) player = hih_player_new ();
  double start = cpu_seconds ();

  g_signal_connect (player, "failed", G_CALLBACK (failed_cb), NULL);
  g_signal_connect_swapped (player, "ended", G_CALLBACK (g_main_loop_quit), loop);
  hih_player_set_file (player, path);
  hih_player_play_from (player, 0);
  g_main_loop_run (loop);
  return cpu_seconds () - start;
}

static double
decode_only (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GstElement) playbin = gst_element_factory_make ("playbin3", NULL);
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  GstElement *video = gst_element_factory_make ("fakesink", NULL), *audio = gst_element_factory_make ("fakesink", NULL);
  double start = cpu_seconds ();

  gst_object_ref_sink (playbin);
  g_object_set (video, "sync", TRUE, NULL);
  g_object_set (audio, "sync", TRUE, NULL);
  g_object_set (playbin, "uri", uri, "flags", 0x3, "video-sink", video, "audio-sink", audio, "audio-filter",
                gst_element_factory_make ("scaletempo", NULL), NULL);
  bus = gst_element_get_bus (playbin);
  gst_element_set_state (playbin, GST_STATE_PLAYING);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    g_error ("the film cannot be decoded");
  gst_element_set_state (playbin, GST_STATE_NULL);
  return cpu_seconds () - start;
}

static void
frame_cb (HihPlayer *player, HihFrame *frame, GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
}

static void
measure_seeks (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HihPlayer) player = hih_player_new ();
  gulong handler = g_signal_connect (player, "frame", G_CALLBACK (frame_cb), loop);
  double took_ms[SEEKS];

  g_signal_connect (player, "failed", G_CALLBACK (failed_cb), NULL);
  hih_player_set_file (player, path);
  g_main_loop_run (loop);
  for (guint i = 0; i < SEEKS; i++)
    {
      gint64 start;

      /* Let it play a little, as a person does. */
      g_signal_handler_block (player, handler);
      g_timeout_add_once (60 + i * 37 % 100, quit_cb, loop);
      g_main_loop_run (loop);
      g_signal_handler_unblock (player, handler);
      start = g_get_monotonic_time ();
      hih_player_play_step (player, (i + 1) % STEPS);
      g_main_loop_run (loop);
      took_ms[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (took_ms, SEEKS, sizeof took_ms[0], compare);
  g_print ("player-step-seek ratio %.3g (ours %.0f ms, peer 60 ms, aim <= 1)\n", took_ms[SEEKS / 2] / 60, took_ms[SEEKS / 2]);
  g_print ("player-step-seek-longest %.0f ms of %d\n", took_ms[SEEKS - 1], SEEKS);
}

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "film.webm", NULL);
  double played = 0, decoded = 0;

  hih_film_init ();
  make_film (path);
  /* Once each without counting: plug-ins are loaded. */
  measure_seeks (path);
  for (int i = 0; i < ROUNDS; i++)
    {
      decoded += decode_only (path);
      played += play (path);
    }
  g_print ("player-cpu-decode ratio %.3g (ours %.2f s, peer %.2f s, aim <= 2)\n", played / decoded, played, decoded);
  g_unlink (path);
  g_rmdir (dir);
  return 0;
}
