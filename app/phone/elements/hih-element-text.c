/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, or what a key holds. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "body heading small centre warning amount" },
  { "key", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_text_element_kind = {
  .name = "text",
  .attributes = attributes,
  .texts = "title",
  .shows_key = TRUE,
};
