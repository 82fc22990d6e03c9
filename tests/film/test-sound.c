/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoding a sound, playing one, and calm where there is none. */
#include "config.h"

#include "film-fixture.h"

#include "hih-film.h"

#include <glib/gstdio.h>
#include <math.h>

static void
test_decode (void)
{
  char *dir = fixture_dir_new (TRUE);
  g_autofree char *film = g_build_filename (dir, "film.webm", NULL);
  g_autofree char *bad = g_build_filename (dir, "bad.opus", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint16 *samples = NULL;
  gsize n = 0;
  gint64 start;

  samples = hih_sound_decode (film, FIXTURE_RATE, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ABS ((int) n - FIXTURE_MS * FIXTURE_RATE / 1000), <=, FIXTURE_RATE / 25);

  g_assert_null (hih_sound_decode ("/nonexistent.opus", FIXTURE_RATE, &n, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (n, ==, 0);

  g_assert_true (g_file_set_contents (bad, "this is not a sound at all, only words", -1, NULL));
  start = g_get_monotonic_time ();
  g_assert_null (hih_sound_decode (bad, FIXTURE_RATE, &n, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
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

static gint64
play_tone (double pace, gboolean stop_at_once)
{
  const HihSoundOut *out = hih_film_get_sound_out ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 start = g_get_monotonic_time ();
  HihSound *sound = out->play_pcm (make_tone (FIXTURE_RATE), FIXTURE_RATE, FIXTURE_RATE, pace, done_cb, loop);

  /* Never holds up the main thread. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 5);
  if (stop_at_once)
    out->stop (sound);
  g_main_loop_run (loop);
  return (g_get_monotonic_time () - start) / 1000;
}

static void
test_play (void)
{
  gint64 took_ms;

  g_setenv ("HIH_AUDIO_SINK", "fakesink", TRUE);
  took_ms = play_tone (1.0, FALSE);
  g_assert_cmpint (took_ms, >=, 950);
  took_ms = play_tone (2.0, FALSE);
  g_test_message ("a second at double pace: %d ms", (int) took_ms);
  g_assert_cmpint (took_ms, >=, 400);
  g_assert_cmpint (took_ms, <, 900);
  g_assert_cmpint (play_tone (1.0, TRUE), <, 700);
}

static void
test_no_device (void)
{
  const char *sinks[] = { "autoaudiosink", "alsasink", "nosuchsink" };

  for (guint i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      g_setenv ("HIH_AUDIO_SINK", sinks[i], TRUE);
      g_test_message ("%s: %d ms", sinks[i], (int) play_tone (1.0, FALSE));
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
  g_test_add_func ("/film/sound/decode", test_decode);
  g_test_add_func ("/film/sound/play", test_play);
  g_test_add_func ("/film/sound/no-device", test_no_device);
  g_test_add_func ("/film/sound/play-file", test_play_file);
  return g_test_run ();
}
