/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages are called, what they are about, and what is said at their end. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* All (transfer none), translated. */
const char *hih_stage_get_words (HihStage stage);
const char *hih_stage_get_help (HihStage stage);
const char *hih_stage_get_praise (HihStage stage, gboolean able);
/* @more: another round is on offer. */
const char *hih_stage_get_outlook (HihStage stage, gboolean more);

G_END_DECLS
