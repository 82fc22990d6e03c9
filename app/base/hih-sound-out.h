/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a room that may not know GStreamer gets a sound out: film/ implements it, voice/ uses it, ui/ joins the two. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HihSound HihSound; /* one sound that is being played */

/* Called exactly once a sound, on the main thread, never from inside play_*() or stop(): it ended, it failed (no
 * sound card: then at once), or it was stopped. The HihSound is gone after it. */
typedef void (*HihSoundDone) (gpointer user_data);

typedef struct
{
  /* @samples: (transfer full): mono S16, freed with g_free(). @pace: 1.0 = as it is; the pitch is kept. */
  HihSound *(*play_pcm) (gint16 *samples, gsize n_samples, int sample_rate, double pace, HihSoundDone done,
                         gpointer user_data);
  HihSound *(*play_file) (const char *path, double pace, HihSoundDone done, gpointer user_data);
  void (*stop) (HihSound *sound);
} HihSoundOut;

G_END_DECLS
