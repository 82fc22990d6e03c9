/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A white box round other elements. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_card_element_kind = {
  .name = "card",
  .children = HIH_CHILDREN_ANY,
};
