/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stroke something with a finger: up, down, left or right. */
#include "config.h"

#include "hih-step-kind.h"

static HihGesture *
dup_gesture (const HihStep *step)
{
  g_autofree char *name = g_strconcat ("swipe-", step->value, NULL);
  HihGestureKind kind;

  /* The loader has refused every other direction. */
  if (!hih_gesture_kind_parse (name, &kind))
    return NULL;
  return hih_gesture_new (kind, step->target, NULL);
}

extern const HihStepKind hih_step_swipe;

const HihStepKind hih_step_swipe = {
  .name = "swipe",
  .needs_target = TRUE,
  .needs_value = TRUE,
  .value_attribute = "direction",
  .dup_gesture = dup_gesture,
};
