/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages are called, what they are about, and what is said at their end. */
#pragma once

#include "hih-run.h"

G_BEGIN_DECLS

/* All (transfer none), translated. */
const char *hih_stage_get_words (HihStage stage);
const char *hih_stage_get_help (HihStage stage);
const char *hih_stage_get_step_help (HihStage stage, HihRun *run);
/* At its end; @highest: the most help that a step of it took. */
const char *hih_stage_get_end_help (HihStage stage);
const char *hih_stage_get_praise (HihStage stage, HihSupport highest);
const char *hih_stage_get_outlook (HihStage stage, HihSupport highest, gboolean more);
const char *hih_stage_get_result (HihSupport highest);

G_END_DECLS
