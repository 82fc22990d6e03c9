/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts: what goes in, which lines come out. */
#include "config.h"

#include <string.h>

#include "hih-script.h"
#include "lesson-fixture.h"

static HihLesson *lesson;

static void
line_cb (const char *json, gpointer data)
{
  g_string_append_printf (data, "%s\n", json);
}

static char *
run (HihStage stage, gboolean traps, const char *script, gboolean feedback, GError **error)
{
  GString *out = g_string_new (NULL);

  hih_script_run (lesson, stage, traps, HIH_LAYOUT_B, script, feedback ? "en" : NULL, line_cb, out, error);
  return g_string_free (out, FALSE);
}

static void
test_lines (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = run (HIH_STAGE_FOLLOW, FALSE,
                              "# a comment\n"
                              "wait 2.5\n"
                              "tap home/chat\n"
                              "tap chat/news\n"
                              "near chat/fang\n"
                              "wait 3\n"
                              "tap chat/fang\n"
                              "\n"
                              "type chat/text Hello\n"
                              "tap chat/video\n"
                              "wait 4\n"
                              "next\n"
                              "drag chat/volume 8\n"
                              "tap chat/end\n"
                              "tap chat/end\n",
                              FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (
      out, ==,
      "{\"outcome\":\"step\",\"index\":0,\"step\":\"open-chat\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":2500,\"hits\":[]}\n"
      "{\"outcome\":\"step\",\"index\":1,\"step\":\"who\",\"trap\":null,\"support\":3,\"errors\":1,\"nears\":1,"
      "\"helps\":0,\"duration_ms\":3000,\"hits\":[\"chat/news\"]}\n"
      "{\"outcome\":\"step\",\"index\":2,\"step\":\"write\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":0,\"hits\":[]}\n"
      "{\"outcome\":\"step\",\"index\":3,\"step\":\"video\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":4000,\"hits\":[]}\n"
      "{\"outcome\":\"step\",\"index\":4,\"step\":\"wave\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":0,\"hits\":[]}\n"
      "{\"outcome\":\"step\",\"index\":5,\"step\":\"louder\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":0,\"hits\":[]}\n"
      "{\"outcome\":\"step\",\"index\":6,\"step\":\"hang-up\",\"trap\":null,\"support\":2,\"errors\":0,\"nears\":0,"
      "\"helps\":0,\"duration_ms\":0,\"hits\":[]}\n"
      "{\"outcome\":\"run\",\"finished\":true,\"able_alone\":false,\"errors\":1,\"highest\":3,\"duration_ms\":9500}\n");
}

static void
test_do_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = run (HIH_STAGE_ALONE, TRUE, "do all\n", FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (out, "\"trap\":\"no-answer\""));
  g_assert_nonnull (strstr (out, "\"finished\":true,\"able_alone\":true,\"errors\":0,\"highest\":0"));
}

static void
test_help_and_feedback (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = run (HIH_STAGE_FOLLOW, FALSE, "tap home/camera\nhelp\nwait 3\nhelp\nwait 2\n", TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (out, ==,
                   "{\"feedback\":\"named\",\"text\":\"Camera\",\"target\":\"home/camera\"}\n"
                   "{\"feedback\":\"step-met\",\"text\":\"Your family is in there.\",\"target\":null}\n"
                   "{\"outcome\":\"step\",\"index\":0,\"step\":\"open-chat\",\"trap\":null,\"support\":4,\"errors\":0,"
                   "\"nears\":0,\"helps\":2,\"duration_ms\":4500,\"hits\":[\"home/camera\"]}\n"
                   "{\"outcome\":\"run\",\"finished\":false,\"able_alone\":false,\"errors\":0,\"highest\":4,"
                   "\"duration_ms\":5000}\n");
}

static void
test_bad_lines (void)
{
  static const char *const LINES[]
      = { "dance", "tap", "tap chat", "drag chat/volume", "wait", "wait long", "tap a/b c", "wait -1", "tap home/foo", "near home/foo",
          "type nowhere/text Hello" };

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *script = g_strdup_printf ("# x\n%s\n", LINES[i]);
      g_autofree char *out = run (HIH_STAGE_FOLLOW, FALSE, script, FALSE, &error);

      g_assert_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "script line 2: "));
      g_assert_null (strstr (out, "\"outcome\":\"run\""));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lesson = fixture_load ();
  g_test_add_func ("/script/lines", test_lines);
  g_test_add_func ("/script/do-all", test_do_all);
  g_test_add_func ("/script/help-and-feedback", test_help_and_feedback);
  g_test_add_func ("/script/bad-lines", test_bad_lines);
  result = g_test_run ();
  hih_lesson_unref (lesson);
  return result;
}
