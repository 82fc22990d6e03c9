/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lesson files are read with their places, and hostile ones refused at once and cheaply. */
#include "config.h"

#include "hih-markup.h"

#include <glib/gstdio.h>
#include <string.h>
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

/* What GMarkup lets through, and what Chinese editors are likely to save. */
static void
test_no_xml (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    int line, column;
    const char *what, *mend;
  } FILES[] = {
    { "<a>\n<t>x\0y</t></a>", 18, 2, 5, "zero byte", "Take it out" },
    { "<a>\n<t>&#x1;</t></a>", 20, 2, 0, "control character", "well-formed" },
    { "<a t='\x07'/>", 10, 1, 0, "control character", "well-formed" },
    { "<a>\n<t>\xd6\xd0\xce\xc4</t></a>", 18, 2, 4, "no UTF-8", "UTF-8" },
    { "\xff\xfe<\0a\0/\0>\0", 10, 1, 1, "UTF-16", "UTF-8" },
    { "<a>\n <t>x\n</a>", 14, 3, 0, "<t> of line 2", "every element closed" },
    { "<a/>\n<b/>", 9, 2, 0, "<b> stands beside <a>", "well-formed" },
    /* GMarkup cuts the name it tells within its last character. */
    { "<a><\xe7\xbb\x99/\xe5\xb0\x8f></a>", 14, 1, 0, "", "well-formed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      const HihIssue *issue;

      g_assert_null (hih_markup_parse (FILES[i].data, (gssize) FILES[i].length, "bad.xml", issues));
      g_assert_cmpuint (issues->len, ==, 1);
      issue = issues->pdata[0];
      g_assert_nonnull (strstr (issue->what, FILES[i].what));
      g_assert_true (g_utf8_validate (issue->what, -1, NULL));
      g_assert_nonnull (strstr (issue->mend, FILES[i].mend));
      g_assert_cmpint (issue->line, ==, FILES[i].line);
      if (FILES[i].column > 0)
        g_assert_cmpint (issue->column, ==, FILES[i].column);
    }
}

/* One element's own text has a limit, however it is written. */
static void
test_long_texts (void)
{
  static const char *PIECES[] = { "x", "&#120;", "<b/>x", "<!-- -->x" };

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      for (int over = 0; over <= 1; over++)
        {
          g_autoptr (GPtrArray) issues = hih_issues_new ();
          g_autoptr (GString) xml = g_string_new ("<a>");
          g_autoptr (HihNode) root = NULL;

          for (int k = 0; k < HIH_MARKUP_MAX_TEXT_BYTES + over; k++)
            g_string_append (xml, PIECES[i]);
          g_string_append (xml, "</a>");
          root = hih_markup_parse (xml->str, -1, "long.xml", issues);
          g_assert_true ((root == NULL) == (over == 1));
          g_assert_cmpuint (issues->len, ==, over);
        }
    }
}

static void
test_places_of_attributes (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const char *xml = "<a>\n <!-- x='1' --> <b one = '>' two=\"a b='c'\"\n   三='3'/></a>";
  static const struct
  {
    const char *name;
    int line, column;
  } EXPECTED[] = { { "one", 2, 20 }, { "two", 2, 30 }, { "三", 3, 4 }, { "four", 2, 17 } };
  g_autoptr (HihNode) root = hih_markup_parse (xml, -1, "x.xml", issues);

  g_assert_nonnull (root);
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      HihFilePlace place = hih_node_get_place (root->children->pdata[0], EXPECTED[i].name);

      g_assert_cmpint (place.line, ==, EXPECTED[i].line);
      g_assert_cmpint (place.column, ==, EXPECTED[i].column);
    }
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

