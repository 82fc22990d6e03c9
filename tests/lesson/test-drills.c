/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drills: put into a lesson by one line, then a trap like any other; slips; what an author is told. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-check.h"
#include "hih-script.h"
#include "lesson-fixture.h"

#define TWICE \
  "  <trap use=\"lost\" at=\"write\"/>\n" \
  "  <trap use=\"lost\" id=\"again\" at=\"hang-up\"> <say>And once more?</say> <tell>Kept again.</tell> </trap>\n"

#define STEP "  <step id=\"x\" look=\"yes\"/>\n"

static char *tmp_dir;

/* The lesson of data/ with @traps before its offline way: line 54 of the file. */
static char *
make_file (const char *traps)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  char *made = g_build_filename (tmp_dir, "drilled.xml", NULL);
  char *at;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  at = strstr (text, "  <offline>");
  g_assert_nonnull (at);
  changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, traps, at);
  g_assert_true (g_file_set_contents (made, changed, -1, NULL));
  return made;
}

static HihLesson *
load (const char *traps, GPtrArray *issues)
{
  g_autofree char *path = make_file (traps);
  g_autofree char *apps = fixture_path ("apps");
  HihLesson *lesson = hih_lesson_load (path, apps, issues);

  fixture_print_issues (issues);
  return lesson;
}

static HihLesson *
load_good (const char *traps)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  HihLesson *lesson = load (traps, issues);

  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_nonnull (lesson);
  return lesson;
}

static void
test_load (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);
  GPtrArray *traps = hih_lesson_get_traps (lesson);
  const HihTrap *first, *again;
  const HihStep *step;
  const HihSlip *slip;

  g_assert_cmpuint (traps->len, ==, 3);
  first = traps->pdata[1];
  again = traps->pdata[2];
  g_assert_cmpstr (first->id, ==, "lost");
  g_assert_cmpstr (first->use, ==, "lost");
  g_assert_cmpstr (first->kind, ==, "scam");
  g_assert_cmpuint (first->stages, ==, 1u << HIH_STAGE_ALONE);
  g_assert_cmpstr (hih_text_get (first->say, "zh_CN"), ==, "有人要验证码。怎么办？");
  g_assert_cmpuint (first->effects->len, ==, 1);
  g_assert_cmpuint (first->steps->len, ==, 2);
  step = first->steps->pdata[0];
  g_assert_cmpstr (step->id, ==, "lost-hang-up");
  /* The place of a step is the drill's file, that of the trap the lesson's. */
  g_assert_true (g_str_has_suffix (step->file, "drills/lost.xml"));
  g_assert_cmpint (step->line, ==, 10);
  g_assert_cmpint (first->line, ==, 54);
  g_assert_true (g_str_has_suffix (first->file, "drilled.xml"));

  g_assert_cmpuint (first->slips->len, ==, 1);
  slip = first->slips->pdata[0];
  g_assert_cmpstr (hih_condition_get_text (slip->when), ==, "alarm.given=yes");
  g_assert_cmpstr (hih_text_get (slip->tell, "zh_CN"), ==, "好在这是练习。");
  g_assert_cmpstr (hih_text_get (first->tell, "zh_CN"), ==, "守住了。");

  /* What the lesson says itself takes the place of that, and of nothing else. */
  g_assert_cmpstr (again->id, ==, "again");
  g_assert_cmpstr (hih_text_get (again->say, "zh_CN"), ==, "And once more?");
  g_assert_cmpstr (hih_text_get (again->tell, NULL), ==, "Kept again.");
  g_assert_cmpuint (again->slips->len, ==, 1);
  step = again->steps->pdata[1];
  g_assert_cmpstr (step->id, ==, "again-ask");

  /* The drill brought its own app. */
  g_assert_true (hih_app_set_has_app (hih_lesson_get_apps (lesson), "alarm"));
}

