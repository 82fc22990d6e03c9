/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words are written. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_type;

const HihStepView hih_step_view_type = {
  .name = "type",
  .icon = "pencil",
  .tag = N_("Write here"),
  .gestures = 1 << HIH_GESTURE_TYPE,
  .touch_ms = HIH_HAND_PRESS_MS,
};
