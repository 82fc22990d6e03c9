/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A state is three short arrays. The stack is copied whole (a screen stands in it once, so it stays short); the keys
 * are a table sorted by name that copies share until one of them is written; timers are kept in order of their moments.
 */
#include "config.h"

#include "hih-phone-state-private.h"

#include "hih-effect-private.h"

#include <string.h>

typedef struct
{
  const char *name;   /* interned */
  GRefString *value;
} Key;

typedef struct
{
  gatomicrefcount refs;
  guint n;
  Key keys[];
} KeyTable;

struct _HihPhoneState
{
  gatomicrefcount refs;
  GPtrArray *stack;   /* (element-type utf8) interned, the lowest first; never empty */
  KeyTable *keys;
  const char *over;   /* (nullable) interned */
  GArray *timers;     /* (element-type HihTimer) */
  gint64 time_ms;
  gboolean touched;
};

G_DEFINE_BOXED_TYPE (HihPhoneState, hih_phone_state, hih_phone_state_ref, hih_phone_state_unref)

static KeyTable *
key_table_new (guint n)
{
  KeyTable *table = g_malloc0 (sizeof (KeyTable) + n * sizeof (Key));

  g_atomic_ref_count_init (&table->refs);
  table->n = n;
  return table;
}

static void
key_table_unref (KeyTable *table)
{
  if (!g_atomic_ref_count_dec (&table->refs))
    return;
  for (guint i = 0; i < table->n; i++)
    g_clear_pointer (&table->keys[i].value, g_ref_string_release);
  g_free (table);
}

static KeyTable *
key_table_copy (const KeyTable *table)
{
  KeyTable *copy = key_table_new (table->n);

  for (guint i = 0; i < table->n; i++)
    {
      copy->keys[i].name = table->keys[i].name;
      copy->keys[i].value = g_ref_string_acquire (table->keys[i].value);
    }
  return copy;
}

