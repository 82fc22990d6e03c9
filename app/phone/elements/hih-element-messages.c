/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A talk: bubbles and the times between them. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_messages_element_kind = {
  .name = "messages",
  .children = "bubble text",
};
