/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue: topics, order, what is left out. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-catalogue.h"
#include "hih-check.h"
#include "lesson-fixture.h"

static void
test_load (void)
{
  g_autofree char *dir = fixture_path (".");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = hih_catalogue_load (dir, issues);
  GPtrArray *topics = hih_catalogue_get_topics (catalogue);
  const HihTopic *topic;

  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpuint (topics->len, ==, 3);
  topic = topics->pdata[0];
  g_assert_cmpstr (topic->id, ==, "device");
  g_assert_cmpstr (hih_text_get (topic->title, "zh_CN"), ==, "用手机");
  g_assert_cmpuint (topic->lessons->len, ==, 1);
  g_assert_cmpuint (((HihTopic *) topics->pdata[2])->lessons->len, ==, 0);

  g_assert_cmpstr (hih_lesson_get_id (hih_catalogue_get_first (catalogue)), ==, "unlock");
  g_assert_cmpstr (hih_lesson_get_id (hih_catalogue_get_next (catalogue, "unlock")), ==, "call");
  g_assert_null (hih_catalogue_get_next (catalogue, "call"));
  g_assert_nonnull (hih_catalogue_find (catalogue, "call"));
  g_assert_null (hih_catalogue_find (catalogue, "dance"));
}

static void
test_nowhere (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = hih_catalogue_load ("/nonexistent", issues);

  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_null (hih_catalogue_get_first (catalogue));
}

static void
copy (const char *from, const char *dir, const char *name)
{
  g_autofree char *source = fixture_path (from);
  g_autofree char *target = g_build_filename (dir, name, NULL);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (target, text, -1, NULL));
}

/* A bad lesson takes no good one with it. */
static void
test_left_out (void)
{
  static const char *const FILES[] = { "topics.xml", "apps/system.xml", "apps/home.xml", "apps/chat.xml",
                                       "family/call.xml" };
  g_autofree char *dir = g_dir_make_tmp ("hih-lessons-XXXXXX", NULL);
  g_autofree char *bad = g_build_filename (dir, "family", "bad.xml", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *unlock = g_build_filename (dir, "family", "unlock.xml", NULL);
  g_autoptr (HihCatalogue) catalogue = NULL, again = NULL;
  g_autoptr (GPtrArray) without = hih_issues_new ();
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", dir);
  guint n_bad = 0, n_needs = 0, n_topic = 0, n_twin = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    copy (FILES[i], dir, FILES[i]);
  copy ("family/call.xml", dir, "family/twin.xml");
  copy ("family/call.xml", dir, "device/stray.xml");
  g_assert_true (g_file_set_contents (bad, "<lesson id=\"bad\" format=\"1\"/>", -1, NULL));
  catalogue = hih_catalogue_load (dir, issues);
  fixture_print_issues (issues);
  g_assert_cmpstr (hih_lesson_get_id (hih_catalogue_get_first (catalogue)), ==, "call");
  g_assert_null (hih_catalogue_get_next (catalogue, "call"));
  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];

      n_bad += g_str_has_suffix (issue->file, "bad.xml");
      n_needs += strstr (issue->what, "it needs the lesson unlock") != NULL;
      n_topic += strstr (issue->what, "lies in the folder device") != NULL;
      n_twin += strstr (issue->what, "has the id call too") != NULL;
    }
  g_assert_cmpuint (n_bad, >, 0);
  g_assert_cmpuint (n_needs, ==, 1);
  g_assert_cmpuint (n_topic, ==, 1);
  g_assert_cmpuint (n_twin, ==, 1);
  /* One that is there and has a mistake of its own is told once, and not by whoever needs it. */
  g_assert_true (g_file_set_contents (unlock, "<lesson id=\"unlock\" format=\"1\"/>", -1, NULL));
  again = hih_catalogue_load (dir, without);
  hih_check_path (dir, NULL, NULL, without, NULL);
  n_bad = 0;
  for (guint i = 0; i < without->len; i++)
    {
      g_assert_null (strstr (((HihIssue *) without->pdata[i])->what, "it needs the lesson unlock"));
      n_bad += g_str_has_suffix (((HihIssue *) without->pdata[i])->file, "unlock.xml");
    }
  g_assert_cmpuint (n_bad, >, 0);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

