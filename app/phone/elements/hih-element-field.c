/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a form: to be filled, or filled already. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return gesture->value != NULL ? g_strdup (gesture->value) : NULL;
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY },
  { "secret", HIH_ATTRIBUTE_FLAG },
  { NULL },
};

const HihElementKind hih_field_element_kind = {
  .name = "field",
  .attributes = attributes,
  .texts = "title placeholder",
  .gestures = HIH_BIT (TAP) | HIH_BIT (TYPE),
  .respond = respond,
  .own_gestures = HIH_BIT (TYPE),
};
