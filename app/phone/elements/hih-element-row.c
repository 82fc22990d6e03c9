/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a list: picture or icon, two lines of words, a time, a badge. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { "icon", HIH_ATTRIBUTE_ICON },
  { "time", HIH_ATTRIBUTE_TEXT },
  { "badge", HIH_ATTRIBUTE_TEXT },
  { NULL },
};

const HihElementKind hih_row_element_kind = {
  .name = "row",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD) | HIH_BIT (SWIPE_LEFT) | HIH_BIT (SWIPE_RIGHT),
  .inside = "list card",
};
