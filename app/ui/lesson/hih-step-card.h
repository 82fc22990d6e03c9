/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of one step: how far, what to do, where, the clip, hear it again, how somebody does it, what was said. */
#pragma once

#include "hih-note.h"

G_BEGIN_DECLS

#define HIH_TYPE_STEP_CARD (hih_step_card_get_type ())
G_DECLARE_FINAL_TYPE (HihStepCard, hih_step_card, HIH, STEP_CARD, GtkWidget)

/* Signals again (), show-me (), instead (). */
GtkWidget *hih_step_card_new (void);
void hih_step_card_set_step (HihStepCard *self, guint number, guint n_steps, const char *say);
/* @where: (nullable): not said at this level of help. */
void hih_step_card_set_where (HihStepCard *self, const char *where);
void hih_step_card_set_note (HihStepCard *self, HihNoteKind kind, const char *text);
/* What stands in the picture's place: the clip. NULL: nothing. */
void hih_step_card_set_clip (HihStepCard *self, GtkWidget *clip);
/* Folded, it is only what to do, where, what was just said, and how far: the newest word is always there. */
void hih_step_card_set_folded (HihStepCard *self, gboolean folded);
/* There is no room for the row of step numbers, the count says it alone; the buttons share a line. */
void hih_step_card_set_tight (HihStepCard *self, gboolean tight);
void hih_step_card_set_can_show (HihStepCard *self, gboolean can_show);
/* Whether one tap does instead of what the fingers should do. */
void hih_step_card_set_instead (HihStepCard *self, gboolean instead);

G_END_DECLS
