/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Write words into a field. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  return hih_gesture_new (HIH_GESTURE_TYPE, step->target, step->value);
}

extern const HihStepKind hih_step_type;

const HihStepKind hih_step_type = {
  .name = "type",
  .needs_target = TRUE,
  .needs_value = TRUE,
  .value_attribute = "text",
  .dup_gesture = dup_gesture,
};
