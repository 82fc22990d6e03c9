/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Playing: a step stops at its end and never shows the next one; bad files are told apart; no sound is no harm. */
#include "config.h"

#include "count-sink.h"
#include "film-fixture.h"

#include "hih-player.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  char *dir;
  char *film;
  HihPlayer *player;
  GMainLoop *loop;

  GArray *steps; /* of int: the step shown by every frame */
  gint64 last_pts_ns;
  int ended_step;
  guint n_ended;
  guint n_no_sound;
  guint n_failed;
  GError *error;
} Fixture;

static void
frame_cb (HihPlayer *player, HihFrame *frame, Fixture *fixture)
{
  int step = fixture_step_of (frame);

  g_assert_true (frame == hih_player_get_frame (player));
  g_array_append_val (fixture->steps, step);
  fixture->last_pts_ns = hih_frame_get_pts_ns (frame);
  g_main_loop_quit (fixture->loop);
}

static void
step_ended_cb (HihPlayer *player, guint step, Fixture *fixture)
{
  fixture->ended_step = (int) step;
  g_main_loop_quit (fixture->loop);
}

static void
ended_cb (HihPlayer *player, Fixture *fixture)
{
  fixture->n_ended++;
  g_main_loop_quit (fixture->loop);
}

static void
no_sound_cb (HihPlayer *player, Fixture *fixture)
{
  fixture->n_no_sound++;
}

static void
failed_cb (HihPlayer *player, GError *error, Fixture *fixture)
{
  fixture->n_failed++;
  g_clear_error (&fixture->error);
  fixture->error = g_error_copy (error);
  g_main_loop_quit (fixture->loop);
}

/* Whoever waits for what never comes runs into meson's own time limit. */
static void
wait_a_turn (Fixture *fixture)
{
  g_main_loop_run (fixture->loop);
}

static void
wait_for_frame (Fixture *fixture)
{
  guint n = fixture->steps->len;

  while (fixture->steps->len == n && fixture->error == NULL)
    wait_a_turn (fixture);
  g_assert_no_error (fixture->error);
}

static void
wait_for_step_end (Fixture *fixture)
{
  fixture->ended_step = -1;
  while (fixture->ended_step < 0 && fixture->error == NULL)
    wait_a_turn (fixture);
  g_assert_no_error (fixture->error);
}

static void
wait_for_error (Fixture *fixture)
{
  while (fixture->error == NULL)
    wait_a_turn (fixture);
}

static void
make_player (Fixture *fixture, const char *audio_sink)
{
  g_clear_object (&fixture->player);
  fixture->player = g_object_new (HIH_TYPE_PLAYER, "audio-sink", audio_sink, NULL);
  g_signal_connect (fixture->player, "frame", G_CALLBACK (frame_cb), fixture);
  g_signal_connect (fixture->player, "step-ended", G_CALLBACK (step_ended_cb), fixture);
  g_signal_connect (fixture->player, "ended", G_CALLBACK (ended_cb), fixture);
  g_signal_connect (fixture->player, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->player, "no-sound", G_CALLBACK (no_sound_cb), fixture);
}

/* decodebin3 of 1.22 warns now and then when it has no decoder to link, or is dropped while it starts; the urisourcebin of
 * 1.26, when it is closed at the first error, may take a pad away twice. */
static gboolean
only_ours_are_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "GStreamer") != 0 ||
         ((level & G_LOG_LEVEL_WARNING) == 0 && strstr (message, "does not belong to element urisourcebin") == NULL);
}

