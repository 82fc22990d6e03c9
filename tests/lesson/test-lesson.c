/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading: what is read, and every mistake of an author with its exact place. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-step-kind.h"
#include "lesson-fixture.h"

static void
test_read (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  const HihStep *step = hih_lesson_get_step (lesson, 0);
  const HihTrap *trap;
  g_autoptr (HihPhoneState) start = NULL;

  g_assert_cmpstr (hih_lesson_get_id (lesson), ==, "call");
  g_assert_cmpstr (hih_lesson_get_topic (lesson), ==, "family");
  g_assert_cmpuint (hih_lesson_get_minutes (lesson), ==, 8);
  g_assert_cmpstr (hih_text_get (hih_lesson_get_title (lesson), "zh_CN"), ==, "给小芳打电话");
  g_assert_cmpstr (hih_lesson_get_needs (lesson)[0], ==, "unlock");
  g_assert_null (hih_lesson_get_needs (lesson)[1]);
  g_assert_cmpstr (hih_lesson_get_checked (lesson), ==, "2026-11");
  g_assert_null (hih_lesson_get_status_key (lesson));
  g_assert_null (hih_lesson_get_film (lesson));
  g_assert_cmpuint (hih_lesson_get_n_steps (lesson), ==, 7);
  g_assert_cmpuint (hih_lesson_get_offline (lesson)->len, ==, 2);
  g_assert_cmpuint (hih_lesson_get_card_steps (lesson)->len, ==, 2);
  g_assert_cmpuint (hih_lesson_get_protects (lesson)->len, ==, 1);

  g_assert_cmpstr (step->kind->name, ==, "tap");
  g_assert_cmpstr (step->target, ==, "home/chat");
  g_assert_cmpstr (hih_text_get (step->say, "zh_CN"), ==, "找到绿色的聊天，点一下。");
  g_assert_cmpint (step->line, ==, 12);
  g_assert_cmpint (step->column, ==, 3);
  g_assert_cmpint (step->film_start_ms, ==, -1);
  g_assert_true (hih_lesson_get_step (lesson, 3)->wait);
  g_assert_cmpstr (hih_lesson_get_step (lesson, 5)->value, ==, "8");
  g_assert_null (hih_lesson_get_step (lesson, 5)->until);

  trap = hih_lesson_get_traps (lesson)->pdata[0];
  g_assert_cmpuint (trap->stages, ==, 1u << HIH_STAGE_GUIDED | 1u << HIH_STAGE_ALONE);
  g_assert_cmpuint (trap->effects->len, ==, 2);
  g_assert_cmpuint (trap->steps->len, ==, 2);

  start = hih_lesson_dup_start_state (lesson);
  g_assert_cmpstr (hih_phone_state_get_screen (start), ==, "home/main");
}

static char *
dup_text (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static HihLesson *
load_text (const char *text, GPtrArray *issues)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-lesson-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "x.xml", NULL);
  g_autofree char *apps = fixture_path ("apps");
  HihLesson *lesson;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lesson = hih_lesson_load (path, apps, issues);
  g_unlink (path);
  g_rmdir (dir);
  return lesson;
}

static void
test_content_hash (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean same;
  } CASES[] = {
    { "它", "它", TRUE },
    { "找到绿色的聊天", "看到绿色的聊天", TRUE },
    { "They hang up too early.", "They wait.", TRUE },
    { "2026-11", "2026-12", TRUE },
    { "order=\"20\"", "order=\"21\"", TRUE },
    { "Find the green Chat", "Find the blue Chat", FALSE },
    { "<line step=\"hang-up\"/>", "", FALSE },
    { "to=\"8\"", "to=\"9\"", FALSE },
  };
  g_autofree char *text = dup_text ();
  g_autoptr (HihLesson) lesson = fixture_load ();

  for (guint i = 1; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *changed = fixture_replace (text, CASES[i].from, CASES[i].to);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) other = load_text (changed, issues);

      fixture_print_issues (issues);
      g_assert_nonnull (other);
      g_assert_cmpint (strcmp (hih_lesson_get_content_hash (lesson), hih_lesson_get_content_hash (other)) == 0, ==,
                       CASES[i].same);
    }
}

