/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The apps and a state together: what a phone begins with, what can be reached on it now, whether a saved one still fits. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-phone-state-private.h"

#include <string.h>

HihScreen *
hih_app_set_get_visible (HihAppSet *self, HihPhoneState *state)
{
  const char *over = hih_phone_state_get_over (state);
  HihScreen *screen = over != NULL ? hih_app_set_find_screen (self, over) : NULL;

  if (screen == NULL || screen->kind == HIH_SCREEN_PLAIN)
    screen = hih_app_set_find_screen (self, hih_phone_state_get_screen (state));
  return screen;
}

/**
 * hih_element_is_present:
 *
 * Returns: whether @self and everything round it is shown in @state, on the screen that can be reached
 */
gboolean
hih_element_is_present (HihElement *self, HihAppSet *apps, HihPhoneState *state)
{
  if (strcmp (self->target, HIH_SYSTEM_HOME) == 0)
    return hih_phone_state_shows_system (state);
  if (strcmp (self->target, HIH_SYSTEM_STATUS) == 0)
    return hih_phone_state_get_over (state) == NULL && hih_phone_state_shows_system (state);
  if (strcmp (self->target, HIH_SYSTEM_BACK) == 0)
    {
      const HihScreen *screen = hih_app_set_get_visible (apps, state);

      return screen != NULL && (screen->kind != HIH_SCREEN_PLAIN || hih_screen_has_back (screen));
    }
  if (self->screen != NULL && self->screen != hih_app_set_get_visible (apps, state))
    return FALSE;
  for (const HihElement *element = self; element != NULL; element = element->parent)
    {
      if (!hih_element_is_shown (element, state))
        return FALSE;
    }
  return TRUE;
}

static gboolean
key_fits (HihAppSet *self, HihPhoneState *state, const char *name)
{
  HihKey *key = hih_app_set_find_key (self, name);

  return key != NULL && hih_key_allows (key, hih_phone_state_get (state, name));
}

/**
 * hih_app_set_fits:
 * @state: perhaps saved when the files were others
 *
 * Returns: whether @state can be gone on with
 */
gboolean
hih_app_set_fits (HihAppSet *self, HihPhoneState *state)
{
  g_autoptr (GPtrArray) keys = hih_app_set_dup_keys (self);
  const char *over = hih_phone_state_get_over (state);

  if (hih_phone_state_get_n_keys (state) != keys->len)
    return FALSE;
  for (guint i = 0; i < hih_phone_state_get_n_keys (state); i++)
    {
      if (!key_fits (self, state, hih_phone_state_get_nth_key (state, i)))
        return FALSE;
    }
  for (guint i = 0; i < hih_phone_state_get_n_screens (state); i++)
    {
      if (!hih_app_set_has_screen (self, hih_phone_state_get_nth_screen (state, i)))
        return FALSE;
    }
  if (over != NULL && (hih_app_set_find_screen (self, over) == NULL || hih_app_set_has_screen (self, over)))
    return FALSE;
  for (guint i = 0; i < hih_phone_state_get_n_timers (state); i++)
    {
      const HihTimer *timer = hih_phone_state_get_timer (state, i);

      if (timer->effect == NULL && hih_app_set_find_timer (self, timer->path) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What lies lowest: home; on a phone without one, what it starts with. */
static const char *
find_lowest (HihAppSet *self, const char *start_screen)
{
  HihScreen *home = hih_app_set_get_home (self);
  GPtrArray *apps = hih_app_set_get_apps (self);

  if (home != NULL)
    return home->name;
  for (guint i = 0; g_str_has_prefix (start_screen, HIH_SYSTEM_APP "/") && i < apps->len; i++)
    {
      HihApp *app = apps->pdata[i];

      if (g_strcmp0 (app->id, HIH_SYSTEM_APP) != 0 && app->root != NULL)
        return app->root->name;
    }
  return start_screen;
}

/**
 * hih_app_set_new_state:
 * @start_screen: "app/screen"; with the screens that one comes by lying under it: home, and the app's own root.
 *   "system/lock" and "system/dark" are a phone not yet unlocked
 *
 * Returns: (transfer full): the state of a phone with every key at its initial value
 */
HihPhoneState *
hih_app_set_new_state (HihAppSet *self, const char *start_screen)
{
  g_autoptr (GPtrArray) keys = hih_app_set_dup_keys (self);
  g_autofree const char **values = g_new0 (const char *, keys->len + 1);
  HihScreen *start = hih_app_set_find_screen (self, start_screen);
  HihApp *app = start != NULL ? hih_app_set_find_app (self, start->app) : NULL;
  gboolean lies_over = start != NULL && start->kind != HIH_SCREEN_PLAIN && app->root != NULL;
  HihPhoneState *state;

  for (guint i = 0; i < keys->len; i++)
    values[i] = hih_app_set_find_key (self, keys->pdata[i])->initial;
  state = hih_phone_state_new (find_lowest (self, lies_over ? app->root->name : start_screen), (const char *const *) keys->pdata, values, keys->len);
  if (app != NULL && app->root != NULL && g_strcmp0 (app->id, HIH_SYSTEM_APP) != 0)
    hih_screens_push (state, app->root->name);
  else if (g_strcmp0 (start_screen, HIH_SYSTEM_DARK) == 0)
    hih_screens_push (state, HIH_SYSTEM_LOCK);
  if (lies_over)
    hih_phone_state_set_over (state, start->name);
  else
    hih_screens_push (state, start_screen);
  hih_screens_tell_keys (state, FALSE);
  return state;
}

/**
 * hih_app_set_change_state:
 * @key: "app.key"
 * @value: what it holds instead
 *
 * Returns: (transfer full): @state as it were, had the phone's owner set @key so; @state itself where the key is not there or
 *   does not allow that
 */
HihPhoneState *
hih_app_set_change_state (HihAppSet *self, HihPhoneState *state, const char *key, const char *value)
{
  HihPhoneState *changed;

  if (!hih_app_set_has_key (self, key) || !hih_app_set_key_allows (self, key, value))
    return hih_phone_state_ref (state);
  changed = hih_phone_state_copy (state);
  hih_phone_state_set_key (changed, key, value);
  return changed;
}