static void
test_plan (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);
  g_autoptr (HihPlan) bare = hih_plan_new (lesson, HIH_STAGE_ALONE, FALSE);
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);
  const HihPlanItem *item;

  g_assert_cmpuint (hih_plan_get_n_items (bare), ==, 7);
  g_assert_cmpuint (hih_plan_get_n_items (plan), ==, 13);
  item = hih_plan_get_item (plan, 2);
  g_assert_cmpstr (item->step->id, ==, "lost-hang-up");
  g_assert_true (item->trap_starts);
  g_assert_cmpuint (item->lesson_index, ==, 2);
  item = hih_plan_get_item (plan, 3);
  g_assert_true (item->trap_ends);
  for (const char *const *layout = hih_lesson_get_layouts (lesson); *layout != NULL; layout++)
    {
      g_autoptr (HihPhoneState) end = hih_performer_state_at (plan, 13, *layout, NULL);

      g_assert_nonnull (end);
      g_assert_true (hih_condition_holds (hih_lesson_get_goal (lesson), end));
      /* As if the drills had never been. */
      g_assert_cmpstr (hih_phone_state_get (end, "alarm.ended"), ==, "no");
    }
}

/* What a learner would notice changes with the drill, though the lesson's own file stays as it is. */
static void
test_content_hash (void)
{
  g_autofree char *root = g_build_filename (tmp_dir, "pack", NULL);
  g_autofree char *apps = g_build_filename (root, "apps", NULL);
  g_autofree char *drills = g_build_filename (root, "drills", NULL);
  g_autofree char *file = g_build_filename (drills, "lost.xml", NULL);
  g_autofree char *path = make_file (TWICE);
  g_autofree char *old = NULL;
  static const char *const NAMES[] = { "apps/system.xml", "apps/home.xml", "apps/chat.xml", "apps/alarm.xml", "drills/lost.xml" };
  static const struct
  {
    const char *from, *to;
    gboolean same;
  } CASES[] = { { "有人要", "有谁要", TRUE }, { "Hang up.", "Hang up now.", FALSE }, { "Well kept", "Kept well", FALSE } };

  g_mkdir_with_parents (apps, 0700);
  g_mkdir_with_parents (drills, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *from = fixture_path (NAMES[i]);
      g_autofree char *to = g_build_filename (root, NAMES[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      g_assert_true (g_file_set_contents (to, text, -1, NULL));
    }
  g_assert_true (g_file_get_contents (file, &old, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) before = NULL;
      g_autoptr (HihLesson) after = NULL;
      g_autoptr (GString) changed = g_string_new (old);

      g_assert_cmpuint (g_string_replace (changed, CASES[i].from, CASES[i].to, 0), >, 0);
      g_assert_true (g_file_set_contents (file, old, -1, NULL));
      before = hih_lesson_load (path, apps, issues);
      g_assert_true (g_file_set_contents (file, changed->str, -1, NULL));
      after = hih_lesson_load (path, apps, issues);
      fixture_print_issues (issues);
      g_assert_nonnull (before);
      g_assert_nonnull (after);
      g_assert_cmpint (strcmp (hih_lesson_get_content_hash (before), hih_lesson_get_content_hash (after)) == 0, ==,
                       CASES[i].same);
    }
}

static HihText *told; /* borrowed from the lesson */

static void
feedback_cb (HihRun *run, const HihFeedback *feedback, gpointer data)
{
  if (feedback->kind == HIH_FEEDBACK_RECOVERED)
    told = feedback->text;
}

/* The first drill of @lesson is begun. */
static Fixture *
new_in_drill (HihLesson *lesson)
{
  Fixture *self = fixture_new (lesson, HIH_STAGE_ALONE, TRUE, NULL);

  told = NULL;
  g_signal_connect (self->run, "feedback", G_CALLBACK (feedback_cb), NULL);
  hih_run_start (self->run, 0);
  fixture_do_until (self, "lost-hang-up");
  g_string_set_size (self->log, 0);
  return self;
}

static void
test_kept (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);
  g_autoptr (Fixture) self = new_in_drill (lesson);

  fixture_do (self);
  g_assert_false (fixture_last (self)->recovered);
  g_assert_cmpstr (fixture_last (self)->trap_kind, ==, "scam");
  fixture_do (self);
  fixture_expect (self, " met end:lost-hang-up start:lost-ask 0 recovered end:lost-ask start:write 0");
  g_assert_true (fixture_last (self)->recovered);
  g_assert_false (fixture_last (self)->slipped);
  g_assert_cmpstr (hih_text_get (told, NULL), ==, "Well kept.");
  while (hih_run_get_item (self->run) != NULL)
    fixture_do (self);
  g_assert_true (self->outcome.able_alone);
}

/* Nearly given away: no error, no help, nothing said; told kindly at the end, and remembered. */
static void
test_slip (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);
  g_autoptr (Fixture) self = new_in_drill (lesson);

  fixture_tap (self, "alarm/tell");
  fixture_expect (self, "");
  fixture_do (self);
  g_assert_true (fixture_last (self)->slipped);
  g_assert_cmpuint (fixture_last (self)->errors, ==, 0);
  g_assert_cmpstr (fixture_last (self)->hits[0], ==, "alarm/tell");
  fixture_do (self);
  g_assert_true (fixture_last (self)->recovered);
  g_assert_true (fixture_last (self)->slipped);
  g_assert_cmpstr (hih_text_get (told, NULL), ==, "Good that this is practice.");

  /* The next drill begins anew. */
  fixture_do_until (self, "again-hang-up");
  fixture_do (self);
  fixture_do (self);
  g_assert_true (fixture_last (self)->recovered);
  g_assert_false (fixture_last (self)->slipped);
  g_assert_cmpstr (hih_text_get (told, NULL), ==, "Kept again.");
  while (hih_run_get_item (self->run) != NULL)
    fixture_do (self);
  g_assert_true (self->outcome.able_alone);
}

