/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-figure.h"

#include "hih-icon.h"
#include "hih-words.h"

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
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

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
