/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with an icon, words, or both. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "icon", HIH_ATTRIBUTE_ICON },
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "plain primary round call hangup link" },
  { NULL },
};

const HihElementKind hih_button_element_kind = {
  .name = "button",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD),
};