static void
assert_where (const HihStep *step, const char *layout, const char *language, const char *words)
{
  g_assert_cmpstr (hih_text_get (hih_step_get_where (step, layout), language), ==, words);
}

/* A layout that puts the thing elsewhere has words of its own, each with its translation behind it. */
static void
test_where_by_layout (void)
{
  g_autofree char *text = dup_text ();
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson = NULL;
  const HihStep *step;

  changed = fixture_replace (text, "<where>In the list.</where> <where xml:lang=\"zh_CN\">在列表里。</where>",
                     "<where>In the list.</where><where xml:lang=\"zh_CN\">列表里</where>"
                     "<where layout=\"c\">On top.</where><where layout=\"c\" xml:lang=\"zh_CN\">最上面</where>");
  lesson = load_text (changed, issues);
  fixture_print_issues (issues);
  g_assert_nonnull (lesson);
  step = hih_lesson_get_step (lesson, 1);
  assert_where (step, HIH_LAYOUT_A, "en", "In the list.");
  assert_where (step, HIH_LAYOUT_B, "zh_CN", "列表里");
  assert_where (step, HIH_LAYOUT_C, "en", "On top.");
  assert_where (step, HIH_LAYOUT_C, "zh_CN", "最上面");
}

typedef struct
{
  const char *from;
  const char *to;
  int line, column;
  const char *what; /* part of what is told first */
} Mistake;

