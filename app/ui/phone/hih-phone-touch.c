/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Old hands shake, rest on the glass and tap twice: what they meant is decided here, and only here. */
#include "config.h"

#include "hih-phone-touch.h"

#include <math.h>

/**
 * hih_touch_get_tolerance:
 * @larger: for whom larger targets help
 *
 * Returns: (transfer none): how much is forgiven, in phone pixels; 15 are about 4 mm
 */
const HihTouchTolerance *
hih_touch_get_tolerance (gboolean larger)
{
  static const HihTouchTolerance tolerances[] = {
    { .drift = 24.9, .snap = 15 }, /* 24, and what rounding to pixels adds */
    { .drift = 34, .snap = 24 },
  };

  return &tolerances[larger ? 1 : 0];
}

/**
 * hih_touch_decide:
 * @kind: (out): the gesture that was meant
 *
 * Returns: whether anything was meant
 */
gboolean
hih_touch_decide (const HihTouch *touch, const HihTouchTolerance *tolerance, HihGestureKind *kind)
{
  g_return_val_if_fail (touch != NULL && tolerance != NULL && kind != NULL, FALSE);

  if (touch->drift <= tolerance->drift)
    {
      if (touch->since_tap_ms >= 0 && touch->since_tap_ms < touch->guard_ms)
        return FALSE;
      if (touch->duration_ms > HIH_TOUCH_REST_MS)
        return FALSE;
      /* Slow fingers press long: where nothing answers a hold it was a tap. */
      *kind = touch->holds && touch->duration_ms >= HIH_TOUCH_HOLD_MS ? HIH_GESTURE_HOLD : HIH_GESTURE_TAP;
      return TRUE;
    }
  if (touch->duration_ms > HIH_TOUCH_SWIPE_MS || hypot (touch->dx, touch->dy) < HIH_TOUCH_SWIPE)
    return FALSE;
  if (fabs (touch->dx) > fabs (touch->dy))
    *kind = touch->dx > 0 ? HIH_GESTURE_SWIPE_RIGHT : HIH_GESTURE_SWIPE_LEFT;
  else
    *kind = touch->dy > 0 ? HIH_GESTURE_SWIPE_DOWN : HIH_GESTURE_SWIPE_UP;
  return TRUE;
}

/**
 * hih_touch_aim:
 * @index: (out): which one, unless it is %HIH_TOUCH_AT_NOTHING
 *
 * Returns: whether the finger meant one of them
 */
HihTouchAim
hih_touch_aim (const double *distances, guint n_distances, const HihTouchTolerance *tolerance, guint *index)
{
  guint nearest = G_MAXUINT;
  double second = HUGE_VAL;

  for (guint i = 0; i < n_distances; i++)
    {
      if (nearest == G_MAXUINT || distances[i] < distances[nearest])
        {
          if (nearest != G_MAXUINT)
            second = distances[nearest];
          nearest = i;
        }
      else
        second = MIN (second, distances[i]);
    }
  if (nearest == G_MAXUINT || distances[nearest] > HIH_TOUCH_NEAR)
    return HIH_TOUCH_AT_NOTHING;
  *index = nearest;
  if (distances[nearest] <= 0)
    return HIH_TOUCH_AT_TARGET;
  if (distances[nearest] <= tolerance->snap && second - distances[nearest] >= HIH_TOUCH_SNAP_CLEAR)
    return HIH_TOUCH_AT_TARGET;
  return HIH_TOUCH_AT_NEAR;
}

/**
 * hih_touch_distance:
 *
 * Returns: 0 inside the box
 */
double
hih_touch_distance (double x, double y, double left, double top, double width, double height)
{
  double dx = MAX (MAX (left - x, x - (left + width)), 0);
  double dy = MAX (MAX (top - y, y - (top + height)), 0);

  return hypot (dx, dy);
}
