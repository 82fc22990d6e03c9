/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of kinds: one line each in hih-element-kinds.def. */
#include "config.h"

#include "hih-element-kind.h"

#include <string.h>

static const HihElementKind *const kinds[] = {
#define HIH_ELEMENT_KIND(kind) &hih_##kind##_element_kind,
#include "hih-element-kinds.def"
#undef HIH_ELEMENT_KIND
};

/**
 * hih_element_kind_find:
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const HihElementKind *
hih_element_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i]->name, name) == 0)
        return kinds[i];
    }
  return NULL;
}

const HihElementKind *const *
hih_element_kind_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
