/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of the film that is loaded: the lesson's own times, else its chapters. Private to film/. */
#pragma once

#include "hih-player.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *given;    /* (element-type HihSpan) (nullable) */
  GArray *chapters; /* (element-type HihSpan) (nullable) */
} HihSteps;

void hih_steps_clear (HihSteps *self);
void hih_steps_give (HihSteps *self, const HihSpan *spans, guint n);
void hih_steps_set_chapters (HihSteps *self, GArray *chapters); /* (element-type HihChapter) */
guint hih_steps_get_n (const HihSteps *self);
/* @duration_ns: -1 unknown. An end that is not known is 0. */
gboolean hih_steps_get_span (const HihSteps *self, guint n, gint64 duration_ns, HihSpan *span);

G_END_DECLS
