/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key of the phone's side, or one that changes its keyboard; only in the `<keys>` of system.xml. What it does
 * stands there like all else. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "icon", HIH_ATTRIBUTE_ICON },
  { "part", HIH_ATTRIBUTE_CHOICE, FALSE, "side keyboard" },
  { NULL },
};

const HihElementKind hih_key_element_kind = {
  .name = "key",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD),
  .inside = "keys",
};
