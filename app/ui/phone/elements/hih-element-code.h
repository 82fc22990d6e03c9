/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code that any reader reads, wherever one is drawn: on a card, or on what the camera sees. */
#pragma once

#include <cairo.h>

#include <qrencode.h>

QRcode *hih_element_code_new (const char *text); /* NULL for NULL or nothing; free with QRcode_free() */
/* In the present colour, without margin. @size: of the whole, a whole number of pixels a module is sharpest. */
void hih_element_code_draw (QRcode *code, cairo_t *cr, double x, double y, double size);
