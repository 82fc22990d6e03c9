/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the film room shares: errors, start-up, looking into a film, decoding and playing a sound. */
#pragma once

#include <glib-object.h>

#include "hih-sound-out.h"

G_BEGIN_DECLS

#define HIH_FILM_ERROR (hih_film_error_quark ())
GQuark hih_film_error_quark (void);

typedef enum
{
  HIH_FILM_ERROR_NOT_FOUND,    /* no such file, or it may not be read */
  HIH_FILM_ERROR_NO_DECODER,   /* this computer cannot show this kind of film */
  HIH_FILM_ERROR_DECODE,       /* not a film */
  HIH_FILM_ERROR_ENCODE,       /* making a film failed */
  HIH_FILM_ERROR_DAMAGED,      /* a film, but cut off or broken */
  HIH_FILM_ERROR_AUDIO_DEVICE, /* only from hih_sound_*(): a film goes on without sound, see HihPlayer::no-sound */
} HihFilmErrorCode;

/* Starts GStreamer once; every function of the room that needs it calls it. The first call takes some 10 ms (more
 * when the plug-in registry must be rebuilt): call it early from a thread. */
void hih_film_init (void);

typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  char *title; /* nullable */
} HihChapter;

typedef struct
{
  gint64 duration_ns;
  int width; /* as shown, i.e. after turning; 0 when there is no picture */
  int height;
  gboolean has_sound;
  GArray *chapters; /* (element-type HihChapter) in order of time, never NULL */
} HihFilmInfo;

/* Blocks (up to 10 s on a bad file): for threads, tests and the command line. */
HihFilmInfo *hih_film_probe (const char *path, GError **error);
void hih_film_info_free (HihFilmInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihFilmInfo, hih_film_info_free)

/* Decodes any sound file to mono S16 at @sample_rate. Blocks. At most 10 minutes of sound are read.
 * Returns: (transfer full): g_free(). */
gint16 *hih_sound_decode (const char *path, int sample_rate, gsize *n_samples, GError **error);

/* The way out for voice/: plays through the computer's sound device, or calmly does nothing without one.
 * HIH_AUDIO_SINK in the environment names another sink element (tests: fakesink). Main thread. */
const HihSoundOut *hih_film_get_sound_out (void);

/* The name of the sink element to use when nobody says otherwise: HIH_AUDIO_SINK, else autoaudiosink. */
const char *hih_film_get_audio_sink_name (void);

G_END_DECLS
