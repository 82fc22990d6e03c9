/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lesson files are read with their places, and hostile ones refused at once and cheaply. */
#include "config.h"

#include "hih-markup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void
test_places_and_texts (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const char *xml = "<lesson id='x'>\n  <say>Tap\n   it &amp; go.</say>\n  <say xml:lang='zh_CN'>点它。</say>\n"
                    "  <step id='s'/>\n</lesson>";
  g_autoptr (HihNode) root = hih_markup_parse (xml, -1, "x.xml", issues);
  g_autoptr (HihText) say = NULL;
  const HihNode *step;

  g_assert_nonnull (root);
  g_assert_cmpuint (issues->len, ==, 0);
  say = hih_node_dup_text (root, "say");
  g_assert_cmpstr (hih_text_get (say, NULL), ==, "Tap it & go.");
  g_assert_cmpstr (hih_text_get (say, "zh_CN"), ==, "点它。");
  g_assert_null (hih_node_dup_text (root, "where"));
  step = root->children->pdata[2];
  g_assert_cmpstr (hih_node_get (step, "id"), ==, "s");
  g_assert_null (hih_node_get (step, "tap"));
  g_assert_cmpint (step->line, ==, 5);
  g_assert_cmpint (step->column, ==, 3);
}

static void
test_bad_xml_has_a_place (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const HihIssue *issue;

  g_assert_null (hih_markup_parse ("<a>\n  <b>\n</a>", -1, "bad.xml", issues));
  g_assert_cmpuint (issues->len, ==, 1);
  issue = issues->pdata[0];
  g_assert_cmpstr (issue->file, ==, "bad.xml");
  g_assert_cmpint (issue->line, ==, 3);
  g_assert_null (strstr (issue->what, "Error on line"));
}

/* What would eat memory or time elsewhere. */
static char *
make_hostile (guint kind)
{
  GString *s = g_string_new (NULL);

  switch (kind)
    {
    case 0: /* deep */
      for (guint i = 0; i < 100000; i++)
        g_string_append (s, "<a>");
      break;
    case 1: /* billion laughs */
      g_string_append (s, "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>");
      break;
    case 2: /* a huge attribute */
      g_string_append (s, "<a b='");
      for (guint i = 0; i < 500000; i++)
        g_string_append_c (s, 'x');
      g_string_append (s, "'/>");
      break;
    case 3: /* many attributes */
      g_string_append (s, "<a");
      for (guint i = 0; i < 50000; i++)
        g_string_append_printf (s, " a%u='1'", i);
      g_string_append (s, "/>");
      break;
    case 4: /* many elements */
      g_string_append (s, "<a>");
      for (guint i = 0; i < 100000; i++)
        g_string_append (s, "<b/>");
      g_string_append (s, "</a>");
      break;
    case 5: /* a file of the computer */
      g_string_append (s, "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>");
      break;
    case 6: /* not text */
      g_string_append (s, "<a>\xff\xfe\xff</a>");
      break;
    default: /* empty */
      break;
    }
  return g_string_free (s, FALSE);
}

static void
test_hostile (void)
{
  for (guint kind = 0; kind < 8; kind++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autofree char *xml = make_hostile (kind);
      gint64 start = g_get_monotonic_time ();

      g_assert_null (hih_markup_parse (xml, -1, "h.xml", issues));
      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
    }
}

static void
test_bounded_reading (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-markup-XXXXXX", NULL);
  g_autofree char *huge = g_build_filename (dir, "huge.xml", NULL);
  g_autofree char *pipe_path = g_build_filename (dir, "pipe.xml", NULL);
  const char *paths[5];
  struct rusage before, after;
  FILE *file = fopen (huge, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (ftruncate (fileno (file), 100 * 1024 * 1024), ==, 0);
  fclose (file);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  paths[0] = huge;
  paths[1] = pipe_path; /* nobody writes: it must not wait */
  paths[2] = "/dev/zero";
  paths[3] = dir;
  paths[4] = "/nonexistent/lesson.xml";

  getrusage (RUSAGE_SELF, &before);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      gint64 start = g_get_monotonic_time ();

      g_assert_null (hih_markup_read (paths[i], issues));
      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
    }
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 50 * 1024);
  g_unlink (huge);
  g_unlink (pipe_path);
  g_rmdir (dir);
}

static void
test_issues_are_sorted_once (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *line = NULL;

  hih_issues_add (issues, "b.xml", 1, 1, "mend", "late");
  hih_issues_add (issues, "a.xml", 9, 2, "Write %% once", "has %d things", 3);
  hih_issues_add (issues, "a.xml", 9, 2, "Write %% once", "has %d things", 3);
  hih_issues_sort (issues);
  g_assert_cmpuint (issues->len, ==, 2);
  line = hih_issue_to_string (issues->pdata[0]);
  g_assert_cmpstr (line, ==, "a.xml:9:2: has 3 things. Write %% once");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/markup/places-and-texts", test_places_and_texts);
  g_test_add_func ("/base/markup/bad-xml-has-a-place", test_bad_xml_has_a_place);
  g_test_add_func ("/base/markup/hostile", test_hostile);
  g_test_add_func ("/base/markup/bounded-reading", test_bounded_reading);
  g_test_add_func ("/base/issue/sorted-once", test_issues_are_sorted_once);
  return g_test_run ();
}
