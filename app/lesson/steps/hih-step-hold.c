/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keep a finger on something for a moment. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  return hih_gesture_new (HIH_GESTURE_HOLD, step->target, NULL);
}

extern const HihStepKind hih_step_hold;

const HihStepKind hih_step_hold = {
  .name = "hold",
  .needs_target = TRUE,
  .needs_value = FALSE,
  .value_attribute = NULL,
  .dup_gesture = dup_gesture,
};
