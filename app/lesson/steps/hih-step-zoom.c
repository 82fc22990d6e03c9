/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spread two fingers on a picture. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  return hih_gesture_new (HIH_GESTURE_ZOOM, step->target, NULL);
}

extern const HihStepKind hih_step_zoom;

const HihStepKind hih_step_zoom = {
  .name = "zoom",
  .needs_target = TRUE,
  .needs_value = FALSE,
  .value_attribute = NULL,
  .dup_gesture = dup_gesture,
};
