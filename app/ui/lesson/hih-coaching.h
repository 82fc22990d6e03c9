/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one sees and hears of the coach in Follow, Guided and Alone. It decides nothing. */
#pragma once

#include "hih-stage-guide.h"

G_BEGIN_DECLS

#define HIH_TYPE_COACHING (hih_coaching_get_type ())
G_DECLARE_FINAL_TYPE (HihCoaching, hih_coaching, HIH, COACHING, GObject)

HihCoaching *hih_coaching_new (HihStageGuide *guide);
void hih_coaching_attach (HihCoaching *self, HihRun *run, HihPhone *phone);
/* In the strip of the card that stands there. @text: (nullable): nothing */
void hih_coaching_set_note (HihCoaching *self, HihNoteKind kind, const char *text);
void hih_coaching_say_again (HihCoaching *self);
void hih_coaching_your_turn (HihCoaching *self);
/* The hand has done what the run asked for. */
void hih_coaching_performed (HihCoaching *self);
/* Nothing points or plays any more. */
void hih_coaching_step_over (HihCoaching *self);
/* FALSE: no film of the step is to be seen. */
gboolean hih_coaching_play_clip (HihCoaching *self);
/* The card's picture, the ring and the hand are taken away. */
void hih_coaching_stop (HihCoaching *self);

G_END_DECLS
