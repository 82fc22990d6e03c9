/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a film, segment by segment, as sound: nothing of pictures. */
#pragma once

#include "hih-lesson.h"
#include "hih-narrator.h"
#include "hih-plan.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_SEGMENT_TITLE,   /* the lesson's name and what it is like */
  HIH_SEGMENT_STEP,
  HIH_SEGMENT_OFFLINE, /* the way without a phone */
} HihSegmentKind;

#define HIH_SEGMENT_TITLE_NAME "title" /* frozen: names of recordings and pictures */
#define HIH_SEGMENT_OFFLINE_NAME "offline"

typedef struct
{
  HihSegmentKind kind;
  guint item;        /* in the Watch plan; STEP only */
  char *name;        /* the step's id, or one of the names above */
  HihSpeech *speech; /* (nullable): nothing can speak here: the film is captioned only */
  char *words;       /* what is said, for captions */
} HihSegment;

typedef struct _HihFilmScript HihFilmScript;

HihFilmScript *hih_film_script_new (HihPlan *plan, const char *language, const char *media_dir, GError **error);
void hih_film_script_free (HihFilmScript *self);
guint hih_film_script_get_n_segments (HihFilmScript *self);
const HihSegment *hih_film_script_get_segment (HihFilmScript *self, guint index);

/* How long the words take to say or, where nothing can speak, to read. */
gint64 hih_segment_get_words_ms (const HihSegment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihFilmScript, hih_film_script_free)

G_END_DECLS
