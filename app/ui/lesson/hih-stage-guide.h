/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who leads through one stage: what Watch and the practising stages have in common, for the page and for each other. */
#pragma once

#include "hih-context.h"
#include "hih-film-box.h"
#include "hih-goal-card.h"
#include "hih-phone-view.h"
#include "hih-progress.h"
#include "hih-run.h"
#include "hih-step-card.h"
#include "hih-steps-card.h"

G_BEGIN_DECLS

#define HIH_TYPE_STAGE_GUIDE (hih_stage_guide_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihStageGuide, hih_stage_guide, HIH, STAGE_GUIDE, GObject)

/* Everything a guide works with; it keeps references of its own. */
typedef struct
{
  HihContext *context;
  HihSession *session;
  HihLesson *lesson;
  HihStage stage;
  guint round;                     /* 0; 1: another layout, with traps */
  gboolean recorded;               /* FALSE: guest or try */
  HihUnfinishedRun *resume;        /* (nullable): a practising stage goes on with it */
  guint n_seen;                    /* Watch: steps seen before */
  HihPhoneView *view;
  HihFilmBox *film_box;            /* Watch */
  HihStepsCard *steps_card;        /* Watch */
  HihStepCard *step_card;          /* Follow, Guided */
  HihGoalCard *goal_card;          /* Alone */
} HihStageSetup;

/* Signals
 *   changed ()                                    the step, or what "next" is for, changed
 *   ended (gpointer const HihRunOutcome *)        the stage is done and on disk; NULL for Watch
 *   trouble (GError *)                            something could not be shown or kept; the guide goes on
 */
struct _HihStageGuideClass
{
  GObjectClass parent_class;

  void (*stop) (HihStageGuide *self);
  void (*next) (HihStageGuide *self);
  gboolean (*back) (HihStageGuide *self); /* FALSE: it was the first step */
  void (*repeat) (HihStageGuide *self);
};

void hih_stage_guide_stop (HihStageGuide *self); /* leaves it where it stands: it can be gone on with */
void hih_stage_guide_next (HihStageGuide *self);
gboolean hih_stage_guide_back (HihStageGuide *self);
void hih_stage_guide_repeat (HihStageGuide *self);

/* For the guides themselves. */
void hih_stage_guide_set_up (HihStageGuide *self, const HihStageSetup *setup); /* once, when it is made */
const HihStageSetup *hih_stage_guide_get_setup (HihStageGuide *self);
HihReader *hih_stage_guide_get_reader (HihStageGuide *self);
const char *hih_stage_guide_get_words (HihStageGuide *self, HihText *text); /* (nullable), as is @text */
const char *hih_stage_guide_get_film (HihStageGuide *self);                 /* (nullable): its path */
void hih_stage_guide_emit_changed (HihStageGuide *self);
void hih_stage_guide_emit_ended (HihStageGuide *self, const HihRunOutcome *outcome);
void hih_stage_guide_emit_trouble (HihStageGuide *self, GError *error);

G_END_DECLS
