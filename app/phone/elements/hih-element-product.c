/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a page in a store: an app's picture, its name, who made it, and a mark (`key`: green, amber or red) in
 * colour, shape and word. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE, TRUE },
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { NULL },
};

const HihElementKind hih_product_element_kind = {
  .name = "product",
  .attributes = attributes,
  .texts = "title subtitle",
  .key_type = "choice",
};
