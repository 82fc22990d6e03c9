/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finger takes something along. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_drag;

/* The view gives the way as the target's box: from its middle to its far corner. */
static void
move (const HihGesture *gesture, const graphene_rect_t *target, float t, HihHandPose *pose)
{
  pose->tip.x += (target->origin.x + target->size.width - pose->tip.x) * t;
  pose->tip.y += (target->origin.y + target->size.height - pose->tip.y) * t;
}

const HihStepView hih_step_view_drag = {
  .name = "drag",
  .icon = "hand",
  .tag = N_("Drag this"),
  .gestures = 1 << HIH_GESTURE_DRAG,
  .touch_ms = 1100,
  .move = move,
};
