/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running time: of a call (`what="call"`, with whom as its title), or of the day with seconds (`what="now"`). */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "what", HIH_ATTRIBUTE_CHOICE, FALSE, "call now" },
  { NULL },
};

const HihElementKind hih_timer_element_kind = {
  .name = "timer",
  .attributes = attributes,
  .texts = "title",
};
