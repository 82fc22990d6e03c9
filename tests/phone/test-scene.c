/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the screen: order, place and words of each layout, key titles, what covers what. */
#include "config.h"

#include "phone-fixture.h"

static HihSceneNode *
find (HihScene *scene, const char *target)
{
  HihSceneNode *node = hih_scene_find (scene, target);

  if (node == NULL)
    g_error ("%s is not on the screen", target);
  return node;
}

static char *
list_targets (GPtrArray *nodes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      HihSceneNode *node = nodes->pdata[i];

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", node->target);
    }
  return g_string_free (out, FALSE);
}

static void
test_layouts_differ (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, "home/main");
  const char *layouts[] = { "a", "b", "c" };
  HihScene *scenes[3];

  for (guint i = 0; i < 3; i++)
    scenes[i] = hih_scene_new (apps, state, layouts[i]);
  for (guint i = 0; i < 3; i++)
    {
      HihSceneNode *grid = hih_scene_get_nodes (scenes[i])->pdata[0];
      g_autofree char *dock = list_targets (((HihSceneNode *) hih_scene_get_nodes (scenes[i])->pdata[1])->children);

      g_assert_cmpstr (hih_scene_get_layout (scenes[i]), ==, layouts[i]);
      g_assert_cmpuint (grid->children->len, ==, 6);
      /* By rule no tile of the grid stays where it was, nor even in its column. */
      for (guint other = 0; other < i; other++)
        {
          HihSceneNode *before = hih_scene_get_nodes (scenes[other])->pdata[0];

          for (guint at = 0; at < 6; at++)
            {
              for (guint was = at % 3; was < 6; was += 3)
                g_assert_true (((HihSceneNode *) grid->children->pdata[at])->target !=
                               ((HihSceneNode *) before->children->pdata[was])->target);
            }
        }
      /* In the dock only what its author said. */
      g_assert_cmpstr (dock, ==,
                       i == 0   ? "home/phone home/chat home/sms"
                       : i == 1 ? "home/chat home/sms home/phone"
                                : "home/phone home/sms home/chat");
    }
  g_assert_cmpstr (hih_text_get (find (scenes[0], "home/chat")->title, "en"), ==, "Chat");
  g_assert_cmpstr (hih_text_get (find (scenes[1], "home/chat")->title, "en"), ==, "Messages");
  g_assert_cmpstr (hih_scene_get_wallpaper (scenes[0]), ==, "scene-wallpaper");
  g_assert_cmpstr (hih_scene_get_look (scenes[0]), ==, "home");
  for (guint i = 0; i < 3; i++)
    hih_scene_unref (scenes[i]);
}

/* Every size of grid: a permutation, other in b and in c where that is possible. */
static void
test_grid_rule (void)
{
  for (guint n = 1; n <= 16; n++)
    {
      g_autoptr (GString) xml = g_string_new ("<grid>");
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) apps = NULL;
      g_autoptr (HihPhoneState) state = NULL;
      g_autofree char *order[3] = { NULL, NULL, NULL };

      for (guint i = 0; i < n; i++)
        g_string_append_printf (xml, "<tile id='t%u' picture='tile-chat'><title>T</title></tile>", i);
      g_string_append (xml, "</grid>");
      apps = fixture_parse_screen (xml->str, issues);
      g_assert_nonnull (apps);
      state = hih_app_set_new_state (apps, "probe/main");
      for (guint i = 0; i < 3; i++)
        {
          const char layout[] = { (char) ('a' + i), '\0' };
          g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);
          g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
          HihSceneNode *grid = hih_scene_get_nodes (scene)->pdata[0];

          for (guint j = 0; j < grid->children->len; j++)
            g_assert_true (g_hash_table_add (seen, (gpointer) ((HihSceneNode *) grid->children->pdata[j])->target));
          g_assert_cmpuint (g_hash_table_size (seen), ==, n);
          order[i] = list_targets (grid->children);
        }
      g_assert_true (n < 2 || g_strcmp0 (order[0], order[1]) != 0);
      g_assert_true (n < 2 || g_strcmp0 (order[0], order[2]) != 0);
      g_assert_true (n < 3 || g_strcmp0 (order[1], order[2]) != 0);
      for (guint i = 0; i < 3; i++)
        g_clear_pointer (&order[i], g_free);
    }
}

