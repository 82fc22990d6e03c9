/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ground of every map: streets, houses, a park, a river. */
#pragma once

#include <cairo.h>

/* @layout: 0, 1 or 2; @x, @y: hundredths of the map's width and height, as an author writes them. */
double hih_phone_town_turn_x (int layout, double x);
double hih_phone_town_turn_y (int layout, double y);
void hih_phone_town_draw (cairo_t *cr, int layout, double width, double height);
