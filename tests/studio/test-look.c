/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All screens of all lessons, looked at; planted mistakes, seen. */
#include "config.h"

#include "studio-fixture.h"

#include "hih-catalogue.h"
#include "hih-look.h"
#include "hih-look-colours.h"
#include "hih-paths.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const both[] = { "en", "zh_CN", NULL };

/* @sizes: of the phone's words, a digit each. */
static void
look_at_lesson_in (HihLesson *lesson, const char *const *languages, const char *sizes, GPtrArray *issues)
{
  g_autoptr (HihLook) look = hih_look_new (sizes, issues);

  hih_look_check (look, lesson, languages);
}

static void
look_at_lesson (HihLesson *lesson, const char *const *languages, GPtrArray *issues)
{
  look_at_lesson_in (lesson, languages, "3", issues);
}

static guint
count (GPtrArray *issues, const char *file, const char *what)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];
      g_autofree char *text = hih_issue_to_string (issue);

      g_test_message ("%s", text);
      n += g_str_has_suffix (issue->file, file) && strstr (issue->what, what) != NULL && issue->line > 1;
    }
  return n;
}

/* The installed lessons have nothing that is too small, too long or too pale; with the largest words of the phone neither
 * (HIH_LOOK_AT_SIZES: with others, for the long tests). */
static void
test_lessons (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  const char *sizes = g_getenv ("HIH_LOOK_AT_SIZES");
  g_autoptr (HihLook) look = hih_look_new (sizes != NULL ? sizes : "35", issues);
  guint n = 0;

  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)), n++)
    hih_look_check (look, lesson, both);
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (count (issues, "", ""), ==, 0);
}

/* Nor has what no lesson visits of any app, with the largest words. */
static void
test_all_apps (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  g_autoptr (HihLook) look = hih_look_new ("5", issues);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HihAppSet) apps = NULL;
  GDir *handle = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (handle)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".xml")));
    }
  g_dir_close (handle);
  g_assert_cmpuint (names->len, >=, 10);
  g_ptr_array_add (names, NULL);
  apps = hih_app_set_load (dir, (const char *const *) names->pdata, issues);
  g_assert_nonnull (apps);
  hih_look_check_apps (look, apps, both);
  g_assert_cmpuint (count (issues, "", ""), ==, 0);
}

/* A copy of all apps, one of them changed. */
static char *
plant (const char *app, const char *from, const char *to)
{
  char *dir = g_dir_make_tmp ("hih-look-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  g_autofree char *target = g_build_filename (dir, "apps", NULL);
  g_autofree char *lesson_from = g_build_filename (hih_paths_get_lessons_dir (), "family", "video-call.xml", NULL);
  g_autofree char *lesson_to = g_build_filename (dir, "video-call.xml", NULL);
  g_autofree char *drills_from = g_build_filename (hih_paths_get_lessons_dir (), "drills", NULL);
  g_autofree char *drills_to = g_build_filename (dir, "drills", NULL);
  g_autofree char *lesson = NULL;
  g_autoptr (GDir) handle = g_dir_open (source, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  while ((name = g_dir_read_name (handle)) != NULL)
    {
      g_autofree char *old = g_build_filename (source, name, NULL);
      g_autofree char *copy = g_build_filename (target, name, NULL);
      g_autofree char *text = NULL;
      const char *at;

      if (!g_str_has_suffix (name, ".xml") || !g_file_get_contents (old, &text, NULL, NULL))
        continue;
      at = g_str_equal (name, app) ? strstr (text, from) : NULL;
      g_assert_true (at != NULL || !g_str_equal (name, app));
      if (at != NULL)
        {
          g_autofree char *changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));

          g_assert_true (g_file_set_contents (copy, changed, -1, NULL));
        }
      else
        g_assert_true (g_file_set_contents (copy, text, -1, NULL));
    }
  g_assert_cmpint (symlink (drills_from, drills_to), ==, 0);
  g_assert_true (g_file_get_contents (lesson_from, &lesson, NULL, NULL));
  g_assert_true (g_file_set_contents (lesson_to, lesson, -1, NULL));
  return dir;
}