/* What is taken back, or undone by "again", was nearly given away all the same. */
static void
test_slip_taken_back (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Fixture) self = new_in_drill (lesson);

      fixture_tap (self, "alarm/tell");
      if (i == 0)
        fixture_tap (self, "alarm/back-out");
      else
        hih_run_repeat (self->run);
      g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (self->phone), "alarm.given"), ==, "no");
      fixture_do (self);
      fixture_do (self);
      g_assert_true (fixture_last (self)->recovered);
      g_assert_true (fixture_last (self)->slipped);
      g_assert_cmpstr (hih_text_get (told, NULL), ==, "Good that this is practice.");
    }
}

static void
line_cb (const char *line, gpointer data)
{
  g_string_append (data, line);
}

static void
test_script (void)
{
  g_autoptr (HihLesson) lesson = load_good (TWICE);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hih_script_run (lesson, HIH_STAGE_ALONE, TRUE, HIH_LAYOUT_C, "do\ndo\ntap alarm/tell\ndo all\n", NULL,
                                 line_cb, out, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (out->str, "\"step\":\"lost-hang-up\",\"trap\":\"lost\",\"kind\":\"scam\",\"recovered\":false,"
                                      "\"slip\":true"));
  g_assert_nonnull (strstr (out->str, "\"step\":\"lost-ask\",\"trap\":\"lost\",\"kind\":\"scam\",\"recovered\":true,"
                                      "\"slip\":true"));
  g_assert_nonnull (strstr (out->str, "\"step\":\"again-ask\",\"trap\":\"again\",\"kind\":\"scam\",\"recovered\":true,"
                                      "\"slip\":false"));
}

