/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An app's picture and name. It opens on a tap, and can be held or dragged. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE, TRUE },
  { NULL },
};

const HihElementKind hih_tile_element_kind = {
  .name = "tile",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD) | HIH_BIT (DRAG),
  .inside = "grid dock",
};
