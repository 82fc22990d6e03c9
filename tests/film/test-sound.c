/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding a sound, playing one, and calm where there is none. */
#include "config.h"

#include "count-sink.h"
#include "film-fixture.h"

#include "hih-film.h"

#include <glib/gstdio.h>
#include <math.h>

/* scaletempo swallows a little at the end. */
#define SLACK_MS 150

static void
test_decode (void)
{
  char *dir = fixture_dir_new (TRUE);
  g_autofree char *film = g_build_filename (dir, "film.webm", NULL);
  g_autofree char *bad = g_build_filename (dir, "bad.opus", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint16 *samples = NULL;
  gsize n = 0;

  samples = hih_sound_decode (film, FIXTURE_RATE, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ABS ((int) n - FIXTURE_MS * FIXTURE_RATE / 1000), <=, FIXTURE_RATE / 25);

  g_assert_null (hih_sound_decode ("/nonexistent.opus", FIXTURE_RATE, &n, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (n, ==, 0);

  g_assert_true (g_file_set_contents (bad, "this is not a sound at all, only words", -1, NULL));
  g_assert_null (hih_sound_decode (bad, FIXTURE_RATE, &n, &error));
  /* DAMAGED would mean that nobody said anything and waiting came to its end. */
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE);
  fixture_dir_remove (dir);
}

static void
done_cb (gpointer data)
{
  g_main_loop_quit (data);
}

static gint16 *
make_tone (gsize n)
{
  gint16 *samples = g_new (gint16, n);

  for (gsize i = 0; i < n; i++)
    samples[i] = (gint16) (3000 * sin (i * 0.1));
  return samples;
}

/* Returns how much sound came out, in ms. */
static gint64
play_tone (guint seconds, double pace)
{
  const HihSoundOut *out = hih_film_get_sound_out ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  out->play_pcm (make_tone (seconds * FIXTURE_RATE), seconds * FIXTURE_RATE, FIXTURE_RATE, pace, done_cb, loop);
  g_main_loop_run (loop);
  return count_sink_get_ms ();
}

static void
test_play (void)
{
  g_setenv ("HIH_AUDIO_SINK", COUNT_SINK, TRUE);
  g_assert_cmpint (ABS (play_tone (1, 1.0) - 1000), <=, SLACK_MS);
  g_assert_cmpint (ABS (play_tone (1, 2.0) - 500), <=, SLACK_MS);
  g_assert_cmpint (ABS (play_tone (1, 0.5) - 2000), <=, SLACK_MS);
  g_setenv ("HIH_AUDIO_SINK", "fakesink", TRUE);
}

/* A device that opens late holds up nobody: here it opens only after the call has come back. */
static void
test_slow_device (void)
{
  const HihSoundOut *out = hih_film_get_sound_out ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_setenv ("HIH_AUDIO_SINK", COUNT_SINK, TRUE);
  count_sink_set_shut (TRUE);
  out->play_pcm (make_tone (FIXTURE_RATE), FIXTURE_RATE, FIXTURE_RATE, 1.0, done_cb, loop);
  count_sink_set_shut (FALSE);
  g_main_loop_run (loop);
  g_assert_cmpint (ABS (count_sink_get_ms () - 1000), <=, SLACK_MS);
  g_setenv ("HIH_AUDIO_SINK", "fakesink", TRUE);
}

/* Ten minutes at the clock's pace: if stopping did not stop it, this test would run out of its time. */
static void
test_stop (void)
{
  const HihSoundOut *out = hih_film_get_sound_out ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gsize n = 600 * FIXTURE_RATE;

  out->stop (out->play_pcm (g_new0 (gint16, n), n, FIXTURE_RATE, 1.0, done_cb, loop));
  g_main_loop_run (loop);
}

static void
test_no_device (void)
{
  const char *sinks[] = { "autoaudiosink", "alsasink", "nosuchsink" };

  for (guint i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      g_setenv ("HIH_AUDIO_SINK", sinks[i], TRUE);
      play_tone (1, 1.0);
    }
  g_setenv ("HIH_AUDIO_SINK", "fakesink", TRUE);
}

static void
test_play_file (void)
{
  const HihSoundOut *out = hih_film_get_sound_out ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  out->play_file ("/nonexistent.opus", 1.0, done_cb, loop);
  g_main_loop_run (loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  count_sink_register ();
  g_test_add_func ("/film/sound/decode", test_decode);
  g_test_add_func ("/film/sound/play", test_play);
  g_test_add_func ("/film/sound/slow-device", test_slow_device);
  g_test_add_func ("/film/sound/stop", test_stop);
  g_test_add_func ("/film/sound/no-device", test_no_device);
  g_test_add_func ("/film/sound/play-file", test_play_file);
  return g_test_run ();
}
