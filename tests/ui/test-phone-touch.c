/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finger meant, as tables; and how the phone writes times. No display. */
#include "config.h"

#include "hih-phone-date.h"
#include "hih-phone-places.h"
#include "hih-phone-slide.h"
#include "hih-phone-touch.h"

#define NOTHING (-1)

typedef struct
{
  const char *name;
  HihTouch touch;
  int meant;
} Case;

/*                                     dx   dy  drift  ms  since guard holds */
static const Case cases[] = {
  { "still",                         {   0,   0,   0,  80,   -1, 300, FALSE }, HIH_GESTURE_TAP },
  { "shaking within the tolerance",  {  12, -20,  24, 200,   -1, 300, FALSE }, HIH_GESTURE_TAP },
  { "just too far for a tap",        {  25,   0,  25, 200,   -1, 300, FALSE }, NOTHING },
  { "came back after going too far", {   2,   0,  60, 400,   -1, 300, FALSE }, NOTHING },
  { "second tap of a tremor",        {   0,   0,   0,  60,  120, 300, FALSE }, NOTHING },
  { "second tap at the guard's end", {   0,   0,   0,  60,  300, 300, FALSE }, HIH_GESTURE_TAP },
  { "second tap, longer guard",      {   0,   0,   0,  60,  400, 500, FALSE }, NOTHING },
  { "slow tap",                      {   0,   0,   2, 900,   -1, 300, FALSE }, HIH_GESTURE_TAP },
  { "resting hand",                  {   0,   0,   2, 3001,  -1, 300, FALSE }, NOTHING },
  { "short of a hold",               {   0,   0,   2, 399,   -1, 300, TRUE },  HIH_GESTURE_TAP },
  { "hold",                          {   3,   3,   5, 400,   -1, 300, TRUE },  HIH_GESTURE_HOLD },
  { "long hold",                     {   3,   3,   5, 3000,  -1, 300, TRUE },  HIH_GESTURE_HOLD },
  { "too long a hold",               {   3,   3,   5, 3200,  -1, 300, TRUE },  NOTHING },
  { "up",                            {   5, -90,  90, 300,   -1, 300, FALSE }, HIH_GESTURE_SWIPE_UP },
  { "down",                          {   5,  90,  90, 300,   -1, 300, FALSE }, HIH_GESTURE_SWIPE_DOWN },
  { "left",                          { -80,  20,  82, 300,   -1, 300, FALSE }, HIH_GESTURE_SWIPE_LEFT },
  { "right",                         {  80,  79, 112, 300,   -1, 300, FALSE }, HIH_GESTURE_SWIPE_RIGHT },
  { "short smear",                   {  30,   0,  30, 300,   -1, 300, FALSE }, NOTHING },
  { "just a swipe",                  {  40,   0,  40, 2000,  -1, 300, FALSE }, HIH_GESTURE_SWIPE_RIGHT },
  { "too slow a swipe",              {  90,   0,  90, 2001,  -1, 300, FALSE }, NOTHING },
  { "a swipe right after a tap",     {   0, -90,  90, 300,  100, 300, FALSE }, HIH_GESTURE_SWIPE_UP },
};

static void
test_decide (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HihGestureKind kind = HIH_GESTURE_TYPE;
      int meant = hih_touch_decide (&cases[i].touch, hih_touch_get_tolerance (FALSE), &kind) ? (int) kind : NOTHING;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (meant, ==, cases[i].meant);
    }
}

typedef struct
{
  const char *name;
  double distances[3];
  guint n;
  HihTouchAim aim;
  guint index;
} AimCase;

static const AimCase aims[] = {
  { "nothing there", { 0 }, 0, HIH_TOUCH_AT_NOTHING, 0 },
  { "on it", { 30, 0, 12 }, 3, HIH_TOUCH_AT_TARGET, 1 },
  { "near enough and alone", { 15 }, 1, HIH_TOUCH_AT_TARGET, 0 },
  { "a little too far", { 15.5 }, 1, HIH_TOUCH_AT_NEAR, 0 },
  { "clearly nearer than the second", { 14, 10 }, 2, HIH_TOUCH_AT_TARGET, 1 },
  { "midway between two", { 10, 8, 40 }, 3, HIH_TOUCH_AT_NEAR, 1 },
  { "far from all", { 60, 41 }, 2, HIH_TOUCH_AT_NOTHING, 0 },
};

