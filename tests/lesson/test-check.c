/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The validator: what only performing shows, films, the examples and the real lessons, the schema. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-check.h"
#include "lesson-fixture.h"

static char *tmp_dir;

static GPtrArray *
check_text (const char *text)
{
  g_autofree char *path = g_build_filename (tmp_dir, "call.xml", NULL);
  g_autofree char *apps = fixture_path ("apps");
  GPtrArray *issues = hih_issues_new ();

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpuint (hih_check_path (path, apps, NULL, issues, NULL), ==, 1);
  fixture_print_issues (issues);
  return issues;
}

typedef struct
{
  const char *from;
  const char *to;
  int line, column;
  const char *what;
} Mistake;

/* Nothing but performing the lesson shows these. */
static const Mistake MISTAKES[] = {
  { "tap=\"chat/fang\"", "tap=\"chat/end\"", 19, 18,
    "in layout a the step cannot be done: chat/end is not on the screen chat/list" },
  { "until=\"screen=chat/list\"", "until=\"screen=chat/talk\"", 12, 24,
    "tap on home/chat does not bring about \"screen=chat/talk\"" },
  { "until=\"screen=chat/list\"", "until=\"screen=home/main\"", 12, 40, "the step is met before it begins" },
  { " wait=\"yes\"", "", 25, 3, "the result of the step takes time" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"chat.call=ended chat.draft=Bye\"", 37, 9,
    "the goal \"chat.call=ended chat.draft=Bye\" is not reached" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"chat.draft=Hello\"", 37, 9,
    "the goal is reached by step write, so step video would never be asked for alone" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"screen=home/main\"", 37, 9,
    "the goal holds before the lesson begins" },
  { "until=\"chat.message=yes\"", "until=\"chat.message=yes screen=chat/call\"", 50, 30,
    "the trap cannot be recovered from: in layout a" },
  { "    <open screen=\"chat/call\"/>\n", "\n", 47, 39, "the step is met before it begins" },
};

static void
test_mistakes (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    {
      g_autofree char *changed = fixture_replace (text, MISTAKES[i].from, MISTAKES[i].to);
      g_autoptr (GPtrArray) issues = NULL;
      gboolean found = FALSE;

      /* The trap that strikes without its screen is one where "none" holds already. */
      if (MISTAKES[i].line == 47)
        {
          g_autofree char *calm = fixture_replace (changed, "<set key=\"chat.call\" to=\"dialling\"/>", "");

          g_free (g_steal_pointer (&changed));
          changed = g_steal_pointer (&calm);
        }
      issues = check_text (changed);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];

          found |= issue->line == MISTAKES[i].line && issue->column == MISTAKES[i].column && strstr (issue->what, MISTAKES[i].what) != NULL;
        }
      if (!found)
        g_test_message ("not told at %d:%d: %s", MISTAKES[i].line, MISTAKES[i].column, MISTAKES[i].what);
      g_assert_true (found);
    }
}

/* Nobody listens for longer than twenty seconds, in any language. */
static void
test_spoken (void)
{
  static const struct
  {
    const char *from, *again, *what;
  } CASES[] = {
    { "<say>Wave to her.", " And wave, with a friendly smile", "the film stays at the step for" },
    { "<say>Write a letter.", " A letter is good at all times", "the film stays at the offline way for" },
    { "<say xml:lang=\"zh_CN\">问服务台。", "再问问那里的工作人员，", "seconds (zh_CN)" },
    /* A number is said digit by digit, and a digit is a word. */
    { "<say>Wave to her.", " 6255", "the film stays at the step for" },
    { "<say xml:lang=\"zh_CN\">问服务台。", "6255，", "seconds (zh_CN)" },
  };
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) to = g_string_new (CASES[i].from);
      g_autofree char *changed = NULL;
      g_autoptr (GPtrArray) issues = NULL;

      for (guint k = 0; k < 12; k++)
        g_string_append (to, CASES[i].again);
      changed = fixture_replace (text, CASES[i].from, to->str);
      issues = check_text (changed);
      fixture_print_issues (issues);
      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_nonnull (strstr (((HihIssue *) issues->pdata[0])->what, CASES[i].what));
    }
}

