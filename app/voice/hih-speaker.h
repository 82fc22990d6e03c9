/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way of speaking now. Kinds: speech service, own narrator through a HihSoundOut, recorder for tests, silence. */
#pragma once

#include "hih-narrator.h"
#include "hih-sound-out.h"

G_BEGIN_DECLS

#define HIH_TYPE_SPEAKER (hih_speaker_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihSpeaker, hih_speaker, HIH, SPEAKER, GObject)

/* All on the main thread, none blocks. Signal `done` (gboolean spoken): once a say(), never from inside it; @spoken
 * is FALSE when this way cannot speak (this language), so that the next may try. After stop() no `done` comes. */
struct _HihSpeakerClass
{
  GObjectClass parent_class;

  void (*say) (HihSpeaker *self, const char *text, const char *language, double pace);
  void (*stop) (HihSpeaker *self);
};

void hih_speaker_say (HihSpeaker *self, const char *text, const char *language, double pace);
void hih_speaker_stop (HihSpeaker *self);
void hih_speaker_done (HihSpeaker *self, gboolean spoken); /* for the kinds */

HihSpeaker *hih_speechd_speaker_new (HihNarrator *narrator);                         /* NULL when built without */
HihSpeaker *hih_narrator_speaker_new (HihNarrator *narrator, const HihSoundOut *out); /* NULL when built without */

/* For tests: says nothing, remembers all. Each say ends when hih_recorder_finish() is called. */
#define HIH_TYPE_RECORDER (hih_recorder_get_type ())
G_DECLARE_FINAL_TYPE (HihRecorder, hih_recorder, HIH, RECORDER, HihSpeaker)

HihRecorder *hih_recorder_new (void);
guint hih_recorder_get_n (HihRecorder *self);
const char *hih_recorder_get_text (HihRecorder *self, guint index);
guint hih_recorder_get_n_stopped (HihRecorder *self);
void hih_recorder_finish (HihRecorder *self);

G_END_DECLS
