/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are found by their characters, by first letters and by pinyin, and stand in its order. */
#include "config.h"

#include "hih-name-sounds.h"

#include <string.h>

static gboolean
means (const char *name, const char *text)
{
  g_autoptr (HihNameSounds) sounds = hih_name_sounds_new (name);

  return hih_name_sounds_match (sounds, text);
}

static void
test_as_written (void)
{
  g_assert_true (means ("张桂英", ""));
  g_assert_true (means ("张桂英", "桂英"));
  g_assert_true (means ("Anna 阿姨", "anna"));
  g_assert_false (means ("张桂英", "李"));
  g_assert_false (means ("张桂英", "xyz"));
}

static void
test_by_sound (void)
{
  g_autoptr (HihNameSounds) sounds = hih_name_sounds_new ("张桂英");

  g_assert_cmpstr (sounds->initials, ==, "zgy");
  g_assert_cmpstr (sounds->letters, ==, "zhang gui ying");
  g_assert_true (means ("张桂英", "zgy"));
  g_assert_true (means ("张桂英", "ZGY"));
  g_assert_true (means ("张桂英", "gy"));
  g_assert_true (means ("张桂英", "zhang"));
  g_assert_true (means ("张桂英", "zhang gui"));
  g_assert_true (means ("张桂英", "guiy"));
  g_assert_false (means ("张桂英", "hang")); /* in the middle of a character */
  g_assert_false (means ("张桂英", "yg"));
  /* As surnames, not as words. */
  g_assert_true (means ("曾志强", "zzq"));
  g_assert_true (means ("单福生", "shan"));
  g_assert_true (means ("解玉梅", "xym"));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(HihNameSounds *const *) a)->key, (*(HihNameSounds *const *) b)->key);
}

static void
test_order (void)
{
  static const char *const names[] = { "周淑芬", "安德海", "李秀兰", "张桂英", "陈建国", "李秀英" };
  static const char *const right[] = { "安德海", "陈建国", "李秀兰", "李秀英", "张桂英", "周淑芬" };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_name_sounds_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (list, hih_name_sounds_new (names[i]));
  g_ptr_array_sort (list, compare);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    g_assert_cmpstr (((HihNameSounds *) list->pdata[i])->name, ==, right[i]);
}

int
main (int argc, char **argv)
{
  gboolean known = g_str_equal (g_getenv ("HIH_TEST_ICU"), "yes");

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (hih_name_sounds_are_known (), ==, known);
  g_test_add_func ("/writing/name-sounds/as-written", test_as_written);
  if (known)
    g_test_add_func ("/writing/name-sounds/by-sound", test_by_sound);
  g_test_add_func ("/writing/name-sounds/order", test_order);
  return g_test_run ();
}
