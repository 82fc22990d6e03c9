/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A kind of step: what the trainee's hands do. tap hold swipe drag zoom type look. One constant a kind in steps/, one
 * line in hih-step-kinds.def; the view (its icon, its words, the path of the hand) pastes the same line.
 */
#pragma once

#include "hih-gesture.h"
#include "hih-lesson.h"
#include "hih-scene.h"

G_BEGIN_DECLS

struct _HihStepKind
{
  const char *name;        /* also the attribute that holds the target: tap="home/chat" */
  gboolean needs_target;
  gboolean needs_value;    /* the attribute `text` (type), `to` (drag), `direction` (swipe) */
  const char *value_attribute;
  /* (transfer full) the gesture that does the step; NULL: nothing is done on the phone */
  HihGesture *(*dup_gesture) (const HihStep *step);
};

const HihStepKind *hih_step_kind_find (const char *name);
const HihStepKind *const *hih_step_kind_list (guint *n_kinds);
/* Whether the finger has to do more than tap: for those who cannot, one tap must do as well. */
gboolean hih_step_is_movement (const HihStep *step);

G_END_DECLS
