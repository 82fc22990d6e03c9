/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame one puts one's face into. `key` is far, close, blink, turn, checking, passed or failed; anything else
 * is a face in the frame. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_oval_element_kind = {
  .name = "oval",
  .attributes = attributes,
  .texts = "title",
  .shows_key = TRUE,
};
