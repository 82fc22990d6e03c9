/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with an icon, words, or both. A `close` button looks small and is not. A `skip` button counts its
 * `seconds` down and then stays; a number as `key` shows how far something has come (an install). A round one that
 * turns something on is light and has a tick while `current` (yes, no or a condition) holds; a screen reader hears
 * that it is pressed. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "icon", HIH_ATTRIBUTE_ICON },
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "plain primary round call hangup link close skip shutter" },
  { "current", HIH_ATTRIBUTE_WHEN },
  { "seconds", HIH_ATTRIBUTE_NUMBER },
  { "key", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_button_element_kind = {
  .name = "button",
  .attributes = attributes,
  .texts = "title",
  .gestures = HIH_BIT (TAP) | HIH_BIT (HOLD),
  .key_type = "number",
};
