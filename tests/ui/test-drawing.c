/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing is drawn in its own colours at any size; an icon, whose file is read once, in each colour that is asked for. */
#include "config.h"

#include "hih-drawing.h"

#include <gtk/gtk.h>

#define SIZE 48

/* How many pixels @paintable covers in whole, all of them in @colour. */
static guint
count (GdkPaintable *paintable, guint32 colour)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  const guint32 *pixels;
  guint n = 0;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), SIZE, SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_image_surface_get_stride (surface), ==, SIZE * 4);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < SIZE * SIZE; i++)
    {
      if (pixels[i] >> 24 == 0xff)
        {
          g_assert_cmphex (pixels[i], ==, colour);
          n++;
        }
    }
  cairo_surface_destroy (surface);
  return n;
}

static void
test_icon_colours (void)
{
  const GdkRGBA red = { 1, 0, 0, 1 }, blue = { 0, 0, 1, 1 };
  guint n = count (hih_drawing_get_icon ("video", &red), 0xffff0000);

  g_assert_cmpuint (n, >, SIZE);
  g_assert_cmpuint (count (hih_drawing_get_icon ("video", &blue), 0xff0000ff), ==, n);
  /* The first is still what it was, and by its other name the same one. */
  g_assert_cmpuint (count (hih_drawing_get_icon ("video", &red), 0xffff0000), ==, n);
  g_assert_true (hih_drawing_get_icon ("hih-video-symbolic", &red) == hih_drawing_get_icon ("video", &red));
}

static void
test_missing (void)
{
  g_assert_true (hih_drawing_exists ("face-fang"));
  g_assert_false (hih_drawing_exists ("face-nobody"));
  g_assert_false (hih_drawing_exists ("../face-fang"));
  /* The empty tile: quiet, not nothing. */
  g_assert_cmpuint (count (hih_drawing_get ("face-nobody"), 0xffe4dac6), >, SIZE * SIZE / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/drawing/icon-colours", test_icon_colours);
  g_test_add_func ("/drawing/missing", test_missing);
  return g_test_run ();
}
