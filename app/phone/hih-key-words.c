/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `<title key="peer"/>` says whatever the key holds. What can it hold? Its first value, what a `<set to>` gives it, what a
 * chip stands for, both values of a flag, and, with `<set from>`, whatever that other key can hold. What is typed is not
 * among it: it is the trainee's own.
 */
#include "config.h"

#include "hih-key-words.h"

#include "hih-app-effects.h"
#include "hih-app-private.h"

#include <string.h>

struct _HihKeyWords
{
  HihAppSet *apps;    /* owned */
  GHashTable *values; /* interned key -> GPtrArray of its values, borrowed from the apps */
};

static GPtrArray *
get_values (HihKeyWords *self, const char *key)
{
  return g_hash_table_lookup (self->values, key);
}

/* Returns: whether it is new */
static gboolean
add_value (HihKeyWords *self, const char *key, const char *value)
{
  GPtrArray *values = get_values (self, key);

  if (values == NULL || value == NULL || !hih_app_set_key_allows (self->apps, key, value) ||
      g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (values, (gpointer) value);
  return TRUE;
}

static void
add_set (const HihEffect *effect, const char *screen, gpointer data)
{
  if (effect->kind == HIH_EFFECT_SET && effect->value != NULL)
    add_value (data, g_intern_string (effect->name), effect->value);
}

typedef struct
{
  HihKeyWords *self;
  gboolean any;
} Copying;

static void
copy_values (const HihEffect *effect, const char *screen, gpointer data)
{
  Copying *copying = data;
  GPtrArray *from = effect->kind == HIH_EFFECT_SET && effect->from != NULL
                        ? get_values (copying->self, g_intern_string (effect->from)) : NULL;

  for (guint i = 0; from != NULL && i < from->len; i++)
    copying->any |= add_value (copying->self, g_intern_string (effect->name), from->pdata[i]);
}

static void
add_chips (HihKeyWords *self, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (element->kind->key_of_parent && element->key != NULL)
        add_value (self, element->key->name, hih_element_get_attribute (element, "value"));
      add_chips (self, element->children);
    }
}

/**
 * hih_key_words_new:
 *
 * Returns: (transfer full): what the keys of @apps can be set to by what stands on their screens
 */
HihKeyWords *
hih_key_words_new (HihAppSet *apps)
{
  HihKeyWords *self = g_new0 (HihKeyWords, 1);
  GPtrArray *all = hih_app_set_get_apps (apps);
  Copying copying = { self, TRUE };

  self->apps = hih_app_set_ref (apps);
  self->values = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < all->len; i++)
    {
      const HihApp *app = all->pdata[i];

      for (guint k = 0; k < app->keys->len; k++)
        {
          const HihKey *key = app->keys->pdata[k];

          g_hash_table_insert (self->values, (gpointer) key->name, g_ptr_array_new ());
          add_value (self, key->name, key->initial);
          for (guint v = 0; key->type == HIH_KEY_FLAG && v < key->values->len; v++)
            add_value (self, key->name, ((const HihKeyValue *) key->values->pdata[v])->id);
        }
    }
  hih_app_set_foreach_effect (apps, add_set, self);
  for (guint i = 0; i < all->len; i++)
    {
      const HihApp *app = all->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        add_chips (self, ((const HihScreen *) app->screens->pdata[k])->elements);
    }
  while (copying.any)
    {
      copying.any = FALSE;
      hih_app_set_foreach_effect (apps, copy_values, &copying);
    }
  return self;
}

void
hih_key_words_free (HihKeyWords *self)
{
  g_hash_table_unref (self->values);
  hih_app_set_unref (self->apps);
  g_free (self);
}

/* In the order in which they stand there. */
static void
add_key (GPtrArray *keys, const HihKey *key)
{
  if (key != NULL && !g_ptr_array_find (keys, key->name, NULL))
    g_ptr_array_add (keys, (gpointer) key->name);
}

static void
add_said (GPtrArray *keys, GPtrArray *wordings)
{
  for (guint i = 0; i < wordings->len; i++)
    add_key (keys, ((const HihWording *) wordings->pdata[i])->key);
}

static void
find_said (GPtrArray *keys, GPtrArray *elements, HihPhoneState *state)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (!hih_element_is_shown (element, state))
        continue;
      add_said (keys, element->wordings);
      if (element->kind->shows_key)
        add_key (keys, element->key);
      find_said (keys, element->children, state);
    }
}

/**
 * hih_key_words_foreach:
 * @state: what lies over its screen is looked at, else the screen
 * @func: (scope call): called with @state as it were, had one of the keys another value
 */
void
hih_key_words_foreach (HihKeyWords *self, HihPhoneState *state, void (*func) (HihPhoneState *state, gpointer data),
                       gpointer data)
{
  const HihScreen *screen = hih_app_set_get_visible (self->apps, state);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (screen == NULL)
    return;
  add_said (keys, screen->wordings);
  find_said (keys, screen->elements, state);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];
      GPtrArray *values = get_values (self, key);

      for (guint k = 0; values != NULL && k < values->len; k++)
        {
          g_autoptr (HihPhoneState) changed = hih_app_set_change_state (self->apps, state, key, values->pdata[k]);

          if (g_strcmp0 (hih_phone_state_get (state, key), values->pdata[k]) != 0)
            func (changed, data);
        }
    }
}
