/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plays a film step by step. All functions return at once; everything they cause (loading, seeking, changing state)
 * happens in the player's own thread, and comes back as signals on the main context the player was made in.
 *
 * Signals
 *   frame (HihFrame *)    a picture to show from now on; also one, at once, after every seek
 *   step-ended (guint n)  the step was played to its end; its last picture stays
 *   ended                 the film was played to its end (also after the last step's step-ended)
 *   failed (GError *)     HIH_FILM_ERROR; once a film; the player is empty then
 *   no-sound              there is no sound device, or no decoder for the sound; the film plays on, silent. Once a film
 *
 * Properties (all notify)
 *   playing (boolean, read)      time goes on; FALSE when paused and at a step's end
 *   step (int, read)             the step last asked for; -1 when played freely
 *   rate (double)                0.5 0.75 1.0 1.25; the pitch is kept
 *   muted (boolean)
 *   steps-known (boolean, read)  set by hih_player_set_steps() or read from the film's chapters
 *   duration (int64 ns, read)    -1 until known
 *   audio-sink (string, construct only)  name of the sink element; NULL = hih_film_get_audio_sink_name()
 */
#pragma once

#include "hih-film.h"
#include "hih-frame.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
} HihSpan;

#define HIH_TYPE_PLAYER (hih_player_get_type ())
G_DECLARE_FINAL_TYPE (HihPlayer, hih_player, HIH, PLAYER, GObject)

HihPlayer *hih_player_new (void);

/* Drops the present film and its steps, loads another and shows its first picture, unless a play follows. */
void hih_player_set_uri (HihPlayer *self, const char *uri);
void hih_player_set_file (HihPlayer *self, const char *path); /* NULL: no film */

/* For films without chapters: times given by the lesson. Before or after loading; copied. An end <= start, or the
 * last end, may be 0: until the next step's start, or the film's end. */
void hih_player_set_steps (HihPlayer *self, const HihSpan *steps, guint n_steps);
guint hih_player_get_n_steps (HihPlayer *self);
gboolean hih_player_get_step_span (HihPlayer *self, guint n, HihSpan *span);

/* Plays one step and stops at its end. May be called before the film is loaded. A step that is not there plays the
 * whole film as step @n. */
void hih_player_play_step (HihPlayer *self, guint n);
void hih_player_play_from (HihPlayer *self, gint64 position_ns); /* until the film's end; step = -1 */
void hih_player_show (HihPlayer *self, gint64 position_ns);      /* this picture, standing still */
void hih_player_pause (HihPlayer *self);
void hih_player_resume (HihPlayer *self); /* after a step's end: the same as repeat */
void hih_player_repeat (HihPlayer *self); /* the last play_*() again */

void hih_player_set_rate (HihPlayer *self, double rate);
double hih_player_get_rate (HihPlayer *self);
void hih_player_set_muted (HihPlayer *self, gboolean muted);

gboolean hih_player_get_playing (HihPlayer *self);
int hih_player_get_step (HihPlayer *self);
gboolean hih_player_get_steps_known (HihPlayer *self);
gint64 hih_player_get_position_ns (HihPlayer *self); /* film time of what is heard and seen now; 0 without a film */
gint64 hih_player_get_duration_ns (HihPlayer *self);
HihFrame *hih_player_get_frame (HihPlayer *self); /* (transfer none) (nullable): the last one shown */

G_END_DECLS
