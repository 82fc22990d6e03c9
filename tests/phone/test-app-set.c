/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is loaded, and every mistake an author can make: named with its place and how to mend it. */
#include "config.h"

#include "phone-fixture.h"

#include <string.h>

static void
test_load (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihElement *video = hih_app_set_find_element (apps, "chat/video");

  g_assert_true (hih_app_set_has_app (apps, "chat"));
  g_assert_true (hih_app_set_has_app (apps, "system"));
  /* Named by the home screen's tile, so it came along. */
  g_assert_true (hih_app_set_has_app (apps, "settings"));
  g_assert_false (hih_app_set_has_app (apps, "radio"));
  g_assert_true (hih_app_set_has_screen (apps, "chat/talk"));
  g_assert_false (hih_app_set_has_screen (apps, "chat/permission"));
  g_assert_true (hih_app_set_has_key (apps, "chat.peer"));
  g_assert_false (hih_app_set_has_key (apps, "chat.pear"));
  g_assert_true (hih_app_set_key_allows (apps, "chat.peer", "fang"));
  g_assert_false (hih_app_set_key_allows (apps, "chat.peer", "wang"));
  g_assert_cmpstr (hih_app_set_get_value_picture (apps, "chat.peer", "fang"), ==, "face-fang");
  g_assert_null (hih_app_set_get_value_picture (apps, "chat.peer", "wang"));
  g_assert_null (hih_app_set_get_value_picture (apps, "chat.pear", "fang"));
  g_assert_true (hih_app_set_key_allows (apps, "settings.size", "5"));
  g_assert_false (hih_app_set_key_allows (apps, "settings.size", "6"));
  g_assert_false (hih_app_set_key_allows (apps, "settings.size", "5x"));
  g_assert_true (hih_app_set_key_allows (apps, "system.ringing", "yes"));
  g_assert_cmpstr (hih_text_get (hih_app_set_get_app_title (apps, "chat"), "en"), ==, "Chat");
  g_assert_cmpstr (hih_app_set_get_app_picture (apps, "chat"), ==, "tile-chat");
  g_assert_null (hih_app_set_get_app_picture (apps, "radio"));

  g_assert_nonnull (video);
  g_assert_cmpstr (hih_element_kind_get_name (hih_element_get_kind (video)), ==, "button");
  g_assert_cmpstr (hih_element_get_target (video), ==, "chat/video");
  g_assert_cmpstr (hih_element_get_screen (video), ==, "chat/talk");
  g_assert_cmpstr (hih_element_get_attribute (video, "icon"), ==, "video");
  g_assert_null (hih_element_get_attribute (video, "look"));
  g_assert_cmpstr (hih_text_get (hih_element_get_title (video, "c"), "en"), ==, "See each other");
  g_assert_true (hih_element_answers (video, HIH_GESTURE_TAP));
  g_assert_false (hih_element_answers (video, HIH_GESTURE_HOLD));
  g_assert_true (hih_element_answers (hih_app_set_find_element (apps, "system/unlock"), HIH_GESTURE_TAP));
  g_assert_true (hih_element_answers (hih_app_set_find_element (apps, "chat/text"), HIH_GESTURE_TYPE));
  g_assert_false (hih_element_answers (hih_app_set_find_element (apps, "home/camera"), HIH_GESTURE_TAP));
  g_assert_cmpstr (hih_text_get (hih_element_get_title (hih_app_set_find_element (apps, "system/home"), NULL), "en"),
                   ==, "Home");
}

static void
collect_cb (const char *name, gboolean is_icon, const char *file, HihFilePlace place, gpointer data)
{
  g_assert_nonnull (strstr (file, ".xml"));
  g_assert_cmpint (place.line, >, 1);
  g_assert_cmpint (place.column, >, 1);
  g_hash_table_add (data, g_strdup_printf ("%s%s", is_icon ? "icon:" : "", name));
}

static void
test_pictures (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const expected[] = { "tile-chat",     "face-fang",       "face-ming", "icon:video",
                                          "scene-kitchen", "scene-wallpaper", "icon:lock", "icon:plus" };

  hih_app_set_foreach_picture (apps, collect_cb, names);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_hash_table_contains (names, expected[i]));
}

typedef struct
{
  const char *inside; /* of the only screen; it begins at line 3, column 1 */
  const char *place;  /* "3:1" */
  const char *what;
  const char *mend;
} Mistake;

