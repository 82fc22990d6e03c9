/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a finger always leads away from a screen: tried out with the brain, from every way in which the apps open it.
 * Nothing is typed meanwhile. Who does not know the password, or cannot write, must get out as well.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-brain.h"
#include "hih-phone-state-private.h"
#include "hih-scene.h"

#include <string.h>

#define MAX_STATES 60 /* of one screen; ours have fewer than 20 */
#define MAX_WAITS 4   /* until what opens the screen has come about */

static gboolean
is_on (HihPhoneState *state, const HihScreen *screen)
{
  const char *over = hih_phone_state_get_over (state);

  return g_strcmp0 (over != NULL ? over : hih_phone_state_get_screen (state), screen->name) == 0;
}

/* The same screen twice, except that in one of them something is on its way. */
static gboolean
is_same (HihPhoneState *a, HihPhoneState *b)
{
  return (hih_phone_state_get_next_due_ms (a) >= 0) == (hih_phone_state_get_next_due_ms (b) >= 0) &&
         hih_phone_state_equal (a, b);
}

/* Takes @state. TRUE: it leads away. */
static gboolean
take (GPtrArray *seen, const HihScreen *screen, HihPhoneState *state)
{
  gboolean away = !is_on (state, screen);

  for (guint i = 0; i < seen->len && !away; i++)
    {
      if (is_same (seen->pdata[i], state))
        {
          hih_phone_state_unref (state);
          return FALSE;
        }
    }
  if (away || seen->len >= MAX_STATES)
    hih_phone_state_unref (state);
  else
    g_ptr_array_add (seen, state);
  return away;
}

static gboolean
touch_all (HihAppSet *apps, HihPhoneState *state, const HihScreen *screen, GPtrArray *nodes, GPtrArray *seen)
{
  static const HihGestureKind TOUCHES[] = { HIH_GESTURE_TAP, HIH_GESTURE_HOLD, HIH_GESTURE_SWIPE_UP };

  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      for (guint k = 0; node->sensitive && k < G_N_ELEMENTS (TOUCHES); k++)
        {
          g_autoptr (HihGesture) gesture = NULL;

          if (!hih_element_answers (node->element, TOUCHES[k]))
            continue;
          gesture = hih_gesture_new (TOUCHES[k], node->target, NULL);
          if (take (seen, screen, hih_brain_apply (apps, state, gesture, NULL)))
            return TRUE;
        }
      if (touch_all (apps, state, screen, node->children, seen))
        return TRUE;
    }
  return FALSE;
}

/* Takes @start. */
static gboolean
lead_away (HihAppSet *apps, const HihScreen *screen, HihPhoneState *start)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_phone_state_unref);

  g_ptr_array_add (seen, start);
  for (guint i = 0; i < seen->len; i++)
    {
      HihPhoneState *state = seen->pdata[i];
      gint64 due_ms = hih_phone_state_get_next_due_ms (state);
      g_autoptr (HihScene) scene = hih_scene_new (apps, state, HIH_LAYOUT_A);
      GPtrArray *over = hih_scene_get_over (scene);

      if (touch_all (apps, state, screen, over != NULL ? over : hih_scene_get_nodes (scene), seen))
        return TRUE;
      if (due_ms >= 0 && take (seen, screen, hih_brain_advance (apps, state, MAX (due_ms, 1), NULL)))
        return TRUE;
    }
  return seen->len >= MAX_STATES; /* too many to say */
}

/* Whether @effects open @screen, themselves or in a while. */
static gboolean
open_it (GPtrArray *effects, const HihScreen *screen)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if ((effect->kind == HIH_EFFECT_OPEN || effect->kind == HIH_EFFECT_ASK || effect->kind == HIH_EFFECT_SHEET) &&
          g_strcmp0 (effect->name, screen->name) == 0)
        return TRUE;
      if (open_it (effect->children, screen))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): where @effects lead; %NULL if that is not @screen */
static HihPhoneState *
open_by (HihAppSet *apps, const HihElement *element, GPtrArray *effects, const HihScreen *screen)
{
  g_autoptr (HihPhoneState) before = hih_app_set_new_state (apps, element->screen != NULL ? element->screen->name : screen->name);
  g_autoptr (HihPhoneState) state = hih_brain_run_effects (apps, before, effects, NULL);

  for (guint i = 0; i < MAX_WAITS && !is_on (state, screen); i++)
    {
      gint64 due_ms = hih_phone_state_get_next_due_ms (state);
      HihPhoneState *next;

      if (due_ms < 0)
        return NULL;
      next = hih_brain_advance (apps, state, MAX (due_ms, 1), NULL);
      hih_phone_state_unref (state);
      state = next;
    }
  return is_on (state, screen) ? g_steal_pointer (&state) : NULL;
}

/* Returns: (transfer full): @screen as it stands first, over something that one can go back to */
static HihPhoneState *
open_first (HihAppSet *apps, const HihScreen *screen)
{
  HihPhoneState *state;

  if (screen->kind != HIH_SCREEN_PLAIN || g_strcmp0 (screen->app, HIH_SYSTEM_APP) == 0)
    return hih_app_set_new_state (apps, screen->name);
  state = hih_app_set_new_state (apps, HIH_SYSTEM_LOCK);
  hih_screens_push (state, screen->name);
  return state;
}

static char *
try_openers (HihAppSet *apps, GPtrArray *elements, const HihScreen *screen, guint *n_openers)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      char *found;

      for (guint k = 0; k < element->handlers->len; k++)
        {
          const HihHandler *handler = element->handlers->pdata[k];
          HihPhoneState *opened = open_it (handler->effects, screen) ? open_by (apps, element, handler->effects, screen) : NULL;

          if (opened == NULL || element->screen == screen)
            {
              g_clear_pointer (&opened, hih_phone_state_unref);
              continue;
            }
          (*n_openers)++;
          if (!lead_away (apps, screen, opened))
            return g_strdup_printf ("when %s has opened it", element->target);
        }
      found = try_openers (apps, element->children, screen, n_openers);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
go_home (GPtrArray *effects)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (effect->kind == HIH_EFFECT_HOME || go_home (effect->children))
        return TRUE;
    }
  return FALSE;
}

static gboolean
leads_home (GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint k = 0; k < element->handlers->len; k++)
        {
          if (go_home (((HihHandler *) element->handlers->pdata[k])->effects))
            return TRUE;
        }
      if (leads_home (element->children))
        return TRUE;
    }
  return FALSE;
}

char *
hih_app_set_dup_dead_end (HihAppSet *apps, const HihScreen *screen)
{
  GPtrArray *all = hih_app_set_get_apps (apps);
  guint n_openers = 0;

  /* An app looked at by itself, without a home screen: where <home/> leads cannot be tried out. */
  if (hih_app_set_get_home (apps) == NULL && leads_home (screen->elements))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const HihApp *app = all->pdata[i];
      char *found = try_openers (apps, app->side, screen, &n_openers);

      for (guint k = 0; k < app->screens->len && found == NULL; k++)
        found = try_openers (apps, ((HihScreen *) app->screens->pdata[k])->elements, screen, &n_openers);
      if (found != NULL)
        return found;
    }
  /* What only a lesson opens is looked at as it stands first. */
  if (n_openers == 0 && !lead_away (apps, screen, open_first (apps, screen)))
    return g_strdup ("as it stands first");
  return NULL;
}
