/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A state as a GVariant, for checkpoints on disk: (version, stack, over, keys, timers, time).
 * What comes back is as untrusted as any file: it is measured before it is believed.
 */
#include "config.h"

#include "hih-phone-state-private.h"

#include "hih-suggest.h"

#include <string.h>

#define FORMAT "(yasmsa(ss)a(xss)x)"
#define VERSION 1
#define MAX_BYTES (1024 * 1024)
#define MAX_TIMER_NAME 200 /* names are interned: kept for ever */

/**
 * hih_phone_state_to_variant:
 *
 * Returns: (transfer full): everything in @self; not floating
 */
GVariant *
hih_phone_state_to_variant (HihPhoneState *self)
{
  GVariantBuilder stack, keys, timers;

  g_variant_builder_init (&stack, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < hih_phone_state_get_n_screens (self); i++)
    g_variant_builder_add (&stack, "s", hih_phone_state_get_nth_screen (self, i));
  g_variant_builder_init (&keys, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < hih_phone_state_get_n_keys (self); i++)
    {
      const char *key = hih_phone_state_get_nth_key (self, i);

      g_variant_builder_add (&keys, "(ss)", key, hih_phone_state_get (self, key));
    }
  g_variant_builder_init (&timers, G_VARIANT_TYPE ("a(xss)"));
  for (guint i = 0; i < hih_phone_state_get_n_timers (self); i++)
    {
      const HihTimer *timer = hih_phone_state_get_timer (self, i);

      g_variant_builder_add (&timers, "(xss)", timer->due_ms, timer->id, timer->path);
    }
  return g_variant_ref_sink (g_variant_new (FORMAT, VERSION, &stack, hih_phone_state_get_over (self), &keys, &timers,
                                            hih_phone_state_get_time_ms (self)));
}

/* "app/id" or "app.id". */
static gboolean
is_qualified (const char *name, char separator)
{
  const char *middle = strchr (name, separator);
  g_autofree char *app = NULL;

  if (middle == NULL)
    return FALSE;
  app = g_strndup (name, middle - name);
  return hih_name_is_valid (app) && hih_name_is_valid (middle + 1);
}

static HihPhoneState *
read_screens_and_keys (GVariant *stack, GVariant *keys)
{
  gsize n_screens = g_variant_n_children (stack), n_keys = g_variant_n_children (keys);
  g_autofree const char **names = g_new0 (const char *, n_keys + 1);
  g_autofree const char **values = g_new0 (const char *, n_keys + 1);
  g_autofree const char **screens = g_variant_get_strv (stack, NULL);
  g_autoptr (HihPhoneState) self = NULL;

  if (n_screens == 0 || n_screens > HIH_PHONE_STATE_MAX_SCREENS)
    return NULL;
  for (gsize i = 0; i < n_keys; i++)
    {
      g_variant_get_child (keys, i, "(&s&s)", &names[i], &values[i]);
      if (!is_qualified (names[i], '.') || (i > 0 && strcmp (names[i - 1], names[i]) >= 0))
        return NULL;
    }
  for (gsize i = 0; i < n_screens; i++)
    {
      guint index;

      if (!is_qualified (screens[i], '/'))
        return NULL;
      if (self == NULL)
        self = hih_phone_state_new (screens[i], names, values, (guint) n_keys);
      else if (hih_phone_state_find_screen (self, screens[i], &index))
        return NULL;
      else
        hih_phone_state_insert_screen (self, (guint) i, screens[i]);
    }
  return g_steal_pointer (&self);
}

/**
 * hih_phone_state_new_from_variant:
 * @variant: perhaps written by another version, or damaged
 *
 * The screens and keys may be unknown to the apps of today: ask hih_app_set_fits().
 *
 * Returns: (transfer full) (nullable): the state, or %NULL when it is not one
 */
HihPhoneState *
hih_phone_state_new_from_variant (GVariant *variant)
{
  g_autoptr (HihPhoneState) self = NULL;
  g_autoptr (GVariant) stack = NULL;
  g_autoptr (GVariant) keys = NULL;
  g_autoptr (GVariant) timers = NULL;
  const char *over;
  gint64 time_ms;
  guchar version;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (FORMAT)) || g_variant_get_size (variant) > MAX_BYTES ||
      !g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, "(y@asm&s@a(ss)@a(xss)x)", &version, &stack, &over, &keys, &timers, &time_ms);
  if (version != VERSION || time_ms < 0 || g_variant_n_children (timers) > HIH_PHONE_STATE_MAX_TIMERS)
    return NULL;
  if (over != NULL && !is_qualified (over, '/'))
    return NULL;
  self = read_screens_and_keys (stack, keys);
  if (self == NULL)
    return NULL;
  hih_phone_state_set_over (self, over);
  hih_phone_state_set_time_ms (self, time_ms);
  for (gsize i = 0; i < g_variant_n_children (timers); i++)
    {
      const char *id, *path;
      gint64 due_ms;

      g_variant_get_child (timers, i, "(x&s&s)", &due_ms, &id, &path);
      if (strlen (id) > MAX_TIMER_NAME || strlen (path) > MAX_TIMER_NAME)
        return NULL;
      hih_phone_state_add_timer (self, id, path, MAX (due_ms, time_ms), NULL);
    }
  return g_steal_pointer (&self);
}