static const Mistake MISTAKES[] = {
  { "</goal>", "", 64, 10, "“lesson” was closed" }, /* bad XML: the place is where it was noticed */
  { "<offline>", "<sideline>", 0, 0, NULL },
  { "  <notes>", "  <song>la</song><notes>", 63, 3, "<song> is not known inside <lesson>" },
  { "<why>Your", "<way>Your", 0, 0, NULL },
  { "minutes=\"8\"", "minutes=\"8\" hours=\"1\"", 3, 57, "<lesson> has no attribute hours" },
  { "tap=\"home/chat\"", "tap=\"home/chat\" slowly=\"yes\"", 12, 40, "<step> has no attribute slowly" },
  { "format=\"1\" ", "format=\"2\" ", 3, 34, "made for a newer Hand in Hand" },
  { "format=\"1\" ", "format=\"one\" ", 3, 34, "format=\"one\" is no number" },
  { "format=\"1\" ", "", 3, 1, "<lesson> lacks format" },
  { "minutes=\"8\"", "minutes=\"800\"", 3, 45, "minutes=\"800\"" },
  { "id=\"call\"", "id=\"../call\"", 3, 9, "id=\"../call\" is no id" },
  { "picture=\"face-fang\"", "picture=\"../../face\"", 3, 57, "is no picture's name" },
  { "<needs lesson=\"unlock\"/>", "<film file=\"../../etc/passwd\"/>", 7, 9, "is not the name of a file beside" },
  { "<needs lesson=\"unlock\"/>", "<film file=\"/etc/passwd\"/>", 7, 9, "is not the name of a file beside" },
  { "<needs lesson=\"unlock\"/>", "<film file=\".hidden\"/>", 7, 9, "is not the name of a file beside" },
  { "<needs lesson=\"unlock\"/>", "<film file=\"a.mp4\"/>", 12, 3, "no place in the lesson's own film" },
  { "<needs lesson=\"unlock\"/>", "<needs lesson=\"call\"/>", 7, 10, "no other lesson's id" },
  { "2026-11", "soon", 8, 22, "checked=\"soon\" is no month" },
  { "apps=\"home chat\"", "apps=\"home chap\"", 9, 10, "there is no app chap" },
  { "apps=\"home chat\"", "apps=\"home ../chat\"", 9, 10, "\"../chat\" is no app's name" },
  { "start=\"home/main\"", "start=\"home/attic\"", 9, 27, "there is no screen home/attic" },
  { "layouts=\"a b c\"", "layouts=\"a z\"", 9, 45, "layouts=\"a z\"" },
  { "<set key=\"chat.muted\" to=\"no\"/>", "<set key=\"chat.muted\" to=\"maybe\"/>", 10, 27, "maybe" },
  { "<set key=\"chat.muted\" to=\"no\"/>", "<set key=\"chat.mood\" to=\"no\"/>", 10, 10, "chat.mood" },
  { "<set key=\"chat.muted\" to=\"no\"/>", "<explode/>", 10, 5, "<explode> is not known inside <phone>" },
  { "id=\"who\"", "id=\"open-chat\"", 19, 9, "two steps with the id open-chat" },
  { "id=\"video\"", "id=\"open-chat\"", 25, 9, "two steps with the id open-chat" },
  { "id=\"give-up\"", "id=\"who\"", 47, 11, "two steps with the id who" },
  { "id=\"who\"", "id=\"Who is it\"", 19, 9, "id=\"Who is it\" is no id" },
  { "id=\"who\" ", "", 19, 3, "<step> lacks id" },
  { "tap=\"chat/fang\"", "tap=\"chat/fong\"", 19, 18, "the app chat has no element fong" },
  { "tap=\"chat/fang\"", "tap=\"mail/fang\"", 19, 18, "the phone of this lesson has no app mail" },
  { "tap=\"chat/fang\"", "tap=\"fang\"", 19, 18, "tap=\"fang\" names no element" },
  { "tap=\"chat/fang\"", "hold=\"chat/fang\"", 19, 18, "chat/fang does not answer hold" },
  { "tap=\"chat/fang\" ", "", 19, 3, "does not say what is done" },
  { "tap=\"chat/fang\"", "tap=\"chat/fang\" hold=\"chat/fang\"", 19, 34, "the step asks for tap and for hold" },
  { "until=\"screen=chat/list\"", "until=\"screen=chat/cellar\"", 12, 40, "until: " },
  { "until=\"chat.call=talking\"", "until=\"chat.call=singing\"", 25, 37, "until: " },
  { "until=\"chat.call=talking\"", "until=\"chat.mood=good\"", 25, 37, "until: " },
  { "until=\"chat.call=talking\" ", "", 25, 37, "the step waits for nothing" },
  { "wait=\"yes\"", "wait=\"perhaps\"", 25, 63, "wait=\"perhaps\"" },
  { "look=\"yes\"", "look=\"up\"", 28, 19, "look=\"up\"" },
  { " to=\"8\"", "", 31, 21, "drag does not say to" },
  { " to=\"8\"", " to=\"8\" direction=\"up\"", 31, 47, "direction has no meaning with drag" },
  { "<where>In the list.</where>", "", 19, 3, "the step does not say where" },
  { "<where>In the list.</where>", "<where layout=\"b\">In the list.</where>", 19, 3, "the step does not say where" },
  { "<where>In the list.</where>", "<where>A</where><where>B</where>", 20, 73, "<where> stands twice in <step>" },
  { "<where>In the list.</where>", "<where>A</where><where layout=\"d\">B</where>", 20, 73, "layout=\"d\" is not known" },
  { "<where>In the list.</where>", "<where>A</where><where layout=\"b\">B</where><where layout=\"b\">C</where>", 20, 100,
    "<where> stands twice for layout b" },
  { "<where>In the list.</where>", "<where>A</where><where place=\"b\">B</where>", 20, 80, "<where> has no attribute place" },
  { "<say>Tap her row.</say>", "<say layout=\"b\">Tap her row.</say>", 20, 38, "<say> has no attribute layout" },
  { "<say>Tap her row.</say>", "", 19, 3, "the step says nothing" },
  { "<say>Tap her row.</say>", "<say></say>", 20, 33, "<say> is empty" },
  { "<say>Tap her row.</say>", "<say>Tap <b>her</b></say>", 20, 42, "<b> stands inside the sentence of <say>" },
  { "<say>Tap her row.</say>", "<say xml:lang=\"zh_CN\">点</say>", 20, 38, "<say> translates nothing" },
  { "<say>Tap her row.</say>", "<say>A</say><say>B</say>", 20, 45, "<say> stands twice in <step>" },
  { "<title>Tap Xiaofang</title>", "", 19, 3, "the step has no title" },
  { "  <able>", "  so <able>", 3, 1, "loose words in <lesson>: \"so\"" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"chat.call=lost\"", 37, 9, "goal: " },
  { "key=\"chat.peer\"", "key=\"chat.pear\"", 41, 12, "there is no key chat.pear" },
  { "<why>That would ring somebody else.</why>", "", 41, 3, "the protection says no reason" },
  { "at=\"video\"", "at=\"audio\"", 42, 24, "the trap strikes at audio" },
  { "stages=\"guided alone\"", "stages=\"watch\"", 42, 52, "stages=\"watch\"" },
  { "<say>Nobody answers. What now?</say>", "", 42, 3, "the trap says nothing" },
  { "<line step=\"hang-up\"/>", "<line step=\"hang-out\"/>", 61, 11, "there is no step hang-out" },
};

