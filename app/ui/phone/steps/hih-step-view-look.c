/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something is done away from the glass: looking, holding the phone up. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_look;

const HihStepView hih_step_view_look = {
  .name = "look",
  .icon = "eye",
  .tag = N_("Here"),
  .touch_ms = HIH_HAND_PRESS_MS,
};