/* A topic that cannot be used is told of and left out; one that can be is kept, with what it lacks made up. Within a topic
 * the numbers say the order; what has none comes last. */
static void
test_topics (void)
{
  static const char topics[] =
      "<topics>\n"
      "<theme id=\"family\"/>\n"
      "<topic id=\"Our Family\"><title>A</title></topic>\n"
      "<topic id=\"apps\"><title>A</title></topic>\n"
      "<topic id=\"family\" icon=\"../video\"/>\n"
      "<topic id=\"family\"><title>B</title></topic>\n"
      "</topics>\n";
  static const char *const expected[] = { "<theme> is not known inside <topics>", "the topic has no good id", "the topic has no good id",
                                          "is no icon's name", "the topic family has no title", "two topics with the id family" };
  static const guint lines[] = { 2, 3, 4, 5, 5, 6 };
  static const char *const lessons[][2] = { { "zebra", " order=\"3\"" }, { "late", "" }, { "able", " order=\"20\"" }, { "both", " order=\"20\"" } };
  static const char *const order[] = { "zebra", "able", "both", "late" };
  g_autofree char *dir = g_dir_make_tmp ("hih-lessons-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "topics.xml", NULL);
  g_autofree char *source = fixture_path ("family/call.xml");
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", dir);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  const HihTopic *topic;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const APPS[] = { "apps/system.xml", "apps/home.xml", "apps/chat.xml" };

      copy (APPS[i], dir, APPS[i]);
    }
  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/family/%s.xml", dir, lessons[i][0]);
      g_autofree char *folder = g_path_get_dirname (file);
      g_autofree char *id = g_strdup_printf ("id=\"%s\"", lessons[i][0]);
      g_autofree char *named = fixture_replace (text, "id=\"call\"", id);
      g_autofree char *ordered = fixture_replace (named, " order=\"20\"", lessons[i][1]);
      g_autofree char *whole = fixture_replace (ordered, "<needs lesson=\"unlock\"/>", "");

      g_mkdir_with_parents (folder, 0700);
      g_assert_true (g_file_set_contents (file, whole, -1, NULL));
    }
  g_assert_true (g_file_set_contents (path, topics, -1, NULL));
  catalogue = hih_catalogue_load (dir, issues);
  fixture_print_issues (issues);
  g_assert_cmpuint (issues->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];

      g_assert_nonnull (strstr (issue->what, expected[i]));
      g_assert_cmpuint (issue->line, ==, lines[i]);
      g_assert_cmpstr (issue->file, ==, path);
    }
  g_assert_cmpuint (hih_catalogue_get_topics (catalogue)->len, ==, 1);
  topic = hih_catalogue_get_topics (catalogue)->pdata[0];
  g_assert_cmpstr (topic->id, ==, "family");
  g_assert_cmpstr (topic->icon, ==, "book");
  g_assert_cmpstr (hih_text_get (topic->title, "en"), ==, "family");
  g_assert_cmpuint (topic->lessons->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (hih_lesson_get_id (topic->lessons->pdata[i]), ==, order[i]);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMainLoop *loop = ((gpointer *) data)[0];
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  ((gpointer *) data)[1] = hih_catalogue_load_finish (result, &issues, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, ==, 0);
  g_main_loop_quit (loop);
}

static void
test_async (void)
{
  g_autofree char *dir = fixture_path (".");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gpointer data[2] = { loop, NULL };
  g_autoptr (HihCatalogue) catalogue = NULL;

  hih_catalogue_load_async (dir, NULL, loaded_cb, data);
  g_main_loop_run (loop);
  catalogue = data[1];
  g_assert_nonnull (hih_catalogue_find (catalogue, "call"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/load", test_load);
  g_test_add_func ("/catalogue/nowhere", test_nowhere);
  g_test_add_func ("/catalogue/left-out", test_left_out);
  g_test_add_func ("/catalogue/topics", test_topics);
  g_test_add_func ("/catalogue/async", test_async);
  return g_test_run ();
}
