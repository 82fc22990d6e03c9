/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message card on the lock screen or the shade. With `place="top"` it has just come: it stands under the bar,
 * and the page makes room. The `code` of a text message is shown large; a tap is to fill it in. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { "code", HIH_ATTRIBUTE_TEXT }, /* of a text message: shown large, with "tap to fill it in" */
  { NULL },
};

const HihElementKind hih_notice_element_kind = {
  .name = "notice",
  .attributes = attributes,
  .texts = "title subtitle",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD) | HIH_BITS_SWIPE,
};
