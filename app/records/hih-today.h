/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an instructor wants to know first in the morning. */
#pragma once

#include "hih-people.h"

G_BEGIN_DECLS

typedef struct
{
  HihTrainee *trainee; /* without groups and family */
  GPtrArray *lessons;  /* (element-type utf8): ids */
  gint64 at_ms;        /* of who is here: last seen; of who is due: since when */
} HihTodayPerson;

/* Immutable; may be read on any thread. */
typedef struct
{
  guint n_trainees;
  guint n_unasked;     /* of them: nobody asked yet whether records may be kept */
  GPtrArray *here;     /* (element-type HihTodayPerson): seen today, the latest first; lessons: able alone since today */
  GPtrArray *due;      /* (element-type HihTodayPerson): lessons: to look at again, the longest overdue first */
  gint64 backup_at_ms; /* the newest backup; 0: none */
} HihToday;

#define HIH_TYPE_TODAY (hih_today_get_type ())
GType hih_today_get_type (void);
HihToday *hih_today_ref (HihToday *self);
void hih_today_unref (HihToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihToday, hih_today_unref)

/* @since_ms: when today began, in ms UTC: the caller knows the time zone. Due is what is due now. */
void hih_records_get_today_async (HihRecords *self, gint64 since_ms, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
HihToday *hih_records_get_today_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
