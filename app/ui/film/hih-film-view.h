/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a film's pictures are drawn. */
#pragma once

#include "hih-player.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_FILM_VIEW (hih_film_view_get_type ())
G_DECLARE_FINAL_TYPE (HihFilmView, hih_film_view, HIH, FILM_VIEW, GtkWidget)

GtkWidget *hih_film_view_new (void);
/* Shows every frame of @player from now on; NULL: the last one stays. */
void hih_film_view_set_player (HihFilmView *self, HihPlayer *player);
/* One picture of something else than a player; NULL: nothing. */
void hih_film_view_set_frame (HihFilmView *self, HihFrame *frame);
/* TRUE: fills its box, what overhangs is cut off. FALSE: stands whole inside it. */
void hih_film_view_set_cover (HihFilmView *self, gboolean cover);
/* Loads a picture beside the main thread. */
void hih_still_load_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HihFrame *hih_still_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
