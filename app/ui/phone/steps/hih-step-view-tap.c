/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One short touch. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_tap;

const HihStepView hih_step_view_tap = {
  .name = "tap",
  .icon = "hand",
  .tag = N_("Tap here"),
  .gestures = 1 << HIH_GESTURE_TAP,
  .touch_ms = HIH_HAND_PRESS_MS,
};
