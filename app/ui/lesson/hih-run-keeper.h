/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a run does to the records, step by step. For a guest it keeps nothing and says "stored" at once. */
#pragma once

#include "hih-context.h"
#include "hih-progress.h"
#include "hih-run.h"

G_BEGIN_DECLS

#define HIH_TYPE_RUN_KEEPER (hih_run_keeper_get_type ())
G_DECLARE_FINAL_TYPE (HihRunKeeper, hih_run_keeper, HIH, RUN_KEEPER, GObject)

/* Signal failed (GError *): something could not be kept; told once a run. */
/* @trainee: (nullable): a guest, or "try without recording". */
HihRunKeeper *hih_run_keeper_new (HihContext *context, const HihId *trainee);
void hih_run_keeper_begin (HihRunKeeper *self, HihLesson *lesson, HihStage stage, const char *layout, guint round);
/* Goes on with a run that is in the records already. */
void hih_run_keeper_resume (HihRunKeeper *self, const HihUnfinishedRun *run);
/* @stored is called when the step is on disk (or could not be kept, after `failed`): the next may begin. */
void hih_run_keeper_end_step (HihRunKeeper *self, const HihPlanItem *item, const HihStepOutcome *outcome,
                              GSourceOnceFunc stored, gpointer data);
/* @word: done, left, changed. */
void hih_run_keeper_end_run (HihRunKeeper *self, const char *word, const HihRunOutcome *outcome,
                             GSourceOnceFunc stored, gpointer data);
const HihId *hih_run_keeper_get_run (HihRunKeeper *self);

/* The plan item a resumed run begins at. */
guint hih_run_keeper_find_index (HihPlan *plan, const HihUnfinishedRun *run);

G_END_DECLS
