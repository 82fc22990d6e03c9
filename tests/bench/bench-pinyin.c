/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types phrases as a lesson would and looks at each key. How good the first guess is decides nothing: a trainee is judged
 * by what was committed. */
#include "config.h"

#include "hih-pinyin.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define KEY_AIM_MS 50.0

static const struct
{
  const char *keys;
  const char *words;
} phrases[] = {
  { "woxiangdadianhua", "我想打电话" }, { "qingdakaiweixin", "请打开微信" }, { "jintiantianqizenmeyang", "今天天气怎么样" },
  { "shengrikuaile", "生日快乐" }, { "shoujizhifu", "手机支付" }, { "songzhaopian", "送照片" }, { "chifanlema", "吃饭了吗" },
  { "woxiangchiyu", "我想吃鱼" }, { "xiexieni", "谢谢你" }, { "zaoshanghao", "早上好" }, { "nihao", "你好" },
  { "geinverdadianhua", "给女儿打电话" }, { "wohenhao", "我很好" }, { "mingtianjian", "明天见" }, { "yiyuan", "医院" },
  { "jiankangma", "健康码" }, { "kanbing", "看病" }, { "huijia", "回家" }, { "guahao", "挂号" },
};

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static guint
type_all (HihPinyin *pinyin, gint64 *longest_us)
{
  guint first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      for (gsize n = 1; n <= strlen (phrases[i].keys); n++)
        {
          g_autofree char *keys = g_strndup (phrases[i].keys, n);
          gint64 start_us = get_cpu_us ();
          g_autoptr (GPtrArray) words = NULL;

          hih_pinyin_set_keys (pinyin, keys);
          words = hih_pinyin_list (pinyin, 24);
          *longest_us = MAX (*longest_us, get_cpu_us () - start_us);
          if (n == strlen (phrases[i].keys))
            first += words->len > 0 && g_str_equal (g_ptr_array_index (words, 0), phrases[i].words);
        }
    }
  return first;
}

int
main (void)
{
  gint64 start_us = get_cpu_us ();
  g_autoptr (HihPinyin) pinyin = hih_pinyin_new (FALSE);
  g_autoptr (HihPinyin) fuzzy = hih_pinyin_new (TRUE);
  gint64 open_us = (get_cpu_us () - start_us) / 2, longest_us = 0, fuzzy_us = 0;
  guint first, fuzzy_first;

  if (!hih_pinyin_is_ready (pinyin))
    {
      printf ("pinyin: libpinyin is not there; nothing to measure\n");
      return 0;
    }
  first = type_all (pinyin, &longest_us);
  fuzzy_first = type_all (fuzzy, &fuzzy_us);
  printf ("pinyin: opened in %.1f ms; first guess right %u of %u by the book, %u with southern sounds\n", (double) open_us / 1000,
          first, (guint) G_N_ELEMENTS (phrases), fuzzy_first);
  printf ("pinyin-key ratio %.3f (ours %.1f ms, peer %.0f ms, aim <= 1)\n", (double) MAX (longest_us, fuzzy_us) / 1000 / KEY_AIM_MS,
          (double) MAX (longest_us, fuzzy_us) / 1000, KEY_AIM_MS);
  return 0;
}
