/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts an app is made of: screens, elements, keys, wordings, handlers. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-suggest.h"

#include <string.h>

static void
wording_free (gpointer data)
{
  HihWording *wording = data;

  g_clear_pointer (&wording->text, hih_text_unref);
  g_free (wording);
}

static void
handler_free (gpointer data)
{
  HihHandler *handler = data;

  g_clear_pointer (&handler->when, hih_condition_free);
  g_ptr_array_unref (handler->effects);
  g_free (handler);
}

static void
value_free (gpointer data)
{
  HihKeyValue *value = data;

  g_free (value->id);
  g_free (value->picture);
  g_clear_pointer (&value->title, hih_text_unref);
  g_free (value);
}

static void
key_free (gpointer data)
{
  HihKey *key = data;

  g_ptr_array_unref (key->values);
  g_ptr_array_unref (key->texts);
  g_ptr_array_unref (key->takes);
  g_free (key->initial);
  g_free (key);
}

static void
element_free (gpointer data)
{
  hih_element_free (data);
}

static void
screen_free (gpointer data)
{
  HihScreen *screen = data;

  g_free (screen->look);
  g_free (screen->wallpaper);
  g_ptr_array_unref (screen->wordings);
  g_ptr_array_unref (screen->elements);
  g_free (screen);
}

HihApp *
hih_app_new (const char *id, const char *file)
{
  HihApp *self = g_new0 (HihApp, 1);

  self->id = g_intern_string (id);
  self->file = g_intern_string (file);
  self->wordings = g_ptr_array_new_with_free_func (wording_free);
  self->keys = g_ptr_array_new_with_free_func (key_free);
  self->screens = g_ptr_array_new_with_free_func (screen_free);
  self->side = g_ptr_array_new_with_free_func (element_free);
  return self;
}

void
hih_app_free (HihApp *self)
{
  g_free (self->picture);
  g_ptr_array_unref (self->wordings);
  g_ptr_array_unref (self->screens);
  g_ptr_array_unref (self->side);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

HihScreen *
hih_screen_new (HihApp *app, const char *id, HihScreenKind kind, const HihNode *node)
{
  HihScreen *self = g_new0 (HihScreen, 1);
  g_autofree char *name = g_strdup_printf ("%s/%s", app->id, id);

  self->name = g_intern_string (name);
  self->app = app->id;
  self->kind = kind;
  self->wordings = g_ptr_array_new_with_free_func (wording_free);
  self->elements = g_ptr_array_new_with_free_func (element_free);
  self->file = node->file;
  self->line = node->line;
  self->column = node->column;
  g_ptr_array_add (app->screens, self);
  return self;
}

const char *
hih_screen_kind_get_name (HihScreenKind kind)
{
  return kind == HIH_SCREEN_DIALOG ? "dialog" : kind == HIH_SCREEN_SHEET ? "sheet" : "screen";
}

gboolean
hih_screen_has_back (const HihScreen *self)
{
  return self->kind == HIH_SCREEN_PLAIN && !self->root && !hih_words_contain ("home lock dark call talk", self->look);
}

/* They may lie over a locked phone, where no bar leads away; a dialog or sheet lies over the bar. */
gboolean
hih_screen_needs_way_out (const HihScreen *self)
{
  return self->kind != HIH_SCREEN_PLAIN || hih_words_contain ("call talk lock dark", self->look);
}

HihElement *
hih_element_new (const HihElementKind *kind, const char *app, const char *id, const HihNode *node)
{
  HihElement *self = g_new0 (HihElement, 1);
  g_autofree char *target = g_strdup_printf ("%s/%s", app, id != NULL ? id : "");

  self->kind = kind;
  self->target = g_intern_string (target);
  self->wordings = g_ptr_array_new_with_free_func (wording_free);
  self->handlers = g_ptr_array_new_with_free_func (handler_free);
  self->children = g_ptr_array_new_with_free_func (element_free);
  self->attribute_names = g_new0 (char *, 1);
  self->attribute_values = g_new0 (char *, 1);
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    self->place[i] = "body";
  if (node != NULL)
    {
      self->file = node->file;
      self->line = node->line;
      self->column = node->column;
    }
  return self;
}

void
hih_element_free (HihElement *self)
{
  g_strfreev (self->attribute_names);
  g_strfreev (self->attribute_values);
  g_free (self->attribute_places);
  g_ptr_array_unref (self->wordings);
  g_ptr_array_unref (self->handlers);
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->when, hih_condition_free);
  g_clear_pointer (&self->current, hih_condition_free);
  g_free (self);
}

