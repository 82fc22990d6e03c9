/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large face of somebody who rings or is rung. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY },
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { NULL },
};

const HihElementKind hih_caller_element_kind = {
  .name = "caller",
  .attributes = attributes,
  .texts = "title subtitle",
  .shows_key = TRUE,
};
