/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels, pictures and icons as pages use them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that wraps and begins at the left. @classes: separated by spaces: title section name body small soft ... */
GtkWidget *hih_words_new (const char *text, const char *classes);
/* A heading, for screen readers too. */
GtkWidget *hih_words_new_heading (const char *text, const char *classes);
/* A drawing of media/ in a square; decoration, told to nobody. */
GtkWidget *hih_picture_new (const char *drawing, int pixels);
void hih_picture_set (GtkWidget *picture, const char *drawing);
GtkWidget *hih_icon_new (const char *icon, int pixels);
/* "person-peach" for whatever the records say of somebody's picture. */
char *hih_person_drawing (const char *picture);

G_END_DECLS
