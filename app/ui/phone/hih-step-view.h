/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a kind of step is shown: its icon, the words of the tag beside the target, and the way of the hand. One constant
 * a kind in steps/, pasted from the same hih-step-kinds.def as the lesson's.
 */
#pragma once

#include "hih-gesture.h"

#include <graphene.h>

G_BEGIN_DECLS

#define HIH_HAND_TRAVEL_MS 1000
#define HIH_HAND_REST_MS 300
#define HIH_HAND_PRESS_MS 250

typedef struct
{
  graphene_point_t tip;   /* where the finger tip is */
  gboolean pressed;
  float spread;           /* 0, or how far a second finger is from the tip */
} HihHandPose;

typedef struct
{
  const char *name; /* as in hih-step-kinds.def */
  const char *icon;
  const char *tag;  /* N_() */
  guint gestures;   /* 1 << HihGestureKind: those it is the hand's way for */
  guint touch_ms;   /* from touching to lifting */
  /* @t: 0 … 1 between touching and lifting; @target's box and its answer to a drag decide where to. NULL: stays. */
  void (*move) (const HihGesture *gesture, const graphene_rect_t *target, float t, HihHandPose *pose);
} HihStepView;

const HihStepView *hih_step_view_find (const char *name);                /* NULL for an unknown one */
const HihStepView *hih_step_view_find_for_gesture (HihGestureKind kind); /* never NULL */
const char *hih_step_view_get_tag (const char *name);                    /* translated; never NULL */

G_END_DECLS
