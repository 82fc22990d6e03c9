/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a film: pictures, one sound and chapters in, WebM (VP8, Opus) out. A picture is encoded only when it differs
 * from the one before, so push as often as you like. Written beside @path and renamed by finish().
 * Everything blocks; use it from one thread.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_ENCODER_TICK_MS 40

#define HIH_TYPE_ENCODER (hih_encoder_get_type ())
G_DECLARE_FINAL_TYPE (HihEncoder, hih_encoder, HIH, ENCODER, GObject)

/* @tick_ms: 0 = HIH_ENCODER_TICK_MS. @sample_rate: of the sound; 0 = a silent film. */
HihEncoder *hih_encoder_new (const char *path, int width, int height, gint64 tick_ms, int sample_rate);

/* Before the first frame. A chapter is a step: a key frame is set there. @start_ms is rounded down to a tick. */
void hih_encoder_add_chapter (HihEncoder *self, gint64 start_ms, const char *title);

/* @data: BGRx as in a CAIRO_FORMAT_RGB24 or ARGB32 surface; not kept. @pts_ms: ascending; the first counts as 0. */
gboolean hih_encoder_push_frame (HihEncoder *self, gint64 pts_ms, const guint8 *data, gsize stride, GError **error);
/* Mono S16, joined without a gap from time 0; independent of the frames. Copied. */
gboolean hih_encoder_push_audio (HihEncoder *self, const gint16 *samples, gsize n_samples, GError **error);
/* Holds the last picture, fills the sound with silence to @duration_ms, and renames the file to its name. */
gboolean hih_encoder_finish (HihEncoder *self, gint64 duration_ms, GError **error);
/* Without finish() the half-made file is removed with the last reference. */

/* How many pictures were encoded, closing repeats included. */
guint hih_encoder_get_n_encoded (HihEncoder *self);

G_END_DECLS
