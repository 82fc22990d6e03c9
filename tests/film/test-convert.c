/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours there and back, odd sizes, the two matrices. */
#include "config.h"

#include "hih-convert.h"

#include <string.h>

typedef struct
{
  int width;
  int height;
  guint32 *bgrx;
  guint32 *back;
  guint8 *memory;
  HihPlanes planes;
} Picture;

static void
picture_init (Picture *p, int width, int height)
{
  int half_width = (width + 1) / 2, half_height = (height + 1) / 2;

  p->width = width;
  p->height = height;
  p->bgrx = g_new0 (guint32, width * height);
  p->back = g_new0 (guint32, width * height);
  p->memory = g_malloc0 (width * height + 2 * half_width * half_height);
  p->planes = (HihPlanes){ { p->memory, p->memory + width * height,
                             p->memory + width * height + half_width * half_height },
                           { width, half_width, half_width } };
}

static void
picture_clear (Picture *p)
{
  g_free (p->bgrx);
  g_free (p->back);
  g_free (p->memory);
}

static int
distance (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

static void
there_and_back (Picture *p)
{
  hih_convert_bgrx_to_i420 ((guint8 *) p->bgrx, p->width * 4, p->width, p->height, &p->planes);
  hih_convert_i420_to_bgra (&p->planes, p->width, p->height, HIH_MATRIX_601, FALSE, (guint8 *) p->back, p->width * 4);
}

static void
test_round_trip (void)
{
  Picture p;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  int worst = 0;

  picture_init (&p, 640, 480);
  for (int pass = 0; pass < 3; pass++)
    {
      for (int y = 0; y < 480; y += 2)
        for (int x = 0; x < 640; x += 2)
          {
            guint32 colour = g_rand_int (rand) & 0xffffff;

            p.bgrx[y * 640 + x] = p.bgrx[y * 640 + x + 1] = colour;
            p.bgrx[(y + 1) * 640 + x] = p.bgrx[(y + 1) * 640 + x + 1] = colour;
          }
      there_and_back (&p);
      for (int i = 0; i < 640 * 480; i++)
        {
          worst = MAX (worst, distance (p.bgrx[i], p.back[i]));
          g_assert_cmphex (p.back[i] >> 24, ==, 0xff);
        }
    }
  g_test_message ("worst error %d", worst);
  g_assert_cmpint (worst, <=, 2);
  picture_clear (&p);
}

static void
test_odd_sizes (void)
{
  const int sizes[][2] = { { 1, 1 }, { 3, 1 }, { 1, 5 }, { 405, 721 }, { 17, 2 }, { 2, 17 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Picture p;

      picture_init (&p, sizes[i][0], sizes[i][1]);
      for (int k = 0; k < p.width * p.height; k++)
        p.bgrx[k] = 0xf2b632;
      memset (p.back, 0, p.width * p.height * 4);
      there_and_back (&p);
      for (int k = 0; k < p.width * p.height; k++)
        g_assert_cmpint (distance (p.back[k], 0xf2b632), <=, 2);
      picture_clear (&p);
    }
}

static void
test_matrices (void)
{
  /* 50 % grey is grey in every matrix; the rest is from the standards. */
  guint8 y = 126, u = 128, v = 128;
  HihPlanes planes = { { &y, &u, &v }, { 1, 1, 1 } };
  guint32 out = 0;

  hih_convert_i420_to_bgra (&planes, 1, 1, HIH_MATRIX_709, FALSE, (guint8 *) &out, 4);
  g_assert_cmphex (out, ==, 0xff808080);
  y = 128;
  hih_convert_i420_to_bgra (&planes, 1, 1, HIH_MATRIX_709, TRUE, (guint8 *) &out, 4);
  g_assert_cmphex (out, ==, 0xff808080);
  /* Pure red: 601 (81, 90, 240), 709 (63, 102, 240) */
  y = 81, u = 90, v = 240;
  hih_convert_i420_to_bgra (&planes, 1, 1, HIH_MATRIX_601, FALSE, (guint8 *) &out, 4);
  g_assert_cmpint (distance (out, 0xff0000), <=, 2);
  y = 63, u = 102, v = 240;
  hih_convert_i420_to_bgra (&planes, 1, 1, HIH_MATRIX_709, FALSE, (guint8 *) &out, 4);
  g_assert_cmpint (distance (out, 0xff0000), <=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/film/convert/round-trip", test_round_trip);
  g_test_add_func ("/film/convert/odd-sizes", test_odd_sizes);
  g_test_add_func ("/film/convert/matrices", test_matrices);
  return g_test_run ();
}
