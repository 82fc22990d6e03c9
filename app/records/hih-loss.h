/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would be missing if an older copy took the place of the records of today. */
#pragma once

#include "hih-records.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_people;  /* added since */
  guint n_runs;    /* exercises begun, films watched */
  guint n_classes; /* begun */
  guint n_care;    /* calls, services, helpers' time */
  guint n_other;   /* everything else that was written down: ticks, groups, consent … */
} HihLoss;

/* What was written down after @at_ms: the last that is in the copy. Finish fills @loss. */
void hih_records_count_since_async (HihRecords *self, gint64 at_ms, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_count_since_finish (HihRecords *self, GAsyncResult *result, HihLoss *loss, GError **error);

G_END_DECLS
