/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions: files good and hostile, and the rules for older readers. */
#include "config.h"

#include "hih-cues.h"
#include "hih-film.h"

#include <glib/gstdio.h>
#include <string.h>

static HihCues *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  HihCues *cues = hih_cues_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return cues;
}

static void
test_round_trip (void)
{
  g_autoptr (HihCues) cues = hih_cues_new ();
  g_autoptr (HihCues) back = NULL;
  g_autofree char *vtt = NULL;

  hih_cues_add (cues, 0, 1500, "找到绿色的聊天图标，\n轻轻点一下。");
  hih_cues_add (cues, 3600000, 3601234, "a < b & c > d &amp;");
  hih_cues_add (cues, 2000, 4000, "between\n\nlines");
  vtt = hih_cues_to_vtt (cues);
  g_assert_true (g_str_has_prefix (vtt, "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n找到"));
  back = parse (vtt);
  g_assert_cmpuint (hih_cues_get_n (back), ==, 3);
  g_assert_cmpstr (hih_cues_get (back, 0)->text, ==, "找到绿色的聊天图标，\n轻轻点一下。");
  g_assert_cmpstr (hih_cues_get (back, 1)->text, ==, "between\nlines");
  g_assert_cmpint (hih_cues_get (back, 2)->start_ms, ==, 3600000);
  g_assert_cmpint (hih_cues_get (back, 2)->end_ms, ==, 3601234);
  g_assert_cmpstr (hih_cues_get (back, 2)->text, ==, "a < b & c > d &amp;");
}

static void
test_file (void)
{
  g_autoptr (HihCues) cues = hih_cues_new ();
  g_autoptr (HihCues) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "hih-cues-test.vtt", NULL);

  hih_cues_add (cues, 0, 1500, "一");
  g_assert_true (hih_cues_write (cues, path, &error));
  back = hih_cues_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hih_cues_get_n (back), ==, 1);
  g_unlink (path);
  g_clear_pointer (&back, hih_cues_unref);
  g_assert_null (hih_cues_read (path, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (hih_cues_read ("/dev/zero", &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND);
}

static void
test_reading (void)
{
  g_autoptr (HihCues) cues = parse ("\357\273\277WEBVTT with a title\r\n\r\n"
                                    "STYLE\r\n::cue { color: red }\r\n\r\n"
                                    "NOTE 00:01.000 and --> nothing\r\n\r\n"
                                    "name of the cue\r\n00:01.000 --> 00:02.000 align:left line:0\r\n"
                                    "<v Fang>Hello <b>Mum</b> &lt;3&nbsp;&amp; so\r\nsecond\r\n\r\n"
                                    "00:00:03.000 --> 00:00:02.000\r\nends before it starts\r\n\r\n"
                                    "00:61.000 --> 00:62.000\r\nno such second\r\n\r\n"
                                    "0:01.000 --> 00:62.000\r\nno such form\r\n\r\n"
                                    "00:05.000-->00:06.000\r\nno blanks <unclosed\r\n");

  g_assert_cmpuint (hih_cues_get_n (cues), ==, 2);
  g_assert_cmpstr (hih_cues_get (cues, 0)->text, ==, "Hello Mum <3\302\240& so\nsecond");
  g_assert_cmpstr (hih_cues_get (cues, 1)->text, ==, "no blanks ");
}

static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_malloc (HIH_CUES_MAX_BYTES + 1);
  static const char *bad[] = { "", "WEBVT", "WEBVTTX\n", "hello", "\357\273\277" };
  static const char seed[] = "WEBVTT\n\n00:00.000 --> 00:01.000\n<b>a&amp;b</b>\n\n00:02.000 --> 00:03.000\nc\n";

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (hih_cues_parse (bad[i], strlen (bad[i]), &error));
      g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE);
      g_clear_error (&error);
    }
  memset (large, ' ', HIH_CUES_MAX_BYTES + 1);
  memcpy (large, "WEBVTT\n", 7);
  g_assert_null (hih_cues_parse (large, HIH_CUES_MAX_BYTES + 1, &error));
  g_assert_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE);
  g_clear_error (&error);

  /* As many cues as fit into the file. */
  {
    static const char cue[] = "00:00.000 --> 00:01.000\nx\n\n";
    g_autoptr (HihCues) cues = NULL;

    for (gsize at = 7; at + sizeof cue < HIH_CUES_MAX_BYTES; at += sizeof cue - 1)
      memcpy (large + at, cue, sizeof cue - 1);
    cues = hih_cues_parse (large, HIH_CUES_MAX_BYTES, &error);
    g_assert_cmpuint (hih_cues_get_n (cues), ==, HIH_CUES_MAX_CUES);
  }
  /* A line of a megabyte, and bytes that are no UTF-8. */
  {
    g_autoptr (HihCues) cues = NULL;

    memset (large, '<', HIH_CUES_MAX_BYTES);
    memcpy (large, "WEBVTT\n\n00:00.000 --> 00:01.000\n", 32);
    cues = hih_cues_parse (large, HIH_CUES_MAX_BYTES, &error);
    g_assert_cmpuint (hih_cues_get_n (cues), ==, 0);
  }
  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *data = g_memdup2 (seed, sizeof seed);
      g_autoptr (HihCues) cues = NULL;
      gsize length = (gsize) g_rand_int_range (rand, 7, sizeof seed);

      for (int k = 0; k < 4; k++)
        data[g_rand_int_range (rand, 7, sizeof seed)] = (char) g_rand_int (rand);
      cues = hih_cues_parse (data, length, NULL);
      g_assert_nonnull (cues);
      for (guint i = 0; i < hih_cues_get_n (cues); i++)
        {
          g_assert_true (g_utf8_validate (hih_cues_get (cues, i)->text, -1, NULL));
          g_assert_cmpint (hih_cues_get (cues, i)->end_ms, >, hih_cues_get (cues, i)->start_ms);
        }
    }
}

