/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A talk: bubbles, the times between them, and what a helper answers with buttons on it. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_messages_element_kind = {
  .name = "messages",
  .children = "bubble text card",
};
