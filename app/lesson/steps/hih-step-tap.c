/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tap something once. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  return hih_gesture_new (HIH_GESTURE_TAP, step->target, NULL);
}

extern const HihStepKind hih_step_tap;

const HihStepKind hih_step_tap = {
  .name = "tap",
  .needs_target = TRUE,
  .needs_value = FALSE,
  .value_attribute = NULL,
  .dup_gesture = dup_gesture,
};
