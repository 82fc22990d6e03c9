/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of gestures are stored in lessons and records: they may not change. */
#include "config.h"

#include "hih-gesture.h"

static void
test_names (void)
{
  static const char *const frozen[] = { "tap",         "hold", "swipe-up", "swipe-down", "swipe-left",
                                        "swipe-right", "drag", "zoom",     "type" };
  HihGestureKind kind;

  g_assert_cmpuint (G_N_ELEMENTS (frozen), ==, HIH_GESTURE_N_KINDS);
  for (guint i = 0; i < HIH_GESTURE_N_KINDS; i++)
    {
      g_assert_cmpstr (hih_gesture_kind_get_name ((HihGestureKind) i), ==, frozen[i]);
      g_assert_true (hih_gesture_kind_parse (frozen[i], &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (hih_gesture_kind_parse ("swipe", &kind));
  g_assert_false (hih_gesture_kind_parse (NULL, &kind));
}

static void
test_copy (void)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TYPE, "chat/text", "吃了吗");
  g_autoptr (HihGesture) copy = hih_gesture_copy (gesture);

  g_assert_cmpstr (copy->target, ==, "chat/text");
  g_assert_cmpstr (copy->value, ==, "吃了吗");
  g_assert_true (copy->value != gesture->value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gesture/names", test_names);
  g_test_add_func ("/gesture/copy", test_copy);
  return g_test_run ();
}
