/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says on the screen itself that a payment, a fraud, a password or a code is only practised. It stands on every
 * screen of a payment or a fraud; `drill` is for where something else can be given away, `practice` and `code` for
 * where a made-up password or the code of a message is typed and nothing is paid. Its words are the program's,
 * always the same. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "what", HIH_ATTRIBUTE_CHOICE, TRUE, "payment scam drill practice code" },
  { NULL },
};

const HihElementKind hih_mark_element_kind = {
  .name = "mark",
  .attributes = attributes,
};
