/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A made-up care home: people with names and groups, and what each practises on a day. Pure: it only makes deeds; hih
 * sample fill writes them down. The same seed makes the same home.
 */
#pragma once

#include "hih-catalogue.h"
#include "hih-care.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_DEED_WATCH,
  HIH_DEED_START,
  HIH_DEED_STEP,
  HIH_DEED_END,
  HIH_DEED_TICK,
  HIH_DEED_BEGIN_CLASS,
  HIH_DEED_ATTEND,
  HIH_DEED_NOTE_HELPERS,
  HIH_DEED_END_CLASS,
  HIH_DEED_PLAN_CALL,
  HIH_DEED_HOLD_CALL,
  HIH_DEED_GIVE_SERVICE,
} HihSampleDeedKind;

#define HIH_SAMPLE_NOBODY G_MAXUINT /* nobody in particular */

/* Something one person did. Texts are borrowed from the catalogue. */
typedef struct
{
  HihSampleDeedKind kind;
  gint64 at_ms;
  guint who;             /* which person; of a class and of some services: HIH_SAMPLE_NOBODY */
  guint run;             /* of this day, from 0: the run, the class or the call it belongs to, each with a number of its own */
  HihLesson *lesson;
  HihRunStart start;     /* START; without its id */
  HihStepEnd step;       /* STEP; without its run, its hits are in `hits` */
  HihRunEnd end;         /* END; without its run */
  HihFilmWatched film;   /* WATCH */
  HihRealPhone tick;     /* TICK */
  const char *hits[4];   /* NULL-ended */
  const char *group;     /* BEGIN_CLASS: interned */
  gboolean late;         /* ATTEND */
  HihHelper helper;      /* BEGIN_CLASS, NOTE_HELPERS, HOLD_CALL, GIVE_SERVICE */
  guint helpers;         /* NOTE_HELPERS */
  guint minutes;         /* NOTE_HELPERS, END_CLASS */
  gint64 day_ms;         /* PLAN_CALL: the midnight its day begins with */
  HihDayPart part;       /* PLAN_CALL */
  HihCallOutcome outcome; /* HOLD_CALL */
  HihService service;    /* GIVE_SERVICE */
} HihSampleDeed;

typedef struct
{
  char *name;
  const char *picture;
  const char *group;     /* interned; people of one group follow one another */
  guint weekday;         /* when it meets: 1 Monday … 5 */
  gboolean afternoon;
} HihSamplePerson;

/* Hours at which groups meet. */
#define HIH_SAMPLE_MORNING 9
#define HIH_SAMPLE_AFTERNOON 14

typedef struct _HihSampleHome HihSampleHome;

/* @catalogue: lives longer. */
HihSampleHome *hih_sample_home_new (HihCatalogue *catalogue, guint n_people, guint32 seed);
void hih_sample_home_free (HihSampleHome *self);
guint hih_sample_home_get_n_people (HihSampleHome *self);
const HihSamplePerson *hih_sample_home_get_person (HihSampleHome *self, guint who);
/* What is done on the day after the last one asked for. @midnight_ms: when it begins; @weekday: 1 Monday … 7.
 * (element-type HihSampleDeed), in any order. @n_runs (out): above every deed's `run`. */
GArray *hih_sample_home_live_day (HihSampleHome *self, gint64 midnight_ms, guint weekday, guint *n_runs);
/* By time; what one person did at one moment stays as it was. */
void hih_sample_deeds_sort (GArray *deeds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihSampleHome, hih_sample_home_free)

G_END_DECLS
