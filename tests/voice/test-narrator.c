/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The narrator: pace, pauses, clauses, the right voice, the reading list. */
#include "config.h"

#include "hih-narrator.h"
#include "hih-readings.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
media_dir (void)
{
  return g_build_filename (HIH_SOURCE_ROOT, "media", NULL);
}

static HihSpeech *
speak (const char *text, const char *language, double pace)
{
  g_autofree char *dir = media_dir ();
  g_autoptr (HihNarrator) narrator = hih_narrator_new (dir);
  g_autoptr (GError) error = NULL;
  HihSpeech *speech = hih_narrator_speak (narrator, text, language, pace, &error);

  g_assert_no_error (error);
  return speech;
}

static void
test_clauses (void)
{
  static const struct
  {
    const char *text;
    const char *clauses;
  } cases[] = {
    { "找到聊天，点一下。", "找到聊天，|点一下。" },
    { "真的吗？！“好。”他说", "真的吗？！|“好。”|他说" },
    { "Tap it, then wait. 3.5 is 1,000", "Tap it,|then wait.|3.5 is 1,000" },
    { "，。 ", "" },
    { "没有标点", "没有标点" },
    { "等一等……再点", "等一等……|再点" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) clauses = hih_narrator_split_clauses (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", clauses);

      g_assert_cmpstr (joined, ==, cases[i].clauses);
    }
}

static guint
count_characters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
  return n;
}

static void
test_pace (void)
{
  static const char *const texts[] = {
    "请您找到最下面一排的绿色图标，轻轻点一下。",
    "女儿打来视频电话的时候，屏幕下面会出现一个绿色的圆形按钮。",
    "把手机举到和眼睛一样高的地方，笑一笑，跟她挥挥手。",
    "点错了没有关系，这里的一切都是练习，什么也不会弄坏。",
  };
  double whole = 0;
  guint characters = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HihSpeech) speech = speak (texts[i], "zh_CN", 1.0);
      double minutes, spoken = 0;

      for (guint c = 0; c < speech->clauses->len; c++)
        spoken += g_array_index (speech->clauses, HihClause, c).n_samples / (60.0 * HIH_NARRATOR_SAMPLE_RATE);
      minutes = speech->n_samples / (60.0 * HIH_NARRATOR_SAMPLE_RATE);
      g_test_message ("%.0f characters a minute, %.0f without the pauses: %s", count_characters (texts[i]) / minutes,
                      count_characters (texts[i]) / spoken, texts[i]);
      /* Never hurried, not even within a clause. */
      g_assert_cmpfloat (count_characters (texts[i]) / spoken, <=, 220);
      whole += minutes;
      characters += count_characters (texts[i]);
    }
  g_test_message ("all: %.0f characters a minute", characters / whole);
  g_assert_cmpfloat (characters / whole, >=, 150);
  g_assert_cmpfloat (characters / whole, <=, 185);

  {
    g_autoptr (HihSpeech) calm = speak (texts[0], "zh_CN", 1.0), slow = speak (texts[0], "zh_CN", 0.7);

    g_assert_cmpuint (slow->n_samples, >, calm->n_samples * 5 / 4);
  }
}

static void
test_pauses (void)
{
  g_autoptr (HihSpeech) speech = speak ("找到聊天，轻轻点一下。然后等一等！", "zh_CN", 1.0);

  g_assert_cmpuint (speech->clauses->len, ==, 3);
  g_assert_cmpstr (g_array_index (speech->clauses, HihClause, 1).text, ==, "轻轻点一下。");
  for (guint i = 0; i < 3; i++)
    {
      const HihClause *clause = &g_array_index (speech->clauses, HihClause, i);
      gsize end = clause->start_sample + clause->n_samples;
      gsize next =
        i < 2 ? g_array_index (speech->clauses, HihClause, i + 1).start_sample : speech->n_samples;

      /* Sound from the first sample to the last, then exact silence of half a second. */
      g_assert_cmpint (ABS (speech->samples[clause->start_sample]), >=, 40);
      g_assert_cmpint (ABS (speech->samples[end - 1]), >=, 40);
      if (i == 2)
        {
          g_assert_cmpuint (end, ==, next);
          break;
        }
      g_assert_cmpuint (next - end, ==, HIH_NARRATOR_SAMPLE_RATE / 2);
      for (gsize k = end; k < next; k++)
        g_assert_cmpint (speech->samples[k], ==, 0);
    }
}

