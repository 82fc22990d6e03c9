/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the stack of screens moves.
 *
 *     home/main   [system/lock]   app/root   app/screen …   [system/dark]
 *
 * A screen stands in the stack once: opening one that lies further down returns to it, so walking in circles does not
 * pile screens up, and the stack is never longer than there are screens. The root of an app takes the place of whatever
 * lay over home. The lock screen lies over what was open when the phone was locked and comes off again; a call that
 * rings meanwhile lies over the lock screen. The keys system.awake and system.locked and the two screens always say
 * the same: whichever of them an author writes, the other follows when all effects of one cause have run.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-phone-state-private.h"

#include <string.h>

static gboolean
is_top (HihPhoneState *state, const char *screen)
{
  return strcmp (hih_phone_state_get_screen (state), screen) == 0;
}

static gboolean
holds (HihPhoneState *state, const char *screen)
{
  return hih_phone_state_find_screen (state, screen, NULL);
}

static void
drop (HihPhoneState *state, const char *screen)
{
  guint index;

  if (hih_phone_state_find_screen (state, screen, &index))
    hih_phone_state_remove_screen (state, index);
}

gboolean
hih_phone_state_shows_system (HihPhoneState *state)
{
  return !holds (state, HIH_SYSTEM_DARK) && !holds (state, HIH_SYSTEM_LOCK);
}

void
hih_screens_push (HihPhoneState *state, const char *screen)
{
  guint index;

  if (hih_phone_state_find_screen (state, screen, &index))
    hih_phone_state_truncate_screens (state, index + 1);
  else
    hih_phone_state_insert_screen (state, hih_phone_state_get_n_screens (state), screen);
}

/* What lies under every app: home, and the lock screen when one works over it. */
static void
cut_to_base (HihPhoneState *state, HihAppSet *apps)
{
  HihScreen *home = hih_app_set_get_home (apps);
  guint index;

  if (hih_phone_state_find_screen (state, HIH_SYSTEM_LOCK, &index))
    hih_phone_state_truncate_screens (state, index + 1);
  else if (home != NULL && hih_phone_state_find_screen (state, home->name, &index))
    hih_phone_state_truncate_screens (state, index + 1);
  else if (home != NULL)
    {
      hih_phone_state_truncate_screens (state, 1);
      hih_phone_state_insert_screen (state, 0, home->name);
      hih_phone_state_remove_screen (state, 1);
    }
}

void
hih_screens_home (HihPhoneState *state, HihAppSet *apps)
{
  HihScreen *home = hih_app_set_get_home (apps);

  hih_phone_state_set_over (state, NULL);
  drop (state, HIH_SYSTEM_DARK);
  if (is_top (state, HIH_SYSTEM_LOCK))
    drop (state, HIH_SYSTEM_LOCK);
  if (home == NULL)
    hih_phone_state_truncate_screens (state, 1);
  else
    cut_to_base (state, apps);
}

void
hih_screens_open (HihPhoneState *state, HihAppSet *apps, const char *screen)
{
  HihScreen *found = hih_app_set_find_screen (apps, screen);
  HihScreen *home = hih_app_set_get_home (apps);

  if (found == NULL || found->kind != HIH_SCREEN_PLAIN)
    return;
  hih_phone_state_set_over (state, NULL);
  if (strcmp (screen, HIH_SYSTEM_DARK) != 0)
    drop (state, HIH_SYSTEM_DARK);
  if (found == home)
    hih_screens_home (state, apps);
  else if (found->root && strcmp (found->app, HIH_SYSTEM_APP) != 0 && !holds (state, screen))
    {
      HihScreen *top = hih_app_set_find_screen (apps, hih_phone_state_get_screen (state));

      /* A phone without a home screen keeps what it started with. */
      if (home != NULL || (top != NULL && top->app == found->app))
        cut_to_base (state, apps);
      hih_screens_push (state, screen);
    }
  else
    hih_screens_push (state, screen);
}

void
hih_screens_back (HihPhoneState *state)
{
  guint n = hih_phone_state_get_n_screens (state);

  if (hih_phone_state_get_over (state) != NULL)
    hih_phone_state_set_over (state, NULL);
  else
    hih_phone_state_truncate_screens (state, n - 1);
}

void
hih_screens_tell_keys (HihPhoneState *state, gboolean was_locked)
{
  gboolean dark = is_top (state, HIH_SYSTEM_DARK);

  /* A dark phone that was locked stays so, though its author may have taken the lock screen off first. */
  if (dark && was_locked && !holds (state, HIH_SYSTEM_LOCK))
    hih_phone_state_insert_screen (state, hih_phone_state_get_n_screens (state) - 1, HIH_SYSTEM_LOCK);
  hih_phone_state_set_key (state, HIH_KEY_AWAKE, dark ? "no" : "yes");
  hih_phone_state_set_key (state, HIH_KEY_LOCKED, holds (state, HIH_SYSTEM_LOCK) ? "yes" : "no");
}

void
hih_screens_obey_awake (HihPhoneState *state)
{
  if (g_strcmp0 (hih_phone_state_get (state, HIH_KEY_AWAKE), "no") == 0)
    {
      if (!is_top (state, HIH_SYSTEM_DARK))
        {
          hih_phone_state_set_over (state, NULL);
          hih_phone_state_insert_screen (state, hih_phone_state_get_n_screens (state), HIH_SYSTEM_DARK);
        }
    }
  else
    drop (state, HIH_SYSTEM_DARK);
}

void
hih_screens_obey_locked (HihPhoneState *state)
{
  if (g_strcmp0 (hih_phone_state_get (state, HIH_KEY_LOCKED), "yes") != 0)
    drop (state, HIH_SYSTEM_LOCK);
  else if (!holds (state, HIH_SYSTEM_LOCK))
    {
      guint n = hih_phone_state_get_n_screens (state);

      hih_phone_state_set_over (state, NULL);
      hih_phone_state_insert_screen (state, is_top (state, HIH_SYSTEM_DARK) ? n - 1 : n, HIH_SYSTEM_LOCK);
    }
}
