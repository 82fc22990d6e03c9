/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The apps of one phone, found by name. Nothing here changes after loading, so any thread may read. */
#include "config.h"

#include "hih-app-private.h"

#include <string.h>

struct _HihAppSet
{
  gatomicrefcount refs;
  GPtrArray *apps;       /* (element-type HihApp) owned, in the order of loading */
  GHashTable *screens;   /* "app/screen" -> HihScreen, also dialogs and sheets */
  GHashTable *elements;  /* "app/element" -> HihElement */
  GHashTable *keys;      /* "app.key" -> HihKey */
  GHashTable *timers;    /* path -> HihEffect, owned */
  GHashTable *timer_ids; /* "app.id", and the bare id */
};

G_DEFINE_BOXED_TYPE (HihAppSet, hih_app_set, hih_app_set_ref, hih_app_set_unref)

static void
app_free (gpointer data)
{
  hih_app_free (data);
}

static void
effect_unref (gpointer data)
{
  hih_effect_unref (data);
}

HihAppSet *
hih_app_set_new (void)
{
  HihAppSet *self = g_new0 (HihAppSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->apps = g_ptr_array_new_with_free_func (app_free);
  self->screens = g_hash_table_new (g_str_hash, g_str_equal);
  self->elements = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->timers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, effect_unref);
  self->timer_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

HihAppSet *
hih_app_set_ref (HihAppSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_app_set_unref (HihAppSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->screens);
  g_hash_table_unref (self->elements);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->timers);
  g_hash_table_unref (self->timer_ids);
  g_ptr_array_unref (self->apps);
  g_free (self);
}

/* While it is made. */

static gboolean
add (GHashTable *table, const char *name, gpointer thing)
{
  if (g_hash_table_contains (table, name))
    return FALSE;
  g_hash_table_insert (table, (gpointer) name, thing);
  return TRUE;
}

gboolean
hih_app_set_add_app (HihAppSet *self, HihApp *app)
{
  if (hih_app_set_find_app (self, app->id) != NULL)
    return FALSE;
  g_ptr_array_add (self->apps, app);
  return TRUE;
}

gboolean
hih_app_set_add_key (HihAppSet *self, HihKey *key)
{
  return add (self->keys, key->name, key);
}

gboolean
hih_app_set_add_screen (HihAppSet *self, HihScreen *screen)
{
  return add (self->screens, screen->name, screen);
}

gboolean
hih_app_set_add_element (HihAppSet *self, HihElement *element)
{
  return add (self->elements, element->target, element);
}

void
hih_app_set_add_timer (HihAppSet *self, HihEffect *after)
{
  if (!g_hash_table_contains (self->timers, after->path))
    g_hash_table_insert (self->timers, (gpointer) after->path, hih_effect_ref (after));
  if (after->name != NULL)
    {
      const char *bare = strchr (after->name, '.');

      g_hash_table_add (self->timer_ids, g_strdup (after->name));
      if (bare != NULL)
        g_hash_table_add (self->timer_ids, g_strdup (bare + 1));
    }
}

/* Finding. */

HihApp *
hih_app_set_find_app (HihAppSet *self, const char *app)
{
  for (guint i = 0; i < self->apps->len; i++)
    {
      HihApp *candidate = self->apps->pdata[i];

      if (g_strcmp0 (candidate->id, app) == 0)
        return candidate;
    }
  return NULL;
}

HihKey *
hih_app_set_find_key (HihAppSet *self, const char *key)
{
  return g_hash_table_lookup (self->keys, key);
}

HihScreen *
hih_app_set_find_screen (HihAppSet *self, const char *screen)
{
  return g_hash_table_lookup (self->screens, screen);
}

HihEffect *
hih_app_set_find_timer (HihAppSet *self, const char *path)
{
  return g_hash_table_lookup (self->timers, path);
}

gboolean
hih_app_set_has_timer (HihAppSet *self, const char *id)
{
  return g_hash_table_contains (self->timer_ids, id);
}

GPtrArray *
hih_app_set_get_apps (HihAppSet *self)
{
  return self->apps;
}

HihScreen *
hih_app_set_get_home (HihAppSet *self)
{
  HihApp *home = hih_app_set_find_app (self, "home");

  return home != NULL ? home->root : NULL;
}

