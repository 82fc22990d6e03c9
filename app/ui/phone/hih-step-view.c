/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of step views, made from the lesson's own list. */
#include "config.h"

#include "hih-step-view.h"

#include <glib/gi18n.h>

#define HIH_STEP_KIND(kind) extern const HihStepView hih_step_view_##kind;
#include "hih-step-kinds.def"
#undef HIH_STEP_KIND

static const HihStepView *const views[] = {
#define HIH_STEP_KIND(kind) &hih_step_view_##kind,
#include "hih-step-kinds.def"
#undef HIH_STEP_KIND
};

/**
 * hih_step_view_find:
 * @name: such as "tap"
 *
 * Returns: (nullable): how that kind of step is shown
 */
const HihStepView *
hih_step_view_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (g_strcmp0 (views[i]->name, name) == 0)
        return views[i];
    }
  return NULL;
}

/**
 * hih_step_view_find_for_gesture:
 *
 * Returns: the kind of step that this gesture does
 */
const HihStepView *
hih_step_view_find_for_gesture (HihGestureKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if ((views[i]->gestures & (1u << kind)) != 0)
        return views[i];
    }
  return views[0];
}

/**
 * hih_step_view_get_tag:
 * @name: such as "tap"
 *
 * Returns: the words beside the target, such as "Tap here", in the program's language
 */
const char *
hih_step_view_get_tag (const char *name)
{
  const HihStepView *view = hih_step_view_find (name);

  return view != NULL ? _(view->tag) : _("Here");
}
