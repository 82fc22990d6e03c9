/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk through a film's script on a virtual clock, with or without a camera. */
#pragma once

#include "hih-cues.h"
#include "hih-encoder.h"
#include "hih-film-script.h"
#include "hih-studio.h"

G_BEGIN_DECLS

#define HIH_SHOOT_LEAD_MS 400 /* a breath before the first word of a segment */

typedef struct
{
  gint64 start_ms; /* a multiple of HIH_ENCODER_TICK_MS */
  gint64 end_ms;
} HihTake;

typedef struct
{
  HihPlan *plan;
  HihFilmScript *script;
  const char *language;
  HihEncoder *encoder;      /* (nullable): NULL rehearses: only times are learnt */
  const char *pictures_dir; /* (nullable) */
  HihStudioProgress progress;
  gpointer progress_data;
  gint64 total_ms;          /* for progress; 0 while rehearsing */
} HihShootSpec;

/* Returns: (transfer full) (element-type HihTake): one a segment, or NULL. */
GArray *hih_shoot (const HihShootSpec *spec, GError **error);

G_END_DECLS
