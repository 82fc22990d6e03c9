/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of reports, in one table: how each is asked and where its answer belongs. */
#include "config.h"

#include "hih-report-questions.h"

#include <stddef.h>

typedef struct
{
  HihReportNeeds needs;
  const HihReportOptions *options;
  HihReportAnswers *answers;
  guint next; /* in the table of questions */
} Asking;

typedef struct
{
  HihReportNeeds need;
  gsize answer; /* where in HihReportAnswers */
  void (*ask) (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*finish) (HihRecords *records, GAsyncResult *result, GError **error);
} Question;

static void
ask_trainees (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_trainees_async (records, options->group, cancellable, callback, data);
}

static const HihId *
one_person (const HihReportOptions *options)
{
  return hih_id_is_nil (&options->trainee) ? NULL : &options->trainee;
}

static void
ask_progress (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_progress_async (records, one_person (options), cancellable, callback, data);
}

static void
ask_rechecks (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_rechecks_async (records, one_person (options), cancellable, callback, data);
}

static void
ask_ledger (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_ledger_async (records, options->from_ms, options->to_ms, cancellable, callback, data);
}

static void
ask_steps (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_step_figures_async (records, options->lesson, options->group, options->from_ms, options->to_ms,
                                       cancellable, callback, data);
}

static void
ask_classes (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer data)
{
  gint64 to_ms = options->to_ms == 0 && options->from_ms != 0 ? G_MAXINT64 : options->to_ms;

  hih_records_list_classes_async (records, options->from_ms, to_ms, cancellable, callback, data);
}

static void
ask_attendance (HihRecords *records, const HihReportOptions *options, GCancellable *cancellable,
                GAsyncReadyCallback callback, gpointer data)
{
  hih_records_list_attended_async (records, options->from_ms, options->to_ms, cancellable, callback, data);
}

static const Question questions[] = {
  { HIH_REPORT_NEEDS_TRAINEES, offsetof (HihReportAnswers, trainees), ask_trainees, hih_records_list_trainees_finish },
  { HIH_REPORT_NEEDS_PROGRESS, offsetof (HihReportAnswers, progress), ask_progress, hih_records_list_progress_finish },
  { HIH_REPORT_NEEDS_RECHECKS, offsetof (HihReportAnswers, rechecks), ask_rechecks, hih_records_list_rechecks_finish },
  { HIH_REPORT_NEEDS_LEDGER, offsetof (HihReportAnswers, ledger), ask_ledger, hih_records_list_ledger_finish },
  { HIH_REPORT_NEEDS_STEPS, offsetof (HihReportAnswers, steps), ask_steps, hih_records_list_step_figures_finish },
  { HIH_REPORT_NEEDS_CLASSES, offsetof (HihReportAnswers, classes), ask_classes, hih_records_list_classes_finish },
  { HIH_REPORT_NEEDS_ATTENDANCE, offsetof (HihReportAnswers, attendance), ask_attendance,
    hih_records_list_attended_finish },
};

static void ask_next (GTask *task);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Asking *asking = g_task_get_task_data (task);
  const Question *question = &questions[asking->next++];
  GError *error = NULL;
  GPtrArray *answer = question->finish (HIH_RECORDS (source), result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  G_STRUCT_MEMBER (GPtrArray *, asking->answers, question->answer) = answer;
  ask_next (task);
}

static void
ask_next (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  while (asking->next < G_N_ELEMENTS (questions) && (asking->needs & questions[asking->next].need) == 0)
    asking->next++;
  if (asking->next < G_N_ELEMENTS (questions))
    {
      questions[asking->next].ask (g_task_get_source_object (task), asking->options, g_task_get_cancellable (task),
                                   answered_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
hih_report_ask_async (HihRecords *records, HihReportNeeds needs, const HihReportOptions *options,
                      HihReportAnswers *answers, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (records, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->needs = needs;
  asking->options = options;
  asking->answers = answers;
  g_task_set_task_data (task, asking, g_free);
  ask_next (task);
}

gboolean
hih_report_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