static const Mistake mistakes[] = {
  { "<bxtton id='x'/>", "3:1", "<bxtton> is no element", "Did you mean “button”?" },
  { "<button id='x' lok='plain'/>", "3:1", "<button> has no attribute “lok”", "Did you mean “look”?" },
  { "<button id='x' look='plane'/>", "3:1", "look=\"plane\" is not known", "Did you mean “plain”?" },
  { "<button id='X'/>", "3:9", "“X” cannot be an id", "small letters" },
  { "<button id='x'/>\n<button id='x'/>", "4:9", "two elements with the id “x”", "another id" },
  { "<button><on><back/></on></button>", "3:1", "answers a finger but has no id", "Give it an id" },
  { "<switch key='on'><title>S</title></switch>", "3:1", "answers a finger but has no id", "Give it an id" },
  { "<switch id='s'><title>S</title></switch>", "3:1", "<switch> needs key=", "Add" },
  { "<switch id='s' key='off'><title>S</title></switch>", "3:1", "no key “probe.off”", "Did you mean “probe.on”?" },
  { "<switch id='s' key='word'><title>S</title></switch>", "3:1", "needs a flag key", "another key" },
  { "<slider id='s' key='on'/>", "3:1", "needs a number key", "another key" },
  { "<input id='s' key='call'/>", "3:1", "needs a text key", "another key" },
  { "<input id='s' key='word' keyboard='quill'/>", "3:26", "keyboard=\"quill\"", "handwriting" },
  { "<row id='r'/>", "3:1", "<row> cannot stand in <screen>", "Put it into: list card" },
  { "<list><tile id='t' picture='tile-chat'/></list>", "3:7", "<tile> cannot stand in <list>", "row" },
  { "<list><button id='b'><button id='c'/></button></list>", "3:22", "<button> cannot stand in <button>", "title" },
  { "<key id='k'/>", "3:1", "<key> cannot stand in <screen>", "keys" },
  { "<grid><tile id='t'/></grid>", "3:7", "<tile> needs picture=", "Add" },
  { "<image id='i' picture='../../etc/passwd'/>", "3:1", "is no name of a picture", "without folder" },
  { "<button id='x'>Hello</button>", "3:1", "Words stand straight in <button>", "<title>" },
  { "Hello", "2:", "Words stand straight in <screen>", "<text>" },
  { "<button id='x'><title/></button>", "3:16", "<title> is empty", "Write the words" },
  { "<button id='x'><title>A</title><title>B</title></button>", "3:32", "A second <title>", "layout" },
  { "<button id='x'><title layout='d'>A</title></button>", "3:23", "no layout “d”", "a, b or c" },
  { "<button id='x'><title key='call'/></button>", "3:23", "No value of “probe.call” has a title", "<title>" },
  { "<button id='x'><title xml:lang='zh_CN'>视频</title></button>", "3:23", "translates nothing", "English" },
  { "<button id='x' order='b:0'/>", "3:1", "order=\"b:0\"", "b:3 c:1" },
  { "<button id='x' order='d:1'/>", "3:1", "order=\"d:1\"", "b:3 c:1" },
  { "<button id='x' place='a:attic'/>", "3:1", "place=\"a:attic\"", "bar-end" },
  { "<card><button id='x' place='foot'/></card>", "3:22", "A place counts only", "<screen>" },
  { "<button id='x' when='call'/>", "3:1", "“call” is no comparison", "key=value" },
  { "<button id='x' when=''/>", "3:1", "The condition is empty", "key=value" },
  { "<button id='x' when='cal=none'/>", "3:1", "no key “probe.cal”", "Did you mean “probe.call”?" },
  { "<button id='x' when='call=talkin'/>", "3:1", "never “talkin”", "Did you mean “talking”?" },
  { "<button id='x' when='screen=mian'/>", "3:1", "no screen “probe/mian”", "Did you mean “probe/main”?" },
  { "<button id='x' when='over=main'/>", "3:1", "no dialog or sheet “probe/main”", "probe/ask" },
  { "<button id='x'><on gesture='zoom'><back/></on></button>", "3:20", "A <button> does not answer “zoom”", "tap hold" },
  { "<button id='x'><on><bxck/></on></button>", "3:20", "<bxck> is no effect", "Did you mean “back”?" },
  { "<button id='x'><on><open screen='nowhere'/></on></button>", "3:26", "There is no screen “probe/nowhere”", "probe/main" },
  { "<button id='x'><on><open screen='radio/main'/></on></button>", "3:26", "There is no screen “radio/main”", "" },
  { "<button id='x'><on><open screen='ask'/></on></button>", "3:26", "“probe/ask” is no screen", "<ask>" },
  { "<button id='x'><on><ask dialog='more'/></on></button>", "3:25", "“probe/more” is no dialog", "<sheet>" },
  { "<button id='x'><on><sheet id='les'/></on></button>", "3:27", "There is no sheet “probe/les”", "probe/more" },
  { "<button id='x'><on><set key='call' to='talk'/></on></button>", "3:36", "“probe.call” cannot be “talk”", "none talking" },
  { "<button id='x'><on><set key='size' to='6'/></on></button>", "3:36", "“probe.size” cannot be “6”", "from 0 to 5" },
  { "<button id='x'><on><set key='calls' to='none'/></on></button>", "3:25", "no key “probe.calls”", "probe.call" },
  { "<button id='x'><on><set key='call'/></on></button>", "3:20", "<set> needs to=", "Add" },
  { "<button id='x'><on><open/></on></button>", "3:20", "<open> needs screen=", "Add" },
  { "<button id='x'><on><back now='yes'/></on></button>", "3:26", "<back> has no attribute “now”", "Take it out" },
  { "<button id='x'><on><toast>Hi</toast></on></button>", "3:20", "Words stand straight in <toast>", "<text>" },
  { "<button id='x'><on><toast/></on></button>", "3:20", "<toast> says nothing", "<text>" },
  { "<button id='x'><on><cancel id='y'/></on></button>", "3:28", "No <after> is called “probe.y”", "<after>" },
  { "<button id='x'><on><after seconds='soon'><back/></after></on></button>", "3:27", "“soon” is no number", "1.5" },
  { "<button id='x'><on><after seconds='1e9'><back/></after></on></button>", "3:27", "“1e9” is no number", "3600" },
  { "<button id='x'><on><after seconds='nan'><back/></after></on></button>", "3:27", "“nan” is no number", "3600" },
  { "<button id='x'><on><after seconds='1'/></on></button>", "3:20", "Nothing happens in <after>", "effect" },
  { "<button id='x'><on><after seconds='1' when='cal=none'><back/></after></on></button>", "3:39", "no key “probe.cal”", "Did you mean “probe.call”?" },
  { "<button id='x'><on><after id='t' seconds='1'><after id='t' seconds='1'><back/></after></after></on></button>", "3:53", "a cycle", "another id" },
  { "<button id='x'><on><after id='No!' seconds='1'><back/></after></on></button>", "3:27", "“No!” cannot be an id", "small" },
  { "<tabs><tab id='t' current='maybe'/></tabs>", "3:19", "no comparison", "key=value" },
};

