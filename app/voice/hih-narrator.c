/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sentence is spoken clause by clause, with half a second of true silence between: older ears need it, and the
 * captions learn from it when each clause begins. The synthesiser's own silence is cut off, so that nothing drifts.
 */
#include "config.h"

#include "hih-narrator.h"
#include "hih-readings.h"
#include "hih-spoken.h"
#include "hih-synthesis.h"

#include <string.h>

/* Quieter than this is silence. */
#define SILENCE 40
/* What espeak-ng calls words a minute; for Mandarin it gives 160-180 characters a minute, pauses included. */
#define RATE_ZH 138
#define RATE_EN 145
/* Silence where one voice follows the other within a clause. */
#define VOICE_CHANGE_MS 120

struct _HihNarrator
{
  GObject parent_instance;

  char *media_dir;
  GMutex lock;
  GHashTable *readings; /* language -> HihReadings; under the lock */
};

G_DEFINE_QUARK (hih-voice-error-quark, hih_voice_error)
G_DEFINE_FINAL_TYPE (HihNarrator, hih_narrator, G_TYPE_OBJECT)

static void
readings_free (gpointer data)
{
  hih_readings_free (data);
}

static void
hih_narrator_finalize (GObject *object)
{
  HihNarrator *self = HIH_NARRATOR (object);

  g_free (self->media_dir);
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->readings);
  G_OBJECT_CLASS (hih_narrator_parent_class)->finalize (object);
}

static void
hih_narrator_class_init (HihNarratorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_narrator_finalize;
}

static void
hih_narrator_init (HihNarrator *self)
{
  g_mutex_init (&self->lock);
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, readings_free);
}

/**
 * hih_narrator_new:
 * @media_dir: (nullable): the folder with voice/<language>/readings.txt
 *
 * Returns: (transfer full): a narrator; nothing is read or started yet
 */
HihNarrator *
hih_narrator_new (const char *media_dir)
{
  HihNarrator *self = g_object_new (HIH_TYPE_NARRATOR, NULL);

  self->media_dir = g_strdup (media_dir);
  return self;
}

/**
 * hih_narrator_get_voice_name:
 * @language: such as zh_CN
 *
 * Returns: (transfer none) (nullable): the synthesiser's voice for it
 */
const char *
hih_narrator_get_voice_name (const char *language)
{
  if (language == NULL)
    return NULL;
  if (strcmp (language, "yue") == 0 || g_str_has_prefix (language, "yue_"))
    return "yue";
  if (strcmp (language, "zh") == 0 || g_str_has_prefix (language, "zh_") || g_str_has_prefix (language, "zh-"))
    return "cmn-latn-pinyin";
  if (strcmp (language, "en") == 0 || g_str_has_prefix (language, "en_") || g_str_has_prefix (language, "en-"))
    return "en-us";
  return NULL;
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
ends_clause (gunichar c, gunichar next)
{
  return is_one_of (c, "，。！？；：…") || (is_one_of (c, ",.!?;:") && (next == 0 || g_unichar_isspace (next)));
}

static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_narrator_split_clauses:
 * @text: one or more sentences
 *
 * Returns: (transfer full): the clauses with their marks, without blanks round them; none is empty of words
 */
GStrv
hih_narrator_split_clauses (const char *text)
{
  g_autoptr (GStrvBuilder) clauses = g_strv_builder_new ();
  g_autoptr (GString) clause = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p), after = g_utf8_get_char (next);

      g_string_append_len (clause, p, next - p);
      p = next;
      if (!ends_clause (c, after) || !has_words (clause->str))
        continue;
      /* Closing quotes and further marks belong to the clause before them. */
      while (is_one_of (g_utf8_get_char (p), "，。！？；：…”’）》】,.!?;:\")"))
        {
          next = g_utf8_next_char (p);
          g_string_append_len (clause, p, next - p);
          p = next;
        }
      g_strv_builder_add (clauses, g_strstrip (clause->str));
      g_string_truncate (clause, 0);
    }
  if (has_words (clause->str))
    g_strv_builder_add (clauses, g_strstrip (clause->str));
  return g_strv_builder_end (clauses);
}

/**
 * hih_narrator_apply_readings:
 * @language: such as zh_CN
 *
 * Any thread; reads a file the first time.
 *
 * Returns: (transfer full): @text, numbers and what is misread written as they are said
 */
char *
hih_narrator_apply_readings (HihNarrator *self, const char *text, const char *language)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  HihReadings *readings = g_hash_table_lookup (self->readings, language);
  g_autofree char *spoken = hih_spoken_numbers (text, language);

  if (readings == NULL)
    {
      g_autofree char *path = self->media_dir != NULL && strchr (language, '/') == NULL
                                ? g_build_filename (self->media_dir, "voice", language, "readings.txt", NULL)
                                : NULL;

      readings = hih_readings_load (path);
      g_hash_table_insert (self->readings, g_strdup (language), readings);
    }
  return hih_readings_apply (readings, spoken);
}

