/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box to tick. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return hih_element_dup_toggled (value);
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { NULL },
};

const HihElementKind hih_check_element_kind = {
  .name = "check",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP),
  .respond = respond,
  .own_gestures = HIH_BIT (TAP),
  .key_type = "flag",
};