static void
plant_text (const char *dir, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* An app “probe”, and the least of a phone that it needs. */
static void
plant_app (const char *dir, const char *app)
{
  g_autofree char *system = g_test_build_filename (G_TEST_DIST, "..", "lessons", "examples", "apps", "system.xml", NULL);
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (apps, 0700), ==, 0);
  g_assert_true (g_file_get_contents (system, &text, NULL, NULL));
  plant_text (apps, "system.xml", text);
  plant_text (apps, "probe.xml", app);
}

static guint
look_at_apps (const char *dir, const char *app, const char *what)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  const char *names[] = { app, NULL };
  g_autoptr (HihAppSet) apps = hih_app_set_load (dir, names, issues);
  g_autoptr (HihLook) look = hih_look_new ("3", issues);

  g_assert_nonnull (apps);
  hih_look_check_apps (look, apps, both);
  return count (issues, "", what);
}

/* A notice that has just come lies on nothing: the page makes room. */
static void
test_notice (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "lesson", "ours", "see-a-doctor.xml", NULL);
  g_autofree char *apps = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps, issues);

  g_assert_nonnull (lesson);
  look_at_lesson (lesson, both, issues);
  for (guint i = 0; i < issues->len; i++)
    g_test_message ("%s", hih_issue_to_string (issues->pdata[i]));
  g_assert_cmpuint (issues->len, ==, 0);
}

/* Also the screens that no lesson visits: the clinic's. */
static void
test_apps (void)
{
  g_autofree char *ours = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  g_autofree char *dir = plant ("clinic.xml", "<title>Who is it for?</title>",
                                "<title>For whom, and why, and since when, and who pays for it?</title>");
  g_autofree char *planted = g_build_filename (dir, "apps", NULL);

  g_assert_cmpuint (look_at_apps (ours, "clinic", ""), ==, 0);
  g_assert_cmpuint (look_at_apps (planted, "clinic", "does not fit"), ==, 1);
}

static void
test_too_long (void)
{
  g_autofree char *dir = plant ("chat.xml", "<title>Video</title>",
                                "<title>Video call with sound and a picture of everybody who is in the room</title>");
  g_autoptr (HihLesson) lesson = studio_load_lesson (dir, "video-call.xml");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  static const char *const english[] = { "en", NULL };

  look_at_lesson (lesson, english, issues);
  g_assert_cmpuint (count (issues, "apps/chat.xml", "does not fit its place: “Video call with sound"), ==, 1);
}

/* Too many beside each other: they hang over their places and lie on each other, or, with smaller signs, are too small. */
static void
test_too_small (void)
{
  static const struct
  {
    const char *css;
    const char *told;
  } CASES[] = {
    { "", "lies on another thing to be tapped: “chat/p1” and “chat/p2” share" },
    { ".phone .disc { min-width: 20px; padding: 0; }", "too small to be tapped: “chat/p1”" },
  };
  g_autofree char *dir = plant ("chat.xml", "<screen id=\"talk\" look=\"plain\">",
                                "<screen id=\"talk\" look=\"plain\">"
                                "<button id=\"p1\" icon=\"x\" look=\"round\" place=\"foot\"><on><home/></on></button>"
                                "<button id=\"p2\" icon=\"x\" look=\"round\" place=\"foot\"><on><home/></on></button>"
                                "<button id=\"p3\" icon=\"x\" look=\"round\" place=\"foot\"><on><home/></on></button>"
                                "<button id=\"p4\" icon=\"x\" look=\"round\" place=\"foot\"><on><home/></on></button>"
                                "<button id=\"p5\" icon=\"x\" look=\"round\" place=\"foot\"><on><home/></on></button>");
  static const char *const english[] = { "en", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (HihLesson) lesson = studio_load_lesson (dir, "video-call.xml");
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (GtkCssProvider) small = gtk_css_provider_new ();

      gtk_css_provider_load_from_data (small, CASES[i].css, -1);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (small), GTK_STYLE_PROVIDER_PRIORITY_USER);
      look_at_lesson (lesson, english, issues);
      gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (small));
      g_assert_cmpuint (count (issues, "apps/chat.xml", CASES[i].told), ==, 1);
    }
}

/* Two spots of one map, less than a finger's breadth apart. */
static void
test_on_each_other (void)
{
  g_autofree char *dir = plant ("chat.xml", "x=\"60\" y=\"58\"", "x=\"27\" y=\"22\"");
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);

  g_assert_cmpuint (look_at_apps (apps, "chat", "lies on another thing to be tapped: “chat/gate” and “chat/home” share"), ==, 1);
}

