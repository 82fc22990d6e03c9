/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds of reports have in common when they fill a table. */
#pragma once

#include "hih-report.h"

G_BEGIN_DECLS

/* A person's cell: the name where it was asked for, else the pseudonym. */
void hih_report_add_person (HihTable *table, const HihTrainee *trainee, const HihReportOptions *options);
/* A lesson's cell: its id for programs, its title for people. */
void hih_report_add_lesson (HihTable *table, const char *lesson, const HihReportOptions *options);
void hih_report_add_completion (HihTable *table, HihCompletion completion);
void hih_report_add_real_phone (HihTable *table, HihRealPhone tick);
/* (transfer none): the title, or the id of a lesson that is no more. */
const char *hih_report_find_title (const HihReportOptions *options, const char *lesson);
/* Whether a period was asked for at all, and whether that moment lies in it. */
gboolean hih_report_has_period (const HihReportOptions *options);
gboolean hih_report_in_period (const HihReportOptions *options, gint64 at_ms);
/* (transfer none) (nullable): of the people the report is about. */
const HihTrainee *hih_report_find_trainee (const HihReportAnswers *answers, const HihId *trainee);
/* (transfer full) (element-type HihId* → GPtrArray of HihLessonProgress) */
GHashTable *hih_report_sort_progress (const HihReportAnswers *answers);
/* (transfer full) (element-type HihReportLesson): the catalogue's lessons, then those practised that are no longer in
 * it; only the one that was asked for, if one was. */
GArray *hih_report_list_lessons (const HihReportOptions *options, const HihReportAnswers *answers);
/* What one knows of one person and lesson as an xAPI statement. @progress: touched. */
void hih_report_add_statement (HihTable *table, const HihReportOptions *options, const HihTrainee *trainee,
                               const HihLessonProgress *progress);

G_END_DECLS