/* GLib's own handler would write “Bail out!” for it, though nothing ends. */
static void
tell_warning (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  g_printerr ("%s warns: %s\n", domain, message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_test_log_set_fatal_handler (only_ours_are_fatal, NULL);
  fixture->dir = fixture_dir_new (TRUE);
  fixture->film = g_build_filename (fixture->dir, "film.webm", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->steps = g_array_new (FALSE, FALSE, sizeof (int));
  make_player (fixture, "fakesink");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->player);
  g_clear_error (&fixture->error);
  g_main_loop_unref (fixture->loop);
  g_array_unref (fixture->steps);
  g_free (fixture->film);
  fixture_dir_remove (fixture->dir);
}

static int
get_step (Fixture *fixture, guint i)
{
  return g_array_index (fixture->steps, int, i);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  HihSpan span;

  hih_player_set_file (fixture->player, fixture->film);
  g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, 0);
  wait_for_frame (fixture);
  fixture_let_pass (fixture->loop, 100);
  g_assert_cmpuint (fixture->steps->len, ==, 1);
  g_assert_cmpint (get_step (fixture, 0), ==, 0);
  g_assert_false (hih_player_get_playing (fixture->player));
  g_assert_true (hih_player_get_steps_known (fixture->player));
  g_assert_cmpuint (hih_player_get_n_steps (fixture->player), ==, FIXTURE_STEPS);
  g_assert_true (hih_player_get_step_span (fixture->player, 1, &span));
  g_assert_cmpint (span.start_ns, ==, FIXTURE_STEP_MS * MS);
  g_assert_cmpint (span.end_ns, ==, 2 * FIXTURE_STEP_MS * MS);
  g_assert_false (hih_player_get_step_span (fixture->player, FIXTURE_STEPS, &span));
  g_assert_cmpint (ABS (hih_player_get_duration_ns (fixture->player) - FIXTURE_MS * MS), <=, 30 * MS);
  g_assert_cmpuint (fixture->n_no_sound, ==, 0);
}

/* Asked before it is loaded; each step shows itself only and stops where it should. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  const guint order[] = { 1, 0, 2, 2 };

  hih_player_set_file (fixture->player, fixture->film);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_array_set_size (fixture->steps, 0);
      if (i == 3)
        hih_player_repeat (fixture->player);
      else
        hih_player_play_step (fixture->player, order[i]);
      g_assert_true (hih_player_get_playing (fixture->player));
      wait_for_step_end (fixture);
      g_assert_cmpint (fixture->ended_step, ==, order[i]);
      g_assert_cmpint (hih_player_get_step (fixture->player), ==, order[i]);
      g_assert_false (hih_player_get_playing (fixture->player));
      g_assert_cmpint (ABS (hih_player_get_position_ns (fixture->player) - (order[i] + 1) * FIXTURE_STEP_MS * MS), <=,
                       30 * MS);
      fixture_let_pass (fixture->loop, 60);
      /* How many of its pictures are seen is the computer's affair; that they are its own is ours. */
      g_assert_cmpuint (fixture->steps->len, >=, 1);
      for (guint k = 0; k < fixture->steps->len; k++)
        g_assert_cmpint (get_step (fixture, k), ==, order[i]);
      g_assert_cmpuint (fixture->n_ended, ==, order[i] == 2 ? i - 1 : 0);
    }
}

/* The worst trap: pausing shows the picture that comes next. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  gint64 position_ns;

  hih_player_set_file (fixture->player, fixture->film);
  /* The still of step 0 stands from 700 until 960, its repeat until 1000. A computer that slept through it: again. */
  do
    {
      hih_player_play_from (fixture->player, 0);
      while (hih_player_get_position_ns (fixture->player) < 700 * MS)
        fixture_let_pass (fixture->loop, 5);
      hih_player_pause (fixture->player);
      fixture_let_pass (fixture->loop, 250);
      position_ns = hih_player_get_position_ns (fixture->player);
      g_assert_cmpint (fixture->last_pts_ns, <=, position_ns);
    }
  while (position_ns >= 960 * MS);
  g_assert_cmpint (get_step (fixture, fixture->steps->len - 1), ==, 0);
  fixture_let_pass (fixture->loop, 50);
  g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, position_ns);
  hih_player_resume (fixture->player);
  g_assert_true (hih_player_get_playing (fixture->player));
  while (fixture->n_ended == 0)
    wait_a_turn (fixture);
  g_assert_cmpint (get_step (fixture, fixture->steps->len - 1), ==, 2);
  g_assert_cmpint (fixture->ended_step, ==, 0); /* never set: nothing was played as a step */
  /* Resume at the end is: again. */
  hih_player_resume (fixture->player);
  wait_for_frame (fixture);
  g_assert_cmpint (get_step (fixture, fixture->steps->len - 1), ==, 0);
}

