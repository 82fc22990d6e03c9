/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speaks with the films' own voice: the narrator in a thread, its samples through the HihSoundOut. */
#include "config.h"

#include "hih-speaker.h"
#include "hih-synthesis.h"

#include <gio/gio.h>

#define HIH_TYPE_NARRATOR_SPEAKER (hih_narrator_speaker_get_type ())
G_DECLARE_FINAL_TYPE (HihNarratorSpeaker, hih_narrator_speaker, HIH, NARRATOR_SPEAKER, HihSpeaker)

struct _HihNarratorSpeaker
{
  HihSpeaker parent_instance;

  HihNarrator *narrator;
  const HihSoundOut *out;
  guint serial; /* of the last say or stop */
  HihSound *sound;
};

G_DEFINE_FINAL_TYPE (HihNarratorSpeaker, hih_narrator_speaker, HIH_TYPE_SPEAKER)

typedef struct
{
  HihNarratorSpeaker *self; /* a reference */
  guint serial;
  char *text;
  char *language;
  double pace;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_object_unref (saying->self);
  g_free (saying->text);
  g_free (saying->language);
  g_free (saying);
}

static void
speech_free (gpointer data)
{
  hih_speech_free (data);
}

static void
sound_done_cb (gpointer user_data)
{
  Saying *saying = user_data;
  HihNarratorSpeaker *self = saying->self;

  if (saying->serial == self->serial)
    {
      self->sound = NULL;
      hih_speaker_done (HIH_SPEAKER (self), TRUE);
    }
  saying_free (saying);
}

static void
synthesise (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saying *saying = data;
  GError *error = NULL;
  HihSpeech *speech =
    hih_narrator_speak (saying->self->narrator, saying->text, saying->language, saying->pace, &error);

  if (speech != NULL)
    g_task_return_pointer (task, speech, speech_free);
  else
    g_task_return_error (task, error);
}

static void
synthesised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihNarratorSpeaker *self = HIH_NARRATOR_SPEAKER (source);
  const Saying *saying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (HihSpeech) speech = g_task_propagate_pointer (G_TASK (result), &error);
  Saying *playing;

  if (saying->serial != self->serial)
    return;
  if (speech == NULL || speech->n_samples == 0)
    {
      if (error != NULL)
        g_debug ("%s", error->message);
      hih_speaker_done (HIH_SPEAKER (self), FALSE);
      return;
    }
  playing = g_new0 (Saying, 1);
  playing->self = g_object_ref (self);
  playing->serial = saying->serial;
  /* The pace is in the speech already. */
  self->sound = self->out->play_pcm (g_steal_pointer (&speech->samples), speech->n_samples, HIH_NARRATOR_SAMPLE_RATE,
                                     1.0, sound_done_cb, playing);
}

static void
hih_narrator_speaker_stop (HihSpeaker *speaker)
{
  HihNarratorSpeaker *self = HIH_NARRATOR_SPEAKER (speaker);

  self->serial++;
  if (self->sound != NULL)
    self->out->stop (g_steal_pointer (&self->sound));
}

static void
hih_narrator_speaker_say (HihSpeaker *speaker, const char *text, const char *language, double pace)
{
  HihNarratorSpeaker *self = HIH_NARRATOR_SPEAKER (speaker);
  g_autoptr (GTask) task = g_task_new (self, NULL, synthesised_cb, NULL);
  Saying *saying = g_new0 (Saying, 1);

  hih_narrator_speaker_stop (speaker);
  saying->self = g_object_ref (self);
  saying->serial = self->serial;
  saying->text = g_strdup (text);
  saying->language = g_strdup (language);
  saying->pace = pace;
  g_task_set_task_data (task, saying, saying_free);
  g_task_run_in_thread (task, synthesise);
}

static void
hih_narrator_speaker_dispose (GObject *object)
{
  HihNarratorSpeaker *self = HIH_NARRATOR_SPEAKER (object);

  g_clear_object (&self->narrator);
  G_OBJECT_CLASS (hih_narrator_speaker_parent_class)->dispose (object);
}

static void
hih_narrator_speaker_class_init (HihNarratorSpeakerClass *klass)
{
  HihSpeakerClass *speaker_class = HIH_SPEAKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_narrator_speaker_dispose;
  speaker_class->say = hih_narrator_speaker_say;
  speaker_class->stop = hih_narrator_speaker_stop;
}

static void
hih_narrator_speaker_init (HihNarratorSpeaker *self)
{
}

/**
 * hih_narrator_speaker_new:
 * @narrator: kept
 * @out: static
 *
 * Returns: (transfer full) (nullable): a speaker; %NULL when the program was built without a synthesiser
 */
HihSpeaker *
hih_narrator_speaker_new (HihNarrator *narrator, const HihSoundOut *out)
{
  HihNarratorSpeaker *self;

  if (!hih_synthesis_is_built () || out == NULL)
    return NULL;
  self = g_object_new (HIH_TYPE_NARRATOR_SPEAKER, NULL);
  self->narrator = g_object_ref (narrator);
  self->out = out;
  return HIH_SPEAKER (self);
}
