/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a dialog that asks whether an app may use something: what, for which app, and why. The answers are
 * buttons. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "what", HIH_ATTRIBUTE_CHOICE, TRUE, "camera microphone location contacts" },
  { "picture", HIH_ATTRIBUTE_PICTURE },
  { NULL },
};

const HihElementKind hih_permission_element_kind = {
  .name = "permission",
  .attributes = attributes,
  .texts = "title subtitle",
};
