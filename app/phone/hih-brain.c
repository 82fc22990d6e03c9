/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One cause, one new state. A cause is a gesture, a moment that has come, or effects from a lesson; all its effects run
 * on one private copy of the state, and when the last has run, the copy is put in order (awake, locked, ringing) and
 * given away. If nothing was touched, the old state itself is given back.
 *
 * No effect can set off another by itself: effects form finite trees, and a tree runs only at a finger's touch or at
 * its moment. So every call ends.
 */
#include "config.h"

#include "hih-brain.h"

#include "hih-app-private.h"
#include "hih-phone-state-private.h"

#include <string.h>

#define MAX_STEPS 10000 /* effects that come due in one advance; a hostile file is no reason to hang */

typedef struct
{
  HihAppSet *apps;
  HihPhoneState *state; /* owned; our own copy */
  GPtrArray *shown;     /* (nullable) */
  const char *screen;   /* what was on top before */
  gboolean was_locked;
  gboolean rang;
  gboolean set_awake;
  gboolean set_locked;
  gboolean set_keyboard;
} Turn;

static void
turn_begin (Turn *turn, HihAppSet *apps, HihPhoneState *state, GPtrArray *shown)
{
  memset (turn, 0, sizeof *turn);
  turn->apps = apps;
  turn->state = hih_phone_state_copy (state);
  turn->shown = shown;
  turn->screen = hih_phone_state_get_screen (state);
  turn->was_locked = g_strcmp0 (hih_phone_state_get (state, HIH_KEY_LOCKED), "yes") == 0;
}

static void
set_key (Turn *turn, const char *name, const char *value)
{
  HihKey *key = name != NULL ? hih_app_set_find_key (turn->apps, name) : NULL;

  if (key == NULL || value == NULL || !hih_key_allows (key, value))
    return;
  hih_phone_state_set_key (turn->state, key->name, value);
  turn->set_awake |= strcmp (name, HIH_KEY_AWAKE) == 0;
  turn->set_locked |= strcmp (name, HIH_KEY_LOCKED) == 0;
  turn->set_keyboard |= strcmp (name, HIH_KEY_KEYBOARD) == 0;
}

static void
clear_key (Turn *turn, const char *name)
{
  HihKey *key = name != NULL ? hih_app_set_find_key (turn->apps, name) : NULL;

  if (key != NULL)
    set_key (turn, key->name, key->initial);
}

/* Awake, locked and ringing follow what is on the screen, or the other way round where an author said so. */
static void
turn_settle (Turn *turn)
{
  if (turn->set_locked)
    hih_screens_obey_locked (turn->state);
  if (turn->set_awake)
    hih_screens_obey_awake (turn->state);
  hih_screens_tell_keys (turn->state, turn->was_locked && !turn->set_locked);
  /* What one writes with belongs to the screen one writes on. */
  if (hih_phone_state_get_screen (turn->state) != turn->screen && !turn->set_keyboard)
    clear_key (turn, HIH_KEY_KEYBOARD);
  if (turn->rang)
    hih_phone_state_set_key (turn->state, HIH_KEY_RINGING, "yes");
  else if (hih_phone_state_get_screen (turn->state) != turn->screen)
    hih_phone_state_set_key (turn->state, HIH_KEY_RINGING, "no");
}

static HihPhoneState *
turn_end (Turn *turn, HihPhoneState *before)
{
  turn_settle (turn);
  if (hih_phone_state_is_touched (turn->state))
    return turn->state;
  hih_phone_state_unref (turn->state);
  return hih_phone_state_ref (before);
}

/* "chat.answer", or from a lesson only "answer": then whichever app's it is. */
static gboolean
is_meant (const char *id, const char *name)
{
  const char *bare = strchr (id, '.');

  return strcmp (id, name) == 0 || (strchr (name, '.') == NULL && bare != NULL && strcmp (bare + 1, name) == 0);
}

static void
cancel (Turn *turn, const char *name)
{
  for (guint i = hih_phone_state_get_n_timers (turn->state); name != NULL && i > 0; i--)
    {
      if (is_meant (hih_phone_state_get_timer (turn->state, i - 1)->id, name))
        hih_phone_state_remove_timer (turn->state, i - 1);
    }
}

