/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Read-aloud now. Saying something new stops the old. A recorded voice is played when there is one, else the speech
 * service speaks, else the own narrator; without any of them it is calmly silent and says so once in the log.
 * HIH_SPEAKER in the environment (none, speechd, narrator) narrows the choice.
 *
 * Signals
 *   started               something is being said
 *   finished (gboolean spoken)  it is quiet again: the last say() came to its end (TRUE), or was stopped, or nothing
 *                         may or can speak (FALSE). Not for a say() that another one replaced. Never from inside say()
 * Properties (all notify)
 *   enabled (boolean)     the person's wish; TRUE at first
 *   silenced (boolean, read)  a screen reader runs, so the program keeps quiet whatever `enabled` says.
 *                         HIH_SCREEN_READER=0|1 in the environment overrides the desktop's setting
 *   pace (double)         0.5-2.0, 1.0 at first
 *   speaking (boolean, read)
 */
#pragma once

#include "hih-speaker.h"

G_BEGIN_DECLS

#define HIH_TYPE_VOICE (hih_voice_get_type ())
G_DECLARE_FINAL_TYPE (HihVoice, hih_voice, HIH, VOICE, GObject)

/* @out: (nullable): for recordings and the own narrator: hih_film_get_sound_out(); static.
 * @media_dir: (nullable): for the reading lists */
HihVoice *hih_voice_new (const HihSoundOut *out, const char *media_dir);
/* Speaks through @speaker alone: tests */
HihVoice *hih_voice_new_with_speaker (HihSpeaker *speaker, const HihSoundOut *out);

/* @recording_path: (nullable): played instead of synthesis; see hih_voice_find_recording() */
void hih_voice_say (HihVoice *self, const char *text, const char *language, const char *recording_path);
void hih_voice_stop (HihVoice *self);
void hih_voice_set_enabled (HihVoice *self, gboolean enabled);
gboolean hih_voice_get_enabled (HihVoice *self);
gboolean hih_voice_get_silenced (HihVoice *self);
void hih_voice_set_pace (HihVoice *self, double pace);
double hih_voice_get_pace (HihVoice *self);
gboolean hih_voice_get_speaking (HihVoice *self);

G_END_DECLS