static void
test_aim (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (aims); i++)
    {
      guint index = 0;

      g_test_message ("%s", aims[i].name);
      g_assert_cmpint (hih_touch_aim (aims[i].distances, aims[i].n, hih_touch_get_tolerance (FALSE), &index), ==, aims[i].aim);
      g_assert_cmpuint (index, ==, aims[i].index);
    }
}

/* For whom larger targets help more is forgiven, and no more is guessed: two that are as near stay two. */
static void
test_larger (void)
{
  const HihTouchTolerance *larger = hih_touch_get_tolerance (TRUE);
  const HihTouch shaking = { .dx = 12, .dy = -30, .drift = 34, .duration_ms = 200, .since_tap_ms = -1, .guard_ms = 500 };
  const HihTouch too_far = { .dx = 35, .drift = 35, .duration_ms = 200, .since_tap_ms = -1, .guard_ms = 500 };
  const HihTouch again = { .drift = 30, .duration_ms = 60, .since_tap_ms = 450, .guard_ms = 500 };
  const HihTouch swipe = { .dx = 40, .drift = 40, .duration_ms = 300, .since_tap_ms = -1, .guard_ms = 500 };
  const double near[] = { 24 }, nearly[] = { 24.5 }, midway[] = { 20, 23 }, clear[] = { 24, 20 };
  HihGestureKind kind = HIH_GESTURE_TYPE;
  guint index = 9;

  g_assert_true (hih_touch_decide (&shaking, larger, &kind));
  g_assert_cmpint (kind, ==, HIH_GESTURE_TAP);
  g_assert_false (hih_touch_decide (&shaking, hih_touch_get_tolerance (FALSE), &kind));
  g_assert_false (hih_touch_decide (&too_far, larger, &kind));
  g_assert_false (hih_touch_decide (&again, larger, &kind));
  g_assert_true (hih_touch_decide (&swipe, larger, &kind));
  g_assert_cmpint (kind, ==, HIH_GESTURE_SWIPE_RIGHT);
  g_assert_cmpint (hih_touch_aim (near, 1, larger, &index), ==, HIH_TOUCH_AT_TARGET);
  g_assert_cmpint (hih_touch_aim (near, 1, hih_touch_get_tolerance (FALSE), &index), ==, HIH_TOUCH_AT_NEAR);
  g_assert_cmpint (hih_touch_aim (nearly, 1, larger, &index), ==, HIH_TOUCH_AT_NEAR);
  g_assert_cmpint (hih_touch_aim (midway, 2, larger, &index), ==, HIH_TOUCH_AT_NEAR);
  g_assert_cmpint (hih_touch_aim (clear, 2, larger, &index), ==, HIH_TOUCH_AT_TARGET);
  g_assert_cmpuint (index, ==, 1);
}

static void
test_distance (void)
{
  g_assert_cmpfloat (hih_touch_distance (15, 15, 10, 10, 20, 20), <=, 0);
  g_assert_cmpfloat_with_epsilon (hih_touch_distance (5, 15, 10, 10, 20, 20), 5, 0.001);
  g_assert_cmpfloat_with_epsilon (hih_touch_distance (33, 34, 10, 10, 20, 20), 5, 0.001);
}

