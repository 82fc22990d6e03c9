/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finger's movement meant: the tolerances of DESIGN.md §5 as pure functions. Lengths are phone pixels. */
#pragma once

#include "hih-gesture.h"

G_BEGIN_DECLS

#define HIH_TOUCH_SWIPE 40.0      /* shorter movements are no swipe */
#define HIH_TOUCH_SWIPE_MS 2000
#define HIH_TOUCH_HOLD_MS 400
#define HIH_TOUCH_REST_MS 3000    /* longer: a hand resting on the glass */
#define HIH_TOUCH_SNAP_CLEAR 4.0  /* what was meant is so much nearer than the next thing */
#define HIH_TOUCH_NEAR 40.0       /* near enough to say "nearly" */
#define HIH_TOUCH_ZOOM 1.15       /* two fingers went apart by this factor */

/* How much is forgiven: the usual, or more for whom larger targets help. */
typedef struct
{
  double drift; /* a finger may wander this far and still have tapped */
  double snap;  /* so near a thing that it was meant */
} HihTouchTolerance;

const HihTouchTolerance *hih_touch_get_tolerance (gboolean larger);

typedef struct
{
  double dx;          /* from touching to lifting */
  double dy;
  double drift;       /* the farthest it ever was from where it touched */
  gint64 duration_ms;
  gint64 since_tap_ms; /* from the last tap that counted to this touch; -1: there was none */
  guint guard_ms;
  gboolean holds;     /* the thing touched answers a hold */
} HihTouch;

/* FALSE: nothing was meant (a tremor's second tap, a resting hand, a short smear). */
gboolean hih_touch_decide (const HihTouch *touch, const HihTouchTolerance *tolerance, HihGestureKind *kind);

typedef enum
{
  HIH_TOUCH_AT_NOTHING,
  HIH_TOUCH_AT_NEAR,  /* close to @index, but it may have been another */
  HIH_TOUCH_AT_TARGET,
} HihTouchAim;

/* @distances to each thing that can be touched, 0 when the finger is on it. */
HihTouchAim hih_touch_aim (const double *distances, guint n_distances, const HihTouchTolerance *tolerance, guint *index);
/* From a point to the nearest point of a box. */
double hih_touch_distance (double x, double y, double left, double top, double width, double height);

G_END_DECLS
