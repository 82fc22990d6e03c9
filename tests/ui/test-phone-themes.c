/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the look of the program does to the practice phone in it: nothing, and in high contrast stronger edges. */
#include "config.h"

#include "phone-booth.h"

#include "hih-theme.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define EDGE_CONTRAST 3.0 /* WCAG 1.4.11 */
#define ROUND 3
#define INSIDE 6          /* pixels of a control in which its lower edge is drawn */
#define OUTSIDE 4

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
static HihAppSet *apps;

static HihTheme *
put_on_theme (BoothPhone *fixture, const char *name)
{
  g_autoptr (HihSettings) settings = hih_settings_new (NULL);

  hih_settings_set_string (settings, HIH_SETTING_THEME, name);
  hih_settings_set_string (settings, HIH_SETTING_REDUCED_MOTION, "on");
  return hih_theme_new (GTK_WINDOW (fixture->booth.window), settings);
}

static guint32
get_pixel (cairo_surface_t *picture, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (picture);

  return ((const guint32 *) (const void *) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (picture)))[x] & 0xffffff;
}

static GtkWidget *
find_named (GtkWidget *widget, const char *css_name)
{
  GtkWidget *found = strcmp (gtk_widget_get_css_name (widget), css_name) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, css_name);
  return found;
}

/* How many pixels of the screen differ. */
static guint
count_changed (BoothPhone *fixture, cairo_surface_t *one, cairo_surface_t *other)
{
  GtkWidget *screen = find_named (fixture->booth.row, "scaler");
  graphene_rect_t box;
  guint n = 0;

  g_assert_nonnull (screen);
  g_assert_true (gtk_widget_compute_bounds (screen, fixture->booth.row, &box));
  graphene_rect_inset (&box, ROUND, ROUND); /* the frame, whose border is another, shines through the round corners */
  for (int y = (int) box.origin.y; y < (int) (box.origin.y + box.size.height); y++)
    {
      for (int x = (int) box.origin.x; x < (int) (box.origin.x + box.size.width); x++)
        n += get_pixel (one, x, y) != get_pixel (other, x, y);
    }
  return n;
}

/* The pages' own style sheet and dark mode are for the program round the phone: not a pixel on the phone may change by
 * them, a code's least of all. In the dark both are there. */
static void
test_dark (gconstpointer layout)
{
  guint n_states;
  const BoothState *states = booth_list_states (&n_states);

  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (HihTheme) theme = NULL;
      cairo_surface_t *bare, *dark;
      BoothPhone fixture;

      booth_phone_open (&fixture, apps, &states[i], layout, "zh_CN");
      bare = booth_paint (&fixture.booth);
      theme = put_on_theme (&fixture, "dark");
      dark = booth_paint (&fixture.booth);
      g_test_message ("%s", states[i].name);
      g_assert_true (gtk_widget_has_css_class (fixture.booth.window, "dark"));
      g_assert_cmpuint (count_changed (&fixture, bare, dark), ==, 0);
      cairo_surface_destroy (bare);
      cairo_surface_destroy (dark);
      booth_phone_close (&fixture);
    }
}

static double
get_luminance (guint32 pixel)
{
  double parts[3];

  for (guint i = 0; i < 3; i++)
    {
      parts[i] = (double) ((pixel >> (16 - 8 * i)) & 255) / 255;
      parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
    }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

/* Between the palest and the darkest of a line that crosses the lower edge. */
static double
measure_edge (cairo_surface_t *picture, int x, int bottom)
{
  double least = 1, most = 0;

  for (int y = bottom - INSIDE; y < bottom + OUTSIDE; y++)
    {
      double luminance = get_luminance (get_pixel (picture, x, y));

      least = MIN (least, luminance);
      most = MAX (most, luminance);
    }
  return (most + 0.05) / (least + 0.05);
}

typedef struct
{
  BoothPhone *fixture;
  cairo_surface_t *picture;
  guint n;
} Edges;

static gboolean
is_within (GtkWidget *widget, const char *css_name)
{
  while (widget != NULL && strcmp (gtk_widget_get_css_name (widget), css_name) != 0)
    widget = gtk_widget_get_parent (widget);
  return widget != NULL;
}

static gboolean
has_edge (GtkWidget *widget)
{
  static const char *const classes[] = { "row", "flag", "pad-key", "plate-key", "quick", "chip", "plain", "pin-cell" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (classes) && !found; i++)
    found = gtk_widget_has_css_class (widget, classes[i]);
  /* A candidate and a sign beside a number stand on their line, not on a plate. */
  return found && !gtk_widget_has_css_class (widget, "line-key") && !gtk_widget_has_css_class (widget, "waiting") &&
         !is_within (widget, "strip") && !is_within (widget, "bar");
}

static gboolean
is_in_sight (GtkWidget *widget, int bottom, GtkWidget *row)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box;

  return scrolled == NULL || (gtk_widget_compute_bounds (scrolled, row, &box) && bottom > box.origin.y + INSIDE &&
                              bottom + OUTSIDE < box.origin.y + box.size.height);
}

static void
check_edges (Edges *edges, GtkWidget *widget)
{
  GtkWidget *row = edges->fixture->booth.row;
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (has_edge (widget) && gtk_widget_compute_bounds (widget, row, &box))
    {
      int bottom = (int) (box.origin.y + box.size.height + 0.5f);
      double contrast;

      if (is_in_sight (widget, bottom, row) && bottom + OUTSIDE < edges->fixture->booth.height)
        {
          contrast = measure_edge (edges->picture, (int) (box.origin.x + box.size.width / 2), bottom);
          edges->n++;
          if (contrast < EDGE_CONTRAST)
            g_error ("%s: the edge has %.2f : 1", g_strjoinv (" ", gtk_widget_get_css_classes (widget)), contrast);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_edges (edges, child);
}

/* Who chose high contrast sees where a key ends, and a row. */
static void
test_edges (gconstpointer layout)
{
  static const char *const names[] = { "chat-list", "keys-empty", "keys-letters", "keys-number", "keys-voice", "phone", "phone-empty",
                                       "clinic-times", "wifi", "settings", "shade", "code", NULL };
  guint n_states;
  const BoothState *states = booth_list_states (&n_states);
  guint n_seen = 0;

  for (guint i = 0; i < n_states; i++)
    {
      BoothPhone fixture;
      BoothState bare = states[i];
      Edges edges = { .fixture = &fixture };
      HihTheme *theme;

      if (!g_strv_contains (names, states[i].name))
        continue;
      bare.target = NULL; /* the ring lies over edges */
      booth_phone_open (&fixture, apps, &bare, layout, "zh_CN");
      theme = put_on_theme (&fixture, "high-contrast");
      edges.picture = booth_paint (&fixture.booth);
      g_test_message ("%s", states[i].name);
      check_edges (&edges, fixture.booth.row);
      g_assert_cmpuint (edges.n, >, 0);
      n_seen++;
      g_object_unref (theme);
      cairo_surface_destroy (edges.picture);
      booth_phone_close (&fixture);
    }
  g_assert_cmpuint (n_seen, ==, G_N_ELEMENTS (names) - 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("TZ", "UTC", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  apps = booth_load_apps ();
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *dark = g_strconcat ("/phone-themes/dark/", layouts[i], NULL);
      g_autofree char *edges = g_strconcat ("/phone-themes/edges/", layouts[i], NULL);

      g_test_add_data_func (dark, layouts[i], test_dark);
      g_test_add_data_func (edges, layouts[i], test_edges);
    }
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
