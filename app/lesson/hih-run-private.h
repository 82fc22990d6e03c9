/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run, as its files share it: hih-run.c (the object), hih-run-course.c (its course), hih-run-judge.c (what a
 * gesture was worth), hih-run-way.c (the way), hih-run-help.c (how much help is shown). The rules stand in README.md.
 */
#pragma once

#include "hih-run.h"

G_BEGIN_DECLS

/* What the shown hand is doing. */
typedef enum
{
  HIH_SHOW_NONE,
  HIH_SHOW_WAITING, /* for time to bring the target */
  HIH_SHOW_MOVING,  /* "perform" was emitted: the view moves the hand */
  HIH_SHOW_STANDS,  /* the gesture was done; it is undone in a moment */
} HihShow;

struct _HihRun
{
  GObject parent_instance;

  HihLesson *lesson;
  HihPlan *plan;
  HihAppSet *apps; /* the lesson's */
  HihPhone *phone;
  HihClock *clock; /* the phone's */
  HihStage stage;
  HihRunProfile profile;
  GPtrArray *ways; /* (element-type GHashTable) a plan item: places on the way from it on; NULL: unknown, all are */
  guint busy;      /* > 0 while the run itself changes the phone */

  guint index;
  gboolean started;
  gboolean active;  /* a step runs */
  gboolean waiting; /* a step ended; hih_run_go_on() is due */
  gboolean ended;
  gboolean paused;
  gboolean goal_was_false;
  gboolean goal_met;
  HihPhoneState *checkpoint;  /* at the start of this step */
  HihPhoneState *before_trap; /* (nullable) */
  const HihSlip *slip;        /* (nullable) of the present trap: the first of its slips that held in it */
  gboolean slipped;           /* in this step */
  HihPhoneState *met_state;   /* (nullable) when the step that ended was met */

  /* This step. */
  HihSupport support;
  HihSupport highest;
  guint errors;
  guint nears;
  guint helps;
  guint helps_asked;
  guint nexts;        /* "next" at level 4 */
  guint off_way;      /* screens off the way, in a row */
  gboolean acted;     /* its own gesture was done since the checkpoint */
  gboolean touched;   /* any gesture was, or while waiting: since the step was met */
  GPtrArray *hits;    /* (element-type char *) */
  gint64 since_ms;    /* when the present stretch of work began; -1: none */
  gint64 spent_ms;

  HihShow show;
  HihGesture *shown;
  guint undo_id;
  guint idle_id;
  gint64 eager_until_ms; /* so long a touch is still meant for the hand that it ended; 0: none is */

  HihSupport start_support; /* of the next step */
  guint clean_steps;        /* in a row, for fading */

  guint total_errors;
  HihSupport total_highest;
  gint64 total_ms;
  GPtrArray *outcomes;
};

/* hih-run.c */
const HihStep *hih_run_get_step (HihRun *self);
void hih_run_emit_started (HihRun *self);
void hih_run_emit_ended_step (HihRun *self, const HihStepOutcome *outcome);
void hih_run_emit_ended (HihRun *self, const HihRunOutcome *outcome);
void hih_run_emit_feedback (HihRun *self, HihFeedbackKind kind, HihText *text, const char *target);
void hih_run_emit_support (HihRun *self);
void hih_run_emit_perform (HihRun *self, const HihGesture *gesture);

/* hih-run-course.c */
void hih_run_end_step (HihRun *self, HihFeedbackKind kind);
void hih_run_restore (HihRun *self);

/* hih-run-judge.c */
void hih_run_watch (HihRun *self);
void hih_run_unwatch (HihRun *self);
gboolean hih_run_judge_state (HihRun *self);

/* hih-run-way.c */
void hih_run_find_ways (HihRun *self);
const char *hih_run_get_place (HihPhoneState *state);
gboolean hih_run_is_off_way (HihRun *self, HihPhoneState *state);
const HihProtect *hih_run_find_offended (HihRun *self, HihPhoneState *before, HihPhoneState *after);

/* hih-run-help.c */
void hih_run_climb (HihRun *self);
void hih_run_note_activity (HihRun *self);
void hih_run_clear_help (HihRun *self);
void hih_run_try_show (HihRun *self);
void hih_run_pause_help (HihRun *self);
gboolean hih_run_take_eager (HihRun *self); /* whether this touch is that of an eager finger: once */
void hih_run_fade (HihRun *self, gboolean was_worked);

G_END_DECLS
