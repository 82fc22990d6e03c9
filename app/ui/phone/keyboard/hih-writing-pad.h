/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The square one writes in with a finger. It holds ink and shows it; what the ink means is not its affair. */
#pragma once

#include "hih-ink.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_WRITING_PAD (hih_writing_pad_get_type ())
G_DECLARE_FINAL_TYPE (HihWritingPad, hih_writing_pad, HIH, WRITING_PAD, GtkWidget)

/* Signal written: the finger lifted after a stroke. */

GtkWidget *hih_writing_pad_new (void);
/* A finger, in the pad's own coordinates. One that trembles over the edge stays on the pad. */
void hih_writing_pad_begin (HihWritingPad *self, double x, double y);
void hih_writing_pad_follow (HihWritingPad *self, double x, double y);
void hih_writing_pad_lift (HihWritingPad *self);
void hih_writing_pad_clear (HihWritingPad *self);
/* What is written was not understood: how to go on is said on the pad until the next stroke. Nothing while one is written. */
void hih_writing_pad_tell_missed (HihWritingPad *self);
gboolean hih_writing_pad_is_missed (HihWritingPad *self);

const HihInk *hih_writing_pad_get_ink (HihWritingPad *self); /* borrowed */
void hih_writing_pad_show_ink (HihWritingPad *self, const HihInk *ink); /* of the square of 1024; nobody is told */
graphene_point_t hih_writing_pad_place (HihWritingPad *self, const HihInkPoint *point); /* of that square, on the pad */

G_END_DECLS