/* A lesson as trainees get it: the link of a false notice is opened, and everything else is done well. */
static void
test_slip_in_ours (void)
{
  g_autofree char *path = fixture_lessons_path ("code/family-code.xml");
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps, issues);
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_ALONE, TRUE);
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; g_strcmp0 (hih_plan_get_item (plan, i)->step->id, "throw-away") != 0; i++)
    {
      const HihPlanItem *item = hih_plan_get_item (plan, i);

      /* What is done with the eyes ends by itself. */
      if (item->step->target != NULL)
        g_string_append (script, "do\n");
    }
  g_string_append (script, "tap city/false-link\ndo all\n");
  g_assert_true (hih_script_run (lesson, HIH_STAGE_ALONE, TRUE, HIH_LAYOUT_B, script->str, NULL, line_cb, out, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (out->str, "\"step\":\"window\",\"trap\":\"not-found\",\"kind\":\"relation-rejected\","
                                      "\"recovered\":true,\"slip\":false"));
  g_assert_nonnull (strstr (out->str, "\"step\":\"expired-code-enter\",\"trap\":\"expired-code\",\"kind\":\"expired\","
                                      "\"recovered\":true,\"slip\":false"));
  g_assert_nonnull (strstr (out->str, "\"step\":\"ask-community\",\"trap\":\"false-notice\",\"kind\":\"scam\","
                                      "\"recovered\":true,\"slip\":true"));
  g_assert_nonnull (strstr (out->str, "\"able_alone\":true,\"errors\":0"));
}

/* Every drill strikes somewhere in our lessons, and whoever does the right thing gets out of it there, in every layout. */
static void
test_used_in_ours (void)
{
  static const char *const TOPICS[] = { "device", "family", "code" };
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autofree char *drills = fixture_lessons_path ("drills");
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) all = g_dir_open (drills, 0, NULL);
  const char *name;

  for (guint t = 0; t < G_N_ELEMENTS (TOPICS); t++)
    {
      g_autofree char *dir = fixture_lessons_path (TOPICS[t]);
      g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);

      while ((name = g_dir_read_name (files)) != NULL)
        {
          g_autofree char *path = g_build_filename (dir, name, NULL);
          g_autoptr (GPtrArray) issues = hih_issues_new ();
          g_autoptr (HihLesson) lesson = g_str_has_suffix (name, ".xml") ? hih_lesson_load (path, apps, issues) : NULL;
          GPtrArray *traps = lesson != NULL ? hih_lesson_get_traps (lesson) : NULL;

          for (const char *const *layout = lesson != NULL ? hih_lesson_get_layouts (lesson) : NULL;
               layout != NULL && *layout != NULL; layout++)
            {
              g_autoptr (GString) out = g_string_new (NULL);
              g_autoptr (GError) error = NULL;

              g_assert_true (hih_script_run (lesson, HIH_STAGE_ALONE, TRUE, *layout, "do all\n", NULL, line_cb, out, &error));
              g_assert_no_error (error);
              for (guint i = 0; i < traps->len; i++)
                {
                  const HihTrap *trap = traps->pdata[i];
                  g_autofree char *ended = g_strdup_printf ("\"trap\":\"%s\",\"kind\":\"%s\",\"recovered\":true,\"slip\":false",
                                                            trap->id, trap->kind);

                  if (trap->use == NULL)
                    continue;
                  g_hash_table_add (used, g_strdup (trap->use));
                  if (strstr (out->str, ended) == NULL)
                    g_test_fail_printf ("%s, layout %s: no way out of %s", name, *layout, trap->id);
                }
            }
        }
    }
  while ((name = g_dir_read_name (all)) != NULL)
    {
      g_autofree char *drill = g_strndup (name, strcspn (name, "."));

      if (g_str_has_suffix (name, ".xml") && !g_hash_table_contains (used, drill))
        g_test_fail_printf ("no lesson uses the drill %s", drill);
    }
  g_assert_cmpuint (g_hash_table_size (used), >=, 14);
}