static void
test_mistakes (void)
{
  /* The columns are those of the English alone. */
  g_autoptr (GRegex) translation = g_regex_new (" <([a-z-]+)[^>]* xml:lang=[^>]*>[^<]*</\\1>", 0, 0, NULL);
  g_autofree char *whole = dup_text ();
  g_autofree char *text = g_regex_replace_literal (translation, whole, -1, 0, "", 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    {
      const Mistake *mistake = &MISTAKES[i];
      g_autofree char *changed = fixture_replace (text, mistake->from, mistake->to);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = load_text (changed, issues);
      gboolean found = mistake->what == NULL;

      g_test_message ("%s -> %s", mistake->from, mistake->to);
      fixture_print_issues (issues);
      g_assert_null (lesson);
      g_assert_cmpuint (issues->len, >, 0);
      /* What its second name was is not missed as well. */
      if (mistake->what != NULL && strstr (mistake->what, "two steps") != NULL)
        g_assert_cmpuint (issues->len, ==, 1);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];

          g_assert_cmpint (issue->line, >, 0);
          g_assert_cmpint (issue->column, >, 0);
          g_assert_cmpstr (issue->mend, !=, "");
          if (strcmp (issue->mend, "Take it out") == 0 && strstr (issue->what, "has no attribute") == NULL)
            g_test_fail_printf ("no help: %s. %s", issue->what, issue->mend);
          if (strstr (issue->what, "Did you mean") != NULL || strstr (issue->what, "Write ") != NULL)
            g_test_fail_printf ("advice in the complaint: %s. %s", issue->what, issue->mend);
          found |= mistake->what != NULL && strstr (issue->what, mistake->what) != NULL
                   && issue->line == mistake->line && issue->column == mistake->column;
        }
      if (!found)
        g_test_fail_printf ("not told at %d:%d: %s", mistake->line, mistake->column, mistake->what);
    }
}

/* Advice that an author can follow. */
static void
test_advice (void)
{
  static const struct
  {
    const char *from, *to, *line;
  } CASES[] = {
    { "<set key=\"chat.muted\" to=\"no\"/>", "<klear key=\"chat.muted\"/>", "<klear> is not known inside <phone>. Did you mean “clear”?" },
    { "until=\"screen=chat/list\"", "until=\"screen=chat/lizt\"", "until: There is no screen “chat/lizt”. Did you mean “chat/list”?" },
    { "until=\"screen=chat/list\"", "until=\"screen=list\"", "until: There is no screen “list”. Write app.key=value" },
    { "until=\"chat.call=talking\"", "until=\"call=talking\"", "until: There is no key “call”. Write app.key=value" },
    { "until=\"chat.call=talking\"", "until=\"chat.call=talkign\"", "until: “chat.call” is never “talkign”. Did you mean “talking”?" },
    { "tap=\"chat/fang\"", "hold=\"chat/fang\"", "chat/fang does not answer hold. Give it <on gesture=\"hold\"> in the app, or write another step" },
    { "tap=\"chat/fang\"", "zoom=\"chat/fang\"", "chat/fang does not answer zoom. Name another element, or another gesture: a <row> can answer tap, hold" },
  };
  g_autofree char *text = dup_text ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *changed = fixture_replace (text, CASES[i].from, CASES[i].to);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = load_text (changed, issues);
      gboolean found = FALSE;

      fixture_print_issues (issues);
      g_assert_null (lesson);
      for (guint k = 0; k < issues->len; k++)
        {
          g_autofree char *line = hih_issue_to_string (issues->pdata[k]);

          found |= strstr (line, CASES[i].line) != NULL;
        }
      if (!found)
        g_test_fail_printf ("not told: %s", CASES[i].line);
    }
}