/* Two things on the screen that look the same: which one is meant? */
static void
test_twins (void)
{
  g_autofree char *apps = g_build_filename (tmp_dir, "apps", NULL);
  g_autofree char *lesson = fixture_path ("family/call.xml");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  static const char *const NAMES[] = { "system.xml", "home.xml", "chat.xml" };

  g_mkdir_with_parents (apps, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *in_data = g_build_filename ("apps", NAMES[i], NULL);
      g_autofree char *from = fixture_path (in_data);
      g_autofree char *to = g_build_filename (apps, NAMES[i], NULL);
      g_autofree char *text = NULL;
      g_autofree char *changed = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      changed = i == 1 ? fixture_replace (text, "<tile id=\"lamp\" picture=\"tile-weather\"> <title>Lamp</title>",
                                  "<tile id=\"lamp\" picture=\"tile-chat\"> <title>Chat</title>")
                       : g_strdup (text);
      g_assert_true (g_file_set_contents (to, changed, -1, NULL));
    }
  hih_check_path (lesson, apps, NULL, issues, NULL);
  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_nonnull (strstr (((HihIssue *) issues->pdata[0])->what, "home/chat cannot be told from another"));
}

static void
test_pictures (void)
{
  g_autofree char *dir = fixture_path (".");
  g_autofree char *apps = fixture_path ("apps");
  g_autoptr (GPtrArray) without = hih_issues_new ();
  g_autoptr (GPtrArray) missing = hih_issues_new ();
  guint in_lesson = 0, in_app = 0;

  g_assert_cmpuint (hih_check_path (dir, NULL, NULL, without, NULL), ==, 8);
  fixture_print_issues (without);
  g_assert_cmpuint (without->len, ==, 0);
  hih_check_path (dir, apps, tmp_dir, missing, NULL);
  for (guint i = 0; i < missing->len; i++)
    {
      const HihIssue *issue = missing->pdata[i];

      in_lesson += issue->line == 28 && issue->column == 30 && strstr (issue->what, "there is no picture scene-hold-up") != NULL;
      in_app += strstr (issue->what, "there is no icon hangup") != NULL;
    }
  g_assert_cmpuint (in_lesson, ==, 1);
  g_assert_cmpuint (in_app, ==, 1);
}

static gint64
measure_cb (const char *path, char **reason, char **captions)
{
  if (g_str_has_suffix (path, "wordless.webm"))
    *captions = g_strdup ("they are noise");
  if (g_str_has_suffix (path, "bad.webm"))
    *reason = g_strdup ("it is noise");
  return g_str_has_suffix (path, "bad.webm") ? -1 : 2000;
}

