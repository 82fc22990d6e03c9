/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen's pictures. Their order in layouts b and c is the layout's own rule, where the author gave none. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_grid_element_kind = {
  .name = "grid",
  .children = "tile",
  .turns_by_layout = TRUE,
};
