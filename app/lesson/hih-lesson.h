/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One lesson as written: steps, goal, traps, the way without a phone. Immutable once loaded. */
#pragma once

#include "hih-app-set.h"
#include "hih-condition.h"
#include "hih-effect.h"
#include "hih-issue.h"
#include "hih-text.h"

G_BEGIN_DECLS

#define HIH_LESSON_FORMAT 1

typedef struct _HihStepKind HihStepKind;

typedef enum
{
  HIH_STAGE_WATCH,
  HIH_STAGE_FOLLOW,
  HIH_STAGE_GUIDED,
  HIH_STAGE_ALONE,
} HihStage;

#define HIH_N_STAGES 4

const char *hih_stage_get_name (HihStage stage); /* frozen: watch follow guided alone */
gboolean hih_stage_parse (const char *name, HihStage *stage);

typedef struct
{
  char *id;
  const HihStepKind *kind;
  char *target;            /* "app/element", NULL for a kind that needs none (look) */
  char *value;             /* what is typed or dragged to; NULL for most */
  HihCondition *until;     /* NULL: met by the gesture itself (or, for look, by "next") */
  gboolean wait;           /* the result comes later: time may have to pass after the gesture */
  HihText *title;          /* a few words for lists: "Tap Chat" */
  HihText *say;            /* the instruction; spoken and captioned */
  HihText *where;          /* Guided's words; may be NULL only for kinds without a target */
  HihText *where_in[HIH_N_LAYOUTS]; /* (nullable) other words in a layout: hih_step_get_where() */
  HihText *why;            /* (nullable) offered after the step */
  const char *picture;     /* (nullable) shown with steps done away from the phone */
  gint64 film_start_ms;    /* -1, or the step's time in the lesson's own real film */
  gint64 film_end_ms;
  const char *file;
  int line, column;
  HihFilePlace id_place, target_place, until_place, picture_place, film_start_place, film_end_place;
} HihStep;

/* What was nearly given away in a trap: noticed, never held against anybody, and told kindly afterwards. */
typedef struct
{
  HihCondition *when;
  HihText *tell;
} HihSlip;

typedef struct
{
  char *id;
  char *at;                /* the step before which it strikes */
  char *kind;              /* no-answer dark-screen wrong-person expired advert scam ... */
  char *use;               /* (nullable) the drill of drills/ that it was made from; its steps lie in that file */
  guint stages;            /* 1 << HihStage */
  GPtrArray *effects;      /* (element-type HihEffect) how it strikes */
  HihText *say;            /* what is seen: "Nobody answers. What now?" */
  HihText *tell;           /* (nullable) said kindly after it is recovered from */
  GPtrArray *slips;        /* (element-type HihSlip) the first that ever held is told in place of tell */
  GPtrArray *steps;        /* (element-type HihStep) the way out; recovery = the last one's until */
  const char *file;
  int line, column;
  HihFilePlace id_place, at_place;
} HihTrap;

typedef struct
{
  char *key;               /* "app.key" */
  HihText *why;            /* said when it would be changed */
} HihProtect;

/* (nullable) (transfer none): where to look in this layout. */
HihText *hih_step_get_where (const HihStep *step, const char *layout);

typedef struct _HihLesson HihLesson;

#define HIH_TYPE_LESSON (hih_lesson_get_type ())
GType hih_lesson_get_type (void);

/* Loads the lesson and its apps (from @apps_dir). NULL with issues added when it cannot be used. Blocks. */
HihLesson *hih_lesson_load (const char *path, const char *apps_dir, GPtrArray *issues);
HihLesson *hih_lesson_ref (HihLesson *self);
void hih_lesson_unref (HihLesson *self);

const char *hih_lesson_get_id (HihLesson *self);
const char *hih_lesson_get_topic (HihLesson *self);        /* device family code transport health money leisure office fraud */
const char *hih_lesson_get_path (HihLesson *self);
guint hih_lesson_get_minutes (HihLesson *self);
int hih_lesson_get_order (HihLesson *self);                /* place in its topic */
const char *hih_lesson_get_content_hash (HihLesson *self); /* hex; changes when a learner would notice */
const char *hih_lesson_get_picture (HihLesson *self);      /* such as "face-fang" */
HihText *hih_lesson_get_title (HihLesson *self);
HihText *hih_lesson_get_able (HihLesson *self);            /* (nullable) "You can video-call your daughter!" */
HihText *hih_lesson_get_metaphor (HihLesson *self);        /* (nullable) */
HihText *hih_lesson_get_notes (HihLesson *self);           /* (nullable) for instructors: what people get wrong */
HihText *hih_lesson_get_real_phone (HihLesson *self);      /* (nullable) for instructors: what to show on a real phone */
const char *const *hih_lesson_get_needs (HihLesson *self); /* lesson ids */
const char *hih_lesson_get_region (HihLesson *self);       /* (nullable) "CN" */
const char *hih_lesson_get_checked (HihLesson *self);      /* (nullable) "2026-11" */
const char *hih_lesson_get_status_key (HihLesson *self);   /* (nullable) a local switch: "health-code" */
const char *hih_lesson_get_status_default (HihLesson *self); /* in-force retired drill; NULL without a key */
HihText *hih_lesson_get_status_text (HihLesson *self, const char *status); /* (nullable) what the trainee is told */
const char *hih_lesson_get_film (HihLesson *self);         /* (nullable) a real film beside the lesson file */

HihAppSet *hih_lesson_get_apps (HihLesson *self);
const char *const *hih_lesson_get_layouts (HihLesson *self);
HihPhoneState *hih_lesson_dup_start_state (HihLesson *self); /* start screen + <start> effects */

guint hih_lesson_get_n_steps (HihLesson *self);
const HihStep *hih_lesson_get_step (HihLesson *self, guint index);
GPtrArray *hih_lesson_get_traps (HihLesson *self);         /* (element-type HihTrap) */
GPtrArray *hih_lesson_get_protects (HihLesson *self);      /* (element-type HihProtect) */
const HihCondition *hih_lesson_get_goal (HihLesson *self);
HihText *hih_lesson_get_goal_say (HihLesson *self);        /* who and what: "Call your daughter ..." */
HihText *hih_lesson_get_goal_done (HihLesson *self);       /* (nullable) when it counts: "When you see her face, you have done it." */
GPtrArray *hih_lesson_get_offline (HihLesson *self);       /* (element-type HihText) the ways without a phone */
GPtrArray *hih_lesson_get_card_steps (HihLesson *self);    /* (element-type char *) step ids of the take-home card */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihLesson, hih_lesson_unref)

G_END_DECLS
