/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the picture's place of a step's card: the step's film, or what is done away from the phone. */
#pragma once

#include "hih-clip.h"
#include "hih-plan.h"
#include "hih-stage-guide.h"

G_BEGIN_DECLS

/* @clip: (nullable): the one that stands there. Returns: (transfer none) (nullable): the one that stands there now */
HihClip *hih_step_picture_show (HihStageGuide *guide, HihClip *clip, const HihPlanItem *item);

G_END_DECLS