/* Each line of the app is a screen. Words have a place wherever they stand, in Chinese too, where a line may end anywhere; and
 * what is seen only after a touch has one as well. */
static void
test_places (void)
{
#define LONG "<title>OK</title><title xml:lang='zh_CN'>很长很长的一个名字看看放不放得下</title>"
#define SHORT "<title>OK</title><title xml:lang='zh_CN'>四个汉字</title>"
#define BACK "<on><back/></on>"
#define TEN "甲乙丙丁戊己庚辛壬癸"
#define KEY(name) "<state key='" name "' initial='short'><value id='short'>" SHORT "</value><value id='long'><title>OK</title><title xml:lang='zh_CN'>" TEN TEN TEN TEN "</title></value></state>"
#define ROW(id) "<row id='r" id "'>" SHORT BACK "</row>"
#define FULL(id) "<list>" ROW (id "1") ROW (id "2") ROW (id "3") ROW (id "4") ROW (id "5") ROW (id "6") ROW (id "7") ROW (id "8") ROW (id "9") ROW (id "a") ROW (id "b") ROW (id "c") ROW (id "d") "</list>"
#define IMAGE(id, on) "<image id='" id "' picture='scene-photo-flowers'><title>I</title>" on "</image>"
#define ZOOM "<on gesture='zoom'><back/></on>"
#define TOAST(words) "<on><toast><text>" words "</text><text xml:lang='zh_CN'>" words TEN TEN TEN "</text></toast></on>"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define VERY_LONG(tag) "<" tag " xml:lang='zh_CN'>" HUNDRED TEN TEN "</" tag ">"
  static const struct
  {
    const char *screen;
    gboolean told;
  } CASES[] = {
    { "<screen id='s2' look='call'><button id='a2' look='round' icon='mic'>" LONG BACK "</button><button id='b2' look='hangup' icon='hangup'>" SHORT BACK "</button></screen>", TRUE },
    { "<screen id='s3' look='call'><button id='a3' look='round' icon='mic'>" SHORT BACK "</button><button id='b3' look='hangup' icon='hangup'>" SHORT BACK "</button></screen>", FALSE },
    { "<screen id='s4'><title>T</title><tabs id='t4'><tab id='a4' icon='home'>" LONG "</tab><tab id='b4' icon='clock'>" SHORT "</tab><tab id='c4' icon='plus'>" SHORT "</tab></tabs></screen>", TRUE },
    { "<screen id='s5'><title>T</title><tabs id='t5'><tab id='a5' icon='home'>" SHORT "</tab><tab id='b5' icon='clock'>" SHORT "</tab><tab id='c5' icon='plus'>" SHORT "</tab></tabs></screen>", FALSE },
    { "<screen id='s6'><title>T</title><title xml:lang='zh_CN'>很长很长的一个名字看看放不放得下看看放不放得下</title></screen>", TRUE },
    { "<screen id='s7'><title>T</title><button id='a7' icon='mic' place='foot'>" LONG BACK "</button><button id='b7' icon='plus' place='foot'>" SHORT BACK "</button><button id='c7' icon='send' place='foot'>" SHORT BACK "</button></screen>", TRUE },
    /* Pushed below the edge of a screen that cannot be moved. */
    { "<screen id='s8' look='call'><text id='a8' look='heading'><title>A</title><title xml:lang='zh_CN'>甲乙丙丁戊己庚辛壬癸"
      "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"
      "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"
      "</title></text><button id='b8' look='hangup' icon='hangup'>" SHORT BACK "</button></screen>", TRUE },
    { "<screen id='s9'><title>T</title><button id='a9'>" SHORT "<on><set key='on' to='yes'/></on></button>"
      "<button id='b9' look='round' icon='mic' when='on=yes'>" LONG BACK "</button><button id='c9' look='round' icon='mic'>" SHORT BACK "</button><button id='d9' look='round' icon='mic'>" SHORT BACK "</button></screen>", TRUE },
    /* A dark screen is one like any other, unless nothing is on it. */
    { "<screen id='s14' look='dark'><button id='a14' look='round' icon='mic'>" LONG BACK "</button><button id='b14' look='hangup' icon='hangup'>" SHORT BACK "</button></screen>", TRUE },
    /* What comes up for a moment, though no lesson brings it. */
    { "<screen id='s15'><title>T</title><button id='a15'>" SHORT "<on><toast><text>A</text>" VERY_LONG ("text") "</toast></on></button></screen>", TRUE },
    { "<screen id='s16'><title>T</title><button id='a16'>" SHORT "<on><toast><text>A</text><text xml:lang='zh_CN'>好了</text></toast></on></button></screen>", FALSE },
    { "<screen id='s17'><title>T</title><button id='a17'>" SHORT "<on><notify picture='face-fang'><title>A</title><text>A</text>" VERY_LONG ("text") "</notify></on></button></screen>", TRUE },
    { "<screen id='s18'><title>T</title><button id='a18'>" SHORT "<on><notify picture='face-fang'><title>A</title>" VERY_LONG ("title") "<text>B</text></notify></on></button></screen>", TRUE },
    { "<screen id='s19'><title>T</title><button id='a19'>" SHORT "<on><notify picture='face-fang'><title>A</title><text>C</text><text xml:lang='zh_CN'>晚上六点吃饭，大家都来，记得带上外套。</text></notify></on></button></screen>", FALSE },
    /* On a page that is full from its first line to its last such words have room only if they are few: on the phone's own line. */
    { "<screen id='s26'><title>T</title>" FULL ("26") "<button id='a26' place='foot'>" SHORT "<on><toast><text>K</text><text xml:lang='zh_CN'>" TEN TEN TEN TEN "</text></toast></on></button></screen>", TRUE },
    { "<screen id='s27'><title>T</title>" FULL ("27") "<button id='a27' place='foot'>" SHORT "<on><toast><text>L</text><text xml:lang='zh_CN'>" TEN "</text></toast></on></button></screen>", FALSE },
    /* What a key says once a finger has set it, there or elsewhere, or has copied it from another. */
    { "<screen id='s20'><title>T</title><tabs id='t20'><tab id='a20' icon='home'><title key='who'/></tab><tab id='b20' icon='clock'>" SHORT "</tab><tab id='c20' icon='plus'>" SHORT "</tab></tabs></screen>", TRUE },
    { "<screen id='s21'><title key='who'/><button id='a21'>" SHORT "<on><set key='who' to='long'/><set key='heard' to='" TEN TEN TEN TEN "'/><set key='copy' from='heard'/></on></button></screen>", TRUE },
    { "<screen id='s22'><title key='copy'/></screen>", TRUE },
    { "<screen id='s23'><title>T</title><text id='a23'><title key='who'/></text></screen>", FALSE },
    /* No finger sets that. */
    { "<screen id='s24'><title key='nobody'/></screen>", FALSE },
    /* Of a message that comes, who sends it: two lines, and no more. */
    { "<screen id='s28'><title>T</title><button id='a28'>" SHORT "<on><notify picture='face-fang'><title>A</title><title xml:lang='zh_CN'>" TEN "</title><text>M</text></notify></on></button></screen>", FALSE },
    { "<screen id='s29'><title>T</title><button id='a29'>" SHORT "<on><notify picture='face-fang'><title>A</title><title xml:lang='zh_CN'>" TEN TEN "</title><text>N</text></notify></on></button></screen>", TRUE },
    /* Hidden is also what has no words; only what takes half the screen by itself is found all the same. */
    { "<screen id='s30' look='call'>" IMAGE ("a30", TOAST ("O")) IMAGE ("b30", BACK) IMAGE ("c30", BACK) "</screen>", TRUE },
    { "<screen id='s31' look='call'>" IMAGE ("a31", TOAST ("Q") ZOOM) IMAGE ("b31", ZOOM) "</screen>", FALSE },
    /* However long what is to be read is: its lines are not. */
    { "<screen id='s32'><title>T</title><text id='a32'><title>T</title><title xml:lang='zh_CN'>" HUNDRED HUNDRED HUNDRED HUNDRED "</title></text><button id='b32' place='foot'>" SHORT "<on><toast><text>R</text><text xml:lang='zh_CN'>" TEN TEN TEN TEN TEN "</text></toast></on></button></screen>", TRUE },
  };
  g_autofree char *dir = g_dir_make_tmp ("hih-look-XXXXXX", NULL);
  g_autofree char *dir_of_apps = g_build_filename (dir, "apps", NULL);
  g_autoptr (GString) app = g_string_new ("<app id='probe' format='1'><title>P</title><state key='on' type='flag'/>"
                                           "<state key='heard' type='text'/><state key='copy' type='text'/>" KEY ("who") KEY ("nobody") "<screen id='main' root='yes'><title>M</title></screen>\n");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLook) look = hih_look_new ("3", issues);
  g_autoptr (HihAppSet) apps = NULL;
  const char *names[] = { "probe", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_string_append_printf (app, "%s\n", CASES[i].screen);
  g_string_append (app, "</app>\n");
  plant_app (dir, app->str);
  apps = hih_app_set_load (dir_of_apps, names, issues);
  g_assert_nonnull (apps);
  hih_look_check_apps (look, apps, both);
  g_assert_cmpuint (count (issues, "probe.xml", ""), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      gboolean told = FALSE;

      for (guint k = 0; k < issues->len; k++)
        {
          const HihIssue *issue = issues->pdata[k];

          told |= issue->line == (int) i + 2 && g_str_has_suffix (issue->file, "probe.xml") && (strstr (issue->what, "does not fit") != NULL || strstr (issue->what, "too long for") != NULL || strstr (issue->what, "hide what is") != NULL);
        }
      if (told != CASES[i].told)
        g_test_fail_printf ("line %u is %s", i + 2, told ? "told" : "not told");
    }
}

