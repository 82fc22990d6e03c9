/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finger did, in the words of the lessons: the only way anything reaches the phone's brain. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The names used in files are frozen: tap hold swipe-up swipe-down swipe-left swipe-right drag zoom type. */
typedef enum
{
  HIH_GESTURE_TAP,
  HIH_GESTURE_HOLD,
  HIH_GESTURE_SWIPE_UP,
  HIH_GESTURE_SWIPE_DOWN,
  HIH_GESTURE_SWIPE_LEFT,
  HIH_GESTURE_SWIPE_RIGHT,
  HIH_GESTURE_DRAG, /* value: the new number of a slider, or the id of the place dropped on */
  HIH_GESTURE_ZOOM, /* two fingers, or the + button that stands in for them */
  HIH_GESTURE_TYPE, /* value: the text as it now stands */
} HihGestureKind;

#define HIH_GESTURE_N_KINDS 9

typedef struct
{
  HihGestureKind kind;
  char *target; /* "app/element", such as "chat/video"; "app/" when on no element */
  char *value;  /* (nullable) */
} HihGesture;

#define HIH_TYPE_GESTURE (hih_gesture_get_type ())
GType hih_gesture_get_type (void);

HihGesture *hih_gesture_new (HihGestureKind kind, const char *target, const char *value);
HihGesture *hih_gesture_copy (const HihGesture *self);
void hih_gesture_free (HihGesture *self);
const char *hih_gesture_kind_get_name (HihGestureKind kind);
gboolean hih_gesture_kind_parse (const char *name, HihGestureKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihGesture, hih_gesture_free)

G_END_DECLS