HihKey *
hih_key_new (const char *app, const char *id, HihKeyType type)
{
  HihKey *self = g_new0 (HihKey, 1);
  g_autofree char *name = g_strdup_printf ("%s.%s", app, id);

  self->name = g_intern_string (name);
  self->type = type;
  self->values = g_ptr_array_new_with_free_func (value_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->takes = g_ptr_array_new ();
  if (type == HIH_KEY_FLAG)
    {
      hih_key_add_value (self, "no", NULL, NULL);
      hih_key_add_value (self, "yes", NULL, NULL);
    }
  return self;
}

void
hih_key_add_value (HihKey *self, const char *id, const HihNode *node, HihText *title)
{
  HihKeyValue *value = g_new0 (HihKeyValue, 1);

  value->id = g_strdup (id);
  if (node != NULL)
    {
      value->picture = g_strdup (hih_node_get (node, "picture"));
      value->picture_place = hih_node_get_place (node, "picture");
    }
  value->title = title != NULL ? hih_text_ref (title) : NULL;
  g_ptr_array_add (self->values, value);
}

void
hih_key_add_text (HihKey *self, const char *text, HihKey *from)
{
  if (from != NULL && !g_ptr_array_find (self->takes, from, NULL))
    g_ptr_array_add (self->takes, from);
  if (text != NULL && !g_ptr_array_find_with_equal_func (self->texts, text, g_str_equal, NULL))
    g_ptr_array_add (self->texts, g_strdup (text));
}

const HihKeyValue *
hih_key_find_value (const HihKey *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->values->len; i++)
    {
      const HihKeyValue *value = self->values->pdata[i];

      if (strcmp (value->id, id) == 0)
        return value;
    }
  return NULL;
}

gboolean
hih_key_allows (const HihKey *self, const char *value)
{
  gint64 number;

  switch (self->type)
    {
    case HIH_KEY_TEXT:
      return strlen (value) <= HIH_MARKUP_MAX_ATTRIBUTE_BYTES && g_utf8_validate (value, -1, NULL);
    case HIH_KEY_NUMBER:
      return g_ascii_string_to_signed (value, 10, self->min, self->max, &number, NULL);
    case HIH_KEY_CHOICE:
    case HIH_KEY_FLAG:
    default:
      return hih_key_find_value (self, value) != NULL;
    }
}

char *
hih_key_suggest (const HihKey *self, const char *value)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  if (self->type == HIH_KEY_NUMBER)
    return g_strdup_printf ("Write a number from %d to %d", self->min, self->max);
  if (self->type == HIH_KEY_TEXT)
    return g_strdup_printf ("Write fewer words: at most %d bytes", HIH_MARKUP_MAX_ATTRIBUTE_BYTES);
  if (self->values->len == 0)
    return g_strdup_printf ("Give %s its values first", self->name);
  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (choices, ((HihKeyValue *) self->values->pdata[i])->id);
  return hih_suggest (value, choices);
}

HihWording *
hih_wording_new (const char *name, const char *layout, HihText *text, HihKey *key)
{
  HihWording *self = g_new0 (HihWording, 1);

  self->name = g_intern_string (name);
  self->layout = g_intern_string (layout);
  self->text = text != NULL ? hih_text_ref (text) : NULL;
  self->key = key;
  return self;
}

const HihWording *
hih_wordings_find (GPtrArray *wordings, const char *name, const char *layout)
{
  const HihWording *general = NULL;

  for (guint i = 0; i < wordings->len; i++)
    {
      const HihWording *wording = wordings->pdata[i];

      if (strcmp (wording->name, name) != 0)
        continue;
      if (layout != NULL && g_strcmp0 (wording->layout, layout) == 0)
        return wording;
      if (wording->layout == NULL && general == NULL)
        general = wording;
    }
  return general;
}

HihHandler *
hih_handler_new (HihGestureKind gesture, HihCondition *when, GPtrArray *effects)
{
  HihHandler *self = g_new0 (HihHandler, 1);

  self->gesture = gesture;
  self->when = when;
  self->effects = effects;
  return self;
}
