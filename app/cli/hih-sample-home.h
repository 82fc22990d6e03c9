/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A made-up care home: people with names and groups, and what each does on a day. Pure: it only makes deeds, in the
 * order of their times; hih sample fill writes them down. The same seed makes the same home.
 */
#pragma once

#include "hih-catalogue.h"
#include "hih-run-log.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_DEED_WATCH,
  HIH_DEED_START,
  HIH_DEED_STEP,
  HIH_DEED_END,
  HIH_DEED_TICK,
} HihSampleDeedKind;

/* Something one person did. Texts are borrowed from the catalogue. */
typedef struct
{
  HihSampleDeedKind kind;
  gint64 at_ms;
  guint who;             /* which person */
  guint run;             /* of this day, from 0 */
  HihLesson *lesson;
  HihRunStart start;     /* START; without its id */
  HihStepEnd step;       /* STEP; without its run, its hits are in `hits` */
  HihRunEnd end;         /* END; without its run */
  HihFilmWatched film;   /* WATCH */
  HihRealPhone tick;     /* TICK */
  const char *hits[4];   /* NULL-ended */
} HihSampleDeed;

typedef struct
{
  char *name;
  const char *picture;
  const char *group;     /* interned */
} HihSamplePerson;

typedef struct _HihSampleHome HihSampleHome;

/* @catalogue: lives longer. */
HihSampleHome *hih_sample_home_new (HihCatalogue *catalogue, guint n_people, guint32 seed);
void hih_sample_home_free (HihSampleHome *self);
guint hih_sample_home_get_n_people (HihSampleHome *self);
const HihSamplePerson *hih_sample_home_get_person (HihSampleHome *self, guint who);
/* What is done on the day after the last one asked for. @midnight_ms: when it begins; @weekday: 1 Monday … 7.
 * (element-type HihSampleDeed), by time. @n_runs (out): how many runs are among it. */
GArray *hih_sample_home_live_day (HihSampleHome *self, gint64 midnight_ms, guint weekday, guint *n_runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihSampleHome, hih_sample_home_free)

G_END_DECLS
