/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the records, one question after the other, for what a report needs. Private to report. */
#pragma once

#include "hih-report.h"

G_BEGIN_DECLS

/* @options and @answers must live until the callback. */
void hih_report_ask_async (HihRecords *records, HihReportNeeds needs, const HihReportOptions *options,
                           HihReportAnswers *answers, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean hih_report_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
