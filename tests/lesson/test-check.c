/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The validator: what only performing shows, hostile files, the examples and the real lessons, the schema. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hih-check.h"
#include "lesson-fixture.h"

static char *tmp_dir;

static char *
replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

static GPtrArray *
check_text (const char *text)
{
  g_autofree char *path = g_build_filename (tmp_dir, "x.xml", NULL);
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
  int line;
  const char *what;
} Mistake;

/* Nothing but performing the lesson shows these. */
static const Mistake MISTAKES[] = {
  { "tap=\"chat/fang\"", "tap=\"chat/end\"", 19,
    "in layout a the step cannot be done: chat/end is not on the screen chat/list" },
  { "until=\"screen=chat/list\"", "until=\"screen=chat/talk\"", 12,
    "tap on home/chat does not bring about \"screen=chat/talk\"" },
  { "until=\"screen=chat/list\"", "until=\"screen=home/main\"", 12, "the step is met before it begins" },
  { " wait=\"yes\"", "", 25, "the result of the step takes time" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"chat.call=ended chat.draft=Bye\"", 37,
    "the goal \"chat.call=ended chat.draft=Bye\" is not reached" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"chat.draft=Hello\"", 37,
    "the goal is reached by step write, so step video would never be asked for alone" },
  { "when=\"chat.call=ended chat.draft=Hello\"", "when=\"screen=home/main\"", 37,
    "the goal holds before the lesson begins" },
  { "until=\"chat.message=yes\"", "until=\"chat.message=yes screen=chat/call\"", 50,
    "the trap cannot be recovered from: in layout a" },
  { "    <open screen=\"chat/call\"/>\n", "\n", 47, "the step is met before it begins" },
};

static void
test_mistakes (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (MISTAKES); i++)
    {
      g_autofree char *changed = replace (text, MISTAKES[i].from, MISTAKES[i].to);
      g_autoptr (GPtrArray) issues = NULL;
      gboolean found = FALSE;

      /* The trap that strikes without its screen is one where "none" holds already. */
      if (MISTAKES[i].line == 47)
        {
          g_autofree char *calm = replace (changed, "<set key=\"chat.call\" to=\"dialling\"/>", "");

          g_free (g_steal_pointer (&changed));
          changed = g_steal_pointer (&calm);
        }
      issues = check_text (changed);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];

          found |= issue->line == MISTAKES[i].line && strstr (issue->what, MISTAKES[i].what) != NULL;
        }
      if (!found)
        g_test_message ("not told at %d: %s", MISTAKES[i].line, MISTAKES[i].what);
      g_assert_true (found);
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
      changed = i == 1 ? replace (text, "<tile id=\"lamp\" picture=\"tile-weather\"> <title>Lamp</title>",
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

  g_assert_cmpuint (hih_check_path (dir, NULL, NULL, without, NULL), ==, 6);
  fixture_print_issues (without);
  g_assert_cmpuint (without->len, ==, 0);
  hih_check_path (dir, apps, tmp_dir, missing, NULL);
  for (guint i = 0; i < missing->len; i++)
    {
      const HihIssue *issue = missing->pdata[i];

      in_lesson += issue->line == 28 && strstr (issue->what, "there is no picture scene-hold-up") != NULL;
      in_app += strstr (issue->what, "there is no icon hangup") != NULL;
    }
  g_assert_cmpuint (in_lesson, ==, 1);
  g_assert_cmpuint (in_app, ==, 1);
}

/* Hostile files: refused by a limit of the work done, not of the time; `hostile` in tests/bench says how long it takes. */

static char *
make_deep (void)
{
  GString *text = g_string_new ("<lesson>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<step>");
  return g_string_free (text, FALSE);
}

static char *
make_wide (void)
{
  GString *text = g_string_new ("<lesson>");

  for (guint i = 0; i < 140000; i++)
    g_string_append (text, "<step/>");
  g_string_append (text, "</lesson>");
  return g_string_free (text, FALSE);
}

static char *
make_huge_attribute (void)
{
  g_autofree char *value = g_strnfill (900000, 'a');

  return g_strdup_printf ("<lesson id=\"%s\" format=\"1\"/>", value);
}

static char *
make_many_attributes (void)
{
  GString *text = g_string_new ("<lesson");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, " a%u=\"1\"", i);
  g_string_append (text, "/>");
  return g_string_free (text, FALSE);
}

static char *
make_laughs (void)
{
  return g_strdup ("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">"
                   "<!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;\">]>\n<lesson id=\"x\" format=\"1\"><title>&lol3;</title>"
                   "</lesson>");
}

static char *
make_external_entity (void)
{
  return g_strdup ("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><lesson><title>&x;</title></lesson>");
}

static char *
make_long_tag (void)
{
  g_autofree char *name = g_strnfill (1000000, 'x');

  return g_strdup_printf ("<%s/>", name);
}

static char *
make_unclosed (void)
{
  return g_strdup ("<lesson id=\"x");
}

static char *
make_binary (void)
{
  return g_strdup ("\xff\xfe<\x01lesson\x7f>");
}

static char *
make_empty (void)
{
  return g_strdup ("");
}

