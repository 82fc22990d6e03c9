/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Done with eyes or body, away from the phone: met by the person's word ("Next"). Written look="yes". */
#include "config.h"

#include "hih-step-kind.h"

extern const HihStepKind hih_step_look;

const HihStepKind hih_step_look = {
  .name = "look",
  .needs_target = FALSE,
  .needs_value = FALSE,
  .value_attribute = NULL,
  .dup_gesture = NULL,
};
