/* SPDX-License-Identifier: GPL-3.0-or-later */
/* App files that were made to hurt: refused, or run, but always with little work. */
#include "config.h"

#include "phone-fixture.h"

#include <string.h>

/* Not the time but the work is looked at: nothing is built beyond the limit that @what names. */
static void
assert_refused (const char *inside, const char *what)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *said = NULL;
  HihMarkupWork work;

  g_assert_null (fixture_parse_screen (inside, issues));
  hih_markup_get_work (&work);
  g_assert_cmpuint (work.n_nodes, <=, HIH_MARKUP_MAX_NODES);
  g_assert_cmpuint (issues->len, >, 0);
  g_assert_cmpuint (issues->len, <=, 150);
  said = fixture_join_issues (issues);
  if (strstr (said, what) == NULL)
    g_error ("expected %s, got:\n%s", what, said);
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, piece);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static void
test_refused (void)
{
  g_autofree char *deep = repeat ("", "<card>", 100000, "");
  g_autofree char *many = repeat ("", "<text/>", 100000, "");
  g_autofree char *attributes = repeat ("<button ", "x ", 100000, "/>");
  g_autofree char *wide = repeat ("<button id='", "x", 500000, "'/>");
  g_autofree char *large = repeat ("<text><title>", "ten bytes ", 200000, "</title></text>");
  g_autofree char *terms = repeat ("<button id='x' when='", "call=none ", 300, "'/>");
  g_autofree char *wrong = repeat ("", "<bxtton/>", 15000, "");
  g_autofree char *buttons = repeat ("<list>", "<row><title>A</title></row>", 2500, "</list>");
  g_autofree char *mistakes = repeat ("", "<bxtton/>", 5000, "");
  g_autofree char *lists = repeat ("", "<card id='a' lok='b'/>", 3000, "");
  g_autofree char *effects = repeat ("<button id='x'><on>", "<set key='on' to='yes'/>", 301, "</on></button>");
  g_autofree char *answers = repeat ("<button id='x'>", "<on><back/></on>", 51, "</button>");
  g_autofree char *waiting = repeat ("<button id='x'><on>", "<after seconds='1'>", 40, "</on></button>");

  assert_refused (deep, "deeper than 24 levels");
  assert_refused (many, "more than 6000 elements");
  assert_refused (attributes, "");
  assert_refused (wide, "is too long");
  assert_refused (large, "larger than");
  assert_refused (terms, "comparisons");
  assert_refused (wrong, "more than 6000 elements");
  assert_refused (buttons, "More than 200 elements on one screen");
  assert_refused (mistakes, "<bxtton> is no element");
  assert_refused (lists, "no attribute “lok”");
  assert_refused (effects, "300 effects");
  assert_refused (answers, "50 answers");
  assert_refused (waiting, "deeper than 24 levels");
  assert_refused ("<!DOCTYPE x [<!ENTITY a 'b'>]><text><title>&a;</title></text>", "Entity name");
  assert_refused ("&lol;", "Entity name");
  assert_refused ("<text><title>\xff\xfe</title></text>", "UTF-8");
  assert_refused ("<image id='i' picture='/etc/passwd'/>", "is no name of a picture");
}

/* Allowed, and still no burden: everything at once as often as a file can hold it. */
static void
test_heavy (void)
{
  g_autofree char *xml = repeat ("<button id='x'><on>", "<after seconds='0'><set key='on' to='yes'/></after>", 290,
                                 "<after seconds='0' id='one'><back/></after></on></button>");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = fixture_parse_screen (xml, issues);
  HihPhoneState *state;

  g_assert_nonnull (apps);
  state = hih_app_set_new_state (apps, "probe/main");
  for (guint i = 0; i < 20; i++)
    {
      fixture_tap (apps, &state, "probe/x");
      fixture_wait (apps, &state, 1);
    }
  assert_key (state, "probe.on", "yes");
  g_assert_cmpint (hih_phone_state_get_next_due_ms (state), ==, -1);
  hih_phone_state_unref (state);
}

/* More different things wait than a state takes. (Not thousands: GLib never frees its table of interned names when it
 * grows past 2048, and the leak checker calls that a leak.) */
static void
test_many_timers (void)
{
  g_autoptr (GString) xml = g_string_new ("<button id='x'><on>");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (HihPhoneState) back = NULL;
  HihPhoneState *state;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (xml, "<after id='t%u' seconds='1'><set key='size' to='%u'/></after>", i, i % 6);
  g_string_append (xml, "</on></button>");
  apps = fixture_parse_screen (xml->str, issues);
  g_assert_nonnull (apps);
  state = hih_app_set_new_state (apps, "probe/main");
  fixture_tap (apps, &state, "probe/x");
  variant = hih_phone_state_to_variant (state);
  back = hih_phone_state_new_from_variant (variant);
  g_assert_nonnull (back);
  fixture_wait (apps, &state, 5000);
  hih_phone_state_unref (state);
}

/* A chain of screens, each of which opens the next. */
static void
test_many_screens (void)
{
  g_autoptr (GString) xml = g_string_new ("<app id='probe' format='1'><title>P</title>");
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (HihPhoneState) back = NULL;
  HihPhoneState *state;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (xml, "<screen id='s%u'><button id='b%u'><on><open screen='s%u'/></on></button></screen>", i, i,
                            (i + 1) % 300);
  g_string_append (xml, "</app>");
  apps = fixture_parse (xml->str, issues);
  g_assert_nonnull (apps);
  state = hih_app_set_new_state (apps, "probe/s0");
  for (guint i = 0; i < 299; i++)
    {
      g_autofree char *target = g_strdup_printf ("probe/b%u", i);

      fixture_tap (apps, &state, target);
    }
  assert_screen (state, "probe/s299");
  g_assert_cmpuint (hih_phone_state_get_depth (state), <, 256);
  variant = hih_phone_state_to_variant (state);
  back = hih_phone_state_new_from_variant (variant);
  g_assert_nonnull (back);
  fixture_tap (apps, &state, "probe/b299");
  assert_screen (state, "probe/s0");
  hih_phone_state_unref (state);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-hostile/refused", test_refused);
  g_test_add_func ("/phone-hostile/heavy", test_heavy);
  g_test_add_func ("/phone-hostile/many-timers", test_many_timers);
  g_test_add_func ("/phone-hostile/many-screens", test_many_screens);
  return g_test_run ();
}
