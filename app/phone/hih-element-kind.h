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
};

const HihElementKind *hih_element_kind_find (const char *name);
const HihElementKind *const *hih_element_kind_list (guint *n_kinds);

G_END_DECLS
