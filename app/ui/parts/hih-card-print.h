/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The take-home card of a lesson, on paper. */
#pragma once

#include "hih-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer and prints one page. */
void hih_card_print (HihLesson *lesson, const char *language, GtkWindow *parent);
/* Draws the card onto @width x @height points: for print and tests. */
void hih_card_draw (cairo_t *cr, double width, double height, HihLesson *lesson, const char *language);

G_END_DECLS
