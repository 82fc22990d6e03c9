/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A gesture is a small value; its names are frozen because lessons and records use them. */
#include "config.h"

#include "hih-gesture.h"

static const char *const names[HIH_GESTURE_N_KINDS] = {
  [HIH_GESTURE_TAP] = "tap",
  [HIH_GESTURE_HOLD] = "hold",
  [HIH_GESTURE_SWIPE_UP] = "swipe-up",
  [HIH_GESTURE_SWIPE_DOWN] = "swipe-down",
  [HIH_GESTURE_SWIPE_LEFT] = "swipe-left",
  [HIH_GESTURE_SWIPE_RIGHT] = "swipe-right",
  [HIH_GESTURE_DRAG] = "drag",
  [HIH_GESTURE_ZOOM] = "zoom",
  [HIH_GESTURE_TYPE] = "type",
};

G_DEFINE_BOXED_TYPE (HihGesture, hih_gesture, hih_gesture_copy, hih_gesture_free)

/**
 * hih_gesture_new:
 * @target: "app/element"; copied
 * @value: (nullable): what was typed or dragged to; copied
 *
 * Returns: (transfer full): a new gesture
 */
HihGesture *
hih_gesture_new (HihGestureKind kind, const char *target, const char *value)
{
  HihGesture *self;

  g_return_val_if_fail (target != NULL, NULL);

  self = g_new0 (HihGesture, 1);
  self->kind = kind;
  self->target = g_strdup (target);
  self->value = g_strdup (value);
  return self;
}

HihGesture *
hih_gesture_copy (const HihGesture *self)
{
  return hih_gesture_new (self->kind, self->target, self->value);
}

void
hih_gesture_free (HihGesture *self)
{
  g_free (self->target);
  g_free (self->value);
  g_free (self);
}

/**
 * hih_gesture_kind_get_name:
 *
 * Returns: (transfer none): the frozen name, such as `swipe-up`
 */
const char *
hih_gesture_kind_get_name (HihGestureKind kind)
{
  g_return_val_if_fail ((guint) kind < HIH_GESTURE_N_KINDS, "tap");
  return names[kind];
}

/**
 * hih_gesture_kind_parse:
 * @name: (nullable): such as `swipe-up`
 * @kind: (out): set only on success
 *
 * Returns: whether @name is a gesture
 */
gboolean
hih_gesture_kind_parse (const char *name, HihGestureKind *kind)
{
  for (guint i = 0; i < HIH_GESTURE_N_KINDS; i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        {
          *kind = (HihGestureKind) i;
          return TRUE;
        }
    }
  return FALSE;
}
