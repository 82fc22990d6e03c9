/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all ways of speaking have in common; and the one for tests, which only remembers. */
#include "config.h"

#include "hih-speaker.h"

#define MOST_TEXTS 500 /* of a recorder: the last ones; a long day says thousands */

struct _HihRecorder
{
  HihSpeaker parent_instance;

  GPtrArray *texts; /* (element-type utf8) */
  guint n_stopped;
  gboolean saying;
};

static guint done_signal;

G_DEFINE_ABSTRACT_TYPE (HihSpeaker, hih_speaker, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (HihRecorder, hih_recorder, HIH_TYPE_SPEAKER)

static void
hih_speaker_class_init (HihSpeakerClass *klass)
{
  done_signal = g_signal_new ("done", HIH_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_BOOLEAN);
}

static void
hih_speaker_init (HihSpeaker *self)
{
}

/**
 * hih_speaker_say:
 * @text: what to say
 * @language: such as zh_CN
 * @pace: 1.0 = calm
 *
 * Stops what is being said. Main thread; does not block.
 */
void
hih_speaker_say (HihSpeaker *self, const char *text, const char *language, double pace)
{
  g_return_if_fail (HIH_IS_SPEAKER (self));
  HIH_SPEAKER_GET_CLASS (self)->say (self, text, language, pace);
}

/**
 * hih_speaker_stop:
 *
 * Silence; no `done` follows.
 */
void
hih_speaker_stop (HihSpeaker *self)
{
  g_return_if_fail (HIH_IS_SPEAKER (self));
  HIH_SPEAKER_GET_CLASS (self)->stop (self);
}

/**
 * hih_speaker_done:
 * @spoken: whether it was said; %FALSE: this way cannot
 *
 * For the kinds: emits `done`.
 */
void
hih_speaker_done (HihSpeaker *self, gboolean spoken)
{
  g_signal_emit (self, done_signal, 0, spoken);
}

static void
hih_recorder_say (HihSpeaker *speaker, const char *text, const char *language, double pace)
{
  HihRecorder *self = HIH_RECORDER (speaker);

  if (self->texts->len == MOST_TEXTS)
    g_ptr_array_remove_index (self->texts, 0);
  g_ptr_array_add (self->texts, g_strdup (text));
  self->saying = TRUE;
}

static void
hih_recorder_stop (HihSpeaker *speaker)
{
  HihRecorder *self = HIH_RECORDER (speaker);

  if (self->saying)
    self->n_stopped++;
  self->saying = FALSE;
}

static void
hih_recorder_finalize (GObject *object)
{
  g_ptr_array_unref (HIH_RECORDER (object)->texts);
  G_OBJECT_CLASS (hih_recorder_parent_class)->finalize (object);
}

static void
hih_recorder_class_init (HihRecorderClass *klass)
{
  HihSpeakerClass *speaker_class = HIH_SPEAKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_recorder_finalize;
  speaker_class->say = hih_recorder_say;
  speaker_class->stop = hih_recorder_stop;
}

static void
hih_recorder_init (HihRecorder *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hih_recorder_new:
 *
 * Returns: (transfer full): a speaker that says nothing and remembers all, of more than 500 texts the last
 */
HihRecorder *
hih_recorder_new (void)
{
  return g_object_new (HIH_TYPE_RECORDER, NULL);
}

guint
hih_recorder_get_n (HihRecorder *self)
{
  return self->texts->len;
}

const char *
hih_recorder_get_text (HihRecorder *self, guint index)
{
  g_return_val_if_fail (index < self->texts->len, NULL);
  return self->texts->pdata[index];
}

guint
hih_recorder_get_n_stopped (HihRecorder *self)
{
  return self->n_stopped;
}

/**
 * hih_recorder_finish:
 *
 * Ends what is being said, as if it had been heard.
 */
void
hih_recorder_finish (HihRecorder *self)
{
  if (!self->saying)
    return;
  self->saying = FALSE;
  hih_speaker_done (HIH_SPEAKER (self), TRUE);
}
