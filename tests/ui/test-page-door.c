/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's door by its keys alone: no keyboard is needed to choose the digits or to come in with them. */
#include "config.h"

#include "page-house.h"


static void
tap_digits (House *house, const char *digits)
{
  for (const char *at = digits; *at != '\0'; at++)
    {
      g_autofree char *name = g_strdup_printf ("digit-%c", *at);

      house_press (house, name);
    }
}

static const char *
get_pin (House *house)
{
  return gtk_editable_get_text (GTK_EDITABLE (house_wait (house, "pin")));
}

/* The button is filled only when it is the thing to do. */
static void
assert_ready (House *house, gboolean ready)
{
  g_assert_cmpint (gtk_widget_has_css_class (house_wait (house, "enter"), "primary"), ==, ready);
}

static void
test_keys (void)
{
  House *house = house_new (1024, 600, 100, "light");

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "person");
  house_go (house, HIH_PLACE_DOOR, NULL);
  house_wait (house, "digit-0");
  house_press (house, "rub"); /* nothing there yet */
  tap_digits (house, "204");
  assert_ready (house, FALSE); /* four are the least */
  tap_digits (house, "59");
  assert_ready (house, TRUE);
  g_assert_cmpstr (get_pin (house), ==, "20459");
  house_press (house, "rub");
  g_assert_cmpstr (get_pin (house), ==, "2045");
  tap_digits (house, "678931");
  g_assert_cmpstr (get_pin (house), ==, "20456789"); /* eight are the most */
  house_press (house, "enter");
  g_assert_cmpstr (get_pin (house), ==, "");
  assert_ready (house, FALSE);
  tap_digits (house, "20456789");
  house_press (house, "enter");
  house_wait (house, "code-written");
  g_assert_null (house_find (house, "digit-0"));
  house_press (house, "code-written");
  house_wait (house, "desk-people");
  house_go (house, HIH_PLACE_DOOR, NULL);
  house_wait (house, "digit-0");
  tap_digits (house, "1111");
  house_press (house, "enter");
  while (*get_pin (house) != '\0')
    g_main_context_iteration (NULL, TRUE);
  tap_digits (house, "20456789");
  house_press (house, "enter");
  house_wait (house, "desk-people");
  house_free (house);
}

/* With the largest words: the code, and the one way on, are in sight; no button stands in less room than it needs. */
static void
test_code (void)
{
  House *house = house_new (1280, 800, 200, "light");
  static const char *const names[] = { "door-code", "code-print", "code-written" };

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "person");
  house_go (house, HIH_PLACE_DOOR, HIH_DOOR_CHANGE);
  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (house_wait (house, "pin")), "2045");
      house_press (house, "enter");
    }
  house_wait (house, "code-written");
  house_settle (house);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (house_find (house, names[i]), GTK_WIDGET (house->window), &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 800);
    }
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/door/keys", test_keys);
  g_test_add_func ("/ui/door/code", test_code);
  return g_test_run ();
}
