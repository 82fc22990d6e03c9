/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of step kinds, made from hih-step-kinds.def. */
#include "config.h"

#include "hih-step-kind.h"

#define HIH_STEP_KIND(name) extern const HihStepKind hih_step_##name;
#include "hih-step-kinds.def"
#undef HIH_STEP_KIND

static const HihStepKind *const KINDS[] = {
#define HIH_STEP_KIND(name) &hih_step_##name,
#include "hih-step-kinds.def"
#undef HIH_STEP_KIND
};

/**
 * hih_step_kind_find:
 * @name: such as `tap`
 *
 * Returns: (transfer none) (nullable): the kind
 */
const HihStepKind *
hih_step_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      if (g_strcmp0 (KINDS[i]->name, name) == 0)
        return KINDS[i];
    }
  return NULL;
}

/**
 * hih_step_kind_list:
 * @n_kinds: (out): how many
 *
 * Returns: (transfer none) (array length=n_kinds): every kind, in the registry's order
 */
const HihStepKind *const *
hih_step_kind_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (KINDS);
  return KINDS;
}

/**
 * hih_step_is_movement:
 *
 * Returns: whether it takes a hold, a swipe, a drag or two fingers; keys that are tapped to write with do not count
 */
gboolean
hih_step_is_movement (const HihStep *step)
{
  g_autoptr (HihGesture) gesture = step->kind->dup_gesture != NULL ? step->kind->dup_gesture (step) : NULL;

  return gesture != NULL && gesture->kind != HIH_GESTURE_TAP && gesture->kind != HIH_GESTURE_TYPE;
}
