/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Control icons of media/ in a GtkImage, as large and in the colour as its style says. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @icon: of media/icons, without `hih-` and `-symbolic` */
void hih_icon_set (GtkWidget *image, const char *icon);
/* (nullable) (transfer none): such as `speaker` */
const char *hih_icon_get (GtkWidget *image);
/* (transfer floating): decoration, told to nobody, in the middle of its row. */
GtkWidget *hih_icon_new (const char *icon, int pixels);
/* @pixels: at the usual text size; one of those the style sheet knows, where icons grow with the words. */
void hih_icon_set_size (GtkWidget *image, int pixels);

G_END_DECLS
