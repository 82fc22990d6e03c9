/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finger wrote: strokes of points in a square of 1024, y downwards. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HIH_INK_SIZE 1024.0f

typedef struct
{
  float x;
  float y;
} HihInkPoint;

typedef struct _HihInk HihInk;

HihInk *hih_ink_new (void);
HihInk *hih_ink_copy (const HihInk *self);
void hih_ink_free (HihInk *self);
void hih_ink_clear (HihInk *self);

void hih_ink_begin_stroke (HihInk *self);
void hih_ink_add_point (HihInk *self, float x, float y); /* to the last stroke; begins one if there is none */

guint hih_ink_get_n_strokes (const HihInk *self);
HihInkPoint *hih_ink_get_stroke (const HihInk *self, guint index, guint *n_points); /* borrowed */

/* "x,y x,y;x,y x,y": a stroke between two semicolons. NULL when @text is not that. */
HihInk *hih_ink_parse (const char *text);
char *hih_ink_dup_text (const HihInk *self);

/* The same strokes with a point every @spacing, ends and corners kept; a trembling line is calmed a little. */
HihInk *hih_ink_resample (const HihInk *self, float spacing);
/* Laid into the middle of the square, as large as it goes: small writing in a corner is writing too. */
void hih_ink_fit (HihInk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihInk, hih_ink_free)

G_END_DECLS