static void
test_seek (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    int ms;
    int step;
  } places[] = { { 1500, 1 }, { 990, 0 }, { 2999, 2 }, { 0, 0 }, { 1000, 1 }, { 999, 0 } };

  hih_player_set_file (fixture->player, fixture->film);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      hih_player_show (fixture->player, places[i].ms * MS);
      g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, i == 0 ? 0 : places[i].ms * MS);
      wait_for_frame (fixture);
      fixture_let_pass (fixture->loop, 40);
      g_assert_cmpint (get_step (fixture, fixture->steps->len - 1), ==, places[i].step);
      g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, places[i].ms * MS);
      g_assert_false (hih_player_get_playing (fixture->player));
    }
  /* Many at once: only the last counts. */
  g_array_set_size (fixture->steps, 0);
  for (int i = 0; i < 40; i++)
    hih_player_show (fixture->player, (i * 331 % FIXTURE_MS) * MS);
  hih_player_show (fixture->player, 2500 * MS);
  wait_for_frame (fixture);
  fixture_let_pass (fixture->loop, 100);
  for (guint k = 0; k < fixture->steps->len; k++)
    g_assert_cmpint (get_step (fixture, k), ==, 2);
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  const double rates[] = { 0.5, 1.0, 1.25 };

  make_player (fixture, COUNT_SINK);
  hih_player_set_file (fixture->player, fixture->film);
  wait_for_frame (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      gint64 wanted_ms = (gint64) (FIXTURE_STEP_MS / rates[i]);

      hih_player_set_rate (fixture->player, rates[i]);
      hih_player_play_step (fixture->player, 1);
      wait_for_step_end (fixture);
      g_test_message ("rate %.2f: %d ms of sound", rates[i], (int) count_sink_get_ms ());
      g_assert_cmpint (ABS (count_sink_get_ms () - wanted_ms), <=, 150); /* scaletempo swallows a little at the end */
      g_assert_cmpint (count_sink_get_loudest (), >, 500);
    }
  hih_player_set_muted (fixture->player, TRUE);
  hih_player_play_step (fixture->player, 1);
  wait_for_step_end (fixture);
  g_assert_cmpint (count_sink_get_ms (), >, 0);
  g_assert_cmpint (count_sink_get_loudest (), ==, 0);
  hih_player_set_muted (fixture->player, FALSE);
  /* In the middle: goes on from there, in the same step. */
  hih_player_play_step (fixture->player, 0);
  while (hih_player_get_position_ns (fixture->player) < 300 * MS)
    fixture_let_pass (fixture->loop, 5);
  hih_player_set_rate (fixture->player, 1.0);
  g_assert_cmpint (hih_player_get_position_ns (fixture->player), >=, 300 * MS);
  wait_for_step_end (fixture);
  g_assert_cmpint (fixture->ended_step, ==, 0);
}

/* A real film without chapters: the lesson gives the times. */
static void
test_given_steps (Fixture *fixture, gconstpointer data)
{
  const HihSpan spans[] = { { 100 * MS, 0 }, { 1100 * MS, 1500 * MS }, { 2100 * MS, 0 } };
  HihSpan span;

  hih_player_set_file (fixture->player, fixture->film);
  hih_player_set_steps (fixture->player, spans, G_N_ELEMENTS (spans));
  g_assert_true (hih_player_get_step_span (fixture->player, 0, &span));
  g_assert_cmpint (span.end_ns, ==, 1100 * MS);
  hih_player_play_step (fixture->player, 1);
  wait_for_step_end (fixture);
  g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, 1500 * MS);
  hih_player_play_step (fixture->player, 2);
  wait_for_step_end (fixture);
  g_assert_cmpint (ABS (hih_player_get_position_ns (fixture->player) - FIXTURE_MS * MS), <=, 30 * MS);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

