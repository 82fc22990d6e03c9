/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frauds as trainees meet them in our lessons: somebody gives in, somebody else does not. */
#include "config.h"

#include <string.h>

#include "hih-script.h"
#include "lesson-fixture.h"

static void
line_cb (const char *line, gpointer data)
{
  g_string_append (data, line);
}

/* Every fraud of a lesson: to give in is no error, is told kindly, and the way out is to stop and to ask. Whoever does
 * not give in is told something else. */
static void
test_giving_in_in_ours (void)
{
  static const struct
  {
    const char *file, *step, *give, *told;
  } CASES[] = {
    { "device/voice-assistant.xml", "keep-it", "assistant/tell", "Never say a password aloud" },
    { "device/pop-ups.xml", "share-screen-refuse", "system/allow-screen", "Good thing this is only practice" },
    { "device/pop-ups.xml", "close-virus", "weather/clean-virus", "Good thing this is only practice" },
    { "device/pop-ups.xml", "red-packet-close", "drills/take-it", "Good thing this is only practice" },
    { "device/photo-and-codes.xml", "close-flyer", "camera/give-card", "Good thing this is only practice" },
    { "device/connect.xml", "not-now", "system/charge-yes", "Good thing this is only practice" },
    { "family/send-things.xml", "do-not-spread", "chat/spread-it", "Good thing this is only practice" },
    { "device/phone-and-help.xml", "screen-share-refuse", "system/allow-screen", "Good thing this is only practice" },
  };
  g_autofree char *apps = fixture_lessons_path ("apps");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (CASES); i++)
    {
      guint row = i / 2;
      gboolean gives = i % 2 == 0;
      g_autofree char *path = fixture_lessons_path (CASES[row].file);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps, issues);
      g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);
      g_autoptr (GString) script = g_string_new (NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *slip = NULL;
      const HihTrap *trap = NULL;

      for (guint k = 0; trap == NULL; k++)
        {
          const HihPlanItem *item = hih_plan_get_item (plan, k);

          g_assert_nonnull (item);
          if (strcmp (item->step->id, CASES[row].step) == 0)
            trap = item->trap;
          else if (item->step->target != NULL || item->trap != NULL)
            g_string_append (script, "do\n");
        }
      if (gives)
        g_string_append_printf (script, "tap %s\n", CASES[row].give);
      g_string_append (script, "do all\n");
      g_assert_true (hih_script_run (lesson, HIH_STAGE_ALONE, TRUE, HIH_LAYOUT_B, script->str, "en", line_cb, out, &error));
      g_assert_no_error (error);
      slip = g_strdup_printf ("\"trap\":\"%s\",\"kind\":\"%s\",\"recovered\":true,\"slip\":%s", trap->id, trap->kind,
                              gives ? "true" : "false");
      if (strstr (out->str, slip) == NULL)
        g_test_fail_printf ("%s, %s: not %s", CASES[row].file, CASES[row].give, slip);
      if ((strstr (out->str, CASES[row].told) != NULL) != gives)
        g_test_fail_printf ("%s, %s: %s is told to the wrong one", CASES[row].file, CASES[row].give, CASES[row].told);
      if (strstr (out->str, "\"able_alone\":true,\"errors\":0") == NULL)
        g_test_fail_printf ("%s, %s: giving in counts as an error", CASES[row].file, CASES[row].give);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/giving-in/ours", test_giving_in_in_ours);
  return g_test_run ();
}
