/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The camera without a window: what its pictures cost until the program has them, against a pipeline that only turns
 * the same pictures into the same format, and what reading codes adds. Both are paid for a source of their own.
 */
#include "config.h"

#include "hih-camera.h"
#include "hih-film.h"

#include <gst/gst.h>
#include <sys/resource.h>

#define SECONDS 5
#define ROUNDS 2
#define SOURCE "videotestsrc is-live=true ! capsfilter caps=video/x-raw,format=YUY2,width=640,height=480,framerate=30/1"
#define BARE SOURCE " ! videorate ! video/x-raw,framerate=15/1 ! videoconvert ! video/x-raw,format=BGRA ! fakesink sync=true"

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
}

static void
frame_cb (HihCamera *camera, HihFrame *frame, guint *n_frames)
{
  (*n_frames)++;
}

G_GNUC_NORETURN static void
failed_cb (HihCamera *camera, GError *error, gpointer data)
{
  g_error ("%s", error->message);
}

static double
look (HihCameraUse use, guint *n_frames)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (HihCamera) camera = hih_camera_new_for_source (SOURCE);
  double start = cpu_seconds ();

  g_signal_connect (camera, "frame", G_CALLBACK (frame_cb), n_frames);
  g_signal_connect (camera, "failed", G_CALLBACK (failed_cb), NULL);
  hih_camera_start (camera, use);
  g_timeout_add_once (SECONDS * 1000, quit_cb, loop);
  g_main_loop_run (loop);
  hih_camera_stop (camera, use);
  return cpu_seconds () - start;
}

static double
look_bare (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GstElement) pipeline = gst_parse_launch (BARE, NULL);
  double start = cpu_seconds ();

  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  g_timeout_add_once (SECONDS * 1000, quit_cb, loop);
  g_main_loop_run (loop);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return cpu_seconds () - start;
}

int
main (void)
{
  double pictures = 0, codes = 0, bare = 0;
  guint n_pictures = 0, n_codes = 0;

  hih_film_init ();
  /* Once without counting: plug-ins are loaded. */
  look (HIH_CAMERA_CODES, &n_codes);
  n_codes = 0;
  for (int i = 0; i < ROUNDS; i++)
    {
      bare += look_bare ();
      pictures += look (HIH_CAMERA_PICTURES, &n_pictures);
      codes += look (HIH_CAMERA_CODES, &n_codes);
    }
  g_print ("camera-cpu-bare ratio %.3g (ours %.2f s, peer %.2f s, aim <= 2)\n", pictures / bare, pictures, bare);
  g_print ("camera-codes-cpu-bare ratio %.3g (ours %.2f s, peer %.2f s, aim <= 3)\n", codes / bare, codes, bare);
  g_print ("camera-picture-cpu %.2f ms, with codes %.2f ms; %.1f and %.1f pictures a second\n",
           pictures * 1000 / MAX (1, n_pictures), codes * 1000 / MAX (1, n_codes), (double) n_pictures / SECONDS / ROUNDS,
           (double) n_codes / SECONDS / ROUNDS);
  return 0;
}
