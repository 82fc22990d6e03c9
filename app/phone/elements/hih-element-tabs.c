/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar of places at the foot of an app. Their order is part of what is learnt: no layout moves it by itself. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_tabs_element_kind = {
  .name = "tabs",
  .children = "tab",
};