/* A lesson's own film is told at <film file>, a step's time at the attribute. */
static void
test_films (void)
{
  static const struct
  {
    const char *film;
    const char *times;
    const char *told; /* LINE:COLUMN: what */
  } CASES[] = {
    { "none.webm", "film-start=\"0\" film-end=\"2\"", "2:9: there is no film none.webm" },
    { "bad.webm", "film-start=\"0\" film-end=\"2\"", "2:9: the film bad.webm cannot be played: it is noise" },
    { "good.webm", "film-start=\"0\" film-end=\"2.5\"", "5:43: the step ends in the film after its end: the film lasts 2.0 seconds" },
    { "good.webm", "film-start=\"3\" film-end=\"4\"", "5:28: the step begins in the film after its end: the film lasts 2.0 seconds" },
    { "wordless.webm", "film-start=\"0\" film-end=\"2\"",
      "2:9: the captions beside the film wordless.webm cannot be used: they are noise" },
    { "good.webm", "film-start=\"0\" film-end=\"2\"", NULL },
  };
  g_autofree char *path = g_build_filename (tmp_dir, "own.xml", NULL);
  g_autofree char *good = g_build_filename (tmp_dir, "good.webm", NULL);
  g_autofree char *bad = g_build_filename (tmp_dir, "bad.webm", NULL);
  g_autofree char *wordless = g_build_filename (tmp_dir, "wordless.webm", NULL);
  g_autofree char *apps = fixture_path ("apps");

  g_assert_true (g_file_set_contents (good, "x", 1, NULL));
  g_assert_true (g_file_set_contents (bad, "x", 1, NULL));
  g_assert_true (g_file_set_contents (wordless, "x", 1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autofree char *text = g_strdup_printf (
        "<lesson id=\"own\" topic=\"family\" format=\"1\" minutes=\"1\"> <title>T</title>\n"
        "  <film file=\"%s\"/>\n"
        "  <phone apps=\"home chat\" start=\"home/main\"/>\n"
        "\n"
        "  <step tap=\"home/chat\"    %s id=\"a\" until=\"screen=chat/list\"><title>A</title><say>B</say><where>C</where></step>\n"
        "  <goal when=\"screen=chat/list\"><say>G</say></goal> <trap use=\"lost\" at=\"a\"/> <offline><say>O</say></offline>\n"
        "</lesson>", CASES[i].film, CASES[i].times);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      hih_check_path_with_films (path, apps, NULL, measure_cb, issues, NULL, NULL);
      fixture_print_issues (issues);
      g_assert_cmpuint (issues->len, ==, CASES[i].told != NULL ? 1 : 0);
      if (CASES[i].told != NULL)
        {
          g_autofree char *line = hih_issue_to_string (issues->pdata[0]);

          g_assert_nonnull (strstr (line, CASES[i].told));
        }
    }
}

/* The records, the film and the cards find a lesson by its file: another id would be another lesson. */
static void
test_other_name (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  const HihIssue *issue;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = fixture_replace (text, "id=\"call\"", "id=\"ring\"");
  issues = check_text (changed);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = issues->pdata[0];
  g_assert_cmpint (issue->line, ==, 3);
  g_assert_cmpint (issue->column, ==, 9);
  g_assert_cmpstr (issue->what, ==, "the lesson in this file has the id ring");
}

/* A sentence that lacks a language which others of its file have: in a lesson, and in the apps that it uses. A number
 * is read in any language. */
static void
test_languages (void)
{
  static const struct
  {
    const char *title, *app_title, *told; /* (nullable) FILE:LINE:COLUMN: what */
  } CASES[] = {
    { "<title>Call</title>", "<title>House</title>", "talk.xml:1:63: <title> has no words in zh_CN" },
    { "<title>Call</title><title xml:lang='zh-CN'>打电话</title>", "<title>House</title>", "house.xml:1:54: <title> has no words in zh_CN" },
    { "<title>Call</title><title xml:lang='zh_CN'>打电话</title>", "<title>12.50</title>", NULL },
    { "<title>120</title>", "<title>House</title><title xml:lang='zh_CN'>家</title>", NULL },
  };
  g_autofree char *apps = g_build_filename (tmp_dir, "worded-apps", NULL);
  g_autofree char *path = g_build_filename (tmp_dir, "talk.xml", NULL);
  g_autofree char *house = g_build_filename (apps, "house.xml", NULL);
  g_autofree char *system = fixture_path ("apps/system.xml");
  g_autofree char *system_text = NULL, *to = g_build_filename (apps, "system.xml", NULL);

  g_mkdir_with_parents (apps, 0700);
  g_assert_true (g_file_get_contents (system, &system_text, NULL, NULL));
  g_assert_true (g_file_set_contents (to, system_text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autofree char *line = NULL;
      g_autofree char *lesson = g_strdup_printf (
        "<lesson id='talk' topic='family' format='1' minutes='1'>      %s\n"
        "<phone apps='house' start='house/main'/>\n"
        "<step id='go' tap='house/go' until='house.done=yes'><title>1</title><say>2</say><where>3</where></step>\n"
        "<goal when='house.done=yes'><say>Go.</say><say xml:lang='zh_CN'>走。</say></goal>\n"
        "<trap id='t' at='go' kind='no-network'><set key='house.lost' to='yes'/><say>4</say><tell>5</tell>\n"
        "<step id='out' tap='house/out' until='house.lost=no'><title>6</title><say>7</say><where>8</where></step></trap>\n"
        "<offline><say>9</say></offline></lesson>", CASES[i].title);
      g_autofree char *app = g_strdup_printf (
        "<app id='house' format='1' picture='tile-gear'>      %s\n"
        "<state key='done' type='flag'/><state key='lost' type='flag'/>\n"
        "<screen id='main' root='yes'><title>Go</title><title xml:lang='zh_CN'>走</title>\n"
        "<button id='go'><title>1</title><on><set key='done' to='yes'/></on></button>\n"
        "<button id='out'><title>2</title><on><set key='lost' to='no'/></on></button></screen></app>", CASES[i].app_title);

      g_assert_true (g_file_set_contents (path, lesson, -1, NULL));
      g_assert_true (g_file_set_contents (house, app, -1, NULL));
      g_assert_cmpuint (hih_check_path (path, apps, NULL, issues, NULL), ==, 1);
      fixture_print_issues (issues);
      for (guint k = 0; k < issues->len && line == NULL; k++)
        {
          g_autofree char *told = hih_issue_to_string (issues->pdata[k]);

          if (CASES[i].told == NULL ? strstr (told, "no words in") != NULL : strstr (told, CASES[i].told) != NULL)
            line = g_steal_pointer (&told);
        }
      g_assert_cmpint (line != NULL, ==, CASES[i].told != NULL);
    }
}

/* Words that nobody ever hears. */
static void
test_unused_layout (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;
  g_autofree char *worded = NULL;
  g_autofree char *narrow = NULL;
  g_autoptr (GPtrArray) good = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  const HihIssue *issue;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  worded = fixture_replace (text, "<where xml:lang=\"zh_CN\">在第一排。</where>",
                            "<where xml:lang=\"zh_CN\">在第一排。</where>\n<where layout=\"c\">Further down.</where>"
                            "<where layout=\"c\" xml:lang=\"zh_CN\">再往下。</where>");
  narrow = fixture_replace (worded, "layouts=\"a b c\"", "layouts=\"a b\"");
  good = check_text (worded);
  g_assert_cmpuint (good->len, ==, 0);
  issues = check_text (narrow);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = issues->pdata[0];
  g_assert_cmpint (issue->line, ==, 17);
  g_assert_cmpint (issue->column, ==, 8);
  g_assert_cmpstr (issue->what, ==, "the lesson is never shown in layout c");
}

/* What can be given away in a trap is found out whatever the trap is called: by its slips, by what it protects, by its
 * label. Each row is the drill of the tests, its screen or the lesson round it, changed. */
static void
test_fraud (void)
{
  static const struct
  {
    const char *mark;    /* in place of the screen's label */
    const char *kind;
    const char *tell;    /* in place of what is told after a slip */
    const char *ask;     /* in place of the step of asking */
    const char *protect; /* in the lesson */
    const char *what;    /* NULL: it is good */
  } CASES[] = {
    { "<mark id='drill' what='scam'/>", "scam", "", "", "", NULL },
    /* "Somebody asks for your code" is a fraud under any name and label. */
    { "<mark id='drill' what='drill'/>", "permission", "", "", "", "that is a fraud, and alarm/ask does not say so" },
    { "<mark id='drill' what='drill'/>", "notice", "", "", "", "only practice of a fraud" },
    { "<mark id='drill' what='payment'/>", "notice", "", "", "", "only practice of a fraud" },
    { "", "scam", "", "", "", "practised on alarm/ask, which does not say that it is only practice" },
    { "", "password", "", "", "", "practised on alarm/ask, which does not say that it is only practice" },
    { "", "fake-service", "", "", "", "practised on alarm/ask, which does not say that it is only practice" },
    { "<mark id='drill' what='practice'/>", "scam", "", "", "", "practised on alarm/ask" },
    /* Another name, and the label of a password that is made up: what is given away is no password. */
    { "<mark id='drill' what='practice'/>", "notice", "", "", "", "practised on alarm/ask" },
    { "<mark id='drill' what='scam' when='given=no'/>", "fraud", "", "", "", "practised on alarm/ask" },
    { "<mark id='drill' what='scam'/>", "fraud", "none", "", "", "tells the same to those who gave something away" },
    { "", "fraud", "none", "", "<protect key='alarm.given'><why>1</why></protect>",
      "a tap on alarm/tell gives alarm.given=yes away, and no slip says so" },
    { "<mark id='drill' what='scam'/>", "fraud", "", "none", "", "does not end with asking a person" },
  };
  static const char *const NAMES[] = { "system.xml", "home.xml", "chat.xml", "alarm.xml" };
  g_autofree char *dir = g_build_filename (tmp_dir, "fraud", NULL);
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);
  g_autofree char *drills = g_build_filename (dir, "drills", NULL);
  g_autofree char *drill_from = fixture_path ("drills/lost.xml");
  g_autofree char *drill_to = g_build_filename (drills, "lost.xml", NULL);
  g_autofree char *lesson_from = fixture_path ("family/call.xml");
  g_autofree char *lesson_to = g_build_filename (dir, "call.xml", NULL);
  g_autofree char *drill = NULL;
  g_autofree char *lesson = NULL;

  g_mkdir_with_parents (apps, 0700);
  g_mkdir_with_parents (drills, 0700);
  g_assert_true (g_file_get_contents (drill_from, &drill, NULL, NULL));
  g_assert_true (g_file_get_contents (lesson_from, &lesson, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (GString) changed = g_string_new (drill);
      g_autoptr (GString) around = g_string_new (lesson);
      g_autofree char *put_in = g_strdup_printf ("%s<trap use=\"lost\" at=\"write\"/>\n<offline>", CASES[i].protect);
      gboolean found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (NAMES); k++)
        {
          g_autofree char *in_data = g_build_filename ("apps", NAMES[k], NULL);
          g_autofree char *from = fixture_path (in_data);
          g_autofree char *to = g_build_filename (apps, NAMES[k], NULL);
          g_autofree char *text = NULL;
          g_autofree char *app = NULL;

          g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
          app = k == 3 ? fixture_replace (text, "<mark id=\"drill\" what=\"scam\"/>", CASES[i].mark) : g_strdup (text);
          g_assert_true (g_file_set_contents (to, app, -1, NULL));
        }
      g_string_replace (changed, "kind=\"scam\"", "kind=\"KIND\"", 1);
      g_string_replace (changed, "KIND", CASES[i].kind, 1);
      if (*CASES[i].tell != '\0')
        {
          g_string_replace (changed, "  <tell when=\"alarm.given=yes\">Good that this is practice.</tell>\n", "", 1);
          g_string_replace (changed, "  <tell when=\"alarm.given=yes\" xml:lang=\"zh_CN\">好在这是练习。</tell>\n", "", 1);
        }
      if (*CASES[i].ask != '\0')
        {
          char *ask = strstr (changed->str, "  <step id=\"ask\"");

          g_string_truncate (changed, (gsize) (ask - changed->str));
          g_string_append (changed, "</drill>\n");
        }
      g_assert_cmpuint (g_string_replace (around, "<offline>", put_in, 1), ==, 1);
      g_assert_true (g_file_set_contents (drill_to, changed->str, -1, NULL));
      g_assert_true (g_file_set_contents (lesson_to, around->str, -1, NULL));
      hih_check_path (lesson_to, apps, NULL, issues, NULL);
      fixture_print_issues (issues);
      g_assert_cmpuint (issues->len, ==, CASES[i].what != NULL ? 1 : 0);
      for (guint k = 0; k < issues->len; k++)
        found |= strstr (((HihIssue *) issues->pdata[k])->what, CASES[i].what) != NULL;
      if (CASES[i].what != NULL && !found)
        g_test_fail_printf ("row %u is not told: %s", i, CASES[i].what);
    }
}

/* What is ours must be good. */

static void
check_ours (const char *name, guint at_least)
{
  g_autofree char *dir = fixture_lessons_path (name);
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);
  g_autofree char *media = fixture_lessons_path ("../media");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  guint n = hih_check_path (dir, apps, media, issues, NULL);

  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpuint (n, >=, at_least);
}

