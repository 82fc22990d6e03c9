/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared inside the film room: GStreamer's words into ours. */
#pragma once

#include <gst/gst.h>

#include "hih-film.h"

G_BEGIN_DECLS

/* (transfer full): what a bus error means for a film. @seen_frames: it had begun to play. */
GError *hih_film_error_from_gst (const GError *error, gboolean seen_frames);
/* (transfer full) (element-type HihChapter) */
GArray *hih_film_chapters_new (void);
GArray *hih_film_chapters_from_toc (GstToc *toc);
/* Whether @object lies in @element, or is it. */
gboolean hih_film_is_inside (GstObject *object, GstElement *element);
/* Whether @uri is a Matroska or WebM file that has all the bytes its header promises. FALSE: it has not, or it is
 * another kind of file. Reads a few bytes. */
gboolean hih_film_is_whole_matroska (const char *uri);
/* Whether @uri may be given to GStreamer: a regular file with something in it that is no picture, paper or archive; or no
 * local file at all. HIH_FILM_ERROR_NOT_FOUND, HIH_FILM_ERROR_DECODE. Blocks, shortly. */
gboolean hih_film_check_file (const char *uri, GError **error);

G_END_DECLS
