/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The player's inside: hih-player.c is what is asked of it, hih-player-events.c what comes back. Private to film/. */
#pragma once

#include "hih-pipeline.h"
#include "hih-player.h"
#include "hih-steps.h"

G_BEGIN_DECLS

typedef enum
{
  WANT_NOTHING,
  WANT_STEP,
  WANT_FROM,
  WANT_SHOW,
} Want;

struct _HihPlayer
{
  GObject parent_instance;

  HihPipeline *pipeline;
  char *audio_sink;
  double rate;
  gboolean muted;

  guint load;
  guint serial;     /* of the last seek */
  guint generation; /* of the seek whose frames count; 0 until there is one */
  gboolean loaded;  /* there is a film, good so far */
  gboolean ready;   /* it can be searched */
  gboolean settled; /* the last seek is done */
  gboolean seen_frame;
  gint64 duration_ns;
  HihFrame *frame;

  HihSteps steps;

  Want want;
  gint64 want_ns;
  int step;
  HihSpan span; /* what is being played; end 0 = until the film's end */
  gboolean playing;
  gboolean at_end;
  guint first_frame_timeout;
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_STEP,
  PROP_RATE,
  PROP_MUTED,
  PROP_STEPS_KNOWN,
  PROP_DURATION,
  PROP_AUDIO_SINK,
  HIH_PLAYER_N_PROPS
};

enum
{
  SIGNAL_FRAME,
  SIGNAL_STEP_ENDED,
  SIGNAL_ENDED,
  SIGNAL_FAILED,
  SIGNAL_NO_SOUND,
  HIH_PLAYER_N_SIGNALS
};

extern GParamSpec *hih_player_props[HIH_PLAYER_N_PROPS];
extern guint hih_player_signals[HIH_PLAYER_N_SIGNALS];

void hih_player_set_playing (HihPlayer *self, gboolean playing);
void hih_player_set_step (HihPlayer *self, int step);
void hih_player_seek (HihPlayer *self, gint64 start_ns, gint64 end_ns, gboolean play);
/* Does what was asked for, as soon as it can be done. */
void hih_player_act (HihPlayer *self);
void hih_player_pipeline_cb (const HihPipelineEvent *event, gpointer user_data);

G_END_DECLS
