/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes the phone shows are real: another program reads them off the picture, in every theme, layout and size. */
#include "config.h"

#include "hih-theme.h"

#include "phone-booth.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>
#include <qrencode.h>

#define MARGIN 4
#define MODULE_MIN 6

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
static const double scales[] = { 0.55, 0.8, 1, 1.25, 1.6 };

static const struct
{
  BoothState state;
  const char *key;
} screens[] = {
  { { "code", "city/main", "<open screen='city/code'/>" }, "city.number" },
  { { "insurance", "city/main", "<open screen='city/insurance-code'/>" }, "city.insurance" },
  { { "ride", "city/main", "<open screen='city/ride-code'/>" }, "city.ride" },
};

static const char *theme_name;

static GtkWidget *
find_code (GtkWidget *widget)
{
  if (g_strcmp0 (gtk_widget_get_css_name (widget), "code") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_code (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static cairo_surface_t *
paint (Booth *booth, double scale)
{
  /* The frame round the screen keeps its 24 and 50 pixels. */
  int width = (int) ceil (HIH_PHONE_WIDTH * scale) + 24, height = (int) ceil (HIH_PHONE_HEIGHT * scale) + 50;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  for (int i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (gtk_widget_get_frame_clock (booth->window), "update");
      gtk_widget_allocate (booth->row, width, height, -1, NULL);
    }
  gtk_widget_snapshot_child (booth->window, booth->row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(gsize) x] & 0xffffff;
}

static void
assert_read (cairo_surface_t *surface, const char *expected)
{
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *wanted = g_strconcat (expected, "\n", NULL);
  const char *argv[] = { "zbarimg", "--quiet", "--raw", NULL, NULL };
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("hih-code-XXXXXX.png", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  argv[3] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpstr (out, ==, wanted);
}

/* Black on white, with four modules of white all round, and no module under six phone pixels. */
static void
assert_drawn (Booth *booth, cairo_surface_t *surface, double scale, const char *text)
{
  GtkWidget *code = find_code (booth->row);
  QRcode *wanted = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  int modules = wanted->width + 2 * MARGIN, whole;
  graphene_rect_t box;
  double module;

  QRcode_free (wanted);
  g_assert_nonnull (code);
  g_assert_cmpint (gtk_widget_get_width (code), ==, gtk_widget_get_height (code));
  g_assert_cmpint (gtk_widget_get_width (code) % modules, ==, 0);
  g_assert_cmpint (gtk_widget_get_width (code) / modules, >=, MODULE_MIN);
  g_assert_true (gtk_widget_compute_bounds (code, booth->row, &box));
  module = box.size.width / modules;
  whole = gtk_widget_get_width (code) / modules;
  g_assert_cmpfloat_with_epsilon (module, whole * scale, 0.05);
  for (int i = 0; i < modules; i++)
    {
      double along = (i + 0.5) * module, near = MARGIN * module / 2, far = (modules - MARGIN / 2.0) * module;

      g_assert_cmphex (pixel (surface, box.origin.x + along, box.origin.y + near), ==, 0xffffff);
      g_assert_cmphex (pixel (surface, box.origin.x + along, box.origin.y + far), ==, 0xffffff);
      g_assert_cmphex (pixel (surface, box.origin.x + near, box.origin.y + along), ==, 0xffffff);
      g_assert_cmphex (pixel (surface, box.origin.x + far, box.origin.y + along), ==, 0xffffff);
    }
  /* The middle of the corner's big square. */
  g_assert_cmphex (pixel (surface, box.origin.x + (MARGIN + 3.5) * module, box.origin.y + (MARGIN + 3.5) * module), ==, 0);
}

static void
test_codes (gconstpointer data)
{
  const char *layout = data;
  g_autoptr (HihAppSet) apps = booth_load_apps ();
  g_autoptr (HihSettings) settings = hih_settings_new (NULL);
  g_autoptr (HihTheme) theme = NULL;
  Booth booth;

  hih_settings_set_string (settings, HIH_SETTING_THEME, theme_name);
  booth_open (&booth, 1);
  theme = hih_theme_new (GTK_WINDOW (booth.window), settings);
  g_assert_nonnull (strstr (hih_theme_get_tokens_name (theme), g_str_equal (theme_name, "high-contrast") ? "hc" : theme_name));
  for (gsize s = 0; s < G_N_ELEMENTS (screens); s++)
    {
      g_autoptr (HihClock) clock = booth_clock_new ();
      g_autoptr (HihPhone) phone = booth_phone_new (apps, layout, clock, &screens[s].state);
      HihPhoneView *view = g_ptr_array_index (booth.views, 0);
      const char *text = hih_phone_state_get (hih_phone_get_state (phone), screens[s].key);

      hih_phone_view_set_language (view, "zh_CN");
      hih_phone_view_set_phone (view, phone);
      hih_phone_view_finish_transitions (view);
      for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          cairo_surface_t *surface = paint (&booth, scales[i]);

          g_test_message ("%s %s %s %.2f", theme_name, layout, screens[s].state.name, scales[i]);
          assert_drawn (&booth, surface, scales[i], text);
          assert_read (surface, text);
          cairo_surface_destroy (surface);
        }
      hih_phone_view_set_phone (view, NULL);
    }
  booth_close (&booth);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  theme_name = argc > 1 ? argv[1] : "light";
  /* The desktop's as well, so that its borders come too. */
  if (g_str_equal (theme_name, "high-contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/phone-codes/%s/%s", theme_name, layouts[i]);

      g_test_add_data_func (path, layouts[i], test_codes);
    }
  return g_test_run ();
}
