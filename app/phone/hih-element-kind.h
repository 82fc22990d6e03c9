/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A kind of element: what may be written in its XML and how it answers a gesture before its <on> handlers run.
 * One constant a kind, in its own file of elements/, and one line in hih-element-kinds.def. The view pastes the same
 * line to its own constant, so a kind without its view does not link. A table of functions, not a class: elements are
 * immutable data made in hundreds, and nothing of theirs needs signals, properties or a life of its own.
 */
#pragma once

#include "hih-app-set.h"
#include "hih-gesture.h"
#include "hih-markup.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_ATTRIBUTE_TEXT,
  HIH_ATTRIBUTE_PICTURE, /* a drawing of media/: "face-fang", "tile-chat", "scene-kitchen" */
  HIH_ATTRIBUTE_ICON,    /* a control icon: "video" */
  HIH_ATTRIBUTE_KEY,     /* a key of this app */
  HIH_ATTRIBUTE_NUMBER,
  HIH_ATTRIBUTE_FLAG,    /* yes or no */
  HIH_ATTRIBUTE_CHOICE,  /* one of `choices` */
  HIH_ATTRIBUTE_WORDS,   /* some of `choices`, joined by spaces */
  HIH_ATTRIBUTE_WHEN,    /* yes, no or a condition */
} HihAttributeType;

typedef struct
{
  const char *name;
  HihAttributeType type;
  gboolean required;
  const char *choices; /* separated by spaces */
} HihAttributeSpec;

struct _HihElementKind
{
  const char *name;
  const HihAttributeSpec *attributes; /* ended by a NULL name; id, when, order, place, class are everybody's */
  const char *children;               /* names of kinds allowed inside, separated by spaces; NULL for none */
  const char *texts;                  /* names of text children, such as "title subtitle"; NULL for none */
  guint gestures;                     /* 1 << HihGestureKind for every gesture it can answer */
  /* The kind's own answer to a gesture, as key changes: a switch turns, a field takes its text. (nullable)
   * Returns the new value of the element's `key`, or NULL for none. */
  char *(*respond) (HihElement *element, const HihGesture *gesture, const char *value);
  guint own_gestures;   /* those that `respond` answers */
  guint same_gestures;  /* those that mean the same here: a handle is swiped or tapped */
  const char *inside;   /* names of the kinds it must stand in; NULL: anywhere */
  gboolean shows_key;   /* without a title or picture of its own it takes those of its key's present value */
  gboolean turns_by_layout; /* what is inside stands elsewhere in each layout, unless its author said where */
  gboolean opens_keyboard;  /* a tap on it brings the phone's keyboard */
  gboolean key_of_parent;   /* it changes the key of what it stands in */
  gboolean (*is_off) (HihElement *element); /* (nullable) whether its author closed it to every finger */
  const char *key_type; /* what `key` must be: "flag", "number" or "text"; NULL: anything */
};

#define HIH_CHILDREN_ANY "*"
#define HIH_BIT(gesture) (1u << HIH_GESTURE_##gesture)
#define HIH_BITS_SWIPE (HIH_BIT (SWIPE_UP) | HIH_BIT (SWIPE_DOWN) | HIH_BIT (SWIPE_LEFT) | HIH_BIT (SWIPE_RIGHT))

#define HIH_ELEMENT_KIND(kind) extern const HihElementKind hih_##kind##_element_kind;
#include "hih-element-kinds.def"
#undef HIH_ELEMENT_KIND

/* For `respond`. */
char *hih_element_dup_toggled (const char *value);
/* @text as a number that the element's key allows, in digits; NULL when it is no number. */
char *hih_element_dup_number (HihElement *element, const char *text);

const HihElementKind *hih_element_kind_find (const char *name);
const HihElementKind *const *hih_element_kind_list (guint *n_kinds);

G_END_DECLS
