/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made to hurt the validator: each is refused, by a limit that is named. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hih-check.h"
#include "hih-markup.h"
#include "hih-scene.h"
#include "lesson-fixture.h"

static char *tmp_dir;

/* The fixture's apps, with @n pieces (each gets its number twice) put before @before into @file. */
static void
copy_apps (const char *apps, const char *file, const char *before, guint n, const char *piece)
{
  static const char *const NAMES[] = { "system.xml", "home.xml", "chat.xml" };

  g_mkdir_with_parents (apps, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *in_data = g_build_filename ("apps", NAMES[i], NULL);
      g_autofree char *from = fixture_path (in_data);
      g_autofree char *to = g_build_filename (apps, NAMES[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GString) changed = NULL;
      const char *at;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      at = strcmp (NAMES[i], file) == 0 ? strstr (text, before) : text + strlen (text);
      g_assert_nonnull (at);
      changed = g_string_new_len (text, at - text);
      for (guint k = 0; k < n && strcmp (NAMES[i], file) == 0; k++)
        {
          g_autofree char *number = g_strdup_printf ("%u", k);
          g_auto (GStrv) parts = g_strsplit (piece, "%u", -1);
          g_autofree char *one = g_strjoinv (number, parts);

          g_string_append (changed, one);
        }
      g_string_append (changed, at);
      g_assert_true (g_file_set_contents (to, changed->str, -1, NULL));
    }
}

/* Each step and each screen is allowed; all of them together would take for ever. */
static void
test_too_much_to_perform (void)
{
  g_autofree char *apps = g_build_filename (tmp_dir, "wide-apps", NULL);
  g_autofree char *path = g_build_filename (tmp_dir, "call.xml", NULL);
  g_autofree char *lesson = fixture_path ("family/call.xml");
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const HihIssue *issue;
  guint64 before;

  copy_apps (apps, "home.xml", "<tile id=\"lamp\"", 150,
             "<tile id=\"more%u\" picture=\"tile-weather\"><title>M%u</title></tile>\n");
  g_assert_true (g_file_get_contents (lesson, &text, NULL, NULL));
  for (guint i = 0; i < 45; i++)
    g_string_append_printf (steps, "<step id=\"s%u\" tap=\"home/lamp\"><title>1</title><say>2</say><where>3</where></step>\n", i);
  g_string_append (steps, "<step id=\"open-chat\"");
  made = fixture_replace (text, "<step id=\"open-chat\"", steps->str);
  g_assert_true (g_file_set_contents (path, made, -1, NULL));
  before = hih_scene_get_work ();
  hih_check_path (path, apps, NULL, issues, NULL);
  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = issues->pdata[0];
  g_assert_nonnull (strstr (issue->what, "performing the lesson takes too long: given up at step"));
  g_assert_cmpint (issue->line, >, 10);
  g_assert_cmpuint (hih_scene_get_work () - before, <, 160000);
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

  for (guint i = 0; i < 5900; i++)
    g_string_append (text, "<step tap=\"a/b\" x=\"\"/>");
  g_string_append (text, "</lesson>");
  return g_string_free (text, FALSE);
}

static char *
make_many_unknown (void)
{
  GString *text = g_string_new ("<lesson id=\"x\" format=\"1\" topic=\"t\" minutes=\"1\">");

  for (guint i = 0; i < 5900; i++)
    g_string_append (text, "<dance/>");
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
  for (guint i = 0; i < 250; i++)
    g_string_append_printf (steps,
                            "<step id=\"s%u\" tap=\"home/lamp\"><title>A</title><say>B</say><where>C</where></step>\n", i);
  g_string_append (steps, "<step id=\"open-chat\"");
  made = fixture_replace (text, "<step id=\"open-chat\"", steps->str);
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
  { "wide", make_wide, "more than 6000 elements" },
  { "huge-attribute", make_huge_attribute, "is too long" },
  { "many-attributes", make_many_attributes, "attributes" },
  { "laughs", make_laughs, "Entity name" },
  { "external-entity", make_external_entity, "Entity name" },
  { "long-tag", make_long_tag, "name is too long" },
  { "unclosed", make_unclosed, "Document ended unexpectedly" },
  { "binary", make_binary, "this is UTF-16" },
  { "empty", make_empty, "empty" },
  { "many-mistakes", make_many_mistakes, "more than 60 steps" },
  { "many-unknown", make_many_unknown, "<dance> is not known inside <lesson>" },
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

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tmp_dir = g_dir_make_tmp ("hih-check-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    {
      g_autofree char *path = g_strconcat ("/check/hostile/", HOSTILE[i].name, NULL);

      g_test_add_data_func (path, &HOSTILE[i], test_hostile_text);
    }
  g_test_add_func ("/check/too-much-to-perform", test_too_much_to_perform);
  g_test_add_func ("/check/hostile/files", test_hostile_files);
  g_test_add_func ("/check/hostile/folder", test_hostile_folder);
  result = g_test_run ();
  {
    g_autofree char *command = g_strdup_printf ("rm -r '%s'", tmp_dir);

    g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  }
  g_free (tmp_dir);
  return result;
}
