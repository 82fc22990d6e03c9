/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person to be tapped by the instructor: picture, name, and under it what is so, in icons and words. */
#pragma once

#include "hih-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PERSON_TILE (hih_person_tile_get_type ())
G_DECLARE_FINAL_TYPE (HihPersonTile, hih_person_tile, HIH, PERSON_TILE, GtkButton)

GtkWidget *hih_person_tile_new (HihTrainee *trainee);
HihTrainee *hih_person_tile_get_trainee (HihPersonTile *self);
/* What is so. @mark: (nullable): such as "Here": a check that says it. @icons and @words: NULL-ended lists of the same
 * length, such as {"raise", NULL} and {"Ready", NULL}; NULL: nothing. @chosen: stands out among the others. */
void hih_person_tile_set_state (HihPersonTile *self, gboolean chosen, const char *mark, const char *const *icons,
                                const char *const *words);
void hih_person_tile_set_not_noted (HihPersonTile *self, gboolean open);

G_END_DECLS