/* A message that comes lies nowhere on what the next step touches, which stands in the middle; one that is too long for
 * either side of it is told, by that and by nothing else. */
static void
test_notice_on_next (void)
{
#define STEP(id, target, until) "<step id='" id "' tap='probe/" target "' until='" until "'><title>T</title><say>S</say><where>W</where></step>"
#define WIDE(id) "<button id='" id "'><title>K</title><on><home/></on></button>"
  static const struct
  {
    const char *words;
    guint n;
  } CASES[] = { { TEN, 0 }, { HUNDRED HUNDRED, 1 } };
  static const char *const chinese[] = { "zh_CN", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *dir = g_dir_make_tmp ("hih-look-XXXXXX", NULL);
      g_autofree char *app = g_strdup_printf (
          "<app id='probe' format='1'><title>P</title><state key='come' type='flag'/><state key='gone' type='flag'/>\n"
          "<screen id='main' root='yes' look='call'><button id='first'><title>K</title><on><set key='come' to='yes'/>"
          "<notify picture='face-fang'><title>A</title><text>M</text><text xml:lang='zh_CN'>%s</text></notify></on></button>\n"
          WIDE ("a") WIDE ("b") "<button id='next'><title>K</title><on><set key='gone' to='yes'/></on></button>" WIDE ("c") WIDE ("d")
          "</screen></app>\n", CASES[i].words);
      g_autoptr (HihLesson) lesson = NULL;
      g_autoptr (GPtrArray) issues = hih_issues_new ();

      plant_app (dir, app);
      plant_text (dir, "probe.lesson",
                  "<lesson id='probe' topic='device' format='1' minutes='5' picture='face-fang'><title>L</title><able>A</able>"
                  "<phone apps='probe' start='probe/main' layouts='a b c'/>" STEP ("one", "first", "probe.come=yes")
                  STEP ("two", "next", "probe.gone=yes") "<goal when='probe.gone=yes'><say>G</say></goal><offline><say>O</say></offline></lesson>");
      lesson = studio_load_lesson (dir, "probe.lesson");
      look_at_lesson (lesson, chinese, issues);
      g_assert_cmpuint (count (issues, "apps/probe.xml", "on “probe/next”"), ==, CASES[i].n);
      g_assert_cmpuint (count (issues, "", "hide what is"), ==, CASES[i].n);
    }
}