static Key *
key_table_find (KeyTable *table, const char *name)
{
  guint low = 0, high = table->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, table->keys[middle].name);

      if (order == 0)
        return &table->keys[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static void
timer_clear (gpointer data)
{
  HihTimer *timer = data;

  g_clear_pointer (&timer->effect, hih_effect_unref);
}

static HihPhoneState *
state_alloc (void)
{
  HihPhoneState *self = g_new0 (HihPhoneState, 1);

  g_atomic_ref_count_init (&self->refs);
  self->stack = g_ptr_array_new ();
  self->timers = g_array_new (FALSE, FALSE, sizeof (HihTimer));
  g_array_set_clear_func (self->timers, timer_clear);
  return self;
}

HihPhoneState *
hih_phone_state_new (const char *screen, const char *const *names, const char *const *values, guint n_keys)
{
  HihPhoneState *self = state_alloc ();

  g_ptr_array_add (self->stack, (gpointer) g_intern_string (screen));
  self->keys = key_table_new (n_keys);
  for (guint i = 0; i < n_keys; i++)
    {
      self->keys->keys[i].name = g_intern_string (names[i]);
      self->keys->keys[i].value = g_ref_string_new (values[i]);
    }
  return self;
}

HihPhoneState *
hih_phone_state_copy (HihPhoneState *self)
{
  HihPhoneState *copy = state_alloc ();

  for (guint i = 0; i < self->stack->len; i++)
    g_ptr_array_add (copy->stack, self->stack->pdata[i]);
  copy->keys = self->keys;
  g_atomic_ref_count_inc (&copy->keys->refs);
  copy->over = self->over;
  copy->time_ms = self->time_ms;
  for (guint i = 0; i < self->timers->len; i++)
    {
      HihTimer timer = g_array_index (self->timers, HihTimer, i);

      if (timer.effect != NULL)
        hih_effect_ref (timer.effect);
      g_array_append_val (copy->timers, timer);
    }
  return copy;
}

HihPhoneState *
hih_phone_state_ref (HihPhoneState *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_phone_state_unref (HihPhoneState *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->stack);
  key_table_unref (self->keys);
  g_array_unref (self->timers);
  g_free (self);
}

/**
 * hih_phone_state_equal:
 *
 * Returns: whether both show and hold the same; the time and what waits do not count
 */
gboolean
hih_phone_state_equal (HihPhoneState *a, HihPhoneState *b)
{
  if (a == b)
    return TRUE;
  if (a->over != b->over || a->stack->len != b->stack->len || a->keys->n != b->keys->n)
    return FALSE;
  if (memcmp (a->stack->pdata, b->stack->pdata, a->stack->len * sizeof (gpointer)) != 0)
    return FALSE;
  for (guint i = 0; a->keys != b->keys && i < a->keys->n; i++)
    {
      const Key *x = &a->keys->keys[i], *y = &b->keys->keys[i];

      if (x->name != y->name || (x->value != y->value && strcmp (x->value, y->value) != 0))
        return FALSE;
    }
  return TRUE;
}

const char *
hih_phone_state_get_screen (HihPhoneState *self)
{
  return self->stack->pdata[self->stack->len - 1];
}

/**
 * hih_phone_state_get_app:
 *
 * Returns: (transfer none): the app of the screen on top, interned
 */
const char *
hih_phone_state_get_app (HihPhoneState *self)
{
  const char *screen = hih_phone_state_get_screen (self);
  g_autofree char *app = g_strndup (screen, strcspn (screen, "/"));

  return g_intern_string (app);
}

/**
 * hih_phone_state_get_depth:
 *
 * Returns: how many screens of the same app lie under the top one
 */
guint
hih_phone_state_get_depth (HihPhoneState *self)
{
  const char *top = hih_phone_state_get_screen (self);
  gsize length = strcspn (top, "/") + 1;
  guint depth = 0;

  for (guint i = self->stack->len - 1; i > 0 && strncmp (self->stack->pdata[i - 1], top, length) == 0; i--)
    depth++;
  return depth;
}

/**
 * hih_phone_state_get:
 * @key: "app.key"
 *
 * Returns: (transfer none) (nullable): its value, valid as long as @self
 */
const char *
hih_phone_state_get (HihPhoneState *self, const char *key)
{
  const Key *found = key_table_find (self->keys, key);

  return found != NULL ? found->value : NULL;
}

const char *
hih_phone_state_get_over (HihPhoneState *self)
{
  return self->over;
}

gint64
hih_phone_state_get_time_ms (HihPhoneState *self)
{
  return self->time_ms;
}

gint64
hih_phone_state_get_next_due_ms (HihPhoneState *self)
{
  if (self->timers->len == 0)
    return -1;
  return MAX (g_array_index (self->timers, HihTimer, 0).due_ms - self->time_ms, 0);
}

/* For the brain, on its own copy. */

gboolean
hih_phone_state_is_touched (HihPhoneState *self)
{
  return self->touched;
}

void
hih_phone_state_set_key (HihPhoneState *self, const char *key, const char *value)
{
  Key *found = key_table_find (self->keys, key);

  if (found == NULL || strcmp (found->value, value) == 0)
    return;
  if (!g_atomic_ref_count_compare (&self->keys->refs, 1))
    {
      KeyTable *copy = key_table_copy (self->keys);

      found = &copy->keys[found - self->keys->keys];
      key_table_unref (self->keys);
      self->keys = copy;
    }
  g_ref_string_release (found->value);
  found->value = g_ref_string_new (value);
  self->touched = TRUE;
}

void
hih_phone_state_set_over (HihPhoneState *self, const char *over)
{
  const char *interned = g_intern_string (over);

  self->touched |= self->over != interned;
  self->over = interned;
}

void
hih_phone_state_set_time_ms (HihPhoneState *self, gint64 time_ms)
{
  self->time_ms = time_ms;
}

guint
hih_phone_state_get_n_screens (HihPhoneState *self)
{
  return self->stack->len;
}

const char *
hih_phone_state_get_nth_screen (HihPhoneState *self, guint index)
{
  return self->stack->pdata[index];
}

gboolean
hih_phone_state_find_screen (HihPhoneState *self, const char *screen, guint *index)
{
  return g_ptr_array_find (self->stack, g_intern_string (screen), index);
}

void
hih_phone_state_insert_screen (HihPhoneState *self, guint index, const char *screen)
{
  if (self->stack->len >= HIH_PHONE_STATE_MAX_SCREENS && index > 1)
    {
      g_ptr_array_remove_index (self->stack, 1);
      index--;
    }
  g_ptr_array_insert (self->stack, (int) index, (gpointer) g_intern_string (screen));
  self->touched = TRUE;
}

void
hih_phone_state_remove_screen (HihPhoneState *self, guint index)
{
  if (self->stack->len <= 1)
    return;
  g_ptr_array_remove_index (self->stack, index);
  self->touched = TRUE;
}

void
hih_phone_state_truncate_screens (HihPhoneState *self, guint n_screens)
{
  if (n_screens == 0 || n_screens >= self->stack->len)
    return;
  g_ptr_array_set_size (self->stack, (int) n_screens);
  self->touched = TRUE;
}

guint
hih_phone_state_get_n_timers (HihPhoneState *self)
{
  return self->timers->len;
}

const HihTimer *
hih_phone_state_get_timer (HihPhoneState *self, guint index)
{
  return &g_array_index (self->timers, HihTimer, index);
}

void
hih_phone_state_add_timer (HihPhoneState *self, const char *id, const char *path, gint64 due_ms, HihEffect *effect)
{
  HihTimer timer = { due_ms, g_intern_string (id), g_intern_string (path), NULL };
  guint at = 0;

  for (guint i = 0; i < self->timers->len; i++)
    {
      if (g_array_index (self->timers, HihTimer, i).id == timer.id)
        {
          g_array_remove_index (self->timers, i);
          break;
        }
    }
  if (self->timers->len >= HIH_PHONE_STATE_MAX_TIMERS)
    return;
  while (at < self->timers->len && g_array_index (self->timers, HihTimer, at).due_ms <= due_ms)
    at++;
  if (effect != NULL)
    timer.effect = hih_effect_ref (effect);
  g_array_insert_val (self->timers, at, timer);
  self->touched = TRUE;
}

void
hih_phone_state_remove_timer (HihPhoneState *self, guint index)
{
  g_array_remove_index (self->timers, index);
  self->touched = TRUE;
}

guint
hih_phone_state_get_n_keys (HihPhoneState *self)
{
  return self->keys->n;
}

const char *
hih_phone_state_get_nth_key (HihPhoneState *self, guint index)
{
  return self->keys->keys[index].name;
}