/* Takes the silence off both ends. */
static void
trim (GArray *samples)
{
  const gint16 *data = (const gint16 *) (gpointer) samples->data;
  guint start = 0, end = samples->len;

  while (end > 0 && ABS ((int) data[end - 1]) < SILENCE)
    end--;
  while (start < end && ABS ((int) data[start]) < SILENCE)
    start++;
  g_array_set_size (samples, end);
  if (start > 0)
    g_array_remove_range (samples, 0, start);
}

/* The synthesiser's English calls every character "Chinese letter": those are said in Mandarin. */
static gboolean
speak_clause (HihNarrator *self, const char *clause, const char *language, double pace, GArray *samples, GError **error)
{
  gboolean mixed = strcmp (hih_narrator_get_voice_name (language), "en-us") == 0;

  for (const char *p = clause, *end; *p != '\0'; p = end)
    {
      gboolean han = mixed && hih_spoken_is_han (g_utf8_get_char (p));
      g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (gint16));
      g_autofree char *text = NULL, *said = NULL;
      const char *spoken_in = han ? "zh_CN" : language;

      for (end = g_utf8_next_char (p); *end != '\0'; end = g_utf8_next_char (end))
        {
          if (mixed && hih_spoken_is_han (g_utf8_get_char (end)) != han)
            break;
        }
      text = g_strndup (p, (gsize) (end - p));
      if (!has_words (text))
        continue;
      said = hih_narrator_apply_readings (self, text, spoken_in);
      if (!hih_synthesis_speak (said, hih_narrator_get_voice_name (spoken_in),
                                (int) ((mixed && !han ? RATE_EN : RATE_ZH) * CLAMP (pace, 0.5, 2.0)), piece, error))
        return FALSE;
      trim (piece);
      if (samples->len > 0 && piece->len > 0)
        g_array_set_size (samples, samples->len + HIH_NARRATOR_SAMPLE_RATE * VOICE_CHANGE_MS / 1000);
      g_array_append_vals (samples, piece->data, piece->len);
    }
  return TRUE;
}

static void
clause_clear (gpointer data)
{
  HihClause *clause = data;

  g_free (clause->text);
}

void
hih_speech_free (HihSpeech *speech)
{
  if (speech == NULL)
    return;
  g_free (speech->samples);
  g_array_unref (speech->clauses);
  g_free (speech);
}

/**
 * hih_narrator_speak:
 * @text: what to say
 * @language: such as zh_CN
 * @pace: 0.5 to 2.0
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): the sound and where its clauses are, possibly of no length; or %NULL with a
 * %HIH_VOICE_ERROR
 */
HihSpeech *
hih_narrator_speak (HihNarrator *self, const char *text, const char *language, double pace, GError **error)
{
  const char *voice = hih_narrator_get_voice_name (language);
  g_auto (GStrv) clauses = hih_narrator_split_clauses (text);
  g_autoptr (GArray) joined = g_array_new (FALSE, TRUE, sizeof (gint16));
  g_autoptr (HihSpeech) speech = NULL;

  if (voice == NULL)
    {
      g_set_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_LANGUAGE, "voice: speak: no voice for %s",
                   language != NULL ? language : "no language");
      return NULL;
    }
  speech = g_new0 (HihSpeech, 1);
  speech->clauses = g_array_new (FALSE, FALSE, sizeof (HihClause));
  g_array_set_clear_func (speech->clauses, clause_clear);
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_autoptr (GArray) samples = g_array_new (FALSE, TRUE, sizeof (gint16));
      HihClause clause;

      if (!speak_clause (self, clauses[i], language, pace, samples, error))
        return NULL;
      if (samples->len == 0)
        continue;
      if (joined->len > 0)
        g_array_set_size (joined, joined->len + HIH_NARRATOR_SAMPLE_RATE * HIH_NARRATOR_PAUSE_MS / 1000);
      clause = (HihClause){ g_strdup (clauses[i]), joined->len, samples->len };
      g_array_append_val (speech->clauses, clause);
      g_array_append_vals (joined, samples->data, samples->len);
    }
  speech->n_samples = joined->len;
  speech->samples = (gint16 *) (gpointer) g_array_free (g_steal_pointer (&joined), FALSE);
  return g_steal_pointer (&speech);
}

static gboolean
is_plain_name (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
        return FALSE;
    }
  return name[0] != '\0';
}

/**
 * hih_voice_find_recording:
 * @media_dir: where voice/ lies
 * @language: such as zh_CN; falls back to zh
 * @lesson: a lesson's id
 * @step: a step's id
 *
 * Looks at the disk.
 *
 * Returns: (transfer full) (nullable): the recording of that step
 */
char *
hih_voice_find_recording (const char *media_dir, const char *language, const char *lesson, const char *step)
{
  g_autofree char *base = language != NULL ? g_strndup (language, strcspn (language, "_.@")) : NULL;
  g_autofree char *file = NULL;
  const char *languages[] = { language, base };

  if (media_dir == NULL || language == NULL || lesson == NULL || step == NULL || !is_plain_name (language) ||
      !is_plain_name (lesson) || !is_plain_name (step))
    return NULL;
  file = g_strdup_printf ("%s.opus", step);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_build_filename (media_dir, "voice", languages[i], lesson, file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}
