/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the voice is given to say: numbers as people read them, and the characters with two readings. */
#include "config.h"

#include "hih-narrator.h"
#include "hih-spoken.h"

#include <string.h>

static void
test_numbers (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *said;
  } cases[] = {
    /* Telephone numbers, codes. */
    { "zh_CN", "或打96110。", "或打九六幺幺零。" },
    { "zh_CN", "都能打120、110，或者", "都能打幺二零、幺幺零，或者" },
    { "zh_CN", "120 急救，119 火警", "幺二零 急救，幺幺九 火警" },
    { "zh_CN", "拨12345热线", "拨幺二三四五热线" },
    { "zh_CN", "95588、12320，已转10000", "九五五八八、幺二三二零，已转一万" },
    { "zh_CN", "13800001234", "幺三八零零零零幺二三四" },
    { "zh_CN", "验证码是5082。", "验证码是五零八二。" },
    { "zh_CN", "再看看：0028。", "再看看：零零二八。" },
    { "zh_CN", "卡片上：246810", "卡片上：二四六八一零" },
    { "zh_CN", "先看卡片：24，68，10。", "先看卡片：二四，六八，一零。" },
    { "zh_CN", "10。", "一零。" },
    { "zh_CN", "203房周奶奶", "二零三房周奶奶" },
    /* Amounts. */
    { "zh_CN", "要9.9元", "要九点九元" },
    { "zh_CN", "付9.90元，8.00元", "付九点九元，八元" },
    { "zh_CN", "花 10 元，等10分钟", "花 十元，等十分钟" },
    { "zh_CN", "110元", "一百一十元" },
    { "zh_CN", "100元和1200元", "一百元和一千两百元" },
    { "zh_CN", "再转2000！", "再转两千！" },
    { "zh_CN", "100-200元", "一百到两百元" },
    { "zh_CN", "1005个，10500人", "一千零五个，一万零五百人" },
    { "zh_CN", "20000步", "两万步" },
    { "zh_CN", "还有 2 个号，12度，2月", "还有 两个号，十二度，二月" },
    { "zh_CN", "电量50%，升了2.5%", "电量百分之五十，升了百分之二点五" },
    /* Dates, times. */
    { "zh_CN", "2026年11月3日", "二零二六年十一月三日" },
    { "zh_CN", "2026-11-25", "二零二六年十一月二十五日" },
    { "zh_CN", "14:30，10:00，9:02", "十四点三十分，十点，九点零二分" },
    { "zh_CN", "等10年", "等十年" },
    { "zh_CN", "MP34 一二", "MP34 一二" },
    { "en", "or ring 96110.", "or ring 9 6 1 1 0." },
    { "en", "call 120 or 110 on any", "call 1 2 0 or 1 1 0 on any" },
    { "en", "The code 5082. Tap", "The code 5 0 8 2. Tap" },
    { "en", "card: 24, 68, 10.", "card: 2 4, 6 8, 1 0." },
    { "en", "110 yuan, 1234 yuan, 9.90 and", "110 yuan, 1234 yuan, 9.90 and" },
    { "en", "1,000 and 20 million", "1,000 and 20 million" },
    { "en", "2000 more", "2000 more" },
    { "en", "since 2022 at 10:00, 9:02", "since 20 22 at 10 o'clock, 9 oh 2" },
    { "fr", "110", "110" },
    { "zh_CN", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = hih_spoken_numbers (cases[i].text, cases[i].language);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* The list that is installed says these; what it must leave alone has no reading. */
static void
test_two_readings (void)
{
  static const struct
  {
    const char *text;
    const char *reading; /* NULL: left to the synthesiser */
  } cases[] = {
    { "再调声音", "tiao2" },
    { "也能调声音", "tiao2" },
    { "调好", "tiao2" },
    { "调暗些", "tiao2" },
    { "都在里面调", "tiao2" },
    { "调查", "diao4cha2" },
    { "数一数", "shu3yi5shu3" },
    { "长辈模式", "zhang3bei4" },
    { "重写", "chong2xie3" },
    { "那只眼睛", "na4zhi1" },
    { "那行字", "na4hang2" },
    { "那行小字", "na4hang2" },
    { "看地图", "di4tu2" },
    { "写上地址", "di4zhi3" },
    { "没有回应", "hui2ying4" },
    { "要求", "yao1qiu2" },
    { "到此为止", "wei2zhi3" },
    { "用得着吗", "yong4de5zhao2" },
    { "不转倒霉", "dao3mei2" },
    { "当成", "dang4cheng2" },
    { "您中了888元", "zhong4le5" },
    { "数字", NULL },
    { "长按", NULL },
    { "轻轻地点", NULL },
    { "只有", NULL },
    { "飞行", NULL },
    { "中间", NULL },
    { "选中间的", "zhong1jian1" },
    { "可以为您", "wei4" },
    { "要求助", "yao4qiu2zhu4" },
    { "那只是练习", NULL },
    { "心里数一、二", "shu3yi1" },
    { "数到十", "shu3dao4shi2" },
    { "两个长得一样", "zhang3de5" },
    { "台看得到", "kan4de5dao4" },
    { "找不着联系人", "zhao2" },
  };
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "media", NULL);
  g_autoptr (HihNarrator) narrator = hih_narrator_new (dir);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = hih_narrator_apply_readings (narrator, cases[i].text, "zh_CN");

      if (cases[i].reading == NULL)
        {
          g_assert_cmpstr (said, ==, cases[i].text);
          continue;
        }
      g_test_message ("%s: %s", cases[i].text, said);
      g_assert_nonnull (strstr (said, cases[i].reading));
    }
}

