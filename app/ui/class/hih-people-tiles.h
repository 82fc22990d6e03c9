/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People to be tapped, a tile each, of one group or of all; where they are many, with a field that finds them by name.
 * However many there are, everybody can be reached: so many stand there at once, and a button brings the next. Main
 * thread. */
#pragma once

#include "hih-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PEOPLE_TILES (hih_people_tiles_get_type ())
G_DECLARE_FINAL_TYPE (HihPeopleTiles, hih_people_tiles, HIH, PEOPLE_TILES, GtkWidget)

/* More people than these are found by name, and divided into groups. */
#define HIH_PEOPLE_MANY 32

/* Signals, each with a HihPersonTile:
 *   made     it is about to be shown, or hih_people_tiles_update() was called: how it stands with this person
 *   tapped   it was
 * As of hih_tiles_new_columns(). */
GtkWidget *hih_people_tiles_new (int column_width, int max_columns);
/* @people: (nullable) (element-type HihTrainee). Whoever has no name is left out. */
void hih_people_tiles_set_people (HihPeopleTiles *self, GPtrArray *people);
/* @group: (nullable): everybody; "": who is in no group. */
void hih_people_tiles_set_group (HihPeopleTiles *self, const char *group);
/* Whether hih_people_tiles_set_group() would show @trainee. */
gboolean hih_people_tiles_is_of_group (const HihTrainee *trainee, const char *group);
/* Something is so of many people now: every tile is made up anew. */
void hih_people_tiles_update (HihPeopleTiles *self);

G_END_DECLS
