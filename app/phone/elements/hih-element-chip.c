/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One choice among chips. Of days the value is how many days from today; a full one cannot be taken; of an hour
 * the subtitle says more than "Free". */
#include "config.h"

#include "hih-element-kind.h"

static gboolean
is_off (HihElement *element)
{
  return g_strcmp0 (hih_element_get_attribute (element, "full"), "yes") == 0;
}

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return is_off (element) ? NULL : g_strdup (hih_element_get_attribute (element, "value"));
}

static const HihAttributeSpec attributes[] = {
  { "value", HIH_ATTRIBUTE_TEXT, TRUE },
  { "full", HIH_ATTRIBUTE_FLAG },
  { NULL },
};

const HihElementKind hih_chip_element_kind = {
  .name = "chip",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP),
  .respond = respond,
  .own_gestures = HIH_BIT (TAP),
  .is_off = is_off,
  .inside = "chips",
  .key_of_parent = TRUE,
};
