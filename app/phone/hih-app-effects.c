/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the apps can do and say, also where no lesson leads: for whoever looks over all of it. */
#include "config.h"

#include "hih-app-effects.h"

#include "hih-app-private.h"
#include "hih-effect-private.h"

/**
 * hih_effects_foreach:
 * @effects: (nullable) (element-type HihEffect):
 * @screen: (nullable): told to @func
 * @func: (scope call): called for each of them, and for those of an `after`
 *
 * Any thread.
 */
void
hih_effects_foreach (GPtrArray *effects, const char *screen, HihAppEffectFunc func, gpointer data)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      func (effect, screen, data);
      hih_effects_foreach (effect->children, screen, func, data);
    }
}

/**
 * hih_effects_put_words:
 * @effects: (nullable) (element-type HihEffect): checked with @apps
 *
 * Any thread.
 *
 * Returns: whether one of them, or of those that wait in them, sets a key that is a text
 */
gboolean
hih_effects_put_words (GPtrArray *effects, HihAppSet *apps)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];
      const HihKey *key = effect->kind == HIH_EFFECT_SET ? hih_app_set_find_key (apps, effect->name) : NULL;

      if ((key != NULL && key->type == HIH_KEY_TEXT) || hih_effects_put_words (effect->children, apps))
        return TRUE;
    }
  return FALSE;
}

static void
walk_elements (GPtrArray *elements, const char *screen, HihAppEffectFunc func, gpointer data)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint k = 0; k < element->handlers->len; k++)
        hih_effects_foreach (((const HihHandler *) element->handlers->pdata[k])->effects, screen, func, data);
      walk_elements (element->children, screen, func, data);
    }
}

/**
 * hih_app_set_foreach_effect:
 * @func: (scope call): called for every effect of an element on a screen, those of an `after` too
 *
 * Any thread.
 */
void
hih_app_set_foreach_effect (HihAppSet *self, HihAppEffectFunc func, gpointer data)
{
  GPtrArray *apps = hih_app_set_get_apps (self);

  for (guint i = 0; i < apps->len; i++)
    {
      const HihApp *app = apps->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        {
          const HihScreen *screen = app->screens->pdata[k];

          walk_elements (screen->elements, screen->name, func, data);
        }
    }
}
