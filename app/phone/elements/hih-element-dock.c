/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row at the foot of the home screen. It stays as written: "the bottom row" is how people find it. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_dock_element_kind = {
  .name = "dock",
  .children = "tile",
};
