/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A container whose children flow: as equal columns (tiles, cards), or one after another (chips, buttons). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_TILES (hih_tiles_get_type ())
G_DECLARE_FINAL_TYPE (HihTiles, hih_tiles, HIH, TILES, GtkWidget)

/* As many equal columns as fit, each at least as wide as the widest child and at least @column_width, at most
 * @max_columns; rows of equal height, but for a list (one column); with @max_columns 1 it is as wide as its words. */
GtkWidget *hih_tiles_new_columns (int column_width, int max_columns, int gap);
/* One after another at their own width; a new line when they do not fit. @from_end: lines stand at the right. */
GtkWidget *hih_tiles_new_line (int gap, gboolean from_end);
/* Whether a long child may take from the others' columns so that all stand in one row with their words whole. */
void hih_tiles_set_by_need (HihTiles *self, gboolean by_need);
/* How much narrower than its own width a child in such a row may become. */
void hih_tiles_set_least_percent (HihTiles *self, int percent);
/* Whether a single child keeps to its column, as a person's tile does, and does not take the whole row. */
void hih_tiles_set_kept_columns (HihTiles *self, gboolean kept);
/* As of hih_tiles_new_columns(). */
void hih_tiles_set_max_columns (HihTiles *self, int max_columns);
void hih_tiles_set_column_width (HihTiles *self, int column_width);
/* px between children. */
void hih_tiles_set_gap (HihTiles *self, int gap);
void hih_tiles_append (HihTiles *self, GtkWidget *child);
void hih_tiles_remove_all (HihTiles *self);

G_END_DECLS
