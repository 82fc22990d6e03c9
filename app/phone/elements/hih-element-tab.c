/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place in the bar at the foot. `current` is yes, no or a condition. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "icon", HIH_ATTRIBUTE_ICON },
  { "current", HIH_ATTRIBUTE_WHEN },
  { NULL },
};

const HihElementKind hih_tab_element_kind = {
  .name = "tab",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP),
  .inside = "tabs",
};
