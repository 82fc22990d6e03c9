/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: a question to the records whose answer is a HihTable. One small class a kind, one line a kind in
 * hih-report-kinds.def. */
#pragma once

#include "hih-records.h"
#include "hih-table.h"

G_BEGIN_DECLS

/* Which lessons there are, in the order of the catalogue. */
typedef struct
{
  const char *id;
  const char *title;
} HihReportLesson;

typedef struct
{
  const char *group;              /* (nullable): only its members */
  gint64 from_ms;                 /* ms UTC, 0: from the beginning */
  gint64 to_ms;                   /* ms UTC, exclusive; 0: until now */
  gboolean names;                 /* else people are short pseudonyms */
  const HihReportLesson *lessons; /* (nullable): with @n_lessons; unknown ids are their own title */
  guint n_lessons;
} HihReportOptions;

#define HIH_TYPE_REPORT (hih_report_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihReport, hih_report, HIH, REPORT, GObject)

struct _HihReportClass
{
  GObjectClass parent_class;

  const char *id; /* frozen; as the command line says it */
  /* Takes @task and answers it with a HihTable. @options lives as long as @task. */
  void (*load) (HihReport *self, HihRecords *records, const HihReportOptions *options, GTask *task);
};

/* (transfer full) (nullable): a report of that kind; NULL with NO_DATA when there is none. */
HihReport *hih_report_new (const char *id, GError **error);
/* (transfer none): NULL-ended ids of all kinds. */
const char *const *hih_report_list_kinds (void);

/* @options is copied. Finish: (transfer full). */
void hih_report_load_async (HihReport *self, HihRecords *records, const HihReportOptions *options,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HihTable *hih_report_load_finish (HihReport *self, GAsyncResult *result, GError **error);

G_END_DECLS
