/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn, not pictured: sharp at every scale, and the same town in every lesson. Layout b is seen in a mirror, c stands on
 * its head: another place for everything, the same ways between. */
#include "config.h"

#include "hih-phone-town.h"

#include <gtk/gtk.h>

#define STREET 24.0

typedef struct
{
  double x, y, width, height;
} Block;

static const double across[] = { 24, 60, 90 }; /* streets from left to right */
static const double down[] = { 22, 58 };       /* and from top to bottom */
static const Block park = { 65, 27, 20, 26 };
static const Block houses[] = {
  { 4, 4, 8, 13 },   { 14, 5, 7, 11 },  { 28, 4, 12, 13 }, { 43, 6, 12, 11 }, { 64, 4, 21, 13 },
  { 4, 28, 15, 11 }, { 6, 42, 12, 11 }, { 28, 28, 9, 24 }, { 41, 28, 14, 10 }, { 42, 42, 12, 11 },
  { 5, 64, 14, 12 }, { 29, 64, 10, 9 }, { 43, 65, 12, 9 }, { 65, 64, 19, 12 },
};

typedef struct
{
  const char *ground, *house, *park, *tree, *water, *edge;
} Colors;

static const Colors colors[] = {
  { "#efe9db", "#ddd2bc", "#cde3c2", "#8fb884", "#bfdcec", "#d3c7ae" },
  { "#e6ecf4", "#cfd9e7", "#cbe2d4", "#86b39a", "#b3d3ee", "#c3cfdf" },
  { "#f5ebef", "#e6d5dd", "#d9e2c4", "#a1b57f", "#cbdbe9", "#dfcad4" },
};

/**
 * hih_phone_town_turn_x:
 */
double
hih_phone_town_turn_x (int layout, double x)
{
  return layout == 1 ? 100 - x : x;
}

/**
 * hih_phone_town_turn_y:
 */
double
hih_phone_town_turn_y (int layout, double y)
{
  return layout == 2 ? 84 - y : y;
}

static void
set_color (cairo_t *cr, const char *name)
{
  GdkRGBA color = { 0 };

  gdk_rgba_parse (&color, name);
  gdk_cairo_set_source_rgba (cr, &color);
}

static void
append_block (int layout, cairo_t *cr, const Block *block, double width, double height)
{
  double x = layout == 1 ? 100 - block->x - block->width : block->x;
  double y = layout == 2 ? 84 - block->y - block->height : block->y;

  cairo_rectangle (cr, x * width / 100, y * height / 100, block->width * width / 100, block->height * height / 100);
}

static void
append_streets (int layout, cairo_t *cr, double width, double height)
{
  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      cairo_move_to (cr, hih_phone_town_turn_x (layout, across[i]) * width / 100, -STREET);
      cairo_line_to (cr, hih_phone_town_turn_x (layout, across[i]) * width / 100, height + STREET);
    }
  for (guint i = 0; i < G_N_ELEMENTS (down); i++)
    {
      cairo_move_to (cr, -STREET, hih_phone_town_turn_y (layout, down[i]) * height / 100);
      cairo_line_to (cr, width + STREET, hih_phone_town_turn_y (layout, down[i]) * height / 100);
    }
}

static void
draw_trees (int layout, cairo_t *cr, const Colors *set, double width, double height)
{
  double x = layout == 1 ? 100 - park.x - park.width : park.x;
  double y = layout == 2 ? 84 - park.y - park.height : park.y;

  set_color (cr, set->tree);
  for (int i = 0; i < 9; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, (x + 3 + (i * 7 % 16)) * width / 100, (y + 3 + (i * 5 % 21)) * height / 100, 6, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

/**
 * hih_phone_town_draw:
 */
void
hih_phone_town_draw (cairo_t *cr, int layout, double width, double height)
{
  const Colors *set = &colors[layout];
  double river = (layout == 2 ? 0.01 : 0.9) * height;

  set_color (cr, set->ground);
  cairo_paint (cr);
  set_color (cr, set->house);
  for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
    append_block (layout, cr, &houses[i], width, height);
  cairo_fill (cr);
  set_color (cr, set->park);
  append_block (layout, cr, &park, width, height);
  cairo_fill (cr);
  draw_trees (layout, cr, set, width, height);
  set_color (cr, set->water);
  cairo_set_line_width (cr, height * 0.11);
  cairo_move_to (cr, -20, river + 8);
  cairo_curve_to (cr, width * 0.3, river - 14, width * 0.6, river + 26, width + 20, river);
  cairo_stroke (cr);
  set_color (cr, set->edge);
  cairo_set_line_width (cr, STREET + 4);
  append_streets (layout, cr, width, height);
  cairo_stroke (cr);
  set_color (cr, "#ffffff");
  cairo_set_line_width (cr, STREET);
  append_streets (layout, cr, width, height);
  cairo_stroke (cr);
}
