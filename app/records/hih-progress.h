/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What trainees can do: questions to the projections. All values are immutable and may be read on any thread. */
#pragma once

#include "hih-people.h"
#include "hih-run-log.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_STAGE_DONE_WATCH = 1 << 0,
  HIH_STAGE_DONE_FOLLOW = 1 << 1,
  HIH_STAGE_DONE_GUIDED = 1 << 2,
  HIH_STAGE_DONE_ALONE = 1 << 3,
} HihStagesDone;

/* One word for how far somebody is; the same for trainee, instructor and reports. */
typedef enum
{
  HIH_COMPLETION_NOT_STARTED,
  HIH_COMPLETION_LEARNING,
  HIH_COMPLETION_WITH_HELP,  /* a Guided or Alone run was finished, none of them alone */
  HIH_COMPLETION_ABLE_ALONE,
} HihCompletion;

const char *hih_completion_to_string (HihCompletion completion);

typedef struct
{
  HihId trainee;
  const char *lesson;
  HihStagesDone stages_done;
  HihCompletion completion;
  gint64 able_at_ms;          /* first time able alone; 0 when never or its date is not to be believed */
  gboolean slipped;           /* was able alone, but not in the latest Alone run since re-checks began: opens at Guided */
  gint64 last_at_ms;          /* latest run or film; 0 when unknown */
  HihId last_run;             /* nil when only a film was watched */
  const char *last_stage;     /* "" when only a film was watched */
  guint n_runs;
  HihRealPhone real_phone;
  gint64 real_phone_at_ms;
  HihId real_phone_device;    /* with real_phone_seq: for hih_records_void_async() */
  gint64 real_phone_seq;
} HihLessonProgress;

#define HIH_TYPE_LESSON_PROGRESS (hih_lesson_progress_get_type ())
GType hih_lesson_progress_get_type (void);
HihLessonProgress *hih_lesson_progress_ref (HihLessonProgress *self);
void hih_lesson_progress_unref (HihLessonProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihLessonProgress, hih_lesson_progress_unref)

/* How far one is in a lesson, in the steps a trainee is told: one word each on the screen. */
typedef enum
{
  HIH_STANDING_NOT_BEGUN,
  HIH_STANDING_BEGUN,    /* touched, no stage finished */
  HIH_STANDING_WATCHED,
  HIH_STANDING_FOLLOWED,
  HIH_STANDING_TRIED,    /* Guided was finished */
  HIH_STANDING_HELPED,   /* Alone was finished, with help */
  HIH_STANDING_ABLE,
  HIH_STANDING_RECHECK,  /* was able alone; slipped since, or it is time to look again */
} HihStanding;

#define HIH_N_STANDINGS (HIH_STANDING_RECHECK + 1)

HihStanding hih_lesson_progress_get_standing (const HihLessonProgress *self, gboolean due);

/* Of one trainee, or of everybody when @trainee is NULL; only lessons that were touched.
 * (element-type HihLessonProgress), by trainee, then lesson. */
void hih_records_list_progress_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_progress_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A run that was begun, not ended, and is the lesson's latest. */
typedef struct
{
  HihId run;
  const char *lesson;
  const char *content;
  const char *stage;
  const char *layout;
  guint round;
  guint32 seed;
  guint next_step_index; /* one past the last step that ended; 0 when none did */
  guint errors;          /* in the steps that ended, traps included */
  guint max_level;       /* in the steps that ended, traps included */
  gint64 duration_ms;    /* of the steps that ended */
  const char *const *traps_done; /* NULL-ended: ids of traps that ended, and names of the steps done inside one */
  gint64 at_ms;          /* when it was last worked on */
} HihUnfinishedRun;

#define HIH_TYPE_UNFINISHED_RUN (hih_unfinished_run_get_type ())
GType hih_unfinished_run_get_type (void);
HihUnfinishedRun *hih_unfinished_run_ref (HihUnfinishedRun *self);
void hih_unfinished_run_unref (HihUnfinishedRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihUnfinishedRun, hih_unfinished_run_unref)

/* The latest of @lesson, or of any when @lesson is NULL. Finish: (nullable), NULL without error when there is none. */
void hih_records_get_unfinished_async (HihRecords *self, const HihId *trainee, const char *lesson,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HihUnfinishedRun *hih_records_get_unfinished_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* How far a film was watched. */
typedef struct
{
  const char *lesson;
  const char *content; /* of the lesson as it was filmed */
  guint n_steps;       /* seen to their ends, counted from the first */
} HihFilmSteps;

/* (element-type HihFilmSteps) */
void hih_records_list_film_steps_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_film_steps_finish (HihRecords *self, GAsyncResult *result, GError **error);
/* Where watching goes on. @films: (nullable) as listed. 0: at the beginning. */
guint hih_film_steps_find (GPtrArray *films, const char *lesson, const char *content);

/* How a run went, summed over its steps. */
typedef struct
{
  HihId run;
  gint64 at_ms; /* 0 when not to be believed */
  guint helps;
  guint errors;
  guint max_level;
  gint64 duration_ms;
} HihRunSummary;

/* Like is compared with like: the other stages give more help or less, and would make who goes on seem worse. */
typedef struct
{
  HihRunSummary then; /* the very first run of this lesson in the same stage that was finished */
  HihRunSummary now;  /* the run asked about */
  gboolean first;     /* they are the same run: there is nothing to compare with */
  char stage[16];     /* of both, as hih_stage_get_name() has it */
} HihThenAndNow;

/* Finish: FALSE without error when the run is not known (a guest's). */
void hih_records_compare_run_async (HihRecords *self, const HihId *trainee, const HihId *run,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_compare_run_finish (HihRecords *self, GAsyncResult *result, HihThenAndNow *then_and_now,
                                         GError **error);

/* The layouts in which @trainee has practised @lesson, the latest first: what to show next is decided by
 * hih_plan_choose_layout(). Finish: (transfer full) (array zero-terminated=1), NULL with an error. */
void hih_records_list_layouts_async (HihRecords *self, const HihId *trainee, const char *lesson,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char **hih_records_list_layouts_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Median of the trainee's last 50 steps in ms; 0 when there are fewer than 5 or for a guest; -1 on error. */
void hih_records_get_step_median_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gint64 hih_records_get_step_median_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A lesson that was done alone 7, 30 or 90 days ago and not looked at again since, or not done alone in the latest re-check
 * (rechecks.sql). */
typedef struct
{
  HihId trainee;
  const char *lesson;
  guint days;       /* 7, 30 or 90 */
  gint64 due_at_ms; /* in the past: it is due now; 0 when no clock of then is to be believed */
  gboolean stuck;   /* told as such instead: not among what is due on the desk and in reports */
} HihRecheck;

#define HIH_TYPE_RECHECK (hih_recheck_get_type ())
GType hih_recheck_get_type (void);
HihRecheck *hih_recheck_ref (HihRecheck *self);
void hih_recheck_unref (HihRecheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihRecheck, hih_recheck_unref)

/* Due by now, of one trainee or of everybody (NULL); at most one a trainee and lesson, the longest overdue first.
 * (element-type HihRecheck) */
void hih_records_list_rechecks_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_rechecks_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