static void
test_voices (void)
{
  static const char *const chinese[] = { "zh", "zh_CN", "zh_TW", "zh-CN", "zh_CN.UTF-8" };
  g_autoptr (HihNarrator) narrator = hih_narrator_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    g_assert_cmpstr (hih_narrator_get_voice_name (chinese[i]), ==, "cmn-latn-pinyin");
  g_assert_cmpstr (hih_narrator_get_voice_name ("en"), ==, "en-us");
  g_assert_null (hih_narrator_get_voice_name ("cmn"));
  g_assert_null (hih_narrator_get_voice_name ("xx"));
  g_assert_null (hih_narrator_speak (narrator, "hello", "xx", 1.0, &error));
  g_assert_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_LANGUAGE);

}

/* `cmn` says "three" after every third tone: the same sentence takes half as long again. */
static void
test_third_tones (void)
{
  g_autoptr (HihSpeech) hanzi = speak ("请点绿色图标", "zh_CN", 1.0);

  g_assert_cmpfloat ((double) hanzi->n_samples / HIH_NARRATOR_SAMPLE_RATE, <=, 2.7);
}

static void
test_not_built_in (void)
{
  g_autoptr (HihNarrator) narrator = hih_narrator_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hih_narrator_speak (narrator, "点一下", "zh_CN", 1.0, &error));
  g_assert_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_NO_SYNTHESISER);
}

static void
test_readings (void)
{
  static const char list[] = "# comment\n银行\tyin2hang2\n行\thang2\n\tnothing\nbad line\n一行\tyi4hang2 \r\n"
                             "evil\t<break time=\"9s\"/>\n";
  g_autoptr (HihReadings) readings = hih_readings_parse (list, strlen (list));
  g_autofree char *said = hih_readings_apply (readings, "去银行第一行，行吗");
  g_autoptr (HihReadings) none = hih_readings_load ("/nonexistent");
  g_autofree char *same = hih_readings_apply (none, "去银行");

  g_assert_cmpuint (hih_readings_get_n (readings), ==, 3);
  g_assert_cmpstr (said, ==, "去 yin2hang2 第 yi4hang2 ， hang2 吗");
  g_assert_cmpstr (same, ==, "去银行");
}

/* The list that is installed: every line is good, and the narrator uses it. */
static void
test_installed_list (void)
{
  g_autofree char *dir = media_dir ();
  g_autofree char *path = g_build_filename (dir, "voice", "zh_CN", "readings.txt", NULL);
  g_autoptr (HihReadings) readings = hih_readings_load (path);
  g_autoptr (HihNarrator) narrator = hih_narrator_new (dir);
  g_autofree char *said = hih_narrator_apply_readings (narrator, "去银行", "zh_CN");
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += lines[i][0] != '\0' && lines[i][0] != '#';
  g_assert_cmpuint (hih_readings_get_n (readings), ==, n);
  g_assert_cmpuint (n, >=, 30);
  g_assert_cmpstr (said, ==, "去 yin2hang2 ");
}

static void
test_recordings (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-voice-XXXXXX", NULL);
  g_autofree char *lesson = g_build_filename (dir, "voice", "zh", "video-call", NULL);
  g_autofree char *file = g_build_filename (lesson, "open-chat.opus", NULL);
  g_autofree char *found = NULL;

  g_mkdir_with_parents (lesson, 0700);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  found = hih_voice_find_recording (dir, "zh_CN", "video-call", "open-chat");
  g_assert_cmpstr (found, ==, file);
  g_assert_null (hih_voice_find_recording (dir, "en", "video-call", "open-chat"));
  g_assert_null (hih_voice_find_recording (dir, "zh_CN", "video-call", "other"));
  g_assert_null (hih_voice_find_recording (dir, "zh_CN", "../zh/video-call", "open-chat"));
  g_assert_null (hih_voice_find_recording (NULL, "zh_CN", "video-call", "open-chat"));
  g_unlink (file);
  while (strlen (lesson) >= strlen (dir))
    {
      char *parent = g_path_get_dirname (lesson);

      g_rmdir (lesson);
      g_free (lesson);
      lesson = parent;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voice/narrator/clauses", test_clauses);
  if (g_strcmp0 (g_getenv ("HIH_TEST_ESPEAK"), "yes") == 0)
    {
      g_test_add_func ("/voice/narrator/pace", test_pace);
      g_test_add_func ("/voice/narrator/pauses", test_pauses);
      g_test_add_func ("/voice/narrator/third-tones", test_third_tones);
    }
  else
    g_test_add_func ("/voice/narrator/not-built-in", test_not_built_in);
  g_test_add_func ("/voice/narrator/voices", test_voices);
  g_test_add_func ("/voice/readings/apply", test_readings);
  g_test_add_func ("/voice/readings/installed", test_installed_list);
  g_test_add_func ("/voice/recordings", test_recordings);
  return g_test_run ();
}
