/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a Chinese line is not torn. */
#include "config.h"

#include "hih-units.h"

/* The text with a bar before and behind each unit. */
static char *
mark (const char *text)
{
  g_autoptr (GArray) units = hih_units_find (text, TRUE);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const HihUnit *unit = &g_array_index (units, HihUnit, i);

      g_assert_cmpuint (unit->begin, >=, at);
      g_assert_cmpuint (unit->last, >=, unit->begin);
      g_assert_cmpuint (unit->end, >, unit->last);
      g_string_append_len (marked, text + at, unit->begin - at);
      g_string_append_printf (marked, "[%.*s]", (int) (unit->end - unit->begin), text + unit->begin);
      at = unit->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

#define assert_units(text, expected)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = mark (text);                                                                              \
    g_assert_cmpstr (found, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static gboolean
has_dictionary (void)
{
  return g_strcmp0 (g_getenv ("HIH_TEST_ICU"), "yes") == 0;
}

static void
test_quoted (void)
{
  assert_units ("点“语音通话”", "点[“语音通话”]");
  assert_units ("点“视频”，", has_dictionary () ? "[点“视频”，]" : "点[“视频”，]");
}

static void
test_digits (void)
{
  assert_units ("位：零零二八。", "[位：][零零二八。]");
}

static void
test_spelled (void)
{
  assert_units ("“想”：x i a n g", "[“想”：][x i a n g]");
  assert_units ("想：I am", "[想：]I am");
}

static void
test_not_chinese (void)
{
  assert_units ("", "");
  assert_units ("Tap “Video call” once.", "Tap “Video call” once.");
  assert_units ("3:30, 98 % at https://a.org/b?c", "3:30, 98 % at https://a.org/b?c");
}

static void
test_words (void)
{
  assert_units ("打印卡片", "[打印][卡片]");
  assert_units ("招招手", "[招招手]");
  assert_units ("看看书", "[看看书]");
  assert_units ("打印A4纸，3:30开会", "[打印][A4纸，][3:30开会]");
  assert_units ("第3步，别点“允许”。", "[第3步，][别点][“允许”。]");
  assert_units ("三点有空", "[三点][有空]");
  assert_units ("今天下不下雨？", "[今天][下不下雨？]");
  assert_units ("您看好不好？", "[您看][好不好？]");
}

static void
test_no_dictionary (void)
{
  assert_units ("打印卡片", "打印卡片");
}

/* A single character goes with what is beside it, as far as both are short. */
static void
test_lone (void)
{
  assert_units ("拍照与二维码", "[拍照与][二维码]");
  assert_units ("健康码给他看。", "[健康码][给他看。]");
  assert_units ("定下回的时间", "[定下回的][时间]");
  assert_units ("用手指写“我”", "[用手指][写“我”]");
  assert_units ("点“设置”", "[点“设置”]");
  assert_units ("点“健康码”", "[点“健康码”]");
  assert_units ("说：给女儿打电话", "[说：给][女儿][打电话]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/quoted", test_quoted);
  g_test_add_func ("/units/digits", test_digits);
  g_test_add_func ("/units/not-chinese", test_not_chinese);
  if (has_dictionary ())
    {
      g_test_add_func ("/units/words", test_words);
      g_test_add_func ("/units/lone", test_lone);
    }
  else
    g_test_add_func ("/units/no-dictionary", test_no_dictionary);
  g_test_add_func ("/units/spelled", test_spelled);
  return g_test_run ();
}
