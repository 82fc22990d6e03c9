/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colour, shape and word together: green, amber or red. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { NULL },
};

const HihElementKind hih_status_element_kind = {
  .name = "status",
  .attributes = attributes,
  .texts = "title",
  .shows_key = TRUE,
};
