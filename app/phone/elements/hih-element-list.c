/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows, one under the other, and the controls of a settings page. */
#include "config.h"

#include "hih-element-kind.h"

const HihElementKind hih_list_element_kind = {
  .name = "list",
  .children = "row switch check field slider text button",
};
