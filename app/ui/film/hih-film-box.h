/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The film with what belongs to it: picture, captions under it, one bar a step; or the overview before it. */
#pragma once

#include "hih-cues.h"
#include "hih-film-view.h"
#include "hih-settings.h"

G_BEGIN_DECLS

#define HIH_TYPE_FILM_BOX (hih_film_box_get_type ())
G_DECLARE_FINAL_TYPE (HihFilmBox, hih_film_box, HIH, FILM_BOX, GtkWidget)

/* Signal look (): the caption's size and colours are to be chosen. */
GtkWidget *hih_film_box_new (HihSettings *settings);
HihFilmView *hih_film_box_get_view (HihFilmBox *self);
/* What stands in the picture's place instead of the film (the overview); NULL: the film. */
void hih_film_box_set_cover (HihFilmBox *self, GtkWidget *cover);
void hih_film_box_set_cues (HihFilmBox *self, HihCues *cues);
/* Follows the player's time for as long as it plays. */
void hih_film_box_set_player (HihFilmBox *self, HihPlayer *player);
void hih_film_box_set_steps (HihFilmBox *self, guint n_steps);
/* @fraction: how far in the step, 0-1. */
void hih_film_box_set_progress (HihFilmBox *self, int step, double fraction);
/* For tests: what stands under the film now. */
const char *hih_film_box_get_caption (HihFilmBox *self);

G_END_DECLS