static char *
make_many_mistakes (void)
{
  GString *text = g_string_new ("<lesson id=\"x\" format=\"1\" topic=\"t\" minutes=\"1\">");

  for (guint i = 0; i < 15000; i++)
    g_string_append (text, "<step tap=\"a/b\" x=\"\"/>");
  g_string_append (text, "</lesson>");
  return g_string_free (text, FALSE);
}

static char *
make_many_step_names (void)
{
  GString *text = g_string_new ("<lesson id=\"x\" format=\"1\" topic=\"t\" minutes=\"1\"><phone apps=\"home\" "
                                "start=\"home/main\"/>");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "<step id=\"s%u\" tap=\"home/b%u\" until=\"home.x%u=1\"/>", i, i, i);
  g_string_append (text, "</lesson>");
  return g_string_free (text, FALSE);
}

/* Each step is good; there are only too many to perform. */
static char *
make_many_steps (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;
  GString *steps = g_string_new (NULL);
  char *made;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (steps,
                            "<step id=\"s%u\" tap=\"home/lamp\"><title>A</title><say>B</say><where>C</where></step>\n", i);
  g_string_append (steps, "<step id=\"open-chat\"");
  made = replace (text, "<step id=\"open-chat\"", steps->str);
  g_string_free (steps, TRUE);
  return made;
}

typedef struct
{
  const char *name;
  char *(*make) (void);
  const char *what;
} Hostile;

static const Hostile HOSTILE[] = {
  { "deep", make_deep, "deeper than 24 levels" },
  { "wide", make_wide, "more than 20000 elements" },
  { "huge-attribute", make_huge_attribute, "is too long" },
  { "many-attributes", make_many_attributes, "attributes" },
  { "laughs", make_laughs, "Entity name" },
  { "external-entity", make_external_entity, "Entity name" },
  { "long-tag", make_long_tag, "name is too long" },
  { "unclosed", make_unclosed, "Document ended unexpectedly" },
  { "binary", make_binary, "must begin with an element" },
  { "empty", make_empty, "empty" },
  { "many-mistakes", make_many_mistakes, "more than 60 steps" },
  { "many-steps", make_many_steps, "more than 60 steps" },
  { "many-step-names", make_many_step_names, "more than 60 steps" },
};

static void
assert_refused (const char *path, const char *what)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *apps = fixture_path ("apps");
  gboolean found = FALSE;

  hih_check_path (path, apps, NULL, issues, NULL);
  for (guint i = 0; i < issues->len; i++)
    found |= strstr (((const HihIssue *) issues->pdata[i])->what, what) != NULL;
  if (!found)
    fixture_print_issues (issues);
  g_assert_true (found);
  /* An author reads one screen of them; a hostile file shall not fill the memory with them. */
  g_assert_cmpuint (issues->len, <=, 200);
}

static void
test_hostile_text (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autofree char *text = hostile->make ();
  g_autofree char *path = g_build_filename (tmp_dir, "hostile.xml", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_clear_pointer (&text, g_free);
  assert_refused (path, hostile->what);
}

static void
test_hostile_files (void)
{
  g_autofree char *large = g_build_filename (tmp_dir, "large.xml", NULL);
  g_autofree char *fifo = g_build_filename (tmp_dir, "fifo.xml", NULL);
  g_autofree char *zero = g_build_filename (tmp_dir, "zero.xml", NULL);
  g_autofree char *loop = g_build_filename (tmp_dir, "loop.xml", NULL);
  g_autofree char *none = g_build_filename (tmp_dir, "none.xml", NULL);
  int fd = g_open (large, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 100 * 1024 * 1024), ==, 0);
  close (fd);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", zero), ==, 0);
  g_assert_cmpint (symlink ("loop.xml", loop), ==, 0);
  assert_refused (large, "larger than");
  assert_refused (fifo, "not a regular file");
  assert_refused (zero, "not a regular file");
  assert_refused ("/dev/zero", "not a regular file");
  assert_refused (loop, "cannot be read");
  assert_refused (none, "cannot be read");
}

/* A folder that holds itself. */
static void
test_hostile_folder (void)
{
  g_autofree char *dir = g_build_filename (tmp_dir, "folder", NULL);
  g_autofree char *self = g_build_filename (dir, "again", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  g_mkdir (dir, 0700);
  g_assert_cmpint (symlink (".", self), ==, 0);
  g_assert_cmpuint (hih_check_path (dir, NULL, NULL, issues, NULL), ==, 0);
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

static void
test_lessons (void)
{
  check_ours (".", 11);
}

/* 0: accepted. */
static int
run_schema (const char *xmllint, const char *path)
{
  g_autofree char *schema = fixture_lessons_path ("lesson.rng");
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

  if (xmllint == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }
  accept_folder (xmllint, lessons, &n);
  accept_folder (xmllint, data, &n);
  g_assert_cmpuint (n, >, 15);
  g_assert_true (g_file_get_contents (call, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_autofree char *changed = replace (text, BAD[i][0], BAD[i][1]);

      g_assert_true (g_file_set_contents (bad, changed, -1, NULL));
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
  for (guint i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    {
      g_autofree char *path = g_strconcat ("/check/hostile/", HOSTILE[i].name, NULL);

      g_test_add_data_func (path, &HOSTILE[i], test_hostile_text);
    }
  g_test_add_func ("/check/hostile/files", test_hostile_files);
  g_test_add_func ("/check/hostile/folder", test_hostile_folder);
  g_test_add_func ("/check/examples", test_examples);
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
