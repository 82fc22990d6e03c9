/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing said in a talk, by oneself (`from="me"`) or by a face. A voice is heard while the flag `playing` is
 * yes. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "from", HIH_ATTRIBUTE_TEXT, TRUE },
  { "what", HIH_ATTRIBUTE_CHOICE, FALSE, "text picture voice place packet" },
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { "key", HIH_ATTRIBUTE_KEY },
  { "playing", HIH_ATTRIBUTE_KEY },
  { "seconds", HIH_ATTRIBUTE_NUMBER },
  { NULL },
};

const HihElementKind hih_bubble_element_kind = {
  .name = "bubble",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD),
  .inside = "messages",
  .shows_key = TRUE,
};
