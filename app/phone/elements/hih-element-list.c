/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows, one under the other, and the controls of a settings page. `filter` is the text key of a search: only what
 * has that text in its words or its id is shown, and the `<placeholder>` when nothing has. */
#include "config.h"

#include "hih-element-kind.h"

static const HihAttributeSpec attributes[] = {
  { "filter", HIH_ATTRIBUTE_KEY }, /* only what has these letters in its words or its id is shown */
  { NULL },
};

const HihElementKind hih_list_element_kind = {
  .name = "list",
  .attributes = attributes,
  .children = "row switch check field slider text button search",
  .texts = "placeholder",
};
