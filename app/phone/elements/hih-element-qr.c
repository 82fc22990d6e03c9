/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code that a reader really reads: what its key holds, else `value`. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "value", HIH_ATTRIBUTE_TEXT },
  { "key", HIH_ATTRIBUTE_KEY },
  { NULL },
};

const HihElementKind hih_qr_element_kind = {
  .name = "qr",
  .attributes = attributes,
};
