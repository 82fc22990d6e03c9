/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a condition is true now. */
#include "config.h"

#include "hih-condition-private.h"

static gboolean
term_holds (const HihTerm *term, HihPhoneState *state)
{
  switch (term->type)
    {
    case HIH_TERM_SCREEN:
      return g_strcmp0 (hih_phone_state_get_screen (state), term->value) == 0;
    case HIH_TERM_OVER:
      return g_strcmp0 (hih_phone_state_get_over (state), term->value) == 0;
    case HIH_TERM_KEY:
    default:
      return g_strcmp0 (hih_phone_state_get (state, term->name), term->text) == 0;
    }
}

/**
 * hih_condition_holds:
 *
 * Returns: whether every comparison is true in @state
 */
gboolean
hih_condition_holds (const HihCondition *self, HihPhoneState *state)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const HihTerm *term = &g_array_index (self->terms, HihTerm, i);

      if (term_holds (term, state) == term->negative)
        return FALSE;
    }
  return TRUE;
}
