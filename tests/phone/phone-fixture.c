/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the phone's tests share. */
#include "config.h"

#include "phone-fixture.h"

#include <glib/gstdio.h>

HihAppSet *
fixture_load_dir (const char *dir, const char *const *apps)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  HihAppSet *set = hih_app_set_load (dir, apps, issues);
  g_autofree char *said = fixture_join_issues (issues);

  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (set);
  return set;
}

HihAppSet *
fixture_load (void)
{
  const char *apps[] = { "home", "chat", NULL };
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "phone", "data", NULL);

  return fixture_load_dir (dir, apps);
}

HihAppSet *
fixture_parse (const char *text, GPtrArray *issues)
{
  const char *apps[] = { "probe", NULL };
  g_autofree char *system = g_test_build_filename (G_TEST_DIST, "phone", "data", "mini-system.xml", NULL);
  g_autofree char *dir = g_dir_make_tmp ("hih-phone-XXXXXX", NULL);
  g_autofree char *to_system = g_build_filename (dir, "system.xml", NULL);
  g_autofree char *to_probe = g_build_filename (dir, "probe.xml", NULL);
  g_autofree char *content = NULL;
  gsize length;
  HihAppSet *set;

  g_assert_true (g_file_get_contents (system, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to_system, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (to_probe, text, -1, NULL));
  set = hih_app_set_load (dir, apps, issues);
  g_unlink (to_system);
  g_unlink (to_probe);
  g_rmdir (dir);
  return set;
}

HihAppSet *
fixture_parse_screen (const char *inside, GPtrArray *issues)
{
  g_autofree char *text = g_strdup_printf ("<app id=\"probe\" format=\"1\"><title>P</title>"
                                           "<state key=\"word\" type=\"text\"/><state key=\"on\" type=\"flag\"/>"
                                           "<state key=\"size\" type=\"number\" max=\"5\"/>"
                                           "<state key=\"call\" values=\"none talking\"/>\n"
                                           "<screen id=\"main\" root=\"yes\"><title>M</title>\n%s\n</screen>"
                                           "<dialog id=\"ask\"/><sheet id=\"more\"/></app>",
                                           inside);

  return fixture_parse (text, issues);
}

char *
fixture_join_issues (GPtrArray *issues)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *line = hih_issue_to_string (issues->pdata[i]);

      g_string_append_printf (out, "%s\n", line);
    }
  return g_string_free (out, FALSE);
}

GPtrArray *
fixture_read_effects (HihAppSet *apps, const char *xml)
{
  g_autofree char *text = g_strdup_printf ("<trap>%s</trap>", xml);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihNode) node = hih_markup_parse (text, -1, "trap.xml", issues);
  g_autofree char *said = NULL;
  GPtrArray *effects;

  g_assert_nonnull (node);
  effects = hih_effects_read (node, NULL, issues);
  hih_effects_check (effects, apps, NULL, issues);
  said = fixture_join_issues (issues);
  g_assert_cmpstr (said, ==, "");
  return effects;
}

void
fixture_do (HihAppSet *apps, HihPhoneState **state, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);
  HihPhoneState *next = hih_brain_apply (apps, *state, gesture, NULL);

  hih_phone_state_unref (*state);
  *state = next;
}

void
fixture_tap (HihAppSet *apps, HihPhoneState **state, const char *target)
{
  fixture_do (apps, state, HIH_GESTURE_TAP, target, NULL);
}

void
fixture_wait (HihAppSet *apps, HihPhoneState **state, gint64 ms)
{
  HihPhoneState *next = hih_brain_advance (apps, *state, ms, NULL);

  hih_phone_state_unref (*state);
  *state = next;
}

void
fixture_run (HihAppSet *apps, HihPhoneState **state, const char *xml)
{
  g_autoptr (GPtrArray) effects = fixture_read_effects (apps, xml);
  HihPhoneState *next = hih_brain_run_effects (apps, *state, effects, NULL);

  hih_phone_state_unref (*state);
  *state = next;
}