/* What cannot be left out is not to be taken out, and one piece of advice is enough. */
static void
check_advice (const HihIssue *issue)
{
  gboolean is_more = strstr (issue->what, "has no attribute") != NULL || strstr (issue->what, "cannot stand") != NULL;

  g_assert_cmpint (issue->line, >, 0);
  g_assert_cmpint (issue->column, >, 0);
  g_assert_cmpuint (strlen (issue->mend), >, 0);
  if (strcmp (issue->mend, "Take it out") == 0 && !is_more)
    g_test_fail_printf ("no help: %s. %s", issue->what, issue->mend);
  if (strstr (issue->what, "Did you mean") != NULL || strstr (issue->what, "Write ") != NULL)
    g_test_fail_printf ("advice in the complaint: %s. %s", issue->what, issue->mend);
}

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) apps = fixture_parse_screen (mistakes[i].inside, issues);
      g_autofree char *said = fixture_join_issues (issues);
      gboolean found = FALSE;

      g_test_message ("%s -> %s", mistakes[i].inside, said);
      g_assert_null (apps);
      for (guint j = 0; j < issues->len; j++)
        {
          const HihIssue *issue = issues->pdata[j];
          g_autofree char *place = g_strdup_printf ("%d:%d", issue->line, issue->column);

          found |= g_str_has_prefix (place, mistakes[i].place) && strstr (issue->what, mistakes[i].what) != NULL &&
                   strstr (issue->mend, mistakes[i].mend) != NULL && g_str_has_suffix (issue->file, "probe.xml");
          check_advice (issue);
        }
      if (!found)
        g_error ("expected %s: %s [%s], got:\n%s", mistakes[i].place, mistakes[i].what, mistakes[i].mend, said);
    }
}

typedef struct
{
  const char *app;
  const char *what;
} BadApp;

#define OK_SCREEN "<screen id='main'><title>M</title></screen>"

