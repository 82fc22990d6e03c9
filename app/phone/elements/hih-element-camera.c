/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the camera sees, to take a picture of it or to read a code in it. With `what="scan"` it aims at the real
 * code `value` in the picture. While it reads, `key` says how it goes (far, dirty, found, anything else); a code
 * that a real camera reads arrives as the gesture `type`. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "what", HIH_ATTRIBUTE_CHOICE, FALSE, "photo scan" },
  { "key", HIH_ATTRIBUTE_KEY },
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { "value", HIH_ATTRIBUTE_TEXT },
  { NULL },
};

const HihElementKind hih_camera_element_kind = {
  .name = "camera",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (ZOOM) | HIH_BIT (TYPE),
  .shows_key = TRUE,
};
