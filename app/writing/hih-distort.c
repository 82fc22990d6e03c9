/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tremor is a slow sway of about five points with a small jitter upon it, as a trembling hand's is. */
#include "config.h"

#include "hih-distort.h"

#include <math.h>

#define SPACING 24.0f
#define SWAY_POINTS 5.0

static void
add_tremor (HihInk *ink, float tremor, GRand *rand)
{
  for (guint i = 0; i < hih_ink_get_n_strokes (ink); i++)
    {
      double phase_x = g_rand_double_range (rand, 0, 2 * G_PI);
      double phase_y = g_rand_double_range (rand, 0, 2 * G_PI);
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (ink, i, &n);

      for (guint k = 0; k < n; k++)
        {
          double turn = k * 2 * G_PI / SWAY_POINTS;

          points[k].x += tremor * (float) (0.6 * sin (turn + phase_x) + g_rand_double_range (rand, -0.8, 0.8));
          points[k].y += tremor * (float) (0.6 * sin (turn + phase_y) + g_rand_double_range (rand, -0.8, 0.8));
        }
    }
}

static void
lean (HihInk *ink, float tilt, float squash)
{
  const float middle = HIH_INK_SIZE / 2;
  float cosine = cosf (tilt), sine = sinf (tilt);

  for (guint i = 0; i < hih_ink_get_n_strokes (ink); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (ink, i, &n);

      for (guint k = 0; k < n; k++)
        {
          float x = (points[k].x - middle) * (1 - squash), y = points[k].y - middle;

          points[k].x = middle + x * cosine - y * sine;
          points[k].y = middle + x * sine + y * cosine;
        }
    }
}

static void
add_stroke (HihInk *out, const HihInk *ink, guint index, gboolean begins)
{
  guint n;
  HihInkPoint *points = hih_ink_get_stroke (ink, index, &n);

  if (begins)
    hih_ink_begin_stroke (out);
  for (guint k = 0; k < n; k++)
    hih_ink_add_point (out, points[k].x, points[k].y);
}

/* The strokes in another order, or one fewer. */
static HihInk *
rearrange (const HihInk *ink, gboolean swapped, gboolean joined, GRand *rand)
{
  HihInk *out = hih_ink_new ();
  guint n = hih_ink_get_n_strokes (ink);
  guint swap = swapped && n > 1 ? (guint) g_rand_int_range (rand, 0, (gint32) n - 1) : n;
  guint join = joined && n > 1 ? (guint) g_rand_int_range (rand, 1, (gint32) n) : n;

  for (guint i = 0; i < n; i++)
    add_stroke (out, ink, i == swap ? i + 1 : i > 0 && i - 1 == swap ? i - 1 : i, i != join);
  return out;
}

/**
 * hih_ink_distort:
 *
 * Returns: (transfer full): @ink as that hand writes it
 */
HihInk *
hih_ink_distort (const HihInk *ink, const HihDistortion *how, GRand *rand)
{
  g_autoptr (HihInk) ordered = rearrange (ink, how->swapped, how->joined, rand);
  HihInk *out = hih_ink_resample (ordered, SPACING);

  lean (out, how->tilt, how->squash);
  add_tremor (out, how->tremor, rand);
  return out;
}

/**
 * hih_distortion_choose:
 * @out: (out caller-allocates):
 */
void
hih_distortion_choose (HihDistortion *out, guint variant, GRand *rand)
{
  *out = (HihDistortion) { 0 };
  if (variant == 0)
    return;
  out->tremor = (float) g_rand_double_range (rand, 0, 45);
  out->tilt = (float) g_rand_double_range (rand, -0.2, 0.2);
  out->squash = (float) g_rand_double_range (rand, -0.25, 0.25);
  /* Every second way joins, every third changes the order: these are what the packaged model fails at. */
  out->joined = variant % 2 == 0;
  out->swapped = variant % 3 == 0;
}
