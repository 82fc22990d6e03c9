/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs of the event log: a closed list with frozen names. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
#define HIH_VERB(NAME, text, progress, table) HIH_VERB_##NAME,
#include "hih-verbs.def"
#undef HIH_VERB
  HIH_N_VERBS
} HihVerb;

const char *hih_verb_to_string (HihVerb verb);
/* FALSE for a verb this version does not know: the log keeps such an event, no projection shows it. */
gboolean hih_verb_parse (const char *string, HihVerb *verb);
/* Whether lesson_progress and recheck_due follow from it. */
gboolean hih_verb_is_progress (HihVerb verb);
/* (nullable) The only table that follows from it, and from none but verbs that say the same. */
const char *hih_verb_get_table (HihVerb verb);

/* Words that stand in the log: [a-z0-9-]{1,64}. */
gboolean hih_word_is_valid (const char *word);

G_END_DECLS
