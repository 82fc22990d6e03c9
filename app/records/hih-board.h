/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody and every lesson at one glance: how far, who is stuck at what, what is due. Asked for in one question and
 * answered by one immutable value, which may be read on any thread. */
#pragma once

#include "hih-progress.h"

G_BEGIN_DECLS

/* One word for a person and a lesson; what the instructor has to look at comes first. The order is that of need. */
typedef enum
{
  HIH_CELL_NOT_BEGUN,
  HIH_CELL_LEARNING, /* watched, followed or only begun */
  HIH_CELL_HELPED,   /* Guided or Alone was finished, with help */
  HIH_CELL_ABLE,
  HIH_CELL_RECHECK,  /* was able alone; slipped since, or a re-check is due */
  HIH_CELL_STUCK,    /* by the one rule, queries/project-stuck.sql */
} HihCell;

#define HIH_N_CELLS (HIH_CELL_STUCK + 1)

/* @progress: (nullable). @stuck wins over @due. */
HihCell hih_cell_judge (const HihLessonProgress *progress, gboolean stuck, gboolean due);

typedef struct
{
  HihTrainee *trainee;
  const guint8 *cells;      /* HihCell, one a lesson of the board */
  guint n[HIH_N_CELLS];     /* how many lessons stand where */
} HihBoardPerson;

typedef struct
{
  guint person;             /* of the board */
  guint lesson;             /* of the board */
  guint step_index;         /* in the lesson, from 0; one past the last when it was left after its last step */
  const char *step;         /* "" when it was never reached to its end */
  guint times;              /* tries in a row that had trouble with it */
  const char *taken_for;    /* app/element tapped most often instead; "" for nothing */
  guint n_taken;
  gint64 at_ms;             /* when the last of these tries began; 0 when not to be believed */
} HihStuck;

typedef struct
{
  const char *const *lessons; /* NULL-ended: as asked for */
  guint n_lessons;
  HihBoardPerson *people;     /* last seen first; people without a name (erased) are left out */
  guint n_people;
  HihStuck *stuck;            /* the latest first */
  guint n_stuck;
  gint64 at_ms;               /* when it was read: due is what was due then */
} HihBoard;

#define HIH_TYPE_BOARD (hih_board_get_type ())
GType hih_board_get_type (void);
HihBoard *hih_board_ref (HihBoard *self);
void hih_board_unref (HihBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihBoard, hih_board_unref)
/* Where somebody or a lesson stands in it; n_people or n_lessons: nowhere. */
guint hih_board_find_person (const HihBoard *self, const HihId *trainee);
guint hih_board_find_lesson (const HihBoard *self, const char *lesson);

/* @lessons: NULL-ended ids, the columns in their order; lessons that are not among them are left out. */
void hih_records_load_board_async (HihRecords *self, const char *const *lessons, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
HihBoard *hih_records_load_board_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* One step of one run, as it went. */
typedef struct
{
  HihId run;
  guint nth_run;             /* of this lesson, from 0, in the order in which they were begun */
  gint64 at_ms;              /* when the run began; 0 when not to be believed */
  const char *stage;
  const char *outcome;       /* "" while it has no end */
  const char *step;
  guint step_index;
  gboolean trap;
  guint level;
  guint errors;
  guint helps;
  const char *const *hits;   /* NULL-ended: app/element tapped instead */
} HihStepHistory;

/* Every step of every run of @lesson, in order. (element-type HihStepHistory) */
void hih_records_list_history_async (HihRecords *self, const HihId *trainee, const char *lesson,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_history_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
