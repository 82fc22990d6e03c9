/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finger pushes over the glass. Lessons say "push up" and "pull down": the tag only says where that begins. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

extern const HihStepView hih_step_view_swipe;

#define WAY 190.0f /* of the screen's pixels: far enough to be seen, short enough to stay on the phone */

static void
move (const HihGesture *gesture, const graphene_rect_t *target, float t, HihHandPose *pose)
{
  float way = WAY * t;

  switch (gesture->kind)
    {
    case HIH_GESTURE_SWIPE_UP:
      pose->tip.y -= way;
      break;
    case HIH_GESTURE_SWIPE_DOWN:
      pose->tip.y += way;
      break;
    case HIH_GESTURE_SWIPE_LEFT:
      pose->tip.x += WAY / 2 - way;
      break;
    case HIH_GESTURE_SWIPE_RIGHT:
      pose->tip.x += way - WAY / 2;
      break;
    case HIH_GESTURE_TAP:
    case HIH_GESTURE_HOLD:
    case HIH_GESTURE_DRAG:
    case HIH_GESTURE_ZOOM:
    case HIH_GESTURE_TYPE:
    default:
      break;
    }
}

const HihStepView hih_step_view_swipe = {
  .name = "swipe",
  .icon = "hand",
  .tag = N_("Start here"),
  .gestures = 1 << HIH_GESTURE_SWIPE_UP | 1 << HIH_GESTURE_SWIPE_DOWN | 1 << HIH_GESTURE_SWIPE_LEFT |
              1 << HIH_GESTURE_SWIPE_RIGHT,
  .touch_ms = 700,
  .move = move,
};
