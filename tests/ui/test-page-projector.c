/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The class on the projector, at the sizes projectors have: whatever step is shown, the page asks for no more than the
 * screen has, every control stands within it, the words have their room, and the light veils the picture only.
 */
#include "config.h"

#include "page-house.h"

#include "hih-control.h"
#include "hih-fit.h"
#include "hih-hand-ticks.h"
#include "hih-locale.h"
#include "hih-phone-view.h"
#include "hih-spotlight.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* The least that what is to be done may shrink to, of the height: captions for a room have 5 % (STANDARDS.md). */
#define LEAST_SAY 0.05

static const struct
{
  int width;
  int height;
} sizes[] = { { 1024, 600 }, { 1024, 768 }, { 1280, 720 }, { 1280, 800 }, { 1366, 768 }, { 1920, 1080 }, { 360, 740 } };

/* Gives its size, px. */
static graphene_size_t
assert_within (GtkWidget *widget, GtkWidget *around)
{
  graphene_rect_t box;
  const char *name = gtk_widget_get_name (widget);

  g_assert_true (gtk_widget_compute_bounds (widget, around, &box));
  if (box.origin.x < -0.5f || box.origin.y < -0.5f || box.origin.x + box.size.width > (float) gtk_widget_get_width (around) + 0.5f ||
      box.origin.y + box.size.height > (float) gtk_widget_get_height (around) + 0.5f)
    g_error ("%s stands from %.0f,%.0f to %.0f,%.0f in %d × %d", name, (double) box.origin.x, (double) box.origin.y,
             (double) (box.origin.x + box.size.width), (double) (box.origin.y + box.size.height),
             gtk_widget_get_width (around), gtk_widget_get_height (around));
  return box.size;
}

static guint
look (GtkWidget *widget, GtkWidget *around)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (HIH_IS_PHONE_VIEW (widget) || HIH_IS_HAND_TICKS (widget) || GTK_IS_LABEL (widget))
    assert_within (widget, around);
  if (HIH_IS_CONTROL (widget))
    {
      graphene_size_t size = assert_within (widget, around);

      g_assert_cmpfloat (size.height, >=, 44);
      g_assert_cmpfloat (size.width, >=, 44);
      n++;
    }
  /* The phone scrolls and scales its own things. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !HIH_IS_PHONE_VIEW (widget);
       child = gtk_widget_get_next_sibling (child))
    n += look (child, around);
  return n;
}

/* No label has less than its words need: none is cut, and none lies over another. */
static void
assert_words_whole (House *house)
{
  GtkWidget *say = house_wait (house, "p-say"), *fit = gtk_widget_get_ancestor (say, HIH_TYPE_FIT);
  int needed;

  gtk_widget_measure (say, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (say), &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, gtk_widget_get_height (say));
  gtk_widget_measure (gtk_widget_get_parent (say), GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (fit), &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, gtk_widget_get_height (fit));
}

static void
look_around (House *house, int width, int height)
{
  GtkWidget *window = GTK_WIDGET (house->window), *page = GTK_WIDGET (hih_window_get_page (house->window));
  GtkWidget *say = house_wait (house, "p-say");
  double px = hih_words_get_size_px (say) * hih_words_get_scale (say);
  int needed;

  g_assert_cmpint (gtk_widget_get_width (window), ==, width);
  g_assert_cmpint (gtk_widget_get_height (window), ==, height);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, height);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  g_assert_cmpint (needed, <=, width);
  g_assert_cmpuint (look (page, window), ==, 6);
  /* What is narrower than any projector may cut a long sentence. */
  if (width >= 1024)
    assert_words_whole (house);
  g_test_message ("%d × %d: what is to be done is %.0f px", width, height, px);
  if (width >= 1024)
    g_assert_cmpfloat (px, >=, LEAST_SAY * height);
}

static void
begin_class (House *house)
{
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_CLASS_START, NULL);
  house_wait (house, "person");
  house_press (house, "class-all");
  house_press (house, "class-begin");
  house_press (house, "class-project");
  house_wait (house, "p-try");
  /* Before the lesson has come a button has nothing to do. */
  for (guint i = 0; i < 500 && *gtk_label_get_label (GTK_LABEL (house_wait (house, "p-say"))) == '\0'; i++)
    house_pass (20);
}

static void
begin_trying (House *house)
{
  begin_class (house);
  house_press (house, "p-try");
  house_settle (house);
  g_assert_cmpstr (hih_control_get_words (HIH_CONTROL (house_wait (house, "p-try"))), ==, _("All watch"));
}

static void
test_sizes (void)
{
  House *house = house_new (sizes[0].width, sizes[0].height, 100, "light");

  begin_trying (house);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (house->window), sizes[i].width, sizes[i].height);
      house_settle (house);
      look_around (house, sizes[i].width, sizes[i].height);
    }
  house_free (house);
}

/* It follows the screen, not the size that somebody chose for a page near by. */
static void
test_large_words (void)
{
  House *house = house_new (1024, 600, 200, "dark");

  begin_trying (house);
  look_around (house, 1024, 600);
  house_free (house);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
point_at (HihSpotlight *light, float x, float y)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (light));
  GtkEventController *motion = g_list_model_get_item (controllers, 0);

  g_signal_emit_by_name (motion, "motion", (double) x, (double) y);
  g_object_unref (motion);
  g_object_unref (controllers);
}

static void
test_light (void)
{
  House *house = house_new (1280, 800, 100, "light");
  HihSpotlight *light;
  graphene_rect_t area, phone, say;
  graphene_point_t middle;

  begin_trying (house);
  light = HIH_SPOTLIGHT (find_type (GTK_WIDGET (house->window), HIH_TYPE_SPOTLIGHT));
  g_assert_true (gtk_widget_compute_bounds (find_type (GTK_WIDGET (light), HIH_TYPE_PHONE_VIEW), GTK_WIDGET (light), &phone));
  g_assert_true (gtk_widget_compute_bounds (house_wait (house, "p-say"), GTK_WIDGET (light), &say));
  graphene_rect_get_center (&phone, &middle);
  point_at (light, middle.x, middle.y);
  g_assert_false (hih_spotlight_get_lit (light, &area));
  house_press (house, "p-light");
  g_assert_true (hih_spotlight_get_lit (light, &area));
  g_assert_true (graphene_rect_contains_rect (&phone, &area));
  g_assert_cmpfloat (area.size.height, >, phone.size.height * 0.8f);
  g_assert_false (graphene_rect_intersection (&area, &say, NULL));
  /* Nothing is veiled while one points at what is to be read. */
  point_at (light, say.origin.x + 20, say.origin.y + 20);
  g_assert_false (hih_spotlight_get_lit (light, &area));
  house_free (house);
}

int
main (int argc, char **argv)
{
  gboolean is_chinese = argc < 2 || argv[1][0] == '-';

  house_test_init_in (is_chinese ? "zh_CN" : argv[1], &argc, &argv);
  g_test_add_func ("/ui/projector/sizes", test_sizes);
  if (is_chinese)
    {
      g_test_add_func ("/ui/projector/large-words", test_large_words);
      g_test_add_func ("/ui/projector/light", test_light);
    }
  return g_test_run ();
}