/* By kind of make_hostile(): what is said, and how many elements were built before it was. */
static const struct
{
  const char *what;
  guint max_nodes;
} REFUSED[] = {
  { "<a> stands deeper than 24 levels", HIH_MARKUP_MAX_DEPTH },
  { "Entity name", 1 },
  { "attribute b of <a> is too long", 0 },
  { "attributes", 0 },
  { "more than 6000 elements", HIH_MARKUP_MAX_NODES },
  { "Entity name", 1 },
  { "UTF-8", 1 },
  { "empty", 0 },
};

static void
test_hostile (void)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (REFUSED); kind++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autofree char *xml = make_hostile (kind);
      const char *what;
      HihMarkupWork work;

      g_assert_null (hih_markup_parse (xml, -1, "h.xml", issues));
      hih_markup_get_work (&work);
      g_assert_cmpuint (issues->len, ==, 1);
      what = ((const HihIssue *) issues->pdata[0])->what;
      g_assert_nonnull (strstr (what, REFUSED[kind].what));
      g_assert_cmpuint (work.n_nodes, <=, REFUSED[kind].max_nodes);
      g_assert_cmpuint (work.n_bytes, <=, HIH_MARKUP_MAX_BYTES);
    }
}

/* Whatever it is, no more than the limit is taken in; what is no file is not even read. Nobody writes into the pipe:
 * whoever waited for it would wait for ever. */
static void
test_bounded_reading (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hih-markup-XXXXXX", NULL);
  g_autofree char *huge = g_build_filename (dir, "huge.xml", NULL);
  g_autofree char *pipe_path = g_build_filename (dir, "pipe.xml", NULL);
  const struct
  {
    const char *path;
    const char *what;
  } FILES[] = {
    { huge, "larger than 1048576 bytes" },
    { pipe_path, "not a regular file" },
    { "/dev/zero", "not a regular file" },
    { dir, "not a regular file" },
    { "/nonexistent/lesson.xml", "cannot be read" },
  };
  FILE *file = fopen (huge, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (ftruncate (fileno (file), 100 * 1024 * 1024), ==, 0);
  fclose (file);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      HihMarkupWork work;

      g_assert_null (hih_markup_read (FILES[i].path, issues));
      hih_markup_get_work (&work);
      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_nonnull (strstr (((const HihIssue *) issues->pdata[0])->what, FILES[i].what));
      g_assert_cmpuint (work.n_bytes, ==, 0);
      g_assert_cmpuint (work.n_nodes, ==, 0);
    }
  g_unlink (huge);
  g_unlink (pipe_path);
  g_rmdir (dir);
}

/* One byte more than the limit is refused unread; exactly the limit is a file like others. */
static void
test_size_limit (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *spaces = g_strnfill (HIH_MARKUP_MAX_BYTES + 1, ' ');
  g_autoptr (HihNode) root = NULL;
  HihMarkupWork work;

  memcpy (spaces, "<a/>", 4);
  g_assert_null (hih_markup_parse (spaces, -1, "h.xml", issues));
  hih_markup_get_work (&work);
  g_assert_cmpuint (work.n_bytes, ==, 0);
  g_assert_cmpuint (issues->len, ==, 1);
  root = hih_markup_parse (spaces, HIH_MARKUP_MAX_BYTES, "h.xml", issues);
  g_assert_nonnull (root);
  g_assert_cmpuint (issues->len, ==, 1);
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
  g_test_add_func ("/base/markup/places-of-attributes", test_places_of_attributes);
  g_test_add_func ("/base/markup/bad-xml-has-a-place", test_bad_xml_has_a_place);
  g_test_add_func ("/base/markup/no-xml", test_no_xml);
  g_test_add_func ("/base/markup/long-texts", test_long_texts);
  g_test_add_func ("/base/markup/hostile", test_hostile);
  g_test_add_func ("/base/markup/bounded-reading", test_bounded_reading);
  g_test_add_func ("/base/markup/size-limit", test_size_limit);
  g_test_add_func ("/base/issue/sorted-once", test_issues_are_sorted_once);
  return g_test_run ();
}
