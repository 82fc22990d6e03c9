/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coach tells both in one go, and the hand shows the step meanwhile; a person must read and hear the first before the
 * second makes sense. */
#include "config.h"

#include "hih-just-said.h"

#include "hih-cues.h"

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
  self->until_ms = hih_clock_get_monotonic_ms (clock) + (words != NULL ? hih_cue_get_reading_ms (words) : 0);
}

/**
 * hih_just_said_dup_with:
 * @help: what is said now
 *
 * Returns: (transfer full) (nullable): both, if the first cannot have been read yet; then @help wants its time too
 */
char *
hih_just_said_dup_with (HihJustSaid *self, HihClock *clock, const char *help)
{
  if (self->words == NULL || hih_clock_get_monotonic_ms (clock) >= self->until_ms)
    return NULL;
  self->until_ms += hih_cue_get_reading_ms (help);
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
