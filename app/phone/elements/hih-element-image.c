/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture that can be made larger, pushed aside and held. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { "key", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_image_element_kind = {
  .name = "image",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD) | HIH_BIT (ZOOM) | HIH_BITS_SWIPE,
  .shows_key = TRUE,
};
