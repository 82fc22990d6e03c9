/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large time and the date; its title is the weather. On the lock screen it is very large (`size="large"`). */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "size", HIH_ATTRIBUTE_CHOICE, FALSE, "normal large" },
  { NULL },
};

const HihElementKind hih_clock_element_kind = {
  .name = "clock",
  .attributes = attributes,
  .texts = "title",
};
