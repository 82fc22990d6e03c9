/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings and icons on paper: drawn as lines wherever they are lines. */
#include "config.h"

#include "hih-card.h"

#include "hih-drawing.h"

static void
draw_paintable (cairo_t *cr, GdkPaintable *paintable, double x, double y, double size)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), size, size);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

void
hih_card_draw_picture (cairo_t *cr, const char *drawing, double x, double y, double size)
{
  cairo_save (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
  cairo_clip (cr);
  draw_paintable (cr, hih_drawing_get (drawing), x, y, size);
  cairo_restore (cr);
}

void
hih_card_draw_icon (cairo_t *cr, const char *icon, double x, double y, double size, const GdkRGBA *colour)
{
  draw_paintable (cr, hih_drawing_get_icon (icon, colour), x, y, size);
}
