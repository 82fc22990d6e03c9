/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follow, Guided and Alone: joins the coach, the phone, the cards, the voice and the keeper. */
#pragma once

#include "hih-clip.h"
#include "hih-goal-card.h"
#include "hih-phone-view.h"
#include "hih-run-keeper.h"
#include "hih-step-card.h"

G_BEGIN_DECLS

#define HIH_TYPE_PRACTICE (hih_practice_get_type ())
G_DECLARE_FINAL_TYPE (HihPractice, hih_practice, HIH, PRACTICE, GObject)

/* Signals
 *   changed ()                        the step, or what "next" is for, changed
 *   ended (gboolean able)             every step is done and on disk
 *   trouble (GError *)                a step could not be kept; the practice goes on
 */
typedef struct
{
  HihContext *context;
  HihSession *session;
  HihLesson *lesson;
  HihStage stage;
  guint round;                     /* 0; 1: another layout, with traps */
  gboolean recorded;               /* FALSE: guest or try */
  const HihUnfinishedRun *resume;  /* (nullable) */
  HihPhoneView *view;
  HihStepCard *step_card;          /* Follow, Guided */
  HihGoalCard *goal_card;          /* Alone */
  const char *film;                /* (nullable): with its stills: shown on the step card */
  const char *pictures_dir;        /* (nullable) */
} HihPracticeSetup;

HihPractice *hih_practice_new (const HihPracticeSetup *setup);
void hih_practice_start (HihPractice *self);
/* Leaves it where it stands: it can be resumed. */
void hih_practice_stop (HihPractice *self);

void hih_practice_help (HihPractice *self);
void hih_practice_next (HihPractice *self);
void hih_practice_repeat (HihPractice *self);
gboolean hih_practice_back (HihPractice *self); /* FALSE: it was the first step */
void hih_practice_say_again (HihPractice *self);
void hih_practice_show_me (HihPractice *self);

/* "Next" is the thing to do: a step of body and word. */
gboolean hih_practice_wants_next (HihPractice *self);
HihRun *hih_practice_get_run (HihPractice *self);     /* nullable: not begun */
HihPhone *hih_practice_get_phone (HihPractice *self); /* nullable */
const HihId *hih_practice_get_run_id (HihPractice *self);
guint hih_practice_get_step (HihPractice *self); /* of the lesson */

G_END_DECLS
