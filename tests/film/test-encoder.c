/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film made of drawn pictures: length, chapters, key frames, number of pictures, colours, loudness. */
#include "config.h"

#include "film-fixture.h"

#include "hih-encoder.h"
#include "hih-film.h"
#include "hih-loudness.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *dir;
  char *film;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_dir_new (GPOINTER_TO_INT (data));
  fixture->film = g_build_filename (fixture->dir, "film.webm", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->film);
  fixture_dir_remove (fixture->dir);
}

static void
test_film (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihFilmInfo) info = hih_film_probe (fixture->film, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ABS (info->duration_ns / 1000000 - FIXTURE_MS), <=, 30);
  g_assert_cmpint (info->width, ==, FIXTURE_WIDTH);
  g_assert_cmpint (info->height, ==, FIXTURE_HEIGHT);
  g_assert_cmpint (info->has_sound, ==, GPOINTER_TO_INT (data));
  g_assert_cmpuint (info->chapters->len, ==, FIXTURE_STEPS);
  for (guint i = 0; i < FIXTURE_STEPS; i++)
    {
      const HihChapter *chapter = &g_array_index (info->chapters, HihChapter, i);
      g_autofree char *title = g_strdup_printf ("第%u步", i + 1);

      g_assert_cmpint (chapter->start_ns, ==, i * FIXTURE_STEP_MS * G_GINT64_CONSTANT (1000000));
      g_assert_cmpint (chapter->end_ns, ==, (i + 1) * FIXTURE_STEP_MS * G_GINT64_CONSTANT (1000000));
      g_assert_cmpstr (chapter->title, ==, title);
    }
}

/* Another program's view of the file. */
static void
test_packets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ffprobe = g_find_program_in_path ("ffprobe");
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { ffprobe, "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts_time,flags",
                         "-of", "csv=p=0", fixture->film, NULL };
  guint n = 0, n_keys = 0;
  double previous = -1;

  g_assert_nonnull (ffprobe);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strstrip (out), "\n", -1);
  for (; lines[n] != NULL; n++)
    {
      double at = g_ascii_strtod (lines[n], NULL);

      if (strstr (lines[n], ",K") != NULL)
        g_assert_cmpfloat_with_epsilon (at, n_keys++ * FIXTURE_STEP_MS / 1000.0, 0.002);
      if (previous >= 0 && at - previous > 0.2)
        g_test_message ("still from %.3f to %.3f", previous, at);
      previous = at;
    }
  g_assert_cmpuint (n_keys, ==, FIXTURE_STEPS);
  /* A step: its first picture, its closing repeat, 5 moves, and the repeat before the next step. */
  g_assert_cmpuint (n, ==, FIXTURE_STEPS * 8);
  /* The last closing repeat: one tick before the end. */
  g_assert_cmpfloat_with_epsilon (previous, (FIXTURE_MS - HIH_ENCODER_TICK_MS) / 1000.0, 0.002);
}

static void
test_loudness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize n = 0;
  g_autofree gint16 *samples = hih_sound_decode (fixture->film, 48000, &n, &error);
  double lufs;

  g_assert_no_error (error);
  g_assert_cmpint (ABS ((int) (n / 48) - FIXTURE_MS), <=, 40);
  lufs = hih_loudness_measure (samples, n, 48000);
  g_test_message ("%.1f LUFS, peak %.1f", lufs, hih_loudness_measure_peak (samples, n));
  g_assert_cmpfloat (lufs, >=, -23.0);
  g_assert_cmpfloat (lufs, <=, -16.0);
  g_assert_cmpfloat (hih_loudness_measure_peak (samples, n), <=, -1.0);
}