static void
test_examples (void)
{
  check_ours ("examples", 3);
}

/* What no lesson goes through yet is gone through by one of the tests', on the apps as trainees get them. */
static void
test_doctor (void)
{
  g_autofree char *path = fixture_path ("../ours/see-a-doctor.xml");
  g_autofree char *apps = fixture_lessons_path ("apps");
  g_autofree char *media = fixture_lessons_path ("../media");
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  g_assert_cmpuint (hih_check_path (path, apps, media, issues, NULL), ==, 1);
  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 0);
}

static void
test_lessons (void)
{
  check_ours (".", 11);
}

/* 0: accepted. */
static int
run_schema (const char *xmllint, const char *path)
{
  static const char schema[] = HIH_BUILD_ROOT "/lessons/lesson.rng";
  const char *argv[] = { xmllint, "--nonet", "--noout", "--relaxng", schema, path, NULL };
  g_autofree char *out = NULL;
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &out, &status, NULL));
  g_test_message ("%s", out);
  return status;
}

static void
accept_folder (const char *xmllint, const char *dir, guint *n)
{
  g_autoptr (GDir) handle = g_dir_open (dir, 0, NULL);
  const char *name;

  while (handle != NULL && (name = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        accept_folder (xmllint, path, n);
      else if (g_str_has_suffix (name, ".xml"))
        {
          g_assert_cmpint (run_schema (xmllint, path), ==, 0);
          (*n)++;
        }
    }
}

static void
test_schema (void)
{
  static const char *const BAD[][2] = {
    { "<goal ", "<sing/><goal " },
    { "tap=\"home/chat\"", "tap=\"home/chat\" warp=\"9\"" },
    { "minutes=\"8\"", "minutes=\"soon\"" },
    { "<open screen=\"chat/call\"/>", "<explode/>" },
    { "<offline>", "<offline><step id=\"x\"/>" },
  };
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  g_autofree char *lessons = fixture_lessons_path (".");
  g_autofree char *data = fixture_path (".");
  g_autofree char *call = fixture_path ("family/call.xml");
  g_autofree char *bad = g_build_filename (tmp_dir, "bad.xml", NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_nonnull (xmllint);
  accept_folder (xmllint, lessons, &n);
  accept_folder (xmllint, data, &n);
  g_assert_cmpuint (n, >, 15);
  g_assert_true (g_file_get_contents (call, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_autofree char *changed = fixture_replace (text, BAD[i][0], BAD[i][1]);

      g_assert_true (g_file_set_contents (bad, changed, -1, NULL));
      g_assert_cmpint (run_schema (xmllint, bad), !=, 0);
    }
  {
    const char *trap = strstr (text, "<trap ");
    g_autofree char *trapless = g_strdup_printf ("%.*s%s", (int) (trap - text), text, strstr (text, "</trap>") + strlen ("</trap>"));

    g_assert_true (g_file_set_contents (bad, trapless, -1, NULL));
    g_assert_cmpint (run_schema (xmllint, bad), !=, 0);
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tmp_dir = g_dir_make_tmp ("hih-check-XXXXXX", NULL);
  g_test_add_func ("/check/mistakes", test_mistakes);
  g_test_add_func ("/check/twins", test_twins);
  g_test_add_func ("/check/pictures", test_pictures);
  g_test_add_func ("/check/films", test_films);
  g_test_add_func ("/check/other-name", test_other_name);
  g_test_add_func ("/check/unused-layout", test_unused_layout);
  g_test_add_func ("/check/languages", test_languages);
  g_test_add_func ("/check/fraud", test_fraud);
  g_test_add_func ("/check/examples", test_examples);
  g_test_add_func ("/check/doctor", test_doctor);
  g_test_add_func ("/check/spoken", test_spoken);
  g_test_add_func ("/check/lessons", test_lessons);
  g_test_add_func ("/check/schema", test_schema);
  result = g_test_run ();
  {
    g_autofree char *command = g_strdup_printf ("rm -r '%s'", tmp_dir);

    g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  }
  g_free (tmp_dir);
  return result;
}
