/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers and pictures that cairo draws: into memory first, then into their file in one moment. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* For cairo's streams; @bytes: a GByteArray. */
cairo_status_t hih_drawn_append (void *bytes, const guchar *data, guint length);
/* @status: what became of the drawing; @surface, finished here, is not used any more. */
gboolean hih_drawn_put_pages (cairo_surface_t *surface, cairo_status_t status, GByteArray *bytes, const char *path, GError **error);
gboolean hih_drawn_put_picture (cairo_surface_t *picture, const char *path, GError **error);

G_END_DECLS
