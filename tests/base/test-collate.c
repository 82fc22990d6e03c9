/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names stand where people look for them, whether the computer has the Chinese locale or not. */
#include "config.h"

#include "hih-collate.h"

#include <string.h>

static void
test_pinyin (gconstpointer by_system)
{
  /* bai chen li ma wang zhang; by code point it would be 张 李 王 白 陈 马. */
  static const char *names[] = { "白秀英", "陈桂香", "李建国", "李秀兰", "马德福", "王福生", "张桂英" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          int order = hih_collate_in ("zh_CN", GPOINTER_TO_INT (by_system), names[i], names[k]);

          g_assert_cmpint ((order > 0) - (order < 0), ==, (i > k) - (i < k));
        }
    }
}

static void
test_numbers (gconstpointer by_system)
{
  static const char *names[] = { "第1班", "第2班", "第10班", "第10班2组", "第10班11组" };
  static const char *floors[] = { "一楼", "二楼", "三楼", "四楼", "九楼", "十楼", "十一楼", "二十楼", "二十三楼", "一百零二楼", "安宁组" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (hih_collate_in ("zh_CN", GPOINTER_TO_INT (by_system), names[i], names[i + 1]), <, 0);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (floors); i++)
    g_assert_cmpint (hih_collate_in ("zh_CN", GPOINTER_TO_INT (by_system), floors[i], floors[i + 1]), <, 0);
  g_assert_cmpint (hih_collate_in ("xx_XX", TRUE, "Class 9", "Class 10"), <, 0);
}

static void
test_always_the_same (void)
{
  g_assert_cmpint (hih_collate_in ("zh_CN", TRUE, "", ""), ==, 0);
  g_assert_cmpint (hih_collate_in ("zh_CN", FALSE, "", "安"), <, 0);
  g_assert_cmpint (hih_collate_in ("xx_XX", TRUE, "Anna", "Bert"), <, 0);
  /* Beyond GB 18030's characters and beyond UTF-8: an order all the same. */
  g_assert_cmpint (hih_collate_in ("zh_CN", FALSE, "\xff\xfe", "\xff\xff"), !=, 0);
  g_assert_cmpint (hih_collate ("甲", "甲"), ==, 0);
}

/* What is sorted by keys stands as what is sorted by comparing. */
static void
test_keys (void)
{
  static const char *names[] = { "", "白秀英", "陈桂香", "李建国", "李秀兰", "马德福", "王福生", "张桂英", "Anna", "李",
                                 "第2班", "第10班", "第02班", "二楼", "十二楼", "丁一" };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          g_autofree char *a = hih_collate_dup_key (names[i]);
          g_autofree char *b = hih_collate_dup_key (names[k]);
          int by_key = strcmp (a, b);
          int by_comparing = hih_collate (names[i], names[k]);

          g_assert_cmpint ((by_key > 0) - (by_key < 0), ==, (by_comparing > 0) - (by_comparing < 0));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (sorted, (gpointer) names[i]);
  hih_collate_sort (sorted);
  g_assert_cmpuint (sorted->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i + 1 < sorted->len; i++)
    g_assert_cmpint (hih_collate (sorted->pdata[i], sorted->pdata[i + 1]), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/collate/by-system", GINT_TO_POINTER (TRUE), test_pinyin);
  g_test_add_data_func ("/base/collate/without-locale", GINT_TO_POINTER (FALSE), test_pinyin);
  g_test_add_data_func ("/base/collate/numbers/by-system", GINT_TO_POINTER (TRUE), test_numbers);
  g_test_add_data_func ("/base/collate/numbers/without-locale", GINT_TO_POINTER (FALSE), test_numbers);
  g_test_add_func ("/base/collate/keys", test_keys);
  g_test_add_func ("/base/collate/always-the-same", test_always_the_same);
  return g_test_run ();
}
