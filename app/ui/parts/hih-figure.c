/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-figure.h"

#include "hih-icon.h"
#include "hih-tiles.h"
#include "hih-words.h"

#define LEAST_WIDTH 200
#define LEAST_PERCENT 75 /* icon and number, about half of it, give nothing: what is missing is missed by the words */
#define GAP 12

/**
 * hih_figure_new:
 * @icon: a control icon
 * @number_class: how large the number stands
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
hih_figure_new (const char *icon, const char *number_class, GtkWidget **number, GtkWidget **words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  *number = hih_words_new ("", number_class);
  *words = hih_words_new ("", NULL);
  gtk_label_set_wrap (GTK_LABEL (*number), FALSE);
  gtk_widget_set_hexpand (*words, TRUE);
  gtk_widget_set_valign (*words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), hih_icon_new (icon, 24));
  gtk_box_append (GTK_BOX (line), *number);
  gtk_box_append (GTK_BOX (line), *words);
  return line;
}

/**
 * hih_figures_new:
 * @most: how many may stand in a row
 *
 * Returns: (transfer floating): a #HihTiles for what holds figures
 */
GtkWidget *
hih_figures_new (int most)
{
  GtkWidget *tiles = hih_tiles_new_columns (LEAST_WIDTH, most, GAP);

  hih_tiles_set_by_need (HIH_TILES (tiles), TRUE);
  hih_tiles_set_least_percent (HIH_TILES (tiles), LEAST_PERCENT);
  return tiles;
}
