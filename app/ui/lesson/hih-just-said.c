/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coach tells both in one go; a person must read and hear the first before the second makes sense. */
#include "config.h"

#include "hih-just-said.h"

#define SAME_TAP_MS 100

/**
 * hih_just_said_keep:
 * @words: what was said
 */
void
hih_just_said_keep (HihJustSaid *self, HihClock *clock, HihFeedbackKind kind, const char *words)
{
  gboolean explains = kind == HIH_FEEDBACK_NAMED || kind == HIH_FEEDBACK_WANDERED || kind == HIH_FEEDBACK_BROUGHT_BACK ||
                      kind == HIH_FEEDBACK_PROTECTED;

  g_free (self->words);
  self->words = explains ? g_strdup (words) : NULL;
  self->at_ms = hih_clock_get_monotonic_ms (clock);
}

/**
 * hih_just_said_dup_with:
 * @help: what is said now
 *
 * Returns: (transfer full) (nullable): both, if the same tap brought them
 */
char *
hih_just_said_dup_with (HihJustSaid *self, HihClock *clock, const char *help)
{
  if (self->words == NULL || hih_clock_get_monotonic_ms (clock) - self->at_ms >= SAME_TAP_MS)
    return NULL;
  return g_strdup_printf ("%s\n%s", self->words, help);
}

/**
 * hih_just_said_clear:
 */
void
hih_just_said_clear (HihJustSaid *self)
{
  g_clear_pointer (&self->words, g_free);
}
