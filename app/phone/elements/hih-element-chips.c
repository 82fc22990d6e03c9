/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several, all of them in sight: the days of a calendar, the hours of a surgery. Its key holds the chosen one. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "days times" },
  { NULL },
};

const HihElementKind hih_chips_element_kind = {
  .name = "chips",
  .attributes = attributes,
  .children = "chip",
  .texts = "title",
};
