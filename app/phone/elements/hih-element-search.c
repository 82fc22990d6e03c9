/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line above a list that is looked for in: the list names the same key as its `filter`. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return gesture->value != NULL ? g_strdup (gesture->value) : NULL;
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { NULL },
};

const HihElementKind hih_search_element_kind = {
  .name = "search",
  .attributes = attributes,
  .texts = "title placeholder",
  .gestures = HIH_BIT (TAP) | HIH_BIT (TYPE),
  .respond = respond,
  .own_gestures = HIH_BIT (TYPE),
  .key_type = "text",
};