/* Numbers are mended on the way to every voice, live or in a film. */
static void
test_narrator_uses_it (void)
{
  g_autofree char *dir = g_build_filename (HIH_SOURCE_ROOT, "media", NULL);
  g_autoptr (HihNarrator) narrator = hih_narrator_new (dir);
  g_autofree char *code = hih_narrator_apply_readings (narrator, "打110", "zh_CN");
  g_autofree char *count = hih_narrator_apply_readings (narrator, "1个", "zh_CN");

  g_assert_cmpstr (code, ==, "打幺幺零");
  g_assert_cmpstr (count, ==, " yi2ge4 ");
}

static gsize
count_samples (const char *text, const char *language)
{
  g_autoptr (HihNarrator) narrator = hih_narrator_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HihSpeech) speech = hih_narrator_speak (narrator, text, language, 1.0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (speech->clauses->len, ==, 1);
  g_assert_cmpstr (g_array_index (speech->clauses, HihClause, 0).text, ==, text);
  return speech->n_samples;
}

static void
test_has_han (void)
{
  g_assert_true (hih_spoken_has_han ("Write 我"));
  g_assert_false (hih_spoken_has_han ("Write, “so”。"));
}

/* A character in an English sentence is the Mandarin syllable, not "Chinese letter". */
static void
test_character_in_english (void)
{
  gsize alone = count_samples ("我想", "zh_CN"), mixed = count_samples ("Write 我想", "en");
  gsize english = count_samples ("Write", "en");
  const gsize change = HIH_NARRATOR_SAMPLE_RATE * 120 / 1000;

  g_assert_cmpuint (mixed, >=, alone + english + change - HIH_NARRATOR_SAMPLE_RATE / 10);
  g_assert_cmpuint (mixed, <=, alone + english + change + HIH_NARRATOR_SAMPLE_RATE / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/spoken/numbers", test_numbers);
  g_test_add_func ("/voice/spoken/two-readings", test_two_readings);
  g_test_add_func ("/voice/spoken/narrator", test_narrator_uses_it);
  g_test_add_func ("/voice/spoken/has-han", test_has_han);
  if (g_strcmp0 (g_getenv ("HIH_TEST_ESPEAK"), "yes") == 0)
    g_test_add_func ("/voice/spoken/character-in-english", test_character_in_english);
  return g_test_run ();
}