static void
assert_told (GPtrArray *issues, int line, int column, const char *what)
{
  gboolean found = FALSE;

  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];

      g_assert_cmpstr (issue->mend, !=, "");
      found |= issue->line == line && issue->column == column && strstr (issue->what, what) != NULL;
    }
  if (!found)
    g_test_fail_printf ("not told at %d:%d: %s", line, column, what);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *traps;
    int line, column;
    const char *what;
  } CASES[] = {
    { "  <trap use=\"last\" at=\"write\"/>\n", 54, 9, "there is no drill last" },
    { "  <trap use=\"../apps/home\" at=\"write\"/>\n", 54, 9, "use=\"../apps/home\" is no drill's name" },
    { "  <trap use=\"lost\"/>\n", 54, 3, "<trap> lacks at" },
    { "  <trap use=\"lost\" at=\"writing\"/>\n", 54, 20, "the trap strikes at writing" },
    { "  <trap use=\"lost\" at=\"write\" kind=\"x\"/>\n", 54, 31, "<trap> has no attribute kind" },
    { "  <trap use=\"lost\" at=\"write\" id=\"no-answer\"/>\n", 54, 31, "two traps with the id no-answer" },
    { "  <trap use=\"lost\" at=\"write\"/>\n  <trap use=\"lost\" at=\"video\"/>\n", 55, 3, "two traps with the id lost" },
    { "  <trap use=\"lost\" at=\"write\"> <step id=\"x\" look=\"yes\"/> </trap>\n", 54, 32, "<step> is not known inside <trap>" },
    { "  <trap use=\"lost\" at=\"write\"> <set key=\"alarm.ended\" to=\"maybe\"/> </trap>\n", 54, 55, "maybe" },
    { "  <trap use=\"lost\" at=\"write\"> <tell when=\"alarm.mood=bad\">A</tell> </trap>\n", 54, 38, "when: " },
    { "  <trap use=\"lost\" at=\"write\"> <tell>A</tell> <tell>B</tell> </trap>\n", 54, 47, "<tell> stands twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = load (CASES[i].traps, issues);

      g_assert_null (lesson);
      assert_told (issues, CASES[i].line, CASES[i].column, CASES[i].what);
    }
}

/* Only performing shows these. They are told at the lesson's line: the drill is good by itself. */
static void
test_does_not_fit (void)
{
  static const struct
  {
    const char *traps;
    const char *what;
  } CASES[] = {
    { "  <trap use=\"lost\" at=\"write\"> <open screen=\"chat/call\"/> </trap>\n",
      "the drill lost does not fit here: step lost-hang-up: the trap cannot be recovered from: in layout a the step cannot "
      "be done: alarm/no is not on the screen chat/call" },
    { "  <trap use=\"lost\" at=\"write\"> <set key=\"alarm.ended\" to=\"yes\"/> </trap>\n",
      "the drill lost does not fit here: step lost-hang-up: the step is met before it begins" },
    { "  <trap use=\"lost\" at=\"write\"> <set key=\"alarm.given\" to=\"yes\"/> </trap>\n",
      "the slip \"alarm.given=yes\" happens without the trainee" },
    { "  <trap use=\"lost\" at=\"write\"> <tell when=\"alarm.asked=yes\">A</tell> </trap>\n",
      "step lost-ask: the slip \"alarm.asked=yes\" happens without the trainee" },
  };
  g_autofree char *apps = fixture_path ("apps");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autofree char *path = make_file (CASES[i].traps);

      hih_check_path (path, apps, NULL, issues, NULL);
      fixture_print_issues (issues);
      assert_told (issues, 54, 3, CASES[i].what);
    }
}

/* A drill's own file. */
static void
test_drill_file (void)
{
  static const struct
  {
    const char *from, *to;
    int line;
    const char *what;
  } CASES[] = {
    { "id=\"lost\"", "id=\"found\"", 3, "another name than its id" },
    { "format=\"1\"", "format=\"9\"", 3, "this drill was made for a newer Hand in Hand" },
    { " kind=\"scam\"", "", 3, "<drill> lacks kind" },
    { "apps=\"alarm\"", "apps=\"../alarm\"", 3, "\"../alarm\" is no app's name" },
    { " apps=\"alarm\"", "", 4, "alarm/ask" },
    { "tap=\"alarm/no\"", "tap=\"alarm/maybe\"", 10, "the app alarm has no element maybe" },
    { "  <tell>Well kept.</tell>", "  <hint>Well kept.</hint>", 7, "<hint> is not known inside <drill>" },
    { "  <step id=\"ask\"", STEP STEP STEP STEP STEP STEP STEP STEP STEP STEP STEP "  <step id=\"ask\"", 3,
      "the drill has more than 12 steps" },
  };
  g_autofree char *path = fixture_path ("drills/lost.xml");
  g_autofree char *apps = fixture_path ("apps");
  g_autofree char *made = g_build_filename (tmp_dir, "lost.xml", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (GString) changed = g_string_new (text);
      gboolean found = FALSE;

      g_assert_cmpuint (g_string_replace (changed, CASES[i].from, CASES[i].to, 1), ==, 1);
      g_assert_true (g_file_set_contents (made, changed->str, -1, NULL));
      hih_check_path (made, apps, NULL, issues, NULL);
      fixture_print_issues (issues);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];

          found |= issue->line == CASES[i].line && strstr (issue->what, CASES[i].what) != NULL;
        }
      if (!found)
        g_test_fail_printf ("not told at %d: %s", CASES[i].line, CASES[i].what);
    }
}