static void
test_places_and_order (void)
{
  static const char *const places[] = { "bar-end", "above-input", "foot" };
  static const char *const titles[] = { "Video", "Video", "See each other" };
  static const char *const rows[] = { "chat/fang chat/ming", "chat/ming chat/fang", "chat/fang chat/ming" };
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (HihPhoneState) talk = hih_app_set_new_state (apps, "chat/talk");
  g_autoptr (HihPhoneState) list = hih_app_set_new_state (apps, "chat/list");

  for (guint i = 0; i < 3; i++)
    {
      const char layout[] = { (char) ('a' + i), '\0' };
      g_autoptr (HihScene) scene = hih_scene_new (apps, talk, layout);
      g_autoptr (HihScene) people = hih_scene_new (apps, list, layout);
      g_autofree char *order = list_targets (find (people, "chat/people")->children);
      g_autofree char *tabs = list_targets (find (people, "chat/tabs")->children);

      g_assert_cmpstr (find (scene, "chat/video")->place, ==, places[i]);
      g_assert_cmpstr (hih_text_get (find (scene, "chat/video")->title, "en"), ==, titles[i]);
      g_assert_cmpstr (order, ==, rows[i]);
      g_assert_cmpstr (tabs, ==, "chat/tab-chats chat/tab-me");
      g_assert_cmpstr (hih_text_get (hih_scene_get_title (people), "en"), ==, i == 1 ? "Messages" : "Chat");
    }
}

static void
test_key_titles (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "chat/talk");
  HihScene *scene = hih_scene_new (apps, state, "a");

  g_assert_null (hih_scene_get_title (scene));
  hih_scene_unref (scene);
  fixture_run (apps, &state, "<set key='chat.peer' to='fang'/><open screen='chat/ringing'/>");
  scene = hih_scene_new (apps, state, "a");
  g_assert_cmpstr (find (scene, "chat/caller")->picture, ==, "face-fang");
  g_assert_cmpstr (hih_text_get (find (scene, "chat/caller")->title, "zh_CN"), ==, "女儿小芳");
  g_assert_cmpstr (hih_text_get (find (scene, "chat/caller")->subtitle, "en"), ==, "is calling");
  g_assert_cmpstr (find (scene, "chat/caller")->value, ==, "fang");
  hih_scene_unref (scene);
  fixture_run (apps, &state, "<set key='chat.call' to='talking'/><open screen='chat/call'/>");
  scene = hih_scene_new (apps, state, "a");
  g_assert_cmpstr (find (scene, "chat/face")->picture, ==, "face-fang");
  g_assert_cmpstr (hih_element_get_attribute (find (scene, "chat/face")->element, "camera"), ==, "chat.camera");
  g_assert_null (hih_scene_find (scene, "chat/who"));
  g_assert_cmpstr (hih_scene_get_look (scene), ==, "call");
  hih_scene_unref (scene);

  fixture_run (apps, &state, "<open screen='settings/main'/><set key='settings.name' to='Zhang'/>");
  scene = hih_scene_new (apps, state, "c");
  g_assert_cmpstr (hih_text_get (find (scene, "settings/hello")->title, "zh_CN"), ==, "Zhang");
  g_assert_cmpstr (hih_text_get (find (scene, "settings/how-large")->title, "en"), ==, "3");
  g_assert_cmpstr (find (scene, "settings/name")->value, ==, "Zhang");
  g_assert_cmpstr (hih_text_get (find (scene, "settings/name")->title, "en"), ==, "Name");
  g_assert_cmpstr (hih_text_get (find (scene, "settings/name")->placeholder, "en"), ==, "Your name");
  g_assert_cmpstr (find (scene, "settings/volume")->value, ==, "3");
  hih_scene_unref (scene);
  hih_phone_state_unref (state);
}