static void
assert_fails (Fixture *fixture, const char *path, HihFilmErrorCode code)
{
  g_clear_error (&fixture->error);
  fixture->n_failed = 0;
  hih_player_set_file (fixture->player, path);
  hih_player_play_from (fixture->player, 0);
  wait_for_error (fixture);
  g_test_message ("%s: %s", path, fixture->error->message);
  g_assert_error (fixture->error, HIH_FILM_ERROR, (int) code);
  fixture_let_pass (fixture->loop, 100);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_false (hih_player_get_playing (fixture->player));
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bad = g_build_filename (fixture->dir, "bad.webm", NULL);
  g_autofree char *odd = g_build_filename (fixture->dir, "奶奶的 film #1 100%.webm", NULL);
  g_autofree char *whole = NULL;
  g_autofree char *noise = g_malloc (300000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gsize length;

  assert_fails (fixture, "/nonexistent.webm", HIH_FILM_ERROR_NOT_FOUND);

  for (int i = 0; i < 300000; i++)
    noise[i] = (char) g_rand_int (rand);
  g_assert_true (g_file_set_contents (bad, noise, 300000, NULL));
  assert_fails (fixture, bad, HIH_FILM_ERROR_DECODE);
  g_assert_true (g_file_set_contents (bad, "", 0, NULL));
  assert_fails (fixture, bad, HIH_FILM_ERROR_DECODE);

  /* Cut off: it plays what there is, then ends without an error of GStreamer's. */
  g_assert_true (g_file_get_contents (fixture->film, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (bad, whole, (gssize) length / 2, NULL));
  assert_fails (fixture, bad, HIH_FILM_ERROR_DAMAGED);
  /* Also a step of which nothing is there at all. */
  g_clear_error (&fixture->error);
  hih_player_set_file (fixture->player, bad);
  hih_player_play_step (fixture->player, FIXTURE_STEPS - 1);
  wait_for_error (fixture);
  g_assert_error (fixture->error, HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED);

  /* After all that the good one still plays, under any name. */
  g_clear_error (&fixture->error);
  g_assert_cmpint (g_rename (fixture->film, odd), ==, 0);
  hih_player_set_file (fixture->player, odd);
  hih_player_play_step (fixture->player, 0);
  wait_for_step_end (fixture);
}

static void
set_decoder_rank (const char *const *names, guint rank)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GstPluginFeature) feature =
        gst_registry_lookup_feature (gst_registry_get (), names[i]);

      if (feature != NULL)
        gst_plugin_feature_set_rank (feature, rank);
    }
}

static void
test_no_decoder (Fixture *fixture, gconstpointer data)
{
  const char *const video[] = { "vp8dec", "avdec_vp8", "vaapivp8dec", "vavp8dec", "v4l2slvp8dec", NULL };
  const char *const audio[] = { "opusdec", "avdec_opus", NULL };

  set_decoder_rank (video, GST_RANK_NONE);
  assert_fails (fixture, fixture->film, HIH_FILM_ERROR_NO_DECODER);
  set_decoder_rank (video, GST_RANK_PRIMARY);

  /* Without the sound's decoder the film plays on, and says so once. */
  g_clear_error (&fixture->error);
  g_assert_cmpuint (fixture->n_no_sound, ==, 0);
  set_decoder_rank (audio, GST_RANK_NONE);
  hih_player_set_file (fixture->player, fixture->film);
  hih_player_play_step (fixture->player, 0);
  wait_for_step_end (fixture);
  g_assert_cmpuint (fixture->n_no_sound, ==, 1);
  set_decoder_rank (audio, GST_RANK_PRIMARY);
}

/* A sink that fails (here: it may not open) must not take the film with it. */
static void
test_no_device (Fixture *fixture, gconstpointer data)
{
  const char *sinks[] = { "autoaudiosink", "alsasink", "nosuchsink" };

  for (guint i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      make_player (fixture, sinks[i]);
      fixture->n_no_sound = 0;
      hih_player_set_file (fixture->player, fixture->film);
      hih_player_play_step (fixture->player, 1);
      wait_for_step_end (fixture);
      g_test_message ("%s: no-sound told %u times", sinks[i], fixture->n_no_sound);
      g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, 2 * FIXTURE_STEP_MS * MS);
      g_assert_cmpuint (fixture->n_no_sound, <=, 1);
    }
}