static void
test_at (void)
{
  g_autoptr (HihCues) cues = hih_cues_new ();

  g_assert_null (hih_cues_at (cues, 0));
  g_assert_cmpint (hih_cues_get_next_change_ms (cues, 0), ==, -1);
  hih_cues_add (cues, 1000, 9000, "long");
  hih_cues_add (cues, 2000, 3000, "short");
  g_assert_null (hih_cues_at (cues, 999));
  g_assert_cmpstr (hih_cues_at (cues, 1000)->text, ==, "long");
  g_assert_cmpstr (hih_cues_at (cues, 2500)->text, ==, "short");
  g_assert_cmpstr (hih_cues_at (cues, 3000)->text, ==, "long");
  g_assert_null (hih_cues_at (cues, 9000));
  g_assert_cmpint (hih_cues_get_next_change_ms (cues, 0), ==, 1000);
  g_assert_cmpint (hih_cues_get_next_change_ms (cues, 1000), ==, 2000);
  g_assert_cmpint (hih_cues_get_next_change_ms (cues, 2000), ==, 3000);
  g_assert_cmpint (hih_cues_get_next_change_ms (cues, 3000), ==, 9000);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *lines;
  } cases[] = {
    { "zh_CN", "点一下绿色的图标。", "点一下绿色的图标。" },
    { "zh_CN", "找到最下面一排的聊天图标，轻轻点一下它。", "找到最下面一排的聊天图标，\n轻轻点一下它。" },
    { "zh_CN", "把手机举到和眼睛一样高的地方挥挥手", "把手机举到和眼睛\n一样高的地方挥挥手" },
    { "zh_CN", "请您打开Health Code这个小小的图标看一看", "请您打开Health Code\n这个小小的图标看一看" },
    { "en", "Find the green Chat picture, and tap it once.", "Find the green Chat picture,\nand tap it once." },
    { "en", "Tap it.", "Tap it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = hih_cue_break_lines (cases[i].text, cases[i].language);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
  g_assert_null (hih_cue_break_lines ("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九", "zh_CN"));
  g_assert_null (hih_cue_break_lines ("Donaudampfschifffahrtsgesellschaftskapitän", "en"));
}

static void
assert_rules (HihCues *cues, const char *language, gint64 until_ms)
{
  guint max = g_str_has_prefix (language, "zh") ? HIH_CUE_MAX_WIDTH_CJK : HIH_CUE_MAX_WIDTH_LATIN;

  for (guint i = 0; i < hih_cues_get_n (cues); i++)
    {
      const HihCue *cue = hih_cues_get (cues, i);
      g_auto (GStrv) lines = g_strsplit (cue->text, "\n", -1);
      gint64 needed = hih_cue_get_reading_ms (cue->text);

      g_test_message ("%5d %5d %s", (int) cue->start_ms, (int) cue->end_ms, cue->text);
      g_assert_cmpuint (g_strv_length (lines), <=, 2);
      for (guint k = 0; lines[k] != NULL; k++)
        {
          g_assert_cmpuint (hih_cue_get_width (lines[k]), <=, max);
          g_assert_null (g_utf8_strchr ("，。！？；：、”）", -1, g_utf8_get_char (lines[k])));
        }
      g_assert_cmpint (cue->end_ms - cue->start_ms, >=, needed);
      g_assert_cmpint (cue->end_ms - cue->start_ms, >=, HIH_CUE_MIN_MS);
      g_assert_cmpint (cue->end_ms - cue->start_ms, <=, HIH_CUE_MAX_MS);
      g_assert_cmpint (cue->end_ms, <=, until_ms);
      if (i + 1 < hih_cues_get_n (cues))
        g_assert_cmpint (cue->end_ms, <=, hih_cues_get (cues, i + 1)->start_ms);
    }
}

/* Spoken at 170 characters a minute with half a second between clauses, as the narrator does. */
static gint64
speak (HihCues *cues, const char *language, const char *const *texts, gint64 start_ms)
{
  HihSpokenClause clauses[16];
  guint n = 0;
  gint64 at = start_ms;

  for (; texts[n] != NULL; n++)
    {
      gint64 ms = g_str_has_prefix (language, "zh") ? g_utf8_strlen (texts[n], -1) * 300
                                                    : g_utf8_strlen (texts[n], -1) * 75;

      clauses[n] = (HihSpokenClause){ texts[n], at, at + ms };
      at += ms + 500;
    }
  hih_cues_add_spoken (cues, language, clauses, n, at + 1500);
  return at + 1500;
}

static void
test_spoken (void)
{
  const char *const zh[] = { "您看，", "手机最下面一排，", "第二个绿色的图标就是聊天。", "请用手指轻轻点一下，", "马上松开。",
                             NULL };
  const char *const zh_long[] = {
    "如果屏幕上出现了一个您不认识的人要求您把银行卡的密码或者短信里的验证码告诉他就请您马上挂断这个电话。", NULL
  };
  const char *const en[] = { "Look,", "in the bottom row the second, green picture is called Chat.",
                             "Touch it lightly with the tip of your finger, then let go at once.", NULL };
  g_autoptr (HihCues) a = hih_cues_new (), b = hih_cues_new (), c = hih_cues_new ();

  assert_rules (a, "zh_CN", speak (a, "zh_CN", zh, 500));
  g_assert_cmpuint (hih_cues_get_n (a), >=, 2);
  g_assert_cmpint (hih_cues_get (a, 0)->start_ms, ==, 500);
  assert_rules (b, "zh_CN", speak (b, "zh_CN", zh_long, 0));
  g_assert_cmpuint (hih_cues_get_n (b), >=, 2);
  assert_rules (c, "en", speak (c, "en", en, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/film/cues/round-trip", test_round_trip);
  g_test_add_func ("/film/cues/file", test_file);
  g_test_add_func ("/film/cues/reading", test_reading);
  g_test_add_func ("/film/cues/hostile", test_hostile);
  g_test_add_func ("/film/cues/at", test_at);
  g_test_add_func ("/film/cues/lines", test_lines);
  g_test_add_func ("/film/cues/spoken", test_spoken);
  return g_test_run ();
}
