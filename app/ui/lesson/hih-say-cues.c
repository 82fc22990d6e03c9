/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-say-cues.h"

#include "hih-narrator.h"

/* Nobody knows when the film says which clause: each has its part of the step's time, by its length. */
static void
add_step (HihCues *cues, const HihStep *step, const char *language)
{
  const char *words = hih_text_get (step->say, language);
  g_auto (GStrv) clauses = hih_narrator_split_clauses (words);
  g_autoptr (GArray) spoken = g_array_new (FALSE, FALSE, sizeof (HihSpokenClause));
  gint64 length_ms = step->film_end_ms - step->film_start_ms, at_ms = step->film_start_ms;
  glong total = MAX (1, g_utf8_strlen (words, -1));

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      gint64 end_ms = at_ms + length_ms * g_utf8_strlen (clauses[i], -1) / total;
      HihSpokenClause clause = { clauses[i], at_ms, MIN (end_ms, step->film_end_ms) };

      g_array_append_val (spoken, clause);
      at_ms = clause.end_ms;
    }
  if (spoken->len > 0)
    hih_cues_add_spoken (cues, language, (const HihSpokenClause *) (void *) spoken->data, spoken->len, step->film_end_ms);
}

/**
 * hih_say_cues_new:
 * @lesson: whose steps say when in its real film they are done
 *
 * Somebody who hears badly needs captions most, and a film from somebody's phone has none (STANDARDS.md W1).
 *
 * Returns: (transfer full): the cues; empty if the steps have no times
 */
HihCues *
hih_say_cues_new (HihLesson *lesson, const char *language)
{
  HihCues *cues = hih_cues_new ();

  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);

      if (step->film_start_ms >= 0 && step->film_end_ms > step->film_start_ms)
        add_step (cues, step, language);
    }
  return cues;
}

/**
 * hih_say_cues_parse:
 * @data: (nullable): what stands in the file of captions beside the film; %NULL when it cannot be read
 * @length: in bytes
 *
 * A broken file must not leave somebody without captions who would have some if it were not there.
 *
 * Returns: (transfer full): the film's captions, or, when none can be read, those of hih_say_cues_new()
 */
HihCues *
hih_say_cues_parse (const char *data, gsize length, HihLesson *lesson, const char *language)
{
  g_autoptr (HihCues) cues = data != NULL ? hih_cues_parse (data, length, NULL) : NULL;

  return cues != NULL && hih_cues_get_n (cues) > 0 ? g_steal_pointer (&cues) : hih_say_cues_new (lesson, language);
}
