/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of digits with its keys: a number to call, a password of six dots, an ID number, an amount. What does not
 * belong into it is left out. A password that is not the `right` one becomes "wrong", which the next digit takes
 * away again; the subtitle is what it says then.
 */
#include "config.h"

#include "hih-element-kind.h"

#include <string.h>

static const struct
{
  const char *look;
  const char *allowed;
  gsize length;
} looks[] = { { "dial", "0123456789*#", 20 }, { "pin", "0123456789", 6 }, { "id", "0123456789X", 18 }, { "amount", "0123456789.", 9 } };

static guint
find_look (HihElement *element)
{
  const char *look = hih_element_get_attribute (element, "look");

  for (guint i = 0; look != NULL && i < G_N_ELEMENTS (looks); i++)
    {
      if (strcmp (looks[i].look, look) == 0)
        return i;
    }
  return 0;
}

/* One point, and not more than two digits after it. */
static gboolean
fits_amount (const GString *typed, char next)
{
  const char *point = strchr (typed->str, '.');

  return point == NULL ? next != '.' || typed->len > 0 : next != '.' && strlen (point) < 3;
}

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  guint look = find_look (element);
  const char *right = hih_element_get_attribute (element, "right");
  g_autoptr (GString) typed = g_string_new (NULL);

  if (gesture->value == NULL)
    return NULL;
  for (const char *p = gesture->value; *p != '\0' && typed->len < looks[look].length; p++)
    {
      char digit = g_ascii_toupper (*p);

      if (strchr (looks[look].allowed, digit) != NULL && (strcmp (looks[look].look, "amount") != 0 || fits_amount (typed, digit)))
        g_string_append_c (typed, digit);
    }
  if (right != NULL && typed->len >= strlen (right) && strcmp (typed->str, right) != 0)
    return g_strdup ("wrong");
  return g_strdup (typed->str);
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "dial pin id amount" },
  { "right", HIH_ATTRIBUTE_TEXT },
  { NULL },
};

const HihElementKind hih_keypad_element_kind = {
  .name = "keypad",
  .attributes = attributes,
  .texts = "title subtitle placeholder",
  .gestures = HIH_BIT (TYPE),
  .respond = respond,
  .own_gestures = HIH_BIT (TYPE),
  .key_type = "text",
};