/* A step without any change still gets its key frame, and one picture twice is one picture. */
static void
test_still (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("hih-film-XXXXXX", NULL);
  g_autofree char *film = g_build_filename (dir, "still.webm", NULL);
  g_autofree guint32 *pixels = g_new (guint32, FIXTURE_WIDTH * FIXTURE_HEIGHT);
  HihEncoder *encoder = hih_encoder_new (film, FIXTURE_WIDTH, FIXTURE_HEIGHT, 0, 0);
  g_autoptr (HihFilmInfo) info = NULL;

  hih_encoder_add_chapter (encoder, 0, "a");
  hih_encoder_add_chapter (encoder, 1010, "b");
  fixture_draw (pixels, 0);
  for (int i = 0; i < 10; i++)
    g_assert_true (hih_encoder_push_frame (encoder, i * 100, (guint8 *) pixels, FIXTURE_WIDTH * 4, &error));
  g_assert_true (hih_encoder_finish (encoder, 2000, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hih_encoder_get_n_encoded (encoder), ==, 3);
  g_object_unref (encoder);
  info = hih_film_probe (film, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->duration_ns / 1000000, ==, 2000);
  g_assert_cmpint (g_array_index (info->chapters, HihChapter, 1).start_ns, ==, 1000 * G_GINT64_CONSTANT (1000000));
  fixture_dir_remove (g_steal_pointer (&dir));
}

static void
test_failures (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("hih-film-XXXXXX", NULL);
  g_autofree char *film = g_build_filename (dir, "film.webm", NULL);
  g_autofree guint32 *pixels = g_new0 (guint32, FIXTURE_WIDTH * FIXTURE_HEIGHT);
  g_autoptr (GDir) listing = NULL;
  HihEncoder *encoder = hih_encoder_new (film, FIXTURE_WIDTH, FIXTURE_HEIGHT, 0, 0);

  g_assert_false (hih_encoder_finish (encoder, 1000, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE);
  g_clear_error (&error);
  /* Time does not go back. */
  g_assert_true (hih_encoder_push_frame (encoder, 0, (guint8 *) pixels, FIXTURE_WIDTH * 4, &error));
  g_assert_false (hih_encoder_push_frame (encoder, 0, (guint8 *) pixels, FIXTURE_WIDTH * 4, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE);
  g_clear_error (&error);
  g_object_unref (encoder);
  /* Nothing half-made is left. */
  listing = g_dir_open (dir, 0, NULL);
  g_assert_null (g_dir_read_name (listing));

  /* A folder that is not there: an error, and soon. */
  encoder = hih_encoder_new ("/nonexistent/film.webm", FIXTURE_WIDTH, FIXTURE_HEIGHT, 0, 0);
  for (int i = 0; i < 100 && error == NULL; i++)
    {
      pixels[0] = i;
      pixels[2] = 0xff00 * i;
      hih_encoder_push_frame (encoder, i * 40, (guint8 *) pixels, FIXTURE_WIDTH * 4, &error);
    }
  if (error == NULL)
    hih_encoder_finish (encoder, 5000, &error);
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE);
  g_object_unref (encoder);
  fixture_dir_remove (g_steal_pointer (&dir));
}

static void
test_meter (void)
{
  const int rates[] = { 22050, 48000 };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      gsize n = (gsize) rates[r] * 3;
      g_autofree gint16 *samples = g_new0 (gint16, n);

      g_assert_cmpfloat (hih_loudness_measure (samples, n, rates[r]), <=, -70.0);
      g_assert_cmpfloat_with_epsilon (hih_loudness_normalise (samples, n, rates[r]), 0.0, 0.001);
      /* EBU Tech 3341: a 997 Hz sine of -20 dBFS in one channel has -23.0 LUFS. */
      for (gsize i = 0; i < n; i++)
        samples[i] = (gint16) lrint (3276.8 * sin (i * 2 * G_PI * 997 / rates[r]));
      g_assert_cmpfloat_with_epsilon (hih_loudness_measure (samples, n, rates[r]), -23.0, 0.1);
      g_assert_cmpfloat_with_epsilon (hih_loudness_measure_peak (samples, n), -20.0, 0.2);
      /* Pauses do not make it quieter. */
      memset (samples, 0, n / 2 * sizeof (gint16));
      g_assert_cmpfloat_with_epsilon (hih_loudness_measure (samples, n, rates[r]), -23.0, 0.5);
      g_assert_cmpfloat_with_epsilon (hih_loudness_normalise (samples, n, rates[r]), 3.0, 0.6);
      g_assert_cmpfloat_with_epsilon (hih_loudness_measure (samples, n, rates[r]), HIH_LOUDNESS_TARGET_LUFS, 0.1);
    }
  {
    /* Between the samples: a sine at a quarter of the rate, sampled beside its tops, is 3 dB higher than it looks. */
    gint16 samples[4800];

    for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
      samples[i] = (gint16) lrint (16384 * sin (i * G_PI / 2 + G_PI / 4));
    g_assert_cmpfloat_with_epsilon (hih_loudness_measure_peak (samples + 100, 4600), -6.0, 0.3);
  }
  {
    /* A click keeps the gain down. */
    g_autofree gint16 *samples = g_new0 (gint16, 48000);

    for (int i = 0; i < 48000; i++)
      samples[i] = (gint16) lrint (300 * sin (i * 2 * G_PI * 997 / 48000));
    samples[24000] = 20000;
    hih_loudness_normalise (samples, 48000, 48000);
    g_assert_cmpfloat (hih_loudness_measure_peak (samples, 48000), <=, HIH_LOUDNESS_MAX_PEAK_DBTP);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/film/loudness/meter", test_meter);
  g_test_add ("/film/encoder/film", Fixture, GINT_TO_POINTER (TRUE), set_up, test_film, tear_down);
  g_test_add ("/film/encoder/silent-film", Fixture, GINT_TO_POINTER (FALSE), set_up, test_film, tear_down);
  g_test_add ("/film/encoder/packets", Fixture, GINT_TO_POINTER (FALSE), set_up, test_packets, tear_down);
  g_test_add ("/film/encoder/loudness", Fixture, GINT_TO_POINTER (TRUE), set_up, test_loudness, tear_down);
  g_test_add_func ("/film/encoder/still", test_still);
  g_test_add_func ("/film/encoder/failures", test_failures);
  return g_test_run ();
}
