/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The coach: one run of one stage by one trainee. It watches the phone, judges by state, raises and fades help, brings
 * back who wandered, and says what happened in codes; the page turns codes into words. Knows no widget and no file.
 */
#pragma once

#include "hih-performer.h"
#include "hih-phone.h"

G_BEGIN_DECLS

/* Support level, kept per step. The numbers are stored: frozen. */
typedef enum
{
  HIH_SUPPORT_ALONE = 0,
  HIH_SUPPORT_NAMED = 1,
  HIH_SUPPORT_POINTED = 2,
  HIH_SUPPORT_SHOWN = 3,
  HIH_SUPPORT_DONE = 4,
} HihSupport;

/* What just happened, for the page to put into words. */
typedef enum
{
  HIH_FEEDBACK_STEP_MET,     /* done; `text` is the step's why, if any */
  HIH_FEEDBACK_NAMED,        /* that was another thing: `text` is its title, `target` which */
  HIH_FEEDBACK_NEAR,         /* close, but not onto it */
  HIH_FEEDBACK_WANDERED,     /* one screen off the way; still free to come back alone */
  HIH_FEEDBACK_BROUGHT_BACK, /* two screens off, or asked: the checkpoint returned */
  HIH_FEEDBACK_PROTECTED,    /* that would have changed what must not change: `text` says why */
  HIH_FEEDBACK_TRAP,         /* a trap struck: `text` says what is seen */
  HIH_FEEDBACK_RECOVERED,    /* out of the trap; `text` is the trap's kind word, if any: after a slip, the slip's */
  HIH_FEEDBACK_GOAL_MET,     /* the goal came true by another way: the rest is done too */
} HihFeedbackKind;

typedef struct
{
  HihFeedbackKind kind;
  HihText *text;      /* (nullable) borrowed */
  const char *target; /* (nullable) */
  HihSupport support; /* the most help this step has had so far */
} HihFeedback;

typedef struct
{
  guint index;         /* in the plan */
  const char *step_id;
  const char *trap_id; /* NULL for a step of the lesson */
  const char *trap_kind; /* of that trap */
  gboolean recovered;  /* it was the trap's last step: one is out of it */
  gboolean slipped;    /* something was nearly given away: in this step, or, in the trap's last, in any of them */
  HihSupport support;  /* the highest level it took */
  guint errors;
  guint nears;
  guint helps;         /* asked for, or given on idling */
  guint helps_asked;   /* of these: asked for */
  gint64 duration_ms;
  const char *const *hits; /* targets tapped instead, in order; NULL-ended */
} HihStepOutcome;

typedef struct
{
  gboolean finished;     /* every item met */
  gboolean able_alone;   /* the one rule: hih_run_judge_able() */
  guint errors;
  HihSupport highest;    /* over all steps */
  gint64 duration_ms;
} HihRunOutcome;

/* Where the step's target is, seen from the screen that is shown. */
typedef enum
{
  HIH_SIGHT_HERE,      /* on it: its place may be told */
  HIH_SIGHT_BACK,      /* going back leads to it */
  HIH_SIGHT_HOME,      /* it is on the home screen, or the way to it begins there */
  HIH_SIGHT_ELSEWHERE, /* farther away, or time will bring it */
} HihSight;

/* How this trainee wants to be helped. All in the trainee's own preferences. */
typedef struct
{
  gint64 median_step_ms; /* of this person; 0: not known yet */
  gboolean errorless;    /* starts every step at POINTED and fades by performance */
} HihRunProfile;

#define HIH_TYPE_RUN (hih_run_get_type ())
G_DECLARE_FINAL_TYPE (HihRun, hih_run, HIH, RUN, GObject)

/* Signals (main thread):
 *   step-started (guint index)
 *   step-ended (gpointer const HihStepOutcome *): on disk before the next begins: the run waits for hih_run_go_on()
 *   support-changed (guint level): how much help is shown now
 *   feedback (gpointer const HihFeedback *)
 *   perform (gpointer const HihGesture *): help level 3: the view moves the hand, then calls hih_run_performed()
 *   ended (gpointer const HihRunOutcome *)
 */
HihRun *hih_run_new (HihLesson *lesson, HihStage stage, gboolean with_traps, HihPhone *phone, const HihRunProfile *profile);

/* A run that resumes: what the records know of its earlier part, which counts for the whole. Before hih_run_start(). */
void hih_run_set_earlier (HihRun *self, guint errors, HihSupport highest, gint64 duration_ms);
/* Starts at plan item @index with the performer's state there (0 for a fresh run; the saved step when resuming). */
void hih_run_start (HihRun *self, guint index);
/* The step that ended is stored: begin the next. */
void hih_run_go_on (HihRun *self);
/* "Help me": one level more. */
void hih_run_help (HihRun *self);
/* "See how it is done": help level 3 at once, and again as often as asked. One help, however far it climbs. */
void hih_run_show_me (HihRun *self);
/* "Next" on a step that is met by the person's word (look); also passes a step over at level 4 when asked twice. */
void hih_run_next (HihRun *self);
/* "Again": the checkpoint of this step returns; not an error. */
void hih_run_repeat (HihRun *self);
/* "Back": the step before is begun again. */
void hih_run_back (HihRun *self);
/* The shown hand has arrived: the gesture is now done on the phone, then undone again at level 3, kept at level 4. */
void hih_run_performed (HihRun *self);
/* A finger came while the hand was on its way: the hand is gone and it is the trainee's turn. What that finger touches counts
 * if it is right, and is nothing at all if it is not. */
void hih_run_take_over (HihRun *self);
/* Reading, another page: the phone's time, the idling and the duration stand still. */
void hih_run_set_paused (HihRun *self, gboolean paused);
/* Ends the run where it stands; "ended" tells that it is not finished. */
void hih_run_stop (HihRun *self);

HihStage hih_run_get_stage (HihRun *self);
HihPlan *hih_run_get_plan (HihRun *self);
guint hih_run_get_index (HihRun *self);
const HihPlanItem *hih_run_get_item (HihRun *self);   /* NULL before start and after the end */
HihSupport hih_run_get_support (HihRun *self);
const char *hih_run_get_target (HihRun *self);        /* (nullable) what to ring now: the step's target, or the way back to it */
HihSight hih_run_get_sight (HihRun *self);            /* HERE for a step without a target, and while a shown step stands */
gboolean hih_run_is_waiting_for_word (HihRun *self);  /* a look step: "next" is the thing to do */
gboolean hih_run_is_step_met (HihRun *self);
gboolean hih_run_is_in_step (HihRun *self);           /* a step was begun and is not met yet */
/* Something comes by itself: the hand shows, more help follows on idling, or what was done is being stored. */
gboolean hih_run_is_moving (HihRun *self);
GPtrArray *hih_run_get_outcomes (HihRun *self);       /* (element-type HihStepOutcome) so far; as long as the run */

/* The one rule of "able alone" (DESIGN.md §4): an Alone run with at most 1 error in all and no step above level 2. */
gboolean hih_run_judge_able (HihStage stage, guint errors, HihSupport highest);

G_END_DECLS