static void
lay_over (Turn *turn, const char *name)
{
  HihScreen *screen = name != NULL ? hih_app_set_find_screen (turn->apps, name) : NULL;

  if (screen != NULL && screen->kind != HIH_SCREEN_PLAIN && hih_phone_state_get_screen (turn->state) != NULL &&
      strcmp (hih_phone_state_get_screen (turn->state), HIH_SYSTEM_DARK) != 0)
    hih_phone_state_set_over (turn->state, screen->name);
}

/* What a failure looks like, if an author drew it: <dialog id="fail-network"> of this app, else of the system. */
static void
lay_failure_over (Turn *turn, const char *kind)
{
  const char *apps[] = { hih_phone_state_get_app (turn->state), HIH_SYSTEM_APP };

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (apps); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/fail-%s", apps[i], kind);

      if (hih_app_set_find_screen (turn->apps, name) != NULL)
        {
          lay_over (turn, name);
          return;
        }
    }
}

static void
run_one (Turn *turn, HihEffect *effect)
{
  gint64 due_ms;

  switch (effect->kind)
    {
    case HIH_EFFECT_OPEN:
      if (effect->name != NULL)
        hih_screens_open (turn->state, turn->apps, effect->name);
      return;
    case HIH_EFFECT_BACK:
      hih_screens_back (turn->state);
      return;
    case HIH_EFFECT_HOME:
      hih_screens_home (turn->state, turn->apps);
      return;
    case HIH_EFFECT_SET:
      set_key (turn, effect->name, effect->from != NULL ? hih_phone_state_get (turn->state, effect->from) : effect->value);
      return;
    case HIH_EFFECT_CLEAR:
      clear_key (turn, effect->name);
      return;
    case HIH_EFFECT_AFTER:
      due_ms = hih_phone_state_get_time_ms (turn->state) + effect->delay_ms;
      hih_phone_state_add_timer (turn->state, effect->name != NULL ? effect->name : effect->path, effect->path, due_ms,
                                 effect);
      return;
    case HIH_EFFECT_CANCEL:
      cancel (turn, effect->name);
      return;
    case HIH_EFFECT_ASK:
    case HIH_EFFECT_SHEET:
      lay_over (turn, effect->name);
      return;
    case HIH_EFFECT_FAIL:
      lay_failure_over (turn, effect->name);
      break;
    case HIH_EFFECT_RING:
      turn->rang = TRUE;
      break;
    case HIH_EFFECT_TOAST:
    case HIH_EFFECT_NOTIFY:
    case HIH_EFFECT_SAY_ALOUD:
    case HIH_EFFECT_SCAN_RESULT:
    default:
      break;
    }
  if (turn->shown != NULL)
    g_ptr_array_add (turn->shown, effect);
}

static void
run (Turn *turn, GPtrArray *effects)
{
  for (guint i = 0; i < effects->len; i++)
    run_one (turn, effects->pdata[i]);
}

/* Whoever touches a line to write in gets a keyboard: the first that its author named. */
static void
open_keyboard (Turn *turn, HihElement *element)
{
  const char *faces = hih_element_get_attribute (element, "keyboard");
  g_auto (GStrv) words = g_strsplit (faces != NULL ? faces : "handwriting", " ", 2);

  /* Keys for numbers alone stand under their line already. */
  if (g_strcmp0 (faces, "number") != 0 && g_strcmp0 (hih_phone_state_get (turn->state, HIH_KEY_KEYBOARD), "none") == 0)
    set_key (turn, HIH_KEY_KEYBOARD, words[0]);
}

/* The kind's own answer: a switch turns, a field takes its text, a slider its number. */
static void
respond (Turn *turn, HihElement *element, const HihGesture *gesture)
{
  g_autofree char *value = NULL;

  if (element->key == NULL || element->kind->respond == NULL || !(element->kind->own_gestures >> gesture->kind & 1))
    return;
  value = element->kind->respond (element, gesture, hih_phone_state_get (turn->state, element->key->name));
  set_key (turn, element->key->name, value);
}

static void
answer (Turn *turn, HihElement *element, const HihGesture *gesture)
{
  if (strcmp (element->target, HIH_SYSTEM_HOME) == 0)
    {
      hih_screens_home (turn->state, turn->apps);
      return;
    }
  if (strcmp (element->target, HIH_SYSTEM_BACK) == 0)
    {
      hih_screens_back (turn->state);
      return;
    }
  if (strcmp (element->target, HIH_SYSTEM_STATUS) == 0)
    {
      lay_over (turn, HIH_SYSTEM_SHADE);
      return;
    }
  respond (turn, element, gesture);
  if (gesture->kind == HIH_GESTURE_TAP && element->kind->opens_keyboard)
    open_keyboard (turn, element);
  for (guint i = 0; i < element->handlers->len; i++)
    {
      HihHandler *handler = element->handlers->pdata[i];

      if (hih_element_handler_fits (element, handler, gesture->kind) &&
          (handler->when == NULL || hih_condition_holds (handler->when, turn->state)))
        {
          run (turn, handler->effects);
          return;
        }
    }
}

