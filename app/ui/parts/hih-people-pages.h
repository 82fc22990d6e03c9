/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles of people, however many: so many stand there at once, and a button under them brings the next. Main thread. */
#pragma once

#include "hih-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PEOPLE_PAGES (hih_people_pages_get_type ())
G_DECLARE_FINAL_TYPE (HihPeoplePages, hih_people_pages, HIH, PEOPLE_PAGES, GtkWidget)

/* Whether the person at @i of the list is to be seen now. */
typedef gboolean (*HihPeopleWanted) (GPtrArray *people, guint i, gpointer owner);
/* (transfer floating) */
typedef GtkWidget *(*HihPeopleTile) (HihTrainee *trainee, gpointer owner);

/* @wanted and @tile are called with @owner as long as this widget stands: it is a part of @owner. The rest as of
 * hih_tiles_new_columns(). */
GtkWidget *hih_people_pages_new (int column_width, int max_columns, int spacing, HihPeopleWanted wanted,
                                 HihPeopleTile tile, gpointer owner);
/* From the beginning: of these people, or of the same when they are to be looked through anew. (element-type HihTrainee)
 * (nullable). Returns (transfer none) (nullable): the first tile. */
GtkWidget *hih_people_pages_show (HihPeoplePages *self, GPtrArray *people);
/* (transfer none) (nullable): of those that stand there; the others are its siblings. */
GtkWidget *hih_people_pages_get_first (HihPeoplePages *self);

G_END_DECLS
