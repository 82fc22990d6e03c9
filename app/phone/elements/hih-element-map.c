/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of streets with its spots. The pin stands on the spot that `key` names; dragging it to another, or a tap
 * there, the key says so. `me` is the spot where one is, `way` names spots in the order one walks them (shown from
 * leg 1 on), and `leg` counts those that lie behind one. */
#include "config.h"

#include "hih-element-kind.h"

static char *
respond (HihElement *element, const HihGesture *gesture, const char *value)
{
  return gesture->value != NULL ? g_strdup (gesture->value) : NULL;
}

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "me", HIH_ATTRIBUTE_TEXT },
  { "way", HIH_ATTRIBUTE_TEXT },
  { "leg", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_map_element_kind = {
  .name = "map",
  .attributes = attributes,
  .children = "spot",
  .texts = "title",
  .gestures = HIH_BIT (DRAG),
  .respond = respond,
  .own_gestures = HIH_BIT (DRAG),
  .key_type = "choice",
};
