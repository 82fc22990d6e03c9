/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one run of one stage asks for, in order: the lesson's steps, with the steps of each trap of this round put in
 * before the step at which it strikes. The run, the performer, the validator and the film all walk a plan, so a trap
 * is no special case anywhere.
 */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

typedef struct
{
  const HihStep *step;
  const HihTrap *trap;   /* NULL for a step of the lesson itself */
  gboolean trap_starts;  /* the trap's effects run before this step */
  gboolean trap_ends;    /* after this step the checkpoint from before the trap returns */
  guint lesson_index;    /* which of the lesson's steps this is, or is before */
} HihPlanItem;

typedef struct _HihPlan HihPlan;

/* @with_traps: FALSE for the film and the first Alone round. */
HihPlan *hih_plan_new (HihLesson *lesson, HihStage stage, gboolean with_traps);
HihPlan *hih_plan_ref (HihPlan *self);
void hih_plan_unref (HihPlan *self);
HihLesson *hih_plan_get_lesson (HihPlan *self);
guint hih_plan_get_n_items (HihPlan *self);
const HihPlanItem *hih_plan_get_item (HihPlan *self, guint index);

/* The layout of a new run. What is taught is taught in the lesson's first; Alone shows another: one that was never
 * practised, else the one that was longest ago. @round: where to begin looking, for a guest of whom nothing is known:
 * 0, 1 … @seen: (nullable) (array zero-terminated=1): as the records list them, the latest first. (transfer none) */
const char *hih_plan_choose_layout (HihLesson *lesson, HihStage stage, guint round, const char *const *seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPlan, hih_plan_unref)

G_END_DECLS
