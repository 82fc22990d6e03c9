/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speech to samples: the synthetic voice of the films, and of read-aloud when there is no speech service. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_VOICE_ERROR (hih_voice_error_quark ())
GQuark hih_voice_error_quark (void);

typedef enum
{
  HIH_VOICE_ERROR_NO_SYNTHESISER, /* built without espeak-ng, or its data is missing */
  HIH_VOICE_ERROR_LANGUAGE,       /* no voice for this language */
  HIH_VOICE_ERROR_SYNTHESIS,      /* the synthesiser failed */
} HihVoiceErrorCode;

#define HIH_NARRATOR_SAMPLE_RATE 22050
#define HIH_NARRATOR_PAUSE_MS 500

/* Where a clause is heard, the pause after it not counted. */
typedef struct
{
  char *text; /* with its closing mark */
  gsize start_sample;
  gsize n_samples;
} HihClause;

typedef struct
{
  gint16 *samples; /* mono S16 at HIH_NARRATOR_SAMPLE_RATE; no silence at either end */
  gsize n_samples;
  GArray *clauses; /* (element-type HihClause) in order of time */
} HihSpeech;

void hih_speech_free (HihSpeech *speech);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihSpeech, hih_speech_free)

#define HIH_TYPE_NARRATOR (hih_narrator_get_type ())
G_DECLARE_FINAL_TYPE (HihNarrator, hih_narrator, HIH, NARRATOR, GObject)

/* @media_dir: (nullable): where voice/<language>/readings.txt lies; usually hih_paths_get_media_dir() */
HihNarrator *hih_narrator_new (const char *media_dir);

/* @language: such as zh_CN, zh_TW, en. @pace: 1.0 = as in the films (160-180 Chinese characters a minute).
 * Blocks some 20 ms a sentence; any thread, one at a time (it waits). */
HihSpeech *hih_narrator_speak (HihNarrator *self, const char *text, const char *language, double pace,
                               GError **error);

/* (transfer full): @text as the synthesiser must get it, with the reading list of @language applied. Reads the list
 * from the disk when it is asked first: not for the main thread. */
char *hih_narrator_apply_readings (HihNarrator *self, const char *text, const char *language);

/* Splits at ，。；！？：, and , . ; ! ? : before a space or the end. (transfer full) */
GStrv hih_narrator_split_clauses (const char *text);
/* The espeak-ng voice for a language, or NULL. Never `cmn` or `zh`: they spell the tones in English. */
const char *hih_narrator_get_voice_name (const char *language);

/* (transfer full) (nullable): <media_dir>/voice/<language>/<lesson>/<step>.opus when there is one; falls back from
 * zh_CN to zh. Looks at the disk. */
char *hih_voice_find_recording (const char *media_dir, const char *language, const char *lesson, const char *step);

G_END_DECLS
