/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an element tells about itself, and what its kind may do with its key. */
#include "config.h"

#include "hih-app-private.h"

#include <string.h>

const char *
hih_element_kind_get_name (const HihElementKind *kind)
{
  return kind->name;
}

const HihElementKind *
hih_element_get_kind (HihElement *self)
{
  return self->kind;
}

const char *
hih_element_get_target (HihElement *self)
{
  return self->target;
}

/**
 * hih_element_get_parent:
 *
 * Returns: (transfer none) (nullable): the element it stands in
 */
HihElement *
hih_element_get_parent (HihElement *self)
{
  return self->parent;
}

/**
 * hih_element_get_screen:
 *
 * Returns: (transfer none) (nullable): the screen, dialog or sheet it stands on; %NULL for a key of the phone's side
 */
const char *
hih_element_get_screen (HihElement *self)
{
  return self->screen != NULL ? self->screen->name : NULL;
}

/**
 * hih_element_get_place:
 * @line: (out): from 1
 * @column: (out): from 1
 *
 * Returns: (transfer none): the file the element is written in
 */
const char *
hih_element_get_place (HihElement *self, int *line, int *column)
{
  *line = self->line;
  *column = self->column;
  return self->file;
}

/**
 * hih_element_get_attribute:
 *
 * Returns: (transfer none) (nullable): as written, but keys are qualified: "chat.draft"
 */
const char *
hih_element_get_attribute (const HihElement *self, const char *name)
{
  for (guint i = 0; self->attribute_names[i] != NULL; i++)
    {
      if (strcmp (self->attribute_names[i], name) == 0)
        return self->attribute_values[i];
    }
  return NULL;
}

/**
 * hih_element_get_title:
 * @layout: (nullable)
 *
 * Returns: (transfer none) (nullable): the title as written; %NULL for one that shows a key (see the scene)
 */
HihText *
hih_element_get_title (HihElement *self, const char *layout)
{
  const HihWording *wording = hih_wordings_find (self->wordings, "title", layout);

  return wording != NULL ? wording->text : NULL;
}

/**
 * hih_element_get_text:
 * @name: such as `placeholder`
 *
 * Returns: (transfer none) (nullable): another text of the element
 */
HihText *
hih_element_get_text (HihElement *self, const char *name, const char *layout)
{
  const HihWording *wording = hih_wordings_find (self->wordings, name, layout);

  return wording != NULL ? wording->text : NULL;
}

/**
 * hih_element_answers:
 * @gesture_kind: a #HihGestureKind
 *
 * Returns: whether the gesture could ever do something here, by its kind or by a handler
 */
gboolean
hih_element_answers (HihElement *self, int gesture_kind)
{
  guint bit = 1u << gesture_kind;

  if (self->kind->own_gestures & bit)
    return TRUE;
  for (guint i = 0; i < self->handlers->len; i++)
    {
      const HihHandler *handler = self->handlers->pdata[i];

      if (hih_element_handler_fits (self, handler, (HihGestureKind) gesture_kind))
        return TRUE;
    }
  return FALSE;
}

/* A handle is pushed up or, its one-tap way, tapped: handlers written for either answer both. */
gboolean
hih_element_handler_fits (const HihElement *self, const HihHandler *handler, HihGestureKind gesture)
{
  guint same = self->kind->same_gestures;

  return handler->gesture == gesture || ((same >> handler->gesture & 1) && (same >> gesture & 1));
}

static gboolean
passes_filter (const HihElement *self, HihPhoneState *state)
{
  const char *key = self->parent != NULL ? hih_element_get_attribute (self->parent, "filter") : NULL;
  const char *wanted = key != NULL ? hih_phone_state_get (state, key) : NULL;
  const char *id = strchr (self->target, '/');
  g_autofree char *folded = NULL;

  if (wanted == NULL || *wanted == '\0')
    return TRUE;
  folded = g_utf8_casefold (wanted, -1);
  if (strstr (id, folded) != NULL)
    return TRUE;
  for (guint i = 0; i < self->wordings->len; i++)
    {
      const HihWording *wording = self->wordings->pdata[i];

      if (wording->text != NULL && hih_text_contains (wording->text, folded))
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_element_is_shown:
 *
 * Returns: whether @self itself is shown where it stands: its condition holds, and who looks for something finds it
 */
gboolean
hih_element_is_shown (const HihElement *self, HihPhoneState *state)
{
  return (self->when == NULL || hih_condition_holds (self->when, state)) && passes_filter (self, state);
}

/**
 * hih_element_dup_toggled:
 *
 * Returns: (transfer full): the other one of yes and no
 */
char *
hih_element_dup_toggled (const char *value)
{
  return g_strdup (g_strcmp0 (value, "yes") == 0 ? "no" : "yes");
}

/**
 * hih_element_dup_number:
 *
 * Returns: (transfer full) (nullable): @text as digits, brought between the key's bounds; %NULL when it is no number
 */
char *
hih_element_dup_number (HihElement *element, const char *text)
{
  gint64 number;

  if (element->key == NULL || element->key->type != HIH_KEY_NUMBER ||
      !g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL))
    return NULL;
  return g_strdup_printf ("%d", (int) CLAMP (number, element->key->min, element->key->max));
}

/**
 * hih_element_get_range:
 * @minimum: (out):
 * @maximum: (out):
 *
 * Returns: whether the element's key is a number; if not, nothing is written
 */
gboolean
hih_element_get_range (HihElement *self, int *minimum, int *maximum)
{
  if (self->key == NULL || self->key->type != HIH_KEY_NUMBER)
    return FALSE;
  *minimum = self->key->min;
  *maximum = self->key->max;
  return TRUE;
}
