/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place on a map, in hundredths of its width and height. Streets run at x 24, 60, 90 and y 22, 58. Without a
 * title it is only a corner of the way. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "x", HIH_ATTRIBUTE_NUMBER, TRUE },
  { "y", HIH_ATTRIBUTE_NUMBER, TRUE },
  { "icon", HIH_ATTRIBUTE_ICON },
  { NULL },
};

const HihElementKind hih_spot_element_kind = {
  .name = "spot",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP),
  .inside = "map",
};
