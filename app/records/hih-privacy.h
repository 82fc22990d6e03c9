/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person may ask of the records: to see all that is kept about them, and to be erased from them; and who has been
 * kept long enough. Erasing is never done by itself: somebody looks at the list and does it.
 */
#pragma once

#include "hih-act.h"

G_BEGIN_DECLS

/* How long people are kept after their last lesson when nothing else is set. */
#define HIH_RETENTION_MONTHS 12
#define HIH_RETENTION_MAX_MONTHS 1200

/* Everything about one person as indented JSON. CONSTRAINT: nobody was ever here under that id. */
void hih_records_export_trainee_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
char *hih_records_export_trainee_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A file beside the records that still holds a name. */
typedef struct
{
  const char *path;
  gint64 gone_at_ms; /* a backup: when it is thinned out if one more is made every day; 0: it stays until deleted */
  gboolean deleted;  /* just now, as it was asked for */
} HihTrace;

#define HIH_TYPE_TRACE (hih_trace_get_type ())
GType hih_trace_get_type (void);
HihTrace *hih_trace_ref (HihTrace *self);
void hih_trace_unref (HihTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihTrace, hih_trace_unref)

/* Erases people: their names and pictures are nowhere in the file afterwards, nobody lists them, nothing more is written
 * about them; what they did still counts, of nobody. Then a new backup is made, so that damage does not bring them back.
 * @delete_traces: also deletes the older files that hold them. Whoever is erased already is looked for again. Everybody
 * in @trainees or nobody. CONSTRAINT: nobody was ever here under that id. BUSY: they are erased, but another program
 * keeps the file from being cleaned; ask again. Not within a batch. */
void hih_records_erase_trainees_async (HihRecords *self, const HihId *trainees, guint n_trainees, gboolean delete_traces,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (element-type HihTrace): files that hold, or held, one of them. Copies made elsewhere are not known. */
GPtrArray *hih_records_erase_trainees_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Somebody whose last lesson (practice, film, class, tick) is longer ago than people are kept. */
typedef struct
{
  HihId id;
  const char *name;
  gint64 lesson_at_ms; /* 0: never had one */
  gint64 last_at_ms;   /* what counts: that, or when they were added, or when they were last to be kept longer */
} HihOverdue;

#define HIH_TYPE_OVERDUE (hih_overdue_get_type ())
GType hih_overdue_get_type (void);
HihOverdue *hih_overdue_ref (HihOverdue *self);
void hih_overdue_unref (HihOverdue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihOverdue, hih_overdue_unref)

/* @months: 1 … HIH_RETENTION_MAX_MONTHS calendar months. Longest ago first; empty while the clock is not to be believed. */
void hih_records_list_overdue_async (HihRecords *self, guint months, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (element-type HihOverdue) */
GPtrArray *hih_records_list_overdue_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Keeps people as long again from today on: a kept-longer event each. @people: (element-type HihId). An act, which finishes
 * with hih_records_act_finish() and can be taken back; nobody who is not here is counted. */
void hih_records_keep_longer_async (HihRecords *self, GArray *people, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
