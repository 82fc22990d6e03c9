/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finger stays. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_hold;

const HihStepView hih_step_view_hold = {
  .name = "hold",
  .icon = "hand",
  .tag = N_("Press and hold here"),
  .gestures = 1 << HIH_GESTURE_HOLD,
  .touch_ms = 1200,
};
