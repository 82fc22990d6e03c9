/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two fingers go apart. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_zoom;

#define SPREAD_FROM 30.0f
#define SPREAD_TO 130.0f

static void
move (const HihGesture *gesture, const graphene_rect_t *target, float t, HihHandPose *pose)
{
  pose->spread = SPREAD_FROM + (SPREAD_TO - SPREAD_FROM) * t;
  pose->tip.x += pose->spread / 2;
  pose->tip.y += pose->spread / 4;
}

const HihStepView hih_step_view_zoom = {
  .name = "zoom",
  .icon = "plus",
  .tag = N_("Make it larger here"),
  .gestures = 1 << HIH_GESTURE_ZOOM,
  .touch_ms = 900,
  .move = move,
};
