/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far something is that takes its time: values working, done, no-network, timed-out, refused; any other: not
 * begun. To try again is a button beside it. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "key", HIH_ATTRIBUTE_KEY, TRUE },
  { NULL },
};

const HihElementKind hih_progress_element_kind = {
  .name = "progress",
  .attributes = attributes,
  .texts = "title subtitle",
  .shows_key = TRUE,
};
