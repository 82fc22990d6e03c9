/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes as an old hand does: it trembles, leans, joins strokes and changes their order. For training and measuring. */
#pragma once

#include "hih-ink.h"

G_BEGIN_DECLS

typedef struct
{
  float tremor;     /* how far a point strays, in the square of 1024 */
  float tilt;       /* radians */
  float squash;     /* 0.2: a fifth narrower; -0.2: a fifth wider */
  gboolean swapped; /* two neighbouring strokes in the wrong order */
  gboolean joined;  /* two neighbouring strokes without lifting the finger */
} HihDistortion;

/* The same @rand, the same ink. */
HihInk *hih_ink_distort (const HihInk *ink, const HihDistortion *how, GRand *rand);
/* The @variant-th way to write a character; 0 is as it stands in the book. */
void hih_distortion_choose (HihDistortion *out, guint variant, GRand *rand);

G_END_DECLS