/* Every drill of ours can be got out of, wherever it strikes in the first lesson. */
static void
test_ours (void)
{
  static const char *const STEPS[] = { "open-album", "press-long", "go-home", "open-settings" };
  g_autofree char *dir = fixture_lessons_path ("drills");
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autofree char *file = fixture_lessons_path ("device/know-the-phone.xml");
  g_autofree char *made = g_build_filename (tmp_dir, "know-the-phone.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) handle = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n_drills = 0, n_scams = 0;

  g_assert_nonnull (handle);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  while ((name = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *drill = g_str_has_suffix (name, ".xml") ? g_strndup (name, strlen (name) - 4) : NULL;
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GString) traps = g_string_new (NULL);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = NULL;
      const HihTrap *trap;

      if (drill == NULL)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
        g_string_append_printf (traps, "<trap use=\"%s\" id=\"again-%u\" at=\"%s\"/>\n", drill, i, STEPS[i]);
      g_string_append (traps, "<offline>");
      g_assert_cmpuint (g_string_replace (changed, "<offline>", traps->str, 1), ==, 1);
      g_assert_true (g_file_set_contents (made, changed->str, -1, NULL));
      hih_check_path (made, apps, NULL, issues, NULL);
      lesson = hih_lesson_load (made, apps, issues);
      fixture_print_issues (issues);
      g_assert_cmpuint (issues->len, ==, 0);
      trap = hih_lesson_get_traps (lesson)->pdata[hih_lesson_get_traps (lesson)->len - 1];
      g_assert_nonnull (trap->tell);
      n_drills++;
      if (strcmp (trap->kind, "scam") != 0)
        continue;
      /* Stop, hang up, ask a person; and what can be given away is noticed. */
      n_scams++;
      g_assert_cmpuint (trap->slips->len, >, 0);
      g_assert_cmpstr (((HihStep *) trap->steps->pdata[trap->steps->len - 1])->target, ==, "drills/ask-daughter");
    }
  g_assert_cmpuint (n_drills, >=, 14);
  g_assert_cmpuint (n_scams, >=, 4);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tmp_dir = g_dir_make_tmp ("hih-drills-XXXXXX", NULL);
  g_test_add_func ("/drills/load", test_load);
  g_test_add_func ("/drills/plan", test_plan);
  g_test_add_func ("/drills/content-hash", test_content_hash);
  g_test_add_func ("/drills/kept", test_kept);
  g_test_add_func ("/drills/slip", test_slip);
  g_test_add_func ("/drills/slip-taken-back", test_slip_taken_back);
  g_test_add_func ("/drills/script", test_script);
  g_test_add_func ("/drills/mistakes", test_mistakes);
  g_test_add_func ("/drills/does-not-fit", test_does_not_fit);
  g_test_add_func ("/drills/drill-file", test_drill_file);
  g_test_add_func ("/drills/ours", test_ours);
  g_test_add_func ("/drills/slip-in-ours", test_slip_in_ours);
  g_test_add_func ("/drills/used-in-ours", test_used_in_ours);
  result = g_test_run ();
  {
    g_autofree char *command = g_strdup_printf ("rm -r '%s'", tmp_dir);

    if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL))
      g_test_message ("%s is left behind", tmp_dir);
  }
  g_free (tmp_dir);
  return result;
}
