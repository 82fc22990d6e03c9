/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The test film. */
#include "config.h"

#include "film-fixture.h"

#include "hih-encoder.h"
#include "hih-loudness.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* The paper, the green and the yellow of the program. */
const guint32 fixture_colours[FIXTURE_STEPS] = { 0xfffaf6ee, 0xff0b5d43, 0xfff2b632 };

void
fixture_draw (guint32 *pixels, gint64 at_ms)
{
  gint64 in_step = at_ms % FIXTURE_STEP_MS;
  int box = 20 + (int) (CLAMP (in_step, 400, 600) - 400) / 40 * 30;

  for (int y = 0; y < FIXTURE_HEIGHT; y++)
    for (int x = 0; x < FIXTURE_WIDTH; x++)
      pixels[y * FIXTURE_WIDTH + x] = x >= box && x < box + 40 && y >= 60 && y < 100
                                        ? 0xff202020
                                        : fixture_colours[(at_ms / FIXTURE_STEP_MS) % FIXTURE_STEPS];
}

void
fixture_make (const char *path, gboolean with_sound)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihEncoder) encoder =
    hih_encoder_new (path, FIXTURE_WIDTH, FIXTURE_HEIGHT, 0, with_sound ? FIXTURE_RATE : 0);
  g_autofree guint32 *pixels = g_new (guint32, FIXTURE_WIDTH * FIXTURE_HEIGHT);

  for (int i = 0; i < FIXTURE_STEPS; i++)
    {
      g_autofree char *title = g_strdup_printf ("第%d步", i + 1);

      hih_encoder_add_chapter (encoder, i * FIXTURE_STEP_MS, title);
    }
  if (with_sound)
    {
      gsize n = FIXTURE_MS * FIXTURE_RATE / 1000;
      g_autofree gint16 *samples = g_new (gint16, n);

      for (gsize i = 0; i < n; i++)
        samples[i] = (gint16) (3000 * sin (i * 2 * G_PI * 440 / FIXTURE_RATE));
      hih_loudness_normalise (samples, n, FIXTURE_RATE);
      g_assert_true (hih_encoder_push_audio (encoder, samples, n, &error));
      g_assert_no_error (error);
    }
  for (gint64 at = 0; at < FIXTURE_MS; at += HIH_ENCODER_TICK_MS)
    {
      fixture_draw (pixels, at);
      g_assert_true (
        hih_encoder_push_frame (encoder, at, (const guint8 *) pixels, FIXTURE_WIDTH * sizeof (guint32), &error));
      g_assert_no_error (error);
    }
  g_assert_true (hih_encoder_finish (encoder, FIXTURE_MS, &error));
  g_assert_no_error (error);
}

char *
fixture_dir_new (gboolean with_sound)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("hih-film-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (dir, "film.webm", NULL);
  fixture_make (path, with_sound);
  return dir;
}

void
fixture_dir_remove (char *dir)
{
  g_autoptr (GDir) listing = g_dir_open (dir, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

guint32
fixture_pixel (HihFrame *frame, int x, int y)
{
  const guint8 *data = g_bytes_get_data (hih_frame_get_bytes (frame), NULL);
  guint32 pixel;

  memcpy (&pixel, data + y * hih_frame_get_stride (frame) + x * 4, 4);
  return pixel;
}

int
fixture_distance (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 32; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

int
fixture_step_of (HihFrame *frame)
{
  for (int i = 0; i < FIXTURE_STEPS; i++)
    {
      if (fixture_distance (fixture_pixel (frame, 4, 4), fixture_colours[i]) <= 8)
        return i;
    }
  return -1;
}

void
fixture_let_pass (GMainLoop *loop, guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    {
      guint id = g_timeout_add_once (ms, (GSourceOnceFunc) g_main_loop_quit, loop);

      g_main_loop_run (loop);
      if (g_main_context_find_source_by_id (NULL, id) != NULL)
        g_source_remove (id);
    }
}