static void
test_missing (void)
{
  static const struct
  {
    const char *from, *to; /* what is cut out, both included */
    const char *what;
    int line, column;
  } CASES[] = {
    { "  <offline>", "</offline>", "the lesson has no offline way", 3, 1 },
    { "  <goal ", "</goal>", "the lesson has no goal", 3, 1 },
    { "  <phone ", "</phone>", "the lesson has no phone", 3, 1 },
    { "  <title>Call", "</title>", "the lesson has no title", 3, 1 },
    { "    <step id=\"give-up\"", "</trap>", "there is no way out of the trap", 42, 3 },
  };
  g_autofree char *text = dup_text ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      char *from = strstr (text, CASES[i].from);
      char *to = strstr (from, CASES[i].to) + strlen (CASES[i].to);
      g_autofree char *changed = g_strdup_printf ("%.*s%s%s", (int) (from - text), text,
                                                  strcmp (CASES[i].to, "</trap>") == 0 ? "</trap>" : "", to);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihLesson) lesson = load_text (changed, issues);
      gboolean found = FALSE;

      fixture_print_issues (issues);
      g_assert_null (lesson);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];

          found |= strstr (issue->what, CASES[i].what) != NULL && issue->line == CASES[i].line && issue->column == CASES[i].column;
        }
      g_assert_true (found);
    }
}

static void
test_newer_format_is_kind (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson
      = load_text ("<lesson id=\"x\" format=\"7\"><hologram/><step warp=\"9\"/></lesson>", issues);
  const HihIssue *issue;

  /* One sentence, not a list of what an older program does not know. */
  g_assert_null (lesson);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = issues->pdata[0];
  g_assert_cmpstr (issue->what, ==,
                   "this lesson was made for a newer Hand in Hand: it has format 7, this one reads format 1");
}

static void
test_step_kinds (void)
{
  guint n;
  const HihStepKind *const *kinds = hih_step_kind_list (&n);

  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < n; i++)
    {
      HihStep step = { .target = (char *) "a/b", .value = (char *) "up" };

      g_assert_true (hih_step_kind_find (kinds[i]->name) == kinds[i]);
      g_assert_cmpint (kinds[i]->needs_target, ==, kinds[i]->dup_gesture != NULL);
      g_assert_cmpint (kinds[i]->needs_value, ==, kinds[i]->value_attribute != NULL);
      if (kinds[i]->dup_gesture != NULL)
        {
          g_autoptr (HihGesture) gesture = kinds[i]->dup_gesture (&step);

          g_assert_cmpstr (gesture->target, ==, "a/b");
          g_assert_true (g_str_has_prefix (hih_gesture_kind_get_name (gesture->kind), kinds[i]->name));
        }
    }
  g_assert_null (hih_step_kind_find ("jump"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/read", test_read);
  g_test_add_func ("/lesson/where-by-layout", test_where_by_layout);
  g_test_add_func ("/lesson/content-hash", test_content_hash);
  g_test_add_func ("/lesson/mistakes", test_mistakes);
  g_test_add_func ("/lesson/advice", test_advice);
  g_test_add_func ("/lesson/missing", test_missing);
  g_test_add_func ("/lesson/newer-format", test_newer_format_is_kind);
  g_test_add_func ("/lesson/step-kinds", test_step_kinds);
  return g_test_run ();
}
