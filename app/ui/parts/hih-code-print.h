/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recovery code of the instructor's door, on paper. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer (or a PDF file) and prints one page with @code, large. */
void hih_code_print (const char *code, GtkWindow *parent);
/* Draws the page onto @width points: for print and tests. */
void hih_code_draw (cairo_t *cr, double width, const char *code);

G_END_DECLS
