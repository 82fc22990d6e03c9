/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a trainee does: runs, their steps, films. Each is on disk before its callback runs; the next step begins
 * after that. Everywhere @trainee NULL is a guest ("try without recording"): nothing is written and the callback
 * comes at once with success. So it is with everything of somebody whose consent was withdrawn (hih-consent.h).
 */
#pragma once

#include "hih-records.h"

G_BEGIN_DECLS

/* Words such as lesson, stage, layout, step and outcome are [a-z0-9-]{1,64}; anything else is ERROR_CONSTRAINT. */
typedef struct
{
  HihId run;           /* made by the caller with hih_id_generate() */
  const char *lesson;
  const char *content; /* hash of the lesson's content: a changed lesson does not resume in the middle */
  const char *stage;   /* watch, follow, guided, alone */
  const char *layout;  /* a, b, c */
  guint round;         /* 0 first; an Alone stage has a second round in another layout */
  guint32 seed;
} HihRunStart;

typedef struct
{
  HihId run;
  const char *step;
  guint step_index;         /* place in the lesson from 0; a trap carries the index of the step it came at */
  gboolean trap;
  const char *trap_kind;    /* (nullable) dark-screen, scam and such; only of a trap */
  gboolean recovered;       /* it was the trap's last step, and is kept under the trap's id */
  gboolean slipped;         /* something was nearly given away: in this step; in the trap's last, in the whole trap */
  guint level;              /* highest support level used, 0–4 */
  guint errors;
  guint near_misses;
  guint helps;              /* times help was shown, asked for or not */
  guint help_asked;         /* of these: asked for by the trainee */
  gint64 duration_ms;
  const char *const *hits;  /* (nullable) NULL-ended: app/element of what was tapped instead */
} HihStepEnd;

typedef struct
{
  HihId run;
  const char *outcome;      /* done, or why it ended early (such as left, changed); only done counts as finished */
  gboolean able_alone;      /* by the one rule, in the lesson room */
  guint errors;
  guint max_level;
  gint64 duration_ms;
} HihRunEnd;

/* All values are copied before the function returns. */
void hih_records_start_run_async (HihRecords *self, const HihId *trainee, const HihRunStart *start,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_start_run_finish (HihRecords *self, GAsyncResult *result, GError **error);

void hih_records_end_step_async (HihRecords *self, const HihId *trainee, const HihStepEnd *ended,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_end_step_finish (HihRecords *self, GAsyncResult *result, GError **error);

void hih_records_end_run_async (HihRecords *self, const HihId *trainee, const HihRunEnd *ended,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_end_run_finish (HihRecords *self, GAsyncResult *result, GError **error);

typedef struct
{
  const char *lesson;
  const char *content; /* as in HihRunStart: a changed lesson is watched from its beginning */
  gint64 watched_ms;
  guint n_steps;       /* seen to their ends, counted from the first */
  gboolean to_end;     /* it was seen to its last step */
} HihFilmWatched;

void hih_records_watch_film_async (HihRecords *self, const HihId *trainee, const HihFilmWatched *view,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_watch_film_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* "On the real phone", ticked by a person. */
typedef enum
{
  HIH_REAL_PHONE_UNKNOWN, /* nobody ticked anything; not to be set */
  HIH_REAL_PHONE_NOT_YET,
  HIH_REAL_PHONE_WITH_HELP,
  HIH_REAL_PHONE_ALONE,
} HihRealPhone;

const char *hih_real_phone_to_string (HihRealPhone tick);
/* @string: (nullable); UNKNOWN for anything else. */
HihRealPhone hih_real_phone_parse (const char *string);

/* @session: (nullable): the class it is ticked in, which must have begun; NULL: beside any. Each class has its own ticks;
 * of a lesson the latest holds, wherever it was made. */
void hih_records_tick_real_phone_async (HihRecords *self, const HihId *trainee, const HihId *session, const char *lesson,
                                        HihRealPhone tick,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_tick_real_phone_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Takes an event back for good without touching it: projections look as if it had never been. A wrong tick is
 * voided by the (device, seq) that HihLessonProgress tells. */
void hih_records_void_async (HihRecords *self, const HihId *device, gint64 seq, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_void_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
