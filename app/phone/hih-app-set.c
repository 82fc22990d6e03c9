/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The apps of one phone, found by name. Nothing here changes after loading, so any thread may read. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-phone-state-private.h"
#include "hih-suggest.h"

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
 * hih_app_set_dup_screens:
 *
 * Returns: (transfer container) (element-type utf8): the names of all screens, dialogs and sheets
 */
GPtrArray *
hih_app_set_dup_screens (HihAppSet *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->apps->len; i++)
    {
      const HihApp *app = self->apps->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        g_ptr_array_add (names, (gpointer) ((HihScreen *) app->screens->pdata[k])->name);
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

/* What the author may have meant. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
suggest (GPtrArray *choices, const char *name)
{
  g_ptr_array_sort (choices, compare_names);
  return hih_suggest (name, choices);
}

/* Names of the same app only, unless there is no such app: a list of everything helps nobody. */
static gboolean
is_near (const char *candidate, const char *wanted, const char *separator, gboolean known)
{
  gsize length = strcspn (wanted, separator);

  return !known || (strncmp (candidate, wanted, length) == 0 && candidate[length] == *separator);
}

static gboolean
knows_app_of (HihAppSet *self, const char *name, const char *separator)
{
  g_autofree char *app = g_strndup (name, strcspn (name, separator));

  return hih_app_set_has_app (self, app);
}

char *
hih_app_set_suggest_key (HihAppSet *self, const char *key)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  gboolean known = knows_app_of (self, key, ".");
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (is_near (name, key, ".", known))
        g_ptr_array_add (choices, name);
    }
  return suggest (choices, key);
}

char *
hih_app_set_suggest_screen (HihAppSet *self, const char *screen, HihScreenKind kind)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  gboolean known = knows_app_of (self, screen, "/");
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->screens);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      if (((HihScreen *) value)->kind == kind && is_near (name, screen, "/", known))
        g_ptr_array_add (choices, name);
    }
  return suggest (choices, screen);
}

static char *
take_if_near (char *mend, const char *otherwise)
{
  if (g_str_has_prefix (mend, "Did you mean"))
    return mend;
  g_free (mend);
  return g_strdup (otherwise);
}

char *
hih_app_set_suggest_start (HihAppSet *self, const char *screen)
{
  return hih_app_set_suggest_screen (self, screen, HIH_SCREEN_PLAIN);
}

/**
 * hih_app_set_suggest_target:
 *
 * Returns: (transfer full): what the author may have meant by @target, an element that is not there
 */
char *
hih_app_set_suggest_target (HihAppSet *self, const char *target)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autofree char *otherwise = g_strdup_printf ("Write the id of an element of apps/%.*s.xml",
                                                (int) strcspn (target, "/"), target);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->elements);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (is_near (name, target, "/", TRUE))
        g_ptr_array_add (choices, name);
    }
  return take_if_near (suggest (choices, target), otherwise);
}

/* States. */

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
  const char *over = hih_phone_state_get_over (state);

  if (hih_phone_state_get_n_keys (state) != g_hash_table_size (self->keys))
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

  if (home != NULL)
    return home->name;
  for (guint i = 0; g_str_has_prefix (start_screen, HIH_SYSTEM_APP "/") && i < self->apps->len; i++)
    {
      HihApp *app = self->apps->pdata[i];

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
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->keys, NULL);
  guint n = g_hash_table_size (self->keys);
  g_autofree const char **values = g_new0 (const char *, n + 1);
  HihScreen *start = hih_app_set_find_screen (self, start_screen);
  HihApp *app = start != NULL ? hih_app_set_find_app (self, start->app) : NULL;
  gboolean lies_over = start != NULL && start->kind != HIH_SCREEN_PLAIN && app->root != NULL;
  HihPhoneState *state;

  qsort (names, n, sizeof (gpointer), compare_names);
  for (guint i = 0; i < n; i++)
    values[i] = hih_app_set_find_key (self, names[i])->initial;
  state = hih_phone_state_new (find_lowest (self, lies_over ? app->root->name : start_screen), (const char *const *) names, values, n);
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

/* Pictures. */

static void
visit_effects (GPtrArray *handlers, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < handlers->len; i++)
    hih_effects_foreach_picture (((HihHandler *) handlers->pdata[i])->effects, func, data);
}

static void
visit_elements (GPtrArray *elements, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < elements->len; i++)
    {
      HihElement *element = elements->pdata[i];

      for (const HihAttributeSpec *spec = element->kind->attributes; spec != NULL && spec->name != NULL; spec++)
        {
          if (spec->type != HIH_ATTRIBUTE_PICTURE && spec->type != HIH_ATTRIBUTE_ICON)
            continue;
          for (guint k = 0; element->attribute_names[k] != NULL; k++)
            {
              if (strcmp (element->attribute_names[k], spec->name) == 0)
                func (element->attribute_values[k], spec->type == HIH_ATTRIBUTE_ICON, element->file,
                      element->attribute_places[k], data);
            }
        }
      visit_effects (element->handlers, func, data);
      visit_elements (element->children, func, data);
    }
}

/**
 * hih_app_set_foreach_picture:
 * @func: (scope call):
 *
 * Names every picture and icon of the apps, with the place where it is written.
 */
void
hih_app_set_foreach_picture (HihAppSet *self, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < self->apps->len; i++)
    {
      HihApp *app = self->apps->pdata[i];

      if (app->picture != NULL)
        func (app->picture, FALSE, app->file, app->picture_place, data);
      for (guint j = 0; j < app->keys->len; j++)
        {
          HihKey *key = app->keys->pdata[j];

          for (guint k = 0; k < key->values->len; k++)
            {
              HihKeyValue *value = key->values->pdata[k];

              if (value->picture != NULL)
                func (value->picture, FALSE, key->file, value->picture_place, data);
            }
        }
      for (guint j = 0; j < app->screens->len; j++)
        {
          HihScreen *screen = app->screens->pdata[j];

          if (screen->wallpaper != NULL)
            func (screen->wallpaper, FALSE, screen->file, screen->wallpaper_place, data);
          visit_elements (screen->elements, func, data);
        }
      visit_elements (app->side, func, data);
    }
}
