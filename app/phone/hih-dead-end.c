/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a finger always leads away from a screen, in whatever state it can be come to: from every way in which the apps
 * open it, after whatever was done there and on the way (hih-reach.c).
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-brain.h"
#include "hih-effect-private.h"
#include "hih-phone-state-private.h"
#include "hih-reach.h"

#include <string.h>

/* Ours take less than a tenth of it. */
#define MOST_WORK 3000000

/* Whether @effects open anything, themselves or in a while. */
static gboolean
open_something (GPtrArray *effects)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (effect->kind == HIH_EFFECT_OPEN || effect->kind == HIH_EFFECT_ASK || effect->kind == HIH_EFFECT_SHEET ||
          open_something (effect->children))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): as @screen stands first, over something that one can go back to. */
static HihPhoneState *
dup_first (HihAppSet *apps, const HihScreen *screen)
{
  HihPhoneState *state;

  if (screen->kind != HIH_SCREEN_PLAIN || g_strcmp0 (screen->app, HIH_SYSTEM_APP) == 0 || !hih_screen_needs_way_out (screen))
    return hih_app_set_new_state (apps, screen->name);
  state = hih_app_set_new_state (apps, HIH_SYSTEM_LOCK);
  hih_screens_push (state, screen->name);
  return state;
}

/* What opens something is tried in any case, also where hardly anybody finds it. */
static void
add_openers (HihAppSet *apps, HihReach *reach, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint k = 0; k < element->handlers->len; k++)
        {
          const HihHandler *handler = element->handlers->pdata[k];
          g_autoptr (HihPhoneState) before = NULL;
          g_autoptr (HihPhoneState) opened = NULL;

          if (element->screen == NULL || !open_something (handler->effects))
            continue;
          before = dup_first (apps, element->screen);
          opened = hih_brain_run_effects (apps, before, handler->effects, NULL);
          hih_reach_add (reach, opened, element->target);
        }
      add_openers (apps, reach, element->children);
    }
}

/**
 * hih_app_set_reach:
 *
 * Blocks. Any thread.
 *
 * Returns: (transfer full): every state in which fingers bring about a screen of @apps
 */
HihReach *
hih_app_set_reach (HihAppSet *apps)
{
  HihReach *reach = hih_reach_new (apps, TRUE, MOST_WORK);
  GPtrArray *all = hih_app_set_get_apps (apps);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const HihApp *app = all->pdata[i];

          for (guint k = 0; k < app->screens->len; k++)
            {
              const HihScreen *screen = app->screens->pdata[k];

              /* What only a lesson opens is looked at as it stands first. */
              if (pass == 0 ? !hih_screen_needs_way_out (screen)
                            : !hih_reach_has (reach, screen->name))
                {
                  g_autoptr (HihPhoneState) first = dup_first (apps, screen);

                  hih_reach_add (reach, first, NULL);
                }
              if (pass == 0)
                add_openers (apps, reach, screen->elements);
            }
        }
      hih_reach_explore (reach);
    }
  return reach;
}