/**
 * hih_brain_apply:
 * @shown: (nullable) (element-type HihEffect): what is to be shown or sounded once is added here, borrowed
 *
 * A gesture on what is not there, or is covered, changes nothing.
 *
 * Returns: (transfer full): the next state, or @state itself
 */
HihPhoneState *
hih_brain_apply (HihAppSet *apps, HihPhoneState *state, const HihGesture *gesture, GPtrArray *shown)
{
  HihElement *element = hih_app_set_find_element (apps, gesture->target);
  Turn turn;

  if (element == NULL || !hih_element_is_present (element, apps, state))
    return hih_phone_state_ref (state);
  turn_begin (&turn, apps, state, shown);
  answer (&turn, element, gesture);
  return turn_end (&turn, state);
}

/**
 * hih_brain_run_effects:
 * @effects: (element-type HihEffect): of a lesson, checked with hih_effects_check()
 *
 * Returns: (transfer full): the next state, or @state itself
 */
HihPhoneState *
hih_brain_run_effects (HihAppSet *apps, HihPhoneState *state, GPtrArray *effects, GPtrArray *shown)
{
  Turn turn;

  turn_begin (&turn, apps, state, shown);
  run (&turn, effects);
  return turn_end (&turn, state);
}

/* Whether what waited is still wanted. A condition that was never checked is read now. */
static gboolean
is_wanted (HihEffect *effect, HihAppSet *apps, HihPhoneState *state)
{
  g_autoptr (HihCondition) condition = NULL;
  g_autofree char *error_text = NULL, *mend = NULL;

  if (effect->when == NULL)
    return TRUE;
  if (effect->condition != NULL)
    return hih_condition_holds (effect->condition, state);
  condition = hih_condition_parse (effect->when, effect->app, apps, &error_text, &mend);
  return condition != NULL && hih_condition_holds (condition, state);
}

static void
run_first_timer (Turn *turn)
{
  const HihTimer *timer = hih_phone_state_get_timer (turn->state, 0);
  HihEffect *found = timer->effect != NULL ? timer->effect : hih_app_set_find_timer (turn->apps, timer->path);
  HihEffect *effect = found != NULL ? hih_effect_ref (found) : NULL;

  hih_phone_state_set_time_ms (turn->state, MAX (timer->due_ms, hih_phone_state_get_time_ms (turn->state)));
  hih_phone_state_remove_timer (turn->state, 0);
  if (effect == NULL)
    return;
  if (is_wanted (effect, turn->apps, turn->state))
    run (turn, effect->children);
  hih_effect_unref (effect);
}

/**
 * hih_brain_advance:
 * @ms: how much phone time passes
 *
 * What waits runs at its own moment, one after another; what it makes wait may still come due in the same call.
 *
 * Returns: (transfer full): the state @ms later
 */
HihPhoneState *
hih_brain_advance (HihAppSet *apps, HihPhoneState *state, gint64 ms, GPtrArray *shown)
{
  gint64 now_ms = hih_phone_state_get_time_ms (state);
  gint64 end_ms = ms > 0 && now_ms <= G_MAXINT64 - ms ? now_ms + ms : now_ms;
  g_autoptr (HihPhoneState) current = hih_phone_state_ref (state);

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      gint64 due_ms = hih_phone_state_get_next_due_ms (current);
      HihPhoneState *next;
      Turn turn;

      if (due_ms < 0 || due_ms > end_ms - hih_phone_state_get_time_ms (current))
        break;
      turn_begin (&turn, apps, current, shown);
      run_first_timer (&turn);
      next = turn_end (&turn, current);
      hih_phone_state_unref (current);
      current = next;
    }
  if (hih_phone_state_get_time_ms (current) < end_ms)
    {
      HihPhoneState *later = hih_phone_state_copy (current);

      hih_phone_state_set_time_ms (later, end_ms);
      hih_phone_state_unref (current);
      current = later;
    }
  return g_steal_pointer (&current);
}
