/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An advert that lays itself over everything (in a dialog) or stands on a page. Its way out is a button that looks
 * small (`look="close"` or `"skip"`) and stands in another corner in every layout; its other buttons lure. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { NULL },
};

const HihElementKind hih_advert_element_kind = {
  .name = "advert",
  .attributes = attributes,
  .children = "button",
  .texts = "title subtitle",
};