static void
test_date (void)
{
  /* 2026-11-23 9:16:32 UTC */
  gint64 wall_ms = G_GINT64_CONSTANT (1795425392000);
  g_autofree char *time = hih_phone_date_dup_time (wall_ms);
  g_autofree char *seconds = hih_phone_date_dup_time_with_seconds (wall_ms);
  g_autofree char *chinese = hih_phone_date_dup_day (wall_ms, "zh_CN");
  g_autofree char *english = hih_phone_date_dup_day (wall_ms, "en");
  g_autofree char *weekday = hih_phone_date_dup_weekday (wall_ms, "zh_TW");
  g_autofree char *monday = hih_phone_date_dup_weekday (wall_ms, "en");
  g_autofree char *whole = hih_phone_date_dup_long_day (wall_ms, "en");
  g_autofree char *whole_chinese = hih_phone_date_dup_long_day (wall_ms, "zh_CN");
  g_autofree char *length = hih_phone_date_dup_duration (136 * 1000 + 999);

  g_assert_cmpstr (time, ==, "9:16");
  g_assert_cmpstr (seconds, ==, "9:16:32");
  g_assert_cmpstr (chinese, ==, "11月23日");
  g_assert_cmpstr (english, ==, "23 November");
  g_assert_cmpstr (weekday, ==, "星期一");
  g_assert_cmpstr (monday, ==, "Monday");
  g_assert_cmpstr (whole, ==, "Monday, 23 November");
  g_assert_cmpstr (whole_chinese, ==, "11月23日 星期一");
  g_assert_cmpstr (length, ==, "02:16");
}

/* Every window of the design: the phone fits, the keys of its side have room for a finger where there is any. */
static void
test_places (void)
{
  static const struct
  {
    float width, height, scale;
    gboolean room, is_short;
  } windows[] = {
    { 448, 784, 0.965f, TRUE },  { 304, 600, 0.723f, FALSE },        { 384, 810, 1, FALSE },
    { 132, 278, 0.3f, FALSE },   { 360, 740, 0.861f, TRUE, TRUE }, { 360, 560, 0.861f, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      HihPhonePlaces places = { .is_short = windows[i].is_short };

      hih_phone_places_compute (&places, windows[i].width, windows[i].height);
      g_assert_cmpfloat_with_epsilon (places.scale, windows[i].scale, 0.003);
      g_assert_cmpfloat (places.body.origin.x, >=, 0);
      g_assert_cmpfloat (places.body.origin.y, >=, -1);
      g_assert_cmpfloat (places.body.origin.x + places.body.size.width, <=, windows[i].width + 1);
      g_assert_cmpfloat (places.body.origin.y + places.body.size.height, <=, windows[i].height + 1);
      if (windows[i].room)
        g_assert_cmpfloat (windows[i].width - places.side_x, >=, 59.5);
    }
}

static void
test_slides (void)
{
  g_assert_cmpint (hih_phone_slide_choose (NULL, NULL, "home", "home", TRUE), ==, HIH_SLIDE_NONE);
  g_assert_cmpint (hih_phone_slide_choose ("home", "home", "plain", "chat", TRUE), ==, HIH_SLIDE_PUSH);
  g_assert_cmpint (hih_phone_slide_choose ("plain", "chat", "home", "home", FALSE), ==, HIH_SLIDE_POP);
  g_assert_cmpint (hih_phone_slide_choose ("plain", "chat", "plain", "chat", TRUE), ==, HIH_SLIDE_PUSH);
  g_assert_cmpint (hih_phone_slide_choose ("plain", "chat", "plain", "chat", FALSE), ==, HIH_SLIDE_POP);
  g_assert_cmpint (hih_phone_slide_choose ("lock", "system", "home", "home", FALSE), ==, HIH_SLIDE_UP);
  g_assert_cmpint (hih_phone_slide_choose ("home", "home", "call", "chat", TRUE), ==, HIH_SLIDE_RISE);
  g_assert_cmpint (hih_phone_slide_choose ("call", "chat", "call", "chat", TRUE), ==, HIH_SLIDE_NONE);
  g_assert_cmpint (hih_phone_slide_choose ("home", "home", "dark", "system", TRUE), ==, HIH_SLIDE_NONE);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-touch/decide", test_decide);
  g_test_add_func ("/phone-touch/aim", test_aim);
  g_test_add_func ("/phone-touch/larger", test_larger);
  g_test_add_func ("/phone-touch/distance", test_distance);
  g_test_add_func ("/phone-touch/date", test_date);
  g_test_add_func ("/phone-touch/places", test_places);
  g_test_add_func ("/phone-touch/slides", test_slides);
  return g_test_run ();
}