/* Words that come up for a moment: five lines of them are not read before they go. */
static void
test_toast (void)
{
  g_autofree char *dir = plant ("drills.xml", "“Not me, Mum. Well done!”",
                                "“Good that you ask, Mum. That was not me, and whoever it was, he will not get anything from you or from me or "
                                "from anybody else in this house, today or tomorrow.”");
  g_autoptr (HihLesson) lesson = studio_load_lesson (dir, "video-call.xml");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  static const char *const english[] = { "en", NULL };

  look_at_lesson (lesson, english, issues);
  g_assert_cmpuint (count (issues, "apps/drills.xml", "too long for what comes up for a moment: ““Good that you ask"), ==, 1);
}

/* What has room with the middle words and not with the largest: told of the words alone, with that size and the place in
 * the file. A long name in a row is none of it: it goes on in another line, and becomes smaller where it must be. */
static void
test_largest (void)
{
  static const char from[] = "Good, the ID card will do.";
  static const char to[] = "Good. The ID card goes through as well, and nobody here has to stand in line for long.";
  static const char *const english[] = { "en", NULL };
  static const char *const names[] = { "city", NULL };
  static const struct
  {
    const char *sizes;
    guint n;
  } CASES[] = { { "13", 0 }, { "5", 1 }, { HIH_LOOK_SIZES, 1 } };
  g_autofree char *dir = plant ("city.xml", from, to);
  g_autofree char *dir_of_apps = g_build_filename (dir, "apps", NULL);
  g_autofree char *path = g_build_filename (dir_of_apps, "city.xml", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) apps = hih_app_set_load (dir_of_apps, names, issues);
      g_autoptr (HihLook) look = hih_look_new (CASES[i].sizes, issues);

      hih_look_check_apps (look, apps, english);
      g_assert_cmpuint (count (issues, "", ""), ==, CASES[i].n);
      for (guint k = 0; k < issues->len; k++)
        {
          const HihIssue *issue = issues->pdata[k];

          g_assert_nonnull (strstr (issue->what, "with words of size 5"));
          g_assert_nonnull (strstr (issue->what, "hide what is to be read or touched"));
          g_assert_true (g_str_has_suffix (issue->file, "apps/city.xml"));
          g_assert_cmpint (issue->line, <, g_strv_length (lines));
          g_assert_true (g_str_has_prefix (lines[issue->line - 1] + issue->column - 1, "<toast>"));
          g_assert_nonnull (strstr (lines[issue->line], to));
        }
    }
}

