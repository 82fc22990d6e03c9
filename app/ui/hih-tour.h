/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the real program from Who to Done and saves a picture of every page. */
#pragma once

#include "hih-window.h"

G_BEGIN_DECLS

#define HIH_TYPE_TOUR (hih_tour_get_type ())
G_DECLARE_FINAL_TYPE (HihTour, hih_tour, HIH, TOUR, GObject)

/* "1280x800"; FALSE if it is not a size. @width and @height may be NULL. */
gboolean hih_tour_parse_size (const char *text, int *width, int *height);
/* @size: (nullable): 1280x800. */
HihTour *hih_tour_new (const char *dir, const char *size);
void hih_tour_shape_window (HihTour *self, HihWindow *window);
/* Adds made-up people to the (temporary) records. The callback's source is @self. */
void hih_tour_prepare_async (HihTour *self, HihRecords *records, GAsyncReadyCallback callback, gpointer user_data);
/* Closes the window at the end. */
void hih_tour_start (HihTour *self, HihWindow *window);
/* TRUE: it got stuck; what happened stands on stderr. */
gboolean hih_tour_get_failed (HihTour *self);

/* Saves what @widget shows now as a PNG. FALSE: nothing was drawn yet; try again after a frame. */
gboolean hih_picture_save (GtkWidget *widget, const char *path);

G_END_DECLS
