/* SPDX-License-Identifier: GPL-3.0-or-later */
/* espeak-ng has one voice in one process: a lock round it, and the library started when it is needed first. */
#include "config.h"

#include "hih-synthesis.h"
#include "hih-narrator.h"

#ifdef HIH_HAVE_ESPEAK
#include <espeak-ng/speak_lib.h>
#include <string.h>

static GMutex lock;
static int sample_rate; /* under the lock; 0 not started, < 0 could not */

/* The synthesiser calls it with pieces of sound in the thread that asked. */
static int
samples_cb (short *wave, int n_samples, espeak_EVENT *events)
{
  GArray *samples = events->user_data;

  if (wave != NULL && n_samples > 0 && samples != NULL)
    g_array_append_vals (samples, wave, (guint) n_samples);
  return 0;
}

static gboolean
start (GError **error)
{
  if (sample_rate == 0)
    {
      sample_rate = espeak_Initialize (AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT);
      if (sample_rate > 0)
        espeak_SetSynthCallback (samples_cb);
      else
        g_message ("voice: start espeak-ng: its data is missing; texts without a recording stay silent");
    }
  if (sample_rate == HIH_NARRATOR_SAMPLE_RATE)
    return TRUE;
  g_set_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_NO_SYNTHESISER, "voice: start espeak-ng: it cannot be used (%d)",
               sample_rate);
  return FALSE;
}

gboolean
hih_synthesis_is_built (void)
{
  return TRUE;
}

gboolean
hih_synthesis_speak (const char *text, const char *voice, int words_per_minute, GArray *samples, GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  espeak_ERROR result;

  if (!start (error))
    return FALSE;
  if (espeak_SetVoiceByName (voice) != EE_OK)
    {
      g_set_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_LANGUAGE, "voice: speak: no voice %s", voice);
      return FALSE;
    }
  espeak_SetParameter (espeakRATE, words_per_minute, 0);
  result = espeak_Synth (text, strlen (text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, samples);
  if (result != EE_OK)
    {
      g_set_error (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_SYNTHESIS, "voice: speak: espeak-ng failed (%d)",
                   (int) result);
      return FALSE;
    }
  return TRUE;
}

#else

gboolean
hih_synthesis_is_built (void)
{
  return FALSE;
}

gboolean
hih_synthesis_speak (const char *text, const char *voice, int words_per_minute, GArray *samples, GError **error)
{
  g_set_error_literal (error, HIH_VOICE_ERROR, HIH_VOICE_ERROR_NO_SYNTHESISER,
                       "voice: speak: built without espeak-ng");
  return FALSE;
}

#endif
