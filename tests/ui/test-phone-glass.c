/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over every screen of the practice phone: how bright it is, and how loud when that changes. */
#include "config.h"

#include "phone-booth.h"

#include <adwaita.h>

static const BoothState at_home = { "home", "home/main", "" };
static const BoothState in_settings = { "settings", "settings/main", "" };
static HihAppSet *apps;

static void
act (BoothPhone *fixture, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);

  hih_phone_act (fixture->phone, gesture);
}

static GtkWidget *
find_bar (GtkWidget *root)
{
  if (GTK_IS_PROGRESS_BAR (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_bar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The mean of the phone's screen, 0 to 255. */
static double
measure_light (BoothPhone *fixture)
{
  cairo_surface_t *surface;
  const guchar *pixels;
  gint64 sum = 0, n = 0;

  booth_settle (&fixture->booth);
  surface = booth_paint (&fixture->booth);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = BOOTH_HEIGHT / 4; y < BOOTH_HEIGHT * 3 / 4; y++)
    {
      for (int x = BOOTH_WIDTH / 4; x < BOOTH_WIDTH * 3 / 4; x++, n++)
        sum += pixels[y * cairo_image_surface_get_stride (surface) + x * 4 + 1];
    }
  cairo_surface_destroy (surface);
  return (double) sum / (double) n;
}

static void
test_brightness (void)
{
  BoothPhone fixture;
  double full, before;

  booth_phone_open (&fixture, apps, &in_settings, HIH_LAYOUT_A, "zh_CN");
  full = measure_light (&fixture);
  before = full + 1;
  for (int brightness = 8; brightness >= 1; brightness--)
    {
      g_autofree char *value = g_strdup_printf ("%d", brightness);
      double now;

      act (&fixture, HIH_GESTURE_DRAG, "settings/brightness", value);
      g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "system.brightness"), ==, value);
      now = measure_light (&fixture);
      g_assert_cmpfloat (now, <, before);
      before = now;
    }
  /* Clearly dimmer, yet #ffffff is no darker than #c0c0c0: all words can still be read on it. */
  g_assert_cmpfloat (before, <, full * 0.80);
  g_assert_cmpfloat (before, >, full * 0.74);
  booth_phone_close (&fixture);
}

static void
test_volume (void)
{
  BoothPhone fixture;
  GtkWidget *bar;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  bar = find_bar (GTK_WIDGET (fixture.view));
  g_assert_nonnull (bar);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  act (&fixture, HIH_GESTURE_TAP, "system/volume-up", NULL);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 4 / 5.0, 0.001);
  act (&fixture, HIH_GESTURE_TAP, "system/volume-down", NULL);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 3 / 5.0, 0.001);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 3000);
  hih_phone_view_advance (fixture.view);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 1000);
  hih_phone_view_advance (fixture.view);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  booth_phone_close (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  apps = booth_load_apps ();
  g_test_add_func ("/phone-glass/brightness", test_brightness);
  g_test_add_func ("/phone-glass/volume", test_volume);
  return g_test_run ();
}
