/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follow, Guided and Alone: joins the coach, the phone, the cards, the voice and the keeper. */
#pragma once

#include "hih-run-keeper.h"
#include "hih-stage-guide.h"

G_BEGIN_DECLS

#define HIH_TYPE_PRACTICE (hih_practice_get_type ())
G_DECLARE_FINAL_TYPE (HihPractice, hih_practice, HIH, PRACTICE, HihStageGuide)

HihPractice *hih_practice_new (const HihStageSetup *setup);
void hih_practice_start (HihPractice *self);

void hih_practice_help (HihPractice *self);
void hih_practice_say_again (HihPractice *self);
void hih_practice_show_me (HihPractice *self);
/* One tap does what the fingers should do: not a help, and not an error. */
void hih_practice_do_instead (HihPractice *self);

/* "Next" is the thing to do: a step of body and word. */
gboolean hih_practice_wants_next (HihPractice *self);
HihRun *hih_practice_get_run (HihPractice *self);     /* nullable: not begun */
HihPhone *hih_practice_get_phone (HihPractice *self); /* nullable */
const HihId *hih_practice_get_run_id (HihPractice *self);
guint hih_practice_get_step (HihPractice *self); /* of the lesson */

G_END_DECLS