static const BadApp bad_apps[] = {
  { "<app id='probe' format='2'/>", "format 2, this program reads format 1" },
  { "<app id='probe' format='99'><brand-new/></app>", "format 99" },
  { "<app id='probe'/>", "does not say its format" },
  { "<app id='probe' format='one'/>", "does not say its format" },
  { "<lesson id='probe' format='1'/>", "<lesson> is no app" },
  { "<app id='other' format='1'><title>P</title>" OK_SCREEN "</app>", "holds the app “other”" },
  { "<app id='probe' format='1' colour='red'><title>P</title>" OK_SCREEN "</app>", "no attribute “colour”" },
  { "<app id='probe' format='1'>" OK_SCREEN "</app>", "The app has no title" },
  { "<app id='probe' format='1'><title>P</title></app>", "The app has no screen" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<scren id='x'/></app>", "<scren> cannot stand in <app>" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<keys/></app>", "<keys> cannot stand in <app>" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN OK_SCREEN "</app>", "two screens, dialogs or sheets" },
  { "<app id='probe' format='1'><title>P</title><screen/></app>", "<screen> needs id=" },
  { "<app id='probe' format='1'><title>P</title><screen id='a' root='yes'/><screen id='b' root='yes'/></app>", "A second screen with root" },
  { "<app id='probe' format='1'><title>P</title><screen id='a' root='maybe'/></app>", "neither yes nor no" },
  { "<app id='probe' format='1'><title>P</title><screen id='a' look='pretty'/></app>", "look=\"pretty\" is not known" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k'/></app>", "A key needs 1 to 200 values" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' values='a a'/></app>", "cannot be another value" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' values='a b' initial='c'/></app>", "cannot begin as “c”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='colour'/></app>", "type “colour”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='flag' initial='1'/></app>", "cannot begin as “1”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='flag' values='a'/></app>", "no attribute “values”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='number' min='5' max='1'/></app>", "min is above max" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='number' initial='11'/></app>", "cannot begin as “11”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k' type='text'/><state key='k' type='text'/></app>", "two keys “k”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k'><value/></state></app>", "<value> needs id=" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k'><value id='a'/><value id='a'/></state></app>", "two values “a”" },
  { "<app id='probe' format='1'><title>P</title>" OK_SCREEN "<state key='k'><option id='a'/></state></app>", "<option> cannot stand in <state>" },
  { "<app id='probe' format='1'><title>P</title>", "probe.xml" },
  { "", "probe.xml" },
};

static void
test_bad_apps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_apps); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) apps = fixture_parse (bad_apps[i].app, issues);
      g_autofree char *said = fixture_join_issues (issues);

      g_assert_null (apps);
      for (guint k = 0; k < issues->len; k++)
        check_advice (issues->pdata[k]);
      if (strstr (said, bad_apps[i].what) == NULL)
        g_error ("%s: expected %s, got:\n%s", bad_apps[i].app, bad_apps[i].what, said);
    }
}

/* Advice that an author can follow. */
static void
test_advice (void)
{
#define APP(inside) "<app id='probe' format='1'><title>P</title>" OK_SCREEN inside "</app>"
#define DOES(effect) "<screen id='s'><button id='b'><on>" effect "</on></button></screen>"
  static const struct
  {
    const char *app;
    const char *line;
  } CASES[] = {
    { APP ("<state key='k'/>" DOES ("<set key='k' to='1'/>")), "“probe.k” cannot be “1”. Give probe.k its values first" },
    { APP (DOES ("<set key='k' to='1'/>")), "There is no key “probe.k”. Write <state key=\"…\"> into the app probe" },
    { APP (DOES ("<ask dialog='more'/>")), "There is no dialog “probe/more”. Write <dialog id=\"…\"> into the app probe" },
    { APP (DOES ("<sheet id='more'/>")), "There is no sheet “probe/more”. Write <sheet id=\"…\"> into the app probe" },
    { APP ("<state key='k' type='flag'/>" DOES ("<set key='k' to='1'/>")), "“probe.k” cannot be “1”. Write one of: no yes" },
    { APP ("<state key='k' type='flag'/><screen id='s' ><card when='k=1'/></screen>"), "“probe.k” is never “1”. Write one of: no yes" },
    { APP ("<screen id='s'><card when='k'/></screen>"), "“k” is no comparison. Write key=value, key!=value, screen=app/id or over=app/id, joined by spaces" },
    { APP ("<state key='k' type='number'/><screen id='s'><button id='b' seconds='-1'/></screen>"), "seconds=\"-1\" is no number. Write a number from 0 to" },
  };
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *app = NULL, *said = NULL;
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) found = hih_issues_new ();
      g_autoptr (HihAppSet) apps = fixture_parse (CASES[i].app, found);
      g_autofree char *lines = fixture_join_issues (found);

      g_assert_null (apps);
      for (guint k = 0; k < found->len; k++)
        check_advice (found->pdata[k]);
      if (strstr (lines, CASES[i].line) == NULL)
        g_test_fail_printf ("expected %s, got:\n%s", CASES[i].line, lines);
    }
  for (guint i = 0; i < 201; i++)
    g_string_append_printf (many, "v%u ", i);
  app = g_strdup_printf (APP ("<state key='k' values='%s'/>"), many->str);
  g_assert_null (fixture_parse (app, issues));
  said = fixture_join_issues (issues);
  g_assert_nonnull (strstr (said, "this one has 201. Leave some out"));
}

