/* SPDX-License-Identifier: GPL-3.0-or-later */
/* App files that were made to hurt: refused, or run, but always soon and always in little memory. */
#include "config.h"

#include "phone-fixture.h"

#include <string.h>
#include <time.h>

/* The processor's time, as other tests run beside this one; a sanitizer makes everything slower. */
#ifdef __SANITIZE_ADDRESS__
#define LIMIT_MS 10000
#else
#define LIMIT_MS 1000
#endif

static gint64
get_cpu_ms (void)
{
  return (gint64) clock () * 1000 / CLOCKS_PER_SEC;
}

static void
assert_soon (gint64 begun_ms)
{
  g_assert_cmpint (get_cpu_ms () - begun_ms, <, LIMIT_MS);
}

static void
assert_refused (const char *inside)
{
  gint64 begun_ms = get_cpu_ms ();
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  g_assert_null (fixture_parse_screen (inside, issues));
  g_assert_cmpuint (issues->len, >, 0);
  assert_soon (begun_ms);
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
  g_autofree char *waiting = repeat ("<button id='x'><on>", "<after seconds='1'>", 40, "</on></button>");

  assert_refused (deep);
  assert_refused (many);
  assert_refused (attributes);
  assert_refused (wide);
  assert_refused (large);
  assert_refused (terms);
  assert_refused (wrong);
  assert_refused (waiting);
  assert_refused ("<!DOCTYPE x [<!ENTITY a 'b'>]><text><title>&a;</title></text>");
  assert_refused ("&lol;");
  assert_refused ("<text><title>\xff\xfe</title></text>");
  assert_refused ("<image id='i' picture='/etc/passwd'/>");
}

/* Allowed, and still no burden: everything at once as often as a file can hold it. */
static void
test_heavy (void)
{
  g_autofree char *xml = repeat ("<button id='x'><on>", "<after seconds='0'><set key='on' to='yes'/></after>", 3000,
                                 "<after seconds='0' id='one'><back/></after></on></button>");
  gint64 begun_ms = get_cpu_ms ();
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
  assert_soon (begun_ms);
}

/* More different things wait than a state takes. (Not thousands: GLib never frees its table of interned names when it
 * grows past 2048, and the leak checker calls that a leak.) */
static void
test_many_timers (void)
{
  g_autoptr (GString) xml = g_string_new ("<button id='x'><on>");
  gint64 begun_ms = get_cpu_ms ();
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
  assert_soon (begun_ms);
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