/* Dropped at any moment: no crash, no late signal, no hang. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      make_player (fixture, "fakesink");
      hih_player_set_file (fixture->player, fixture->film);
      hih_player_play_step (fixture->player, i % FIXTURE_STEPS);
      fixture_let_pass (fixture->loop, i * 7);
      if (i % 3 == 0)
        hih_player_set_file (fixture->player, NULL);
    }
  g_clear_object (&fixture->player);
  fixture_let_pass (fixture->loop, 50);
  g_assert_no_error (fixture->error);
}

/* What is decoded is what was drawn, in the program's own colours. */
static void
test_colours (Fixture *fixture, gconstpointer data)
{
  hih_player_set_file (fixture->player, fixture->film);
  for (int i = 0; i < FIXTURE_STEPS; i++)
    {
      HihFrame *frame;
      int distance;

      hih_player_show (fixture->player, (i * FIXTURE_STEP_MS + 700) * MS);
      wait_for_frame (fixture);
      fixture_let_pass (fixture->loop, 40);
      frame = hih_player_get_frame (fixture->player);
      distance = fixture_distance (fixture_pixel (frame, 300, 170), fixture_colours[i]);
      g_test_message ("drawn %08x, shown %08x", fixture_colours[i], fixture_pixel (frame, 300, 170));
      g_assert_cmpint (distance, <=, 4);
      g_assert_cmpint (hih_frame_get_width (frame), ==, FIXTURE_WIDTH);
      g_assert_cmpint (hih_frame_get_height (frame), ==, FIXTURE_HEIGHT);
    }
}

/* A film from a telephone: H.264 and AAC, larger than the window, times given by the lesson. */
static void
test_real_film (Fixture *fixture, gconstpointer data)
{
  const HihSpan spans[] = { { 0, 500 * MS }, { 500 * MS, 1200 * MS } };
  g_autofree char *ffmpeg = g_find_program_in_path ("ffmpeg");
  g_autofree char *path = g_build_filename (fixture->dir, "phone.mp4", NULL);
  g_autofree char *cut = g_build_filename (fixture->dir, "cut.mp4", NULL);
  g_autofree char *whole = NULL;
  g_autoptr (HihFilmInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int status = -1;
  const char *argv[] = { ffmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc=size=1080x1920:rate=25:duration=2", "-f",
                         "lavfi", "-i", "sine=duration=2", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset",
                         "ultrafast", "-c:a", "aac", path, NULL };

  g_assert_nonnull (ffmpeg);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  info = hih_film_probe (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (info->height, ==, 1920);
  g_assert_cmpuint (info->chapters->len, ==, 0);
  hih_player_set_file (fixture->player, path);
  hih_player_set_steps (fixture->player, spans, G_N_ELEMENTS (spans));
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      hih_player_play_step (fixture->player, i);
      wait_for_step_end (fixture);
      g_assert_cmpint (hih_player_get_position_ns (fixture->player), ==, spans[i].end_ns);
      fixture_let_pass (fixture->loop, 40);
      g_assert_cmpint (fixture->last_pts_ns, <, spans[i].end_ns);
    }
  g_assert_cmpint (hih_frame_get_height (hih_player_get_frame (fixture->player)), <=, 720);
  g_assert_cmpint (ABS (hih_frame_get_width (hih_player_get_frame (fixture->player)) - 405), <=, 2);

  /* A recording that was cut off has no index. */
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (cut, whole, (gssize) length / 2, NULL));
  assert_fails (fixture, cut, HIH_FILM_ERROR_DAMAGED);
}

#define ADD(name, func) g_test_add ("/film/player/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_handler ("GStreamer", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, tell_warning, NULL);
  count_sink_register ();
  hih_film_init ();
  ADD ("load", test_load);
  ADD ("steps", test_steps);
  ADD ("pause", test_pause);
  ADD ("seek", test_seek);
  ADD ("rate", test_rate);
  ADD ("given-steps", test_given_steps);
  ADD ("colours", test_colours);
  ADD ("real-film", test_real_film);
  ADD ("bad-files", test_bad_files);
  ADD ("no-decoder", test_no_decoder);
  ADD ("no-device", test_no_device);
  ADD ("drop", test_drop);
  return g_test_run ();
}
