/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words that come up for a moment hide least, and never what is to be touched next. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The top of @toast on a glass of @height px over @screen (nullable); @next (nullable): what is to be touched next. */
int hih_toast_place_find (GtkWidget *screen, GtkWidget *next, const graphene_rect_t *toast, int height);

G_END_DECLS
