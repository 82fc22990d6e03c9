/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounded converters between cairo's BGRx and I420; videoconvert's truncate, and its paper is not our paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_MATRIX_601,
  HIH_MATRIX_709,
} HihMatrix;

/* The three planes of a picture; chroma is (width + 1) / 2 x (height + 1) / 2. */
typedef struct
{
  guint8 *planes[3];
  gsize strides[3];
} HihPlanes;

void hih_convert_bgrx_to_i420 (const guint8 *bgrx, gsize stride, int width, int height, HihPlanes *out);
void hih_convert_i420_to_bgra (const HihPlanes *in, int width, int height, HihMatrix matrix, gboolean full_range,
                               guint8 *bgra, gsize stride);

G_END_DECLS
