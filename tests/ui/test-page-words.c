/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says and keeps, without a display: errors, the coach's codes, the PIN, settings, where one begins. */
#include "config.h"

#include "hih-error-text.h"
#include "hih-feedback-words.h"
#include "hih-film.h"
#include "hih-just-said.h"
#include "hih-lesson-start.h"
#include "hih-narrator.h"
#include "hih-pin.h"
#include "hih-reader.h"
#include "hih-say-cues.h"
#include "hih-settings.h"
#include "hih-stage-words.h"
#include "hih-standing-words.h"
#include "hih-step-view.h"
#include "hih-table.h"
#include "hih-tour.h"

#include <glib/gstdio.h>

/* Words that no trainee should read. */
static const char *harsh[] = { "wrong", "error", "fail", "invalid", "submit", "cancel", "database", "sqlite", "错", "失败", "提交", "取消" };

static void
assert_calm (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  g_assert_cmpuint (strlen (text), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (harsh); i++)
    g_assert_null (strstr (lower, harsh[i]));
}

static void
test_errors (void)
{
  const struct
  {
    GQuark domain;
    int n_codes;
  } domains[] = {
    { HIH_RECORDS_ERROR, HIH_N_RECORDS_ERRORS },
    { HIH_FILM_ERROR, HIH_FILM_ERROR_AUDIO_DEVICE + 1 },
    { HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_INCOMPLETE + 1 },
    { HIH_VOICE_ERROR, HIH_VOICE_ERROR_SYNTHESIS + 1 },
    { HIH_REPORT_ERROR, HIH_REPORT_ERROR_EXPORT + 1 },
  };
  g_autoptr (GError) unknown = g_error_new_literal (g_quark_from_static_string ("elsewhere"), 7, "room: do: thing");
  const char *other = hih_error_get_text (unknown);

  assert_calm (other);
  g_assert_cmpstr (hih_error_get_text (NULL), ==, other);
  for (guint d = 0; d < G_N_ELEMENTS (domains); d++)
    {
      for (int code = 0; code < domains[d].n_codes; code++)
        {
          g_autoptr (GError) error = g_error_new_literal (domains[d].domain, code, "records: open x: database is locked (5)");
          const char *text = hih_error_get_text (error);

          assert_calm (text);
          assert_calm (hih_remedy_get_text (hih_error_get_remedy (error)));
          g_assert_null (strstr (text, "locked"));
          /* Every code has a sentence of its own. */
          g_assert_cmpstr (text, !=, other);
        }
    }
}

static void
test_feedback (void)
{
  g_autoptr (HihText) text = hih_text_new ("Camera");

  for (int kind = HIH_FEEDBACK_STEP_MET; kind <= HIH_FEEDBACK_GOAL_MET; kind++)
    {
      HihFeedback without = { kind, NULL, NULL };
      HihFeedback with = { kind, text, "home/camera" };
      g_autofree char *plain = hih_feedback_dup_words (&without, "en");
      g_autofree char *full = hih_feedback_dup_words (&with, "en");

      assert_calm (plain);
      assert_calm (full);
      if (kind == HIH_FEEDBACK_NAMED)
        g_assert_nonnull (strstr (full, "Camera"));
    }
  for (int level = HIH_SUPPORT_ALONE; level <= HIH_SUPPORT_DONE; level++)
    {
      g_autofree char *words = hih_support_dup_words (level, HIH_SIGHT_HERE, "the bottom row");

      assert_calm (words);
      if (level == HIH_SUPPORT_NAMED)
        g_assert_nonnull (strstr (words, "the bottom row"));
    }
  g_assert_cmpstr (hih_step_view_get_tag ("tap"), !=, hih_step_view_get_tag ("hold"));
  assert_calm (hih_step_view_get_tag (NULL));
  for (int stage = HIH_STAGE_WATCH; stage <= HIH_STAGE_ALONE; stage++)
    {
      assert_calm (hih_stage_get_words (stage));
      assert_calm (hih_stage_get_help (stage));
      assert_calm (hih_stage_get_end_help (stage));
      g_assert_cmpstr (hih_stage_get_end_help (stage), !=, hih_stage_get_help (stage));
    }
}