static void
test_sensitive_and_current (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "settings/main");
  HihScene *scene = hih_scene_new (apps, state, "a");

  g_assert_false (find (scene, "settings/go")->sensitive);
  g_assert_true (find (scene, "settings/agree")->sensitive);
  hih_scene_unref (scene);
  fixture_run (apps, &state, "<set key='settings.name' to='Z'/><set key='settings.agreed' to='yes'/>");
  scene = hih_scene_new (apps, state, "a");
  g_assert_true (find (scene, "settings/go")->sensitive);
  hih_scene_unref (scene);
  fixture_run (apps, &state, "<open screen='chat/list'/>");
  fixture_tap (apps, &state, "chat/tab-me");
  scene = hih_scene_new (apps, state, "a");
  g_assert_true (find (scene, "chat/tab-me")->current);
  g_assert_false (find (scene, "chat/tab-chats")->current);
  g_assert_null (hih_scene_find (scene, "chat/fang"));
  hih_scene_unref (scene);
  hih_phone_state_unref (state);
}

static void
test_covered (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  HihPhoneState *state = hih_app_set_new_state (apps, "chat/talk");
  HihScene *scene = hih_scene_new (apps, state, "b");

  g_assert_null (hih_scene_get_over (scene));
  g_assert_true (hih_scene_has_back (scene));
  g_assert_nonnull (hih_scene_find (scene, "system/back"));
  hih_scene_unref (scene);
  fixture_tap (apps, &state, "chat/video");
  scene = hih_scene_new (apps, state, "b");
  g_assert_cmpuint (hih_scene_get_over (scene)->len, ==, 3);
  g_assert_cmpstr (find (scene, "chat/allow")->place, ==, "over");
  g_assert_cmpstr (hih_text_get (hih_scene_get_over_title (scene), "en"), ==, "Camera");
  g_assert_false (hih_scene_is_sheet (scene));
  g_assert_null (hih_scene_find (scene, "chat/video"));
  g_assert_null (hih_scene_find (scene, "chat/text"));
  /* It is still drawn below. */
  g_assert_cmpuint (hih_scene_get_nodes (scene)->len, >, 1);
  g_assert_nonnull (hih_scene_find (scene, "system/home"));
  g_assert_nonnull (hih_scene_find (scene, "system/power"));
  hih_scene_unref (scene);
  fixture_tap (apps, &state, "chat/refuse");
  fixture_tap (apps, &state, "chat/more");
  scene = hih_scene_new (apps, state, "b");
  g_assert_true (hih_scene_is_sheet (scene));
  hih_scene_unref (scene);
  hih_phone_state_unref (state);
}

static void
test_system (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  const struct
  {
    const char *screen;
    gboolean home, back, has_back, power;
  } expected[] = { { "home/main", TRUE, FALSE, FALSE, TRUE },    { "chat/list", TRUE, FALSE, FALSE, TRUE },
                   { "chat/talk", TRUE, TRUE, TRUE, TRUE },      { "chat/call", TRUE, FALSE, FALSE, TRUE },
                   { "system/lock", FALSE, FALSE, FALSE, TRUE }, { "system/dark", FALSE, FALSE, FALSE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, expected[i].screen);
      g_autoptr (HihScene) scene = hih_scene_new (apps, state, "a");

      g_assert_cmpstr (hih_scene_get_screen (scene), ==, expected[i].screen);
      g_assert_cmpint (hih_scene_find (scene, "system/home") != NULL, ==, expected[i].home);
      g_assert_cmpint (hih_scene_find (scene, "system/back") != NULL, ==, expected[i].back);
      g_assert_cmpint (hih_scene_has_back (scene), ==, expected[i].has_back);
      g_assert_cmpint (hih_scene_find (scene, "system/power") != NULL, ==, expected[i].power);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/layouts-differ", test_layouts_differ);
  g_test_add_func ("/scene/grid-rule", test_grid_rule);
  g_test_add_func ("/scene/places-and-order", test_places_and_order);
  g_test_add_func ("/scene/key-titles", test_key_titles);
  g_test_add_func ("/scene/sensitive-and-current", test_sensitive_and_current);
  g_test_add_func ("/scene/covered", test_covered);
  g_test_add_func ("/scene/system", test_system);
  return g_test_run ();
}
