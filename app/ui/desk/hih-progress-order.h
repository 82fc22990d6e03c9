/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which people of a board are shown, in which order, and what is counted about them. Pure: no widget, any thread. */
#pragma once

#include "hih-board.h"
#include "hih-name-sounds.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_ORDER_NAME,     /* as pinyin puts them */
  HIH_ORDER_NEED,     /* stuck first, then re-checks, then with help */
  HIH_ORDER_PROGRESS, /* most lessons alone first */
} HihProgressOrder;

typedef enum
{
  HIH_ONLY_EVERYBODY,
  HIH_ONLY_STUCK, /* at one of the lessons shown */
  HIH_ONLY_DUE,   /* with a re-check in one of them */
} HihProgressOnly;

typedef struct
{
  const char *group;      /* (nullable): only its members */
  const char *text;       /* (nullable): only whose name it may mean */
  HihProgressOrder order;
  HihProgressOnly only;
  const guint *lessons;   /* columns of the board that are shown */
  guint n_lessons;
} HihProgressWish;

typedef struct
{
  guint n_people;
  guint n_able;     /* can do at least `enough` of the lessons shown alone */
  guint enough;     /* 3, or all when there are fewer */
  guint n_stuck;    /* people stuck at one of them */
  guint n_due;      /* people with a re-check due in one of them */
} HihProgressCounts;

/* How each person of @board sounds, in its order. (element-type HihNameSounds). Some 100 ms for 5 000 people: a thread's. */
GPtrArray *hih_progress_hear (const HihBoard *board);
/* (element-type guint): people of the board. @counts: (nullable) (out): of the group and the search, whatever `only` is. */
GArray *hih_progress_sort (const HihBoard *board, GPtrArray *sounds, const HihProgressWish *wish,
                           HihProgressCounts *counts);

G_END_DECLS
