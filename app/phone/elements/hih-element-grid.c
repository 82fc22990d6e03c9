/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen's pictures, an album's (`look="photos"`), the apps and people one can share with (`"share"`), or
 * quick switches. Two `columns` make them large. Their order in layouts b and c is the layout's own rule, where
 * the author gave none. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "look", HIH_ATTRIBUTE_CHOICE, FALSE, "home photos share" },
  { "columns", HIH_ATTRIBUTE_CHOICE, FALSE, "2 3" },
  { NULL },
};

const HihElementKind hih_grid_element_kind = {
  .name = "grid",
  .attributes = attributes,
  .children = "tile switch",
  .turns_by_layout = TRUE,
};
