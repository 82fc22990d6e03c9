/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The virtual clock runs what is due, in order, at its own moment. */
#include "config.h"

#include "hih-clock.h"

typedef struct
{
  HihClock *clock;
  GString *log;
  guint id;
} Fixture;

static void
note_cb (gpointer data)
{
  Fixture *f = data;

  g_string_append_printf (f->log, "%" G_GINT64_FORMAT " ", hih_clock_get_monotonic_ms (f->clock));
}

static void
chain_cb (gpointer data)
{
  Fixture *f = data;

  note_cb (data);
  if (f->log->len < 40)
    f->id = hih_clock_add_timeout (f->clock, 10, chain_cb, f);
}

static void
test_order (void)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (1000000);
  g_autoptr (GString) log = g_string_new (NULL);
  Fixture f = { clock, log, 0 };

  hih_clock_add_timeout (clock, 300, note_cb, &f);
  hih_clock_add_timeout (clock, 100, note_cb, &f);
  f.id = hih_clock_add_timeout (clock, 200, note_cb, &f);
  hih_clock_clear_timeout (clock, &f.id);
  g_assert_cmpuint (f.id, ==, 0);
  hih_clock_clear_timeout (clock, &f.id);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 299);
  g_assert_cmpstr (log->str, ==, "100 ");
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 1);
  g_assert_cmpstr (log->str, ==, "100 300 ");
  g_assert_cmpint (hih_clock_get_wall_ms (clock), ==, 1000300);
}

static void
test_added_on_the_way (void)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (0);
  g_autoptr (GString) log = g_string_new (NULL);
  Fixture f = { clock, log, 0 };

  hih_clock_add_timeout (clock, 10, chain_cb, &f);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 35);
  g_assert_cmpstr (log->str, ==, "10 20 30 ");
  g_assert_cmpint (hih_clock_get_monotonic_ms (clock), ==, 35);
}

static void
test_system (void)
{
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  gint64 before = hih_clock_get_monotonic_ms (clock);

  g_assert_cmpint (hih_clock_get_monotonic_ms (clock), >=, before);
  g_assert_cmpint (hih_clock_get_wall_ms (clock), >, G_GINT64_CONSTANT (1600000000000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/clock/order", test_order);
  g_test_add_func ("/base/clock/added-on-the-way", test_added_on_the_way);
  g_test_add_func ("/base/clock/system", test_system);
  return g_test_run ();
}
