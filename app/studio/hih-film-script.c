/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the film's words and has them spoken; a recorded human voice comes before the synthetic one. */
#include "config.h"

#include "hih-film-script.h"

#include "hih-cues.h"
#include "hih-film.h"
#include "hih-loudness.h"

#include <string.h>

struct _HihFilmScript
{
  GPtrArray *segments; /* (element-type HihSegment) */
};

static void
segment_free (gpointer data)
{
  HihSegment *segment = data;

  g_free (segment->name);
  g_free (segment->words);
  g_clear_pointer (&segment->speech, hih_speech_free);
  g_free (segment);
}

static void
clause_clear (gpointer data)
{
  g_free (((HihClause *) data)->text);
}

/* A recording has no clause times: they are taken in proportion to the clauses' lengths, which is near enough for
 * captions that stand 1.5 s at least. */
static HihSpeech *
speech_from_recording (const char *path, const char *words, GError **error)
{
  g_auto (GStrv) clauses = hih_narrator_split_clauses (words);
  HihSpeech *speech;
  gsize n_samples = 0, start = 0;
  glong total = g_utf8_strlen (words, -1);
  gint16 *samples = hih_sound_decode (path, HIH_NARRATOR_SAMPLE_RATE, &n_samples, error);

  if (samples == NULL)
    return NULL;
  speech = g_new0 (HihSpeech, 1);
  speech->samples = samples;
  speech->n_samples = n_samples;
  speech->clauses = g_array_new (FALSE, TRUE, sizeof (HihClause));
  g_array_set_clear_func (speech->clauses, clause_clear);
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      HihClause clause = { g_strdup (clauses[i]), start, 0 };

      clause.n_samples = n_samples * g_utf8_strlen (clauses[i], -1) / MAX (total, 1);
      start += clause.n_samples;
      g_array_append_val (speech->clauses, clause);
    }
  return speech;
}

static gboolean
add_segment (HihFilmScript *self, HihNarrator *narrator, HihSegmentKind kind, guint item, const char *name,
             const char *words, const char *lesson, const char *language, const char *media_dir, GError **error)
{
  HihSegment *segment = g_new0 (HihSegment, 1);
  g_autofree char *recording = hih_voice_find_recording (media_dir, language, lesson, name);
  g_autoptr (GError) local = NULL;

  segment->kind = kind;
  segment->item = item;
  segment->name = g_strdup (name);
  segment->words = g_strdup (words);
  g_ptr_array_add (self->segments, segment);

  if (recording != NULL)
    segment->speech = speech_from_recording (recording, words, &local);
  else if (*words != '\0')
    segment->speech = hih_narrator_speak (narrator, words, language, 1.0, &local);
  /* No synthesiser on this computer: the film is made all the same, with captions. Anything else is a fault. */
  if (local != NULL && !g_error_matches (local, HIH_VOICE_ERROR, HIH_VOICE_ERROR_NO_SYNTHESISER))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local), "studio: speak %s/%s: ", lesson, name);
      return FALSE;
    }
  return TRUE;
}

/* One gain for the whole film, so that no step is louder than its neighbour. */
static void
level (HihFilmScript *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint16));
  gsize at = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const HihSegment *segment = self->segments->pdata[i];

      if (segment->speech != NULL)
        g_array_append_vals (all, segment->speech->samples, segment->speech->n_samples);
    }
  if (all->len == 0)
    return;
  hih_loudness_normalise ((gint16 *) (void *) all->data, all->len, HIH_NARRATOR_SAMPLE_RATE);
  for (guint i = 0; i < self->segments->len; i++)
    {
      HihSegment *segment = self->segments->pdata[i];

      if (segment->speech == NULL)
        continue;
      memcpy (segment->speech->samples, &g_array_index (all, gint16, at),
              segment->speech->n_samples * sizeof (gint16));
      at += segment->speech->n_samples;
    }
}

/**
 * hih_film_script_new:
 * @plan: a Watch plan
 * @media_dir: (nullable): where recorded voices and reading lists lie
 *
 * Blocks while everything is spoken to memory (some 20 ms a sentence).
 *
 * Returns: (transfer full) (nullable): the script
 */
HihFilmScript *
hih_film_script_new (HihPlan *plan, const char *language, const char *media_dir, GError **error)
{
  g_autoptr (HihFilmScript) self = g_new0 (HihFilmScript, 1);
  g_autoptr (HihNarrator) narrator = hih_narrator_new (media_dir);
  g_autoptr (GString) words = g_string_new (NULL);
  HihLesson *lesson = hih_plan_get_lesson (plan);
  const char *id = hih_lesson_get_id (lesson);
  GPtrArray *offline = hih_lesson_get_offline (lesson);
  gboolean cjk = g_str_has_prefix (language, "zh");

  self->segments = g_ptr_array_new_with_free_func (segment_free);

  g_string_append (words, hih_text_get (hih_lesson_get_title (lesson), language));
  g_string_append (words, cjk ? "。" : ". ");
  g_string_append (words, hih_text_get (hih_lesson_get_metaphor (lesson), language));
  if (!add_segment (self, narrator, HIH_SEGMENT_TITLE, 0, HIH_SEGMENT_TITLE_NAME, words->str, id, language, media_dir,
                    error))
    return NULL;

  for (guint i = 0; i < hih_plan_get_n_items (plan); i++)
    {
      const HihStep *step = hih_plan_get_item (plan, i)->step;

      if (!add_segment (self, narrator, HIH_SEGMENT_STEP, i, step->id, hih_text_get (step->say, language), id,
                        language, media_dir, error))
        return NULL;
    }

  g_string_truncate (words, 0);
  for (guint i = 0; i < offline->len; i++)
    {
      if (i > 0 && !cjk)
        g_string_append_c (words, ' ');
      g_string_append (words, hih_text_get (offline->pdata[i], language));
    }
  if (!add_segment (self, narrator, HIH_SEGMENT_OFFLINE, 0, HIH_SEGMENT_OFFLINE_NAME, words->str, id, language,
                    media_dir, error))
    return NULL;

  level (self);
  return g_steal_pointer (&self);
}

void
hih_film_script_free (HihFilmScript *self)
{
  g_ptr_array_unref (self->segments);
  g_free (self);
}

guint
hih_film_script_get_n_segments (HihFilmScript *self)
{
  return self->segments->len;
}

const HihSegment *
hih_film_script_get_segment (HihFilmScript *self, guint index)
{
  return self->segments->pdata[index];
}

gint64
hih_segment_get_words_ms (const HihSegment *self)
{
  if (self->speech != NULL)
    return (gint64) self->speech->n_samples * 1000 / HIH_NARRATOR_SAMPLE_RATE;
  return hih_cue_get_reading_ms (self->words);
}
