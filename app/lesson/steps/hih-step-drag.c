/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draw something along: a slider to a number, a thing to its place. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  return hih_gesture_new (HIH_GESTURE_DRAG, step->target, step->value);
}

extern const HihStepKind hih_step_drag;

const HihStepKind hih_step_drag = {
  .name = "drag",
  .needs_target = TRUE,
  .needs_value = TRUE,
  .value_attribute = "to",
  .dup_gesture = dup_gesture,
};
