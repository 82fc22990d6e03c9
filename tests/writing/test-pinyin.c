/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hih-pinyin.h"

#include <string.h>

static int
find (GPtrArray *words, const char *word)
{
  guint index;

  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, &index) ? (int) index : -1;
}

/* A whole sentence, and the same word by word: what counts is what was committed. */
static void
test_sentence (void)
{
  g_autoptr (HihPinyin) pinyin = hih_pinyin_new (FALSE);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *text = NULL;

  hih_pinyin_set_keys (pinyin, "Wo xiang1dadianhua");
  g_assert_cmpstr (hih_pinyin_get_keys (pinyin), ==, "woxiangdadianhua");
  words = hih_pinyin_list (pinyin, 20);
  g_assert_true (hih_pinyin_is_ready (pinyin));
  g_assert_cmpstr (g_ptr_array_index (words, 0), ==, "我想打电话");
  text = hih_pinyin_commit (pinyin, 0);
  g_assert_cmpstr (text, ==, "我想打电话");
  g_assert_cmpstr (hih_pinyin_get_keys (pinyin), ==, "");
}

static void
test_word_by_word (void)
{
  g_autoptr (HihPinyin) pinyin = hih_pinyin_new (FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const wanted[] = { "手机", "支付" };

  hih_pinyin_set_keys (pinyin, "shoujizhifu");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) words = hih_pinyin_list (pinyin, 100);
      int index = find (words, wanted[i]);
      g_autofree char *word = NULL;

      g_assert_cmpint (index, >=, 0);
      word = hih_pinyin_commit (pinyin, (guint) index);
      g_string_append (text, word);
      g_assert_cmpstr (hih_pinyin_get_keys (pinyin), ==, i == 0 ? "zhifu" : "");
    }
  g_assert_cmpstr (text->str, ==, "手机支付");
}

static char *
list (HihPinyin *pinyin, const char *keys)
{
  g_autoptr (GPtrArray) words = NULL;

  hih_pinyin_set_keys (pinyin, keys);
  words = hih_pinyin_list (pinyin, 50);
  g_ptr_array_set_free_func (words, NULL);
  g_ptr_array_add (words, NULL);
  {
    g_auto (GStrv) strv = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);

    return g_strjoinv (" ", strv);
  }
}

/* However often somebody chooses an odd word, the next trainee meets the same list. */
static void
test_no_learning (void)
{
  g_autoptr (HihPinyin) first = hih_pinyin_new (FALSE);
  g_autoptr (HihPinyin) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *next = NULL;

  before = list (first, "shiji");
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *word = NULL;

      hih_pinyin_set_keys (first, "shiji");
      word = hih_pinyin_commit (first, 7);
      g_assert_nonnull (word);
    }
  after = list (first, "shiji");
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&first);
  second = hih_pinyin_new (FALSE);
  next = list (second, "shiji");
  g_assert_cmpstr (before, ==, next);
}

static void
test_fuzzy (void)
{
  g_autoptr (HihPinyin) strict = hih_pinyin_new (FALSE);
  g_autoptr (HihPinyin) fuzzy = hih_pinyin_new (TRUE);
  g_autofree char *by_book = NULL;
  g_autofree char *by_ear = NULL;

  /* 吃饭 as many in the south say it. */
  by_book = list (strict, "cifan");
  by_ear = list (fuzzy, "cifan");
  g_assert_null (strstr (by_book, "吃饭"));
  g_assert_nonnull (strstr (by_ear, "吃饭"));
}

/* It takes letters all the same, and offers nothing for them. */
static void
test_not_built_in (void)
{
  g_autoptr (HihPinyin) pinyin = hih_pinyin_new (FALSE);
  g_autoptr (GPtrArray) words = NULL;

  hih_pinyin_set_keys (pinyin, "Wo xiang1");
  g_assert_cmpstr (hih_pinyin_get_keys (pinyin), ==, "woxiang");
  words = hih_pinyin_list (pinyin, 20);
  g_assert_false (hih_pinyin_is_ready (pinyin));
  g_assert_cmpuint (words->len, ==, 0);
  g_assert_null (hih_pinyin_commit (pinyin, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_strcmp0 (g_getenv ("HIH_TEST_PINYIN"), "yes") != 0)
    {
      g_test_add_func ("/pinyin/not-built-in", test_not_built_in);
      return g_test_run ();
    }
  g_test_add_func ("/pinyin/sentence", test_sentence);
  g_test_add_func ("/pinyin/word-by-word", test_word_by_word);
  g_test_add_func ("/pinyin/no-learning", test_no_learning);
  g_test_add_func ("/pinyin/fuzzy", test_fuzzy);
  return g_test_run ();
}