/* A word that is too long for its button is broken, which Pango calls fitting. */
static void
test_broken_word (void)
{
  g_autofree char *dir = plant ("system.xml", "<title>Torch</title>", "<title>Torchlighting</title>");
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);

  g_assert_cmpuint (look_at_apps (apps, "chat", "a word is broken: “Torchl"), ==, 1);
}

/* The helper's answer stands above the open keyboard, where a long one is cut. */
static void
test_answer_cut (void)
{
  g_autofree char *dir = plant ("assistant.xml", "<title>Done: the text is larger.</title>",
                                "<title>Done: the letters are larger now, on every page of this telephone, and they stay so until you say "
                                "that you want them smaller again, which you can do at any time and as often as you like.</title>");
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);
  g_autofree char *path = g_build_filename (hih_paths_get_lessons_dir (), "device", "voice-assistant.xml", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps, issues);
  static const char *const english[] = { "en", NULL };

  g_assert_nonnull (lesson);
  look_at_lesson (lesson, english, issues);
  g_assert_cmpuint (count (issues, "apps/assistant.xml", "what was said last is cut: “Done"), ==, 1);
}

/* A ground of many dark shades, and letters of one white: they are not the ground, though no shade has as many pixels. What
 * is white all over has no letters that anybody could read. */
static void
test_ground (void)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
  cairo_t *cr = cairo_create (picture);
  double contrast = 0;

  for (int x = 0; x < 40; x++)
    {
      cairo_set_source_rgb (cr, x * 0.01, 0.1, 0.4 - x * 0.01);
      cairo_rectangle (cr, x, 0, 1, 40);
      cairo_fill (cr);
    }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, 40, 12);
  cairo_fill (cr);
  cairo_surface_flush (picture);
  g_assert_true (hih_look_measure_contrast (picture, &GRAPHENE_RECT_INIT (0, 0, 40, 40), &white, &contrast));
  g_assert_cmpfloat (contrast, >, 7);
  g_assert_true (hih_look_measure_contrast (picture, &GRAPHENE_RECT_INIT (0, 0, 40, 20), &white, &contrast));
  g_assert_cmpfloat_with_epsilon (contrast, 1, 0.01);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