/* Nobody is praised for what the hand did, and nobody who had help is told that they had none. */
static void
test_praise (void)
{
  for (int stage = HIH_STAGE_FOLLOW; stage <= HIH_STAGE_ALONE; stage++)
    {
      for (int highest = HIH_SUPPORT_ALONE; highest <= HIH_SUPPORT_DONE; highest++)
        {
          const char *praise = hih_stage_get_praise (stage, highest);
          const char *outlook = hih_stage_get_outlook (stage, highest, FALSE);
          const char *result = hih_stage_get_result (highest);

          assert_calm (praise);
          assert_calm (outlook);
          assert_calm (hih_stage_get_outlook (stage, highest, TRUE));
          assert_calm (result);
          g_assert_cmpint (strstr (praise, "hand") != NULL, ==, highest >= HIH_SUPPORT_SHOWN);
          g_assert_cmpint (strstr (outlook, "Once again") != NULL, ==, highest == HIH_SUPPORT_DONE);
          g_assert_cmpint (strstr (result, "hand") != NULL, ==, highest == HIH_SUPPORT_DONE);
          if (highest > HIH_SUPPORT_ALONE)
            {
              g_assert_null (strstr (praise, "alone"));
              g_assert_null (strstr (result, "yourself"));
            }
        }
    }
  for (int kind = HIH_FEEDBACK_STEP_MET; kind <= HIH_FEEDBACK_GOAL_MET; kind++)
    {
      g_autoptr (HihText) why = hih_text_new ("That is why.");
      HihFeedback alone = { kind, why, NULL, HIH_SUPPORT_ALONE };
      HihFeedback done = { kind, why, NULL, HIH_SUPPORT_DONE };
      g_autofree char *own = hih_feedback_dup_words (&alone, "en");
      g_autofree char *hand = hih_feedback_dup_words (&done, "en");

      assert_calm (hand);
      if (kind == HIH_FEEDBACK_STEP_MET || kind == HIH_FEEDBACK_RECOVERED)
        {
          g_assert_cmpstr (own, !=, hand);
          g_assert_nonnull (strstr (hand, "hand"));
          g_assert_null (strstr (hand, "Well done"));
        }
    }
}

