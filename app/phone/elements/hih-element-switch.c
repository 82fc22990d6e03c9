/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A setting that is on or off. A tap turns it; so does pushing it over. With `look="quick"` it is a large button
 * of the shade. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return hih_element_dup_toggled (value);
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "icon", HIH_ATTRIBUTE_ICON },
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "row quick" },
  { NULL },
};

const HihElementKind hih_switch_element_kind = {
  .name = "switch",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP) | HIH_BIT (DRAG),
  .respond = respond,
  .own_gestures = HIH_BIT (TAP) | HIH_BIT (DRAG),
  .key_type = "flag",
};
