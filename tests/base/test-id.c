/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDv7: version and variant bits, order by time, text form there and back. */
#include "config.h"

#include "hih-id.h"

#include <string.h>

static void
test_form (void)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (G_GINT64_CONSTANT (0x0123456789ab));
  HihId id, back;
  char text[HIH_ID_STRING_LENGTH + 1];

  hih_id_generate (&id, clock);
  hih_id_to_string (&id, text);
  g_assert_true (g_str_has_prefix (text, "01234567-89ab-7"));
  g_assert_nonnull (strchr ("89ab", text[19]));
  g_assert_true (g_uuid_string_is_valid (text));
  g_assert_true (hih_id_parse (&back, text));
  g_assert_true (hih_id_equal (&id, &back));
  g_assert_false (hih_id_is_nil (&id));
}

static void
test_order (void)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (1);
  HihId last, id;

  hih_id_generate (&last, clock);
  for (guint i = 0; i < 100; i++)
    {
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 1);
      hih_id_generate (&id, clock);
      g_assert_cmpint (memcmp (&last, &id, sizeof id), <, 0);
      last = id;
    }
}

static void
test_refuses (void)
{
  const char *bad[] = { "", "x", "01234567-89ab-7123-8123-0123456789a", "01234567-89ab-7123-8123-0123456789abc",
                        "0123456789ab-7123-8123-0123456789ab--", "01234567-89ab-7123-8123-0123456789ag",
                        "01234567089ab-7123-8123-0123456789ab" };
  HihId id = { { 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (hih_id_parse (&id, bad[i]));
  g_assert_cmpuint (id.bytes[0], ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/form", test_form);
  g_test_add_func ("/base/id/order", test_order);
  g_test_add_func ("/base/id/refuses", test_refuses);
  return g_test_run ();
}