static void
test_standings (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < HIH_N_STANDINGS; i++)
    {
      guint one[HIH_N_STANDINGS] = { 0 };
      guint mixed[HIH_N_STANDINGS] = { 0 };
      const char *words = hih_standing_get_words (i);
      g_autofree char *alone = NULL;
      g_autofree char *among = NULL;

      assert_calm (words);
      g_assert_true (g_hash_table_add (seen, (gpointer) words));
      /* A topic of one lesson says what the lesson says. */
      one[i] = 1;
      alone = hih_standing_dup_topic_words (one);
      g_assert_nonnull (strstr (alone, words));
      /* Among others not begun yet it counts, and nobody is told that nothing was begun. */
      mixed[HIH_STANDING_NOT_BEGUN] = 2;
      mixed[i] += 1;
      among = hih_standing_dup_topic_words (mixed);
      g_assert_true (g_str_has_prefix (among, "3"));
      if (i != HIH_STANDING_NOT_BEGUN)
        {
          g_assert_null (strstr (among, hih_standing_get_words (HIH_STANDING_NOT_BEGUN)));
          g_assert_nonnull (strstr (among, "1"));
        }
    }
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
check (const char *pin, const char *hash)
{
  g_autoptr (GAsyncResult) result = NULL;

  hih_pin_check_async (pin, hash, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hih_pin_check_finish (result, NULL);
}

static void
test_pin (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  /* RFC 7914, section 11: PBKDF2-HMAC-SHA-256 ("passwd", "salt", 1), first 32 octets. */
  g_autofree char *known = hih_pin_hash_with ("passwd", (const guint8 *) "salt", 4, 1);

  g_assert_cmpstr (known, ==,
                   "pbkdf2-sha256$1$73616c74$55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
  hih_pin_hash_async ("2468", result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  hash = hih_pin_hash_finish (result, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (hash, "2468"));
  g_assert_true (check ("2468", hash));
  g_assert_false (check ("2469", hash));
  g_assert_false (check ("2468", "nonsense"));
  g_assert_false (check ("2468", "pbkdf2-sha256$0$00$00"));
  g_assert_cmpint (hih_pin_get_wait_ms (2), ==, 0);
  g_assert_cmpint (hih_pin_get_wait_ms (3), ==, 2000);
  g_assert_cmpint (hih_pin_get_wait_ms (99), ==, 60000);
}

static void
test_settings (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "settings.ini", NULL);

  g_unsetenv ("GSETTINGS_BACKEND");
  {
    g_autoptr (HihSettings) settings = hih_settings_new (dir);

    g_assert_cmpint (hih_settings_get_int (settings, HIH_SETTING_TEXT_PERCENT), ==, 100);
    hih_settings_set_int (settings, HIH_SETTING_TEXT_PERCENT, 150);
    hih_settings_set_string (settings, HIH_SETTING_INSTRUCTOR_PIN, "hash");
  }
  {
    g_autoptr (HihSettings) again = hih_settings_new (dir);
    g_autofree char *pin = hih_settings_dup_string (again, HIH_SETTING_INSTRUCTOR_PIN);

    g_assert_cmpint (hih_settings_get_int (again, HIH_SETTING_TEXT_PERCENT), ==, 150);
    g_assert_cmpstr (pin, ==, "hash");
  }
  g_remove (path);
  g_rmdir (dir);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
}

static void
test_reader (void)
{
  g_autoptr (HihRecorder) recorder = hih_recorder_new ();
  g_autoptr (HihVoice) voice = hih_voice_new_with_speaker (HIH_SPEAKER (recorder), NULL);
  g_autoptr (HihReader) reader = hih_reader_new (voice, "en", NULL);

  hih_reader_read (reader, "one");
  hih_reader_then (reader, "two");
  while (hih_recorder_get_n (recorder) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (hih_recorder_get_n (recorder), ==, 1);
  hih_recorder_finish (recorder);
  while (hih_recorder_get_n (recorder) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hih_recorder_get_text (recorder, 1), ==, "two");
  /* Something new drops what waited, and is not followed by it. */
  hih_reader_then (reader, "never");
  hih_reader_read (reader, "three");
  while (hih_recorder_get_n (recorder) < 3)
    g_main_context_iteration (NULL, TRUE);
  hih_recorder_finish (recorder);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (hih_recorder_get_n (recorder), ==, 3);
  g_assert_cmpstr (hih_reader_get_last (reader), ==, "three");
}

static void
test_sizes (void)
{
  int width, height;

  g_assert_true (hih_tour_parse_size ("1024x600", &width, &height));
  g_assert_cmpint (width, ==, 1024);
  g_assert_cmpint (height, ==, 600);
  g_assert_false (hih_tour_parse_size ("1024", NULL, NULL));
  g_assert_false (hih_tour_parse_size ("1024x600x2", NULL, NULL));
  g_assert_false (hih_tour_parse_size ("10x10", NULL, NULL));
  g_assert_false (hih_tour_parse_size ("wide", NULL, NULL));
}

/* What was tapped by mistake is told as long as it takes to read, whatever help comes meanwhile. */
static void
test_just_said (void)
{
  const char *const tapped = "这是“设置”。不要紧，再看看。", *const turn = "现在请您来。";
  g_autoptr (HihClock) clock = hih_virtual_clock_new_for_pictures ();
  HihJustSaid said = { NULL };
  g_autofree char *both = NULL;

  hih_just_said_keep (&said, clock, HIH_FEEDBACK_NAMED, tapped);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 2900);
  both = hih_just_said_dup_with (&said, clock, turn);
  g_assert_cmpstr (both, ==, "这是“设置”。不要紧，再看看。\n现在请您来。");
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 10000);
  g_assert_null (hih_just_said_dup_with (&said, clock, turn));
  hih_just_said_keep (&said, clock, HIH_FEEDBACK_STEP_MET, "做得好。");
  g_assert_null (hih_just_said_dup_with (&said, clock, turn));
  hih_just_said_clear (&said);
}

static void
test_say_cues (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "lessons", "examples", "own-film.xml", NULL);
  g_autofree char *apps = g_test_build_filename (G_TEST_DIST, "..", "lessons", "examples", "apps", NULL);
  HihLesson *lesson = hih_lesson_load (path, apps, issues);
  g_autoptr (HihCues) cues = NULL;
  static const char *const broken[] = { NULL, "", "no captions at all", "WEBVTT\n", "WEBVTT\n\n00:01 -> 00:02\nno arrow\n" };
  static const char good[] = "WEBVTT\n\n00:00.100 --> 00:00.900\nIts own\n";

  g_assert_nonnull (lesson);
  cues = hih_say_cues_new (lesson, "en");
  g_assert_cmpuint (hih_cues_get_n (cues), ==, 2);
  g_assert_cmpstr (hih_cues_at (cues, 250)->text, ==, "Find Photos and tap it once.");
  g_assert_cmpstr (hih_cues_at (cues, 750)->text, ==, "Tap the picture\nof the dumplings.");
  g_assert_null (hih_cues_at (cues, 1500));
  /* So has one whose captions cannot be read, or are none; good ones are its own. */
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_clear_pointer (&cues, hih_cues_unref);
      cues = hih_say_cues_parse (broken[i], broken[i] != NULL ? strlen (broken[i]) : 0, lesson, "en");
      g_assert_cmpuint (hih_cues_get_n (cues), ==, 2);
    }
  g_clear_pointer (&cues, hih_cues_unref);
  cues = hih_say_cues_parse (good, strlen (good), lesson, "en");
  g_assert_cmpuint (hih_cues_get_n (cues), ==, 1);
  hih_lesson_unref (lesson);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/words/every-error-has-a-calm-sentence", test_errors);
  g_test_add_func ("/ui/words/every-code-of-the-coach-has-calm-words", test_feedback);
  g_test_add_func ("/ui/words/praise-is-true", test_praise);
  g_test_add_func ("/ui/words/every-standing-has-its-own", test_standings);
  g_test_add_func ("/ui/pin/hashes-slowly-and-checks", test_pin);
  g_test_add_func ("/ui/settings/are-kept-beside-the-records", test_settings);
  g_test_add_func ("/ui/reader/reads-one-after-another", test_reader);
  g_test_add_func ("/ui/tour/reads-sizes", test_sizes);
  g_test_add_func ("/ui/words/a-mistake-is-told-until-it-is-read", test_just_said);
  g_test_add_func ("/ui/words/a-film-without-captions-has-the-steps-words", test_say_cues);
  return g_test_run ();
}
