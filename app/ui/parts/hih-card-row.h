/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture, words, and perhaps a mark beside one another; too narrow for the words, they stand under the picture. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_CARD_ROW (hih_card_row_get_type ())
G_DECLARE_FINAL_TYPE (HihCardRow, hih_card_row, HIH, CARD_ROW, GtkWidget)

/* All are taken. @mark: (nullable): behind the words, such as the disc that says "play". @gap: px between them. */
GtkWidget *hih_card_row_new (GtkWidget *picture, GtkWidget *words, GtkWidget *mark, int gap);

G_END_DECLS