/* A newer file is refused with that one sentence, whatever else is in it. */
static void
test_newer (void)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  g_assert_null (fixture_parse ("<app id='probe' format='7' soul='yes'><brand-new/></app>", issues));
  g_assert_cmpuint (issues->len, ==, 1);
}

static void
test_missing (void)
{
  const char *apps[] = { "nothing", "../system", NULL };
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "phone", "data", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *said = NULL;

  g_assert_null (hih_app_set_load (dir, apps, issues));
  said = fixture_join_issues (issues);
  g_assert_nonnull (strstr (said, "nothing.xml"));
  g_assert_nonnull (strstr (said, "“../system” cannot be an app"));
  g_assert_cmpuint (issues->len, ==, 2);
  g_ptr_array_set_size (issues, 0);
  g_assert_null (hih_app_set_load ("/nonexistent", NULL, issues));
  g_assert_cmpuint (issues->len, ==, 1);
}

static void
test_conditions (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "chat/talk");
  const struct
  {
    const char *text;
    gboolean holds;
  } cases[] = {
    { "chat.call=none", TRUE },
    { "call=none screen=talk", TRUE },
    { "call!=none", FALSE },
    { "screen=chat/talk system.awake=yes", TRUE },
    { "screen!=home/main", TRUE },
    { "over=chat/permission", FALSE },
    { "over!=permission", TRUE },
    { "over=none", TRUE },
    { "draft=", TRUE },
    { "draft!=", FALSE },
    { "draft='I am well'", FALSE },
    { " call=none \n  screen=talk ", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *error_text = NULL, *mend = NULL;
      g_autoptr (HihCondition) condition = hih_condition_parse (cases[i].text, "chat", apps, &error_text, &mend);

      g_assert_cmpstr (error_text, ==, NULL);
      g_assert_cmpstr (hih_condition_get_text (condition), ==, cases[i].text);
      g_assert_cmpint (hih_condition_holds (condition, state), ==, cases[i].holds);
      if (g_str_has_prefix (cases[i].text, "draft='"))
        {
          fixture_do (apps, &state, HIH_GESTURE_TYPE, "chat/text", "I am well");
          g_assert_true (hih_condition_holds (condition, state));
        }
    }
  hih_phone_state_unref (state);
}

static void
screen_cb (const char *screen, gpointer data)
{
  g_string_append_printf (data, "%s ", screen);
}

static void
test_condition_screens (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autofree char *error_text = NULL, *mend = NULL;
  g_autoptr (HihCondition) condition = hih_condition_parse ("screen=chat/talk screen!=home/main chat.call=none", NULL, apps,
                                                            &error_text, &mend);
  g_autoptr (GString) screens = g_string_new (NULL);

  hih_condition_foreach_screen (condition, screen_cb, screens);
  g_assert_cmpstr (screens->str, ==, "chat/talk ");
  /* Outside an app file names must say whose they are. */
  g_assert_null (hih_condition_parse ("call=none", NULL, apps, &error_text, &mend));
  g_assert_cmpstr (error_text, ==, "There is no key “call”");
  g_assert_nonnull (strstr (mend, "app.key=value"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-set/load", test_load);
  g_test_add_func ("/app-set/pictures", test_pictures);
  g_test_add_func ("/app-set/mistakes", test_mistakes);
  g_test_add_func ("/app-set/bad-apps", test_bad_apps);
  g_test_add_func ("/app-set/advice", test_advice);
  g_test_add_func ("/app-set/newer", test_newer);
  g_test_add_func ("/app-set/missing", test_missing);
  g_test_add_func ("/app-set/conditions", test_conditions);
  g_test_add_func ("/app-set/condition-screens", test_condition_screens);
  return g_test_run ();
}
