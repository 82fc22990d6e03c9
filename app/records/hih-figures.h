/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for reports: sums over everybody, made by SQLite so that no page and no report adds up rows by itself. */
#pragma once

#include "hih-classes.h"

G_BEGIN_DECLS

/* One line of the ledger (工作台账): what happened in a period. No names. All values may be read on any thread. */
typedef struct
{
  const char *group;      /* "" for those in none */
  gboolean total;         /* of everybody; the last line. Who is in two groups counts once here */
  guint n_sessions;       /* classes that began, by the group of the class */
  guint n_persons;        /* different people who were in a class or practised, by the groups they are in now */
  guint n_person_times;   /* who came, summed over the classes */
  guint n_practice_days;  /* a person practising on a day, with or without a class, counts one */
  guint n_able;           /* different people who did a lesson alone */
  guint n_real_phone;     /* different people whose latest tick of the period in some lesson says "alone" */
  guint helper_minutes;   /* helpers × minutes; of a class by its date, else by when it was said */
  guint n_calls;          /* family calls held */
  guint n_services;       /* offline services given; those of nobody in particular are in no group */
} HihLedgerLine;

/* From @from_ms to before @to_ms (ms UTC; 0: open). Days are those of the local time zone at the beginning.
 * (element-type HihLedgerLine), by group, those in none, then the total. */
void hih_records_list_ledger_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_ledger_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* How one step of a lesson went, over all practice (Follow, Guided, Alone); traps are not in it. */
typedef struct
{
  const char *lesson;
  const char *step;
  guint step_index;
  guint n_persons;
  guint n_times;
  guint n_alone;      /* times without any help */
  guint n_shown;      /* times it was pointed at, shown or done for them in Guided or Alone */
  guint n_errors;
  guint n_helps_asked;
  gint64 mean_ms;
} HihStepFigures;

/* @lesson, @group: (nullable) all. The hardest first within a lesson: by the share of times it was not done alone.
 * (element-type HihStepFigures) */
void hih_records_list_step_figures_async (HihRecords *self, const char *lesson, const char *group, gint64 from_ms,
                                          gint64 to_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *hih_records_list_step_figures_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Somebody was in a class. */
typedef struct
{
  HihId session;
  HihId trainee;
  gboolean late;
} HihAttended;

/* Of the classes that began in the period, in the order in which people came. (element-type HihAttended) */
void hih_records_list_attended_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_attended_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
