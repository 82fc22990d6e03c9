/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the lesson page, put into their places. The page says what happens; this only builds and shows. */
#pragma once

#include "hih-context.h"
#include "hih-film-box.h"
#include "hih-goal-card.h"
#include "hih-lesson-bars.h"
#include "hih-lesson-frame.h"
#include "hih-phone-view.h"
#include "hih-stage-bar.h"
#include "hih-step-card.h"
#include "hih-steps-card.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_CARD_STEPS,
  HIH_CARD_STEP,
  HIH_CARD_GOAL,
  HIH_N_CARDS
} HihCard;

/* All borrowed from `frame`. */
typedef struct
{
  HihLessonFrame *frame;
  HihStageBar *stages;
  HihPhoneView *phone;
  HihFilmBox *film;
  HihStepsCard *steps_card;
  HihStepCard *step_card;
  HihGoalCard *goal_card;
  HihPlayerBar *player_bar;
  HihBottomBar *bottom;
  GtkWidget *fold; /* of a narrow window */
  GtkWidget *cards[HIH_N_CARDS];
  guint inhibited;
} HihLessonParts;

/* @parts->frame is floating. */
void hih_lesson_parts_build (HihLessonParts *parts, HihContext *context, HihSession *session, HihLesson *lesson);
/* @film: the film's places instead of the phone's; @player: with its buttons. */
void hih_lesson_parts_show (HihLessonParts *parts, HihCard card, gboolean film, gboolean player);
/* In a narrow window: the card in the phone's place, or a strip over it. */
void hih_lesson_parts_unfold (HihLessonParts *parts, gboolean unfolded, gboolean may_fold);
/* No sleep of the screen while a film plays. */
void hih_lesson_parts_inhibit (HihLessonParts *parts, gboolean inhibit);

G_END_DECLS
