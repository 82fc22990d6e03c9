/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence in its languages, and which one is taken. */
#include "config.h"

#include "hih-text.h"

static void
test_fallback (void)
{
  g_autoptr (HihText) text = hih_text_new ("Tap it once.");

  hih_text_set (text, "zh-CN", "点一下。");
  hih_text_set (text, "de", "Einmal tippen.");
  g_assert_cmpstr (hih_text_get (text, "zh_CN"), ==, "点一下。");
  g_assert_cmpstr (hih_text_get (text, "zh_CN.UTF-8"), ==, "点一下。");
  g_assert_cmpstr (hih_text_get (text, "de_AT"), ==, "Einmal tippen.");
  g_assert_cmpstr (hih_text_get (text, "zh_TW"), ==, "Tap it once.");
  g_assert_cmpstr (hih_text_get (text, NULL), ==, "Tap it once.");
  g_assert_cmpstr (hih_text_get (NULL, "zh_CN"), ==, "");
  g_assert_true (hih_text_has (text, "zh_CN"));
  g_assert_false (hih_text_has (text, "zh_TW"));
}

static void
test_hash_is_of_the_source (void)
{
  g_autoptr (HihText) a = hih_text_new ("One");
  g_autoptr (HihText) b = hih_text_new ("One");
  g_autoptr (HihText) c = hih_text_new ("Two");

  hih_text_set (b, "zh_CN", "一");
  g_assert_cmpuint (hih_text_hash_content (a, 5), ==, hih_text_hash_content (b, 5));
  g_assert_cmpuint (hih_text_hash_content (a, 5), !=, hih_text_hash_content (c, 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/fallback", test_fallback);
  g_test_add_func ("/base/text/hash-is-of-the-source", test_hash_is_of_the_source);
  return g_test_run ();
}
