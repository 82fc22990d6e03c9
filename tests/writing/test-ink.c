/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hih-distort.h"

static void
test_text (void)
{
  g_autoptr (HihInk) ink = hih_ink_parse ("0,0 100,0;50,50 50,100 60,120");
  g_autofree char *text = hih_ink_dup_text (ink);

  g_assert_cmpuint (hih_ink_get_n_strokes (ink), ==, 2);
  g_assert_cmpstr (text, ==, "0,0 100,0;50,50 50,100 60,120");
  g_assert_null (hih_ink_parse (""));
  g_assert_null (hih_ink_parse ("1,2 3"));
  g_assert_null (hih_ink_parse ("1,nan"));
  g_assert_null (hih_ink_parse ("1,2;"));
}

static void
test_resample (void)
{
  g_autoptr (HihInk) ink = hih_ink_parse ("0,0 100,0 100,50");
  g_autoptr (HihInk) even = hih_ink_resample (ink, 10);
  guint n;
  HihInkPoint *points = hih_ink_get_stroke (even, 0, &n);

  g_assert_cmpuint (n, ==, 17);
  g_assert_cmpfloat_with_epsilon (points[5].x, 50, 0.01);
  g_assert_cmpfloat_with_epsilon (points[n - 1].y, 50, 0.01);
}

/* Small writing in a corner is laid out as large as any other. */
static void
test_fit (void)
{
  g_autoptr (HihInk) ink = hih_ink_parse ("900,900 950,900;900,920 950,920");
  guint n;
  HihInkPoint *points;

  hih_ink_fit (ink);
  points = hih_ink_get_stroke (ink, 0, &n);
  g_assert_cmpfloat (points[1].x - points[0].x, >, 900);
  g_assert_cmpfloat_with_epsilon (points[0].x + points[1].x, HIH_INK_SIZE, 0.1);
}

static guint
count_points (const HihInk *ink)
{
  guint all = 0;

  for (guint i = 0; i < hih_ink_get_n_strokes (ink); i++)
    {
      guint n;

      hih_ink_get_stroke (ink, i, &n);
      all += n;
    }
  return all;
}

static void
test_distort (void)
{
  g_autoptr (HihInk) ink = hih_ink_parse ("100,100 900,100;500,100 500,900;200,500 800,500");
  HihDistortion joined = { .joined = TRUE }, swapped = { .swapped = TRUE }, tremor = { .tremor = 30 };
  g_autoptr (GRand) one = g_rand_new_with_seed (7);
  g_autoptr (GRand) same = g_rand_new_with_seed (7);
  g_autoptr (HihInk) a = hih_ink_distort (ink, &tremor, one);
  g_autoptr (HihInk) b = hih_ink_distort (ink, &tremor, same);
  g_autoptr (HihInk) fewer = hih_ink_distort (ink, &joined, one);
  g_autoptr (HihInk) other = hih_ink_distort (ink, &swapped, one);
  g_autofree char *text_a = hih_ink_dup_text (a);
  g_autofree char *text_b = hih_ink_dup_text (b);
  g_autofree char *text_other = hih_ink_dup_text (other);

  g_assert_cmpstr (text_a, ==, text_b);
  g_assert_cmpstr (text_a, !=, text_other);
  g_assert_cmpuint (hih_ink_get_n_strokes (fewer), ==, 2);
  g_assert_cmpuint (hih_ink_get_n_strokes (other), ==, 3);
  g_assert_cmpuint (count_points (other), ==, count_points (a));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/text", test_text);
  g_test_add_func ("/ink/resample", test_resample);
  g_test_add_func ("/ink/fit", test_fit);
  g_test_add_func ("/ink/distort", test_distort);
  return g_test_run ();
}