/* One row's words in one grey after another: the first that is told is the first under 4.5 : 1. On white #767676 has
 * 4.54, #777777 has 4.48; what cannot be used is measured as it is painted. */
static void
test_how_pale (void)
{
  static const struct
  {
    const char *css;
    guint n;
  } CASES[] = {
    { ".phone .row-title { color: #767676; } .phone .row, .phone .list { background: #ffffff; }", 0 },
    { ".phone .row-title { color: #777777; } .phone .row, .phone .list { background: #ffffff; }", 1 },
    { ".phone .row-title { color: alpha(#000000, 0.4); } .phone .row, .phone .list { background: #ffffff; }", 1 },
  };
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "family/video-call.xml");
  GdkDisplay *display = gdk_display_get_default ();
  static const char *const english[] = { "en", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (GtkCssProvider) pale = gtk_css_provider_new ();

      gtk_css_provider_load_from_data (pale, CASES[i].css, -1);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (pale), GTK_STYLE_PROVIDER_PRIORITY_USER);
      look_at_lesson (lesson, english, issues);
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (pale));
      g_assert_cmpuint (count (issues, "apps/chat.xml", "hard to read on its ground: “Daughter Xiaofang”"), ==, CASES[i].n);
    }
}

/* A button that cannot be used yet must be read all the same. */
static void
test_pale_while_useless (void)
{
  g_autofree char *dir = plant ("chat.xml", "<screen id=\"talk\" look=\"plain\">",
                                "<screen id=\"talk\" look=\"plain\"> <button id=\"p1\" place=\"foot\"> <title>Useless</title>"
                                " <on when=\"peer=nobody\"> <home/> </on> </button>");
  static const char *const english[] = { "en", NULL };
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HihLesson) lesson = studio_load_lesson (dir, "video-call.xml");
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (GtkCssProvider) pale = gtk_css_provider_new ();

      gtk_css_provider_load_from_data (pale, i == 0 ? ".phone button:disabled { opacity: 0.3; }" : "", -1);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (pale), GTK_STYLE_PROVIDER_PRIORITY_USER);
      look_at_lesson (lesson, english, issues);
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (pale));
      g_assert_cmpuint (count (issues, "apps/chat.xml", "hard to read on its ground: “Useless”"), ==, i == 0 ? 1 : 0);
    }
}

static void
test_too_pale (void)
{
  g_autoptr (HihLesson) lesson = studio_load_lesson (hih_paths_get_lessons_dir (), "family/video-call.xml");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (GtkCssProvider) pale = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();
  static const char *const english[] = { "en", NULL };

  gtk_css_provider_load_from_data (pale, ".phone .row-title { color: #c8c8c8; }", -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (pale), GTK_STYLE_PROVIDER_PRIORITY_USER);
  look_at_lesson (lesson, english, issues);
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (pale));
  g_assert_cmpuint (count (issues, "apps/chat.xml", "hard to read on its ground: “Daughter Xiaofang”"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  g_test_add_func ("/studio/look/lessons", test_lessons);
  g_test_add_func ("/studio/look/all-apps", test_all_apps);
  g_test_add_func ("/studio/look/apps", test_apps);
  g_test_add_func ("/studio/look/covered", test_notice);
  g_test_add_func ("/studio/look/too-long", test_too_long);
  g_test_add_func ("/studio/look/too-small", test_too_small);
  g_test_add_func ("/studio/look/too-pale", test_too_pale);
  g_test_add_func ("/studio/look/ground", test_ground);
  g_test_add_func ("/studio/look/how-pale", test_how_pale);
  g_test_add_func ("/studio/look/pale-while-useless", test_pale_while_useless);
  g_test_add_func ("/studio/look/on-each-other", test_on_each_other);
  g_test_add_func ("/studio/look/broken-word", test_broken_word);
  g_test_add_func ("/studio/look/answer-cut", test_answer_cut);
  g_test_add_func ("/studio/look/places", test_places);
  g_test_add_func ("/studio/look/toast", test_toast);
  g_test_add_func ("/studio/look/notice-on-next", test_notice_on_next);
  g_test_add_func ("/studio/look/largest", test_largest);
  return g_test_run ();
}
