/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of nobody: surnames that are common, and two characters as people born before 1960 are often called. */
#include "config.h"

#include "hih-sample-names.h"

static const char *const surnames[] = {
  "张", "李", "王", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
  "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹",
  "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛",
  "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚",
};
static const char *const women_first[] = { "桂", "秀", "玉", "淑", "凤", "素", "美", "月", "春", "红", "翠", "金", "雪", "兰", "慧", "静" };
static const char *const women_last[] = { "英", "兰", "梅", "芬", "珍", "华", "芳", "琴", "云", "莲", "霞", "香", "珠", "娥", "芝" };
static const char *const men_first[] = { "福", "建", "德", "志", "国", "永", "文", "长", "光", "明", "玉", "洪", "宝", "振" };
static const char *const men_last[] = { "生", "国", "顺", "强", "栋", "林", "贵", "祥", "海", "平", "山", "根", "发", "庆" };

/* Pictures that people choose, of media/people.xml. */
static const char *const pictures[] = {
  "apple", "bamboo", "bee", "bell", "bird", "boat", "book", "bun", "butterfly", "cabbage", "cat", "cherry", "corn", "deer",
  "dog", "dolphin", "elephant", "fan", "fish", "grapes", "horse", "house", "kite", "lantern", "lotus", "maple", "moon",
  "mountain", "orange", "panda", "peach", "pine", "rabbit",
};

#define PICK(list, rand) (list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))]

char *
hih_sample_name_make (GRand *rand, GHashTable *taken)
{
  char *name = NULL;

  /* Some 28 000 are different; in a larger home two may share one, as they do in life. */
  for (guint i = 0; name == NULL || (i < 50 && g_hash_table_contains (taken, name)); i++)
    {
      gboolean woman = g_rand_int_range (rand, 0, 100) < 62;
      const char *surname = PICK (surnames, rand);
      const char *first = woman ? PICK (women_first, rand) : PICK (men_first, rand);
      const char *last = woman ? PICK (women_last, rand) : PICK (men_last, rand);

      g_free (name);
      name = g_str_equal (first, last) ? NULL : g_strconcat (surname, first, last, NULL);
    }
  g_hash_table_add (taken, g_strdup (name));
  return name;
}

const char *
hih_sample_picture_pick (GRand *rand)
{
  return PICK (pictures, rand);
}
