/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number that is told at a glance: an icon, the number, and what it counts. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @number, @words: (out) (transfer none): its two labels, empty; the number never breaks. (transfer floating) */
GtkWidget *hih_figure_new (const char *icon, const char *number_class, GtkWidget **number, GtkWidget **words);
/* Tiles for up to @most of them: one row where the words beside the numbers have room, else fewer columns.
 * (transfer floating) */
GtkWidget *hih_figures_new (int most);

G_END_DECLS