/**
 * hih_app_set_dup_names:
 *
 * Returns: (transfer container) (element-type utf8): the ids of the apps, those that others brought along too, as loaded
 */
GPtrArray *
hih_app_set_dup_names (HihAppSet *self)
{
  GPtrArray *apps = hih_app_set_get_apps (self);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < apps->len; i++)
    g_ptr_array_add (names, (gpointer) ((const HihApp *) apps->pdata[i])->id);
  return names;
}

/**
 * hih_app_set_dup_screens:
 *
 * Returns: (transfer container) (element-type utf8): the names of all screens, dialogs and sheets that can be found
 */
GPtrArray *
hih_app_set_dup_screens (HihAppSet *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->apps->len; i++)
    {
      const HihApp *app = self->apps->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        {
          HihScreen *screen = app->screens->pdata[k];

          /* One whose id is not fit, or that of another, only keeps its place. */
          if (hih_app_set_find_screen (self, screen->name) == screen)
            g_ptr_array_add (names, (gpointer) screen->name);
        }
    }
  return names;
}

/**
 * hih_app_set_get_screen_place:
 * @line: (out): from 1
 * @column: (out): from 1
 *
 * Returns: (transfer none) (nullable): the file that the screen, dialog or sheet is written in
 */
const char *
hih_app_set_get_screen_place (HihAppSet *self, const char *screen, int *line, int *column)
{
  const HihScreen *found = hih_app_set_find_screen (self, screen);

  if (found == NULL)
    return NULL;
  *line = found->line;
  *column = found->column;
  return found->file;
}

gboolean
hih_app_set_has_app (HihAppSet *self, const char *app)
{
  return hih_app_set_find_app (self, app) != NULL;
}

/**
 * hih_app_set_has_screen:
 *
 * Returns: whether "app/screen" can be opened; dialogs and sheets cannot
 */
gboolean
hih_app_set_has_screen (HihAppSet *self, const char *screen)
{
  HihScreen *found = hih_app_set_find_screen (self, screen);

  return found != NULL && found->kind == HIH_SCREEN_PLAIN;
}

/**
 * hih_app_set_find_element:
 * @target: "app/element"
 *
 * Returns: (transfer none) (nullable): the element, on whatever screen it stands
 */
HihElement *
hih_app_set_find_element (HihAppSet *self, const char *target)
{
  return g_hash_table_lookup (self->elements, target);
}

gboolean
hih_app_set_has_key (HihAppSet *self, const char *key)
{
  return hih_app_set_find_key (self, key) != NULL;
}

gboolean
hih_app_set_key_allows (HihAppSet *self, const char *key, const char *value)
{
  HihKey *found = hih_app_set_find_key (self, key);

  return found != NULL && value != NULL && hih_key_allows (found, value);
}

/**
 * hih_app_set_get_value_picture:
 * @key: "app.key"
 * @value: one of its values
 *
 * Returns: (transfer none) (nullable): the drawing that stands for @value, such as "face-fang"
 */
const char *
hih_app_set_get_value_picture (HihAppSet *self, const char *key, const char *value)
{
  HihKey *found = hih_app_set_find_key (self, key);
  const HihKeyValue *known = found != NULL ? hih_key_find_value (found, value) : NULL;

  return known != NULL ? known->picture : NULL;
}

/**
 * hih_app_set_get_app_title:
 *
 * Returns: (transfer none) (nullable): the app's name, as in layout a
 */
HihText *
hih_app_set_get_app_title (HihAppSet *self, const char *app)
{
  HihApp *found = hih_app_set_find_app (self, app);
  const HihWording *wording = found != NULL ? hih_wordings_find (found->wordings, "title", NULL) : NULL;

  return wording != NULL ? wording->text : NULL;
}

const char *
hih_app_set_get_app_picture (HihAppSet *self, const char *app)
{
  HihApp *found = hih_app_set_find_app (self, app);

  return found != NULL ? found->picture : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
dup_names (GHashTable *table)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
hih_app_set_dup_keys (HihAppSet *self)
{
  return dup_names (self->keys);
}

GPtrArray *
hih_app_set_dup_targets (HihAppSet *self)
{
  return dup_names (self->elements);
}
