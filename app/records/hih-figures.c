/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for reports: the ledger, the steps of lessons, who was in which class. */
#include "config.h"

#include "hih-figures.h"

#include <string.h>

#include "hih-collate.h"
#include "hih-records-private.h"

typedef struct
{
  char *lesson; /* (nullable) */
  char *group;  /* (nullable) */
  gint64 from_ms;
  gint64 to_ms;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->lesson);
  g_free (question->group);
  g_free (question);
}

static Question *
question_new (const char *lesson, const char *group, gint64 from_ms, gint64 to_ms)
{
  Question *question = g_new0 (Question, 1);

  question->lesson = g_strdup (lesson);
  question->group = g_strdup (group);
  question->from_ms = from_ms;
  question->to_ms = to_ms;
  return question;
}

static void
bind_period (sqlite3_stmt *stmt, int index, const Question *question)
{
  if (question->from_ms != 0)
    sqlite3_bind_int64 (stmt, index, question->from_ms);
  else
    sqlite3_bind_null (stmt, index);
  if (question->to_ms != 0)
    sqlite3_bind_int64 (stmt, index + 1, question->to_ms);
  else
    sqlite3_bind_null (stmt, index + 1);
}

static void
line_free (gpointer data)
{
  HihLedgerLine *line = data;

  g_free ((char *) line->group);
  g_free (line);
}

/* Those in no group behind the groups, the total last. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const HihLedgerLine *line_a = *(const HihLedgerLine *const *) a, *line_b = *(const HihLedgerLine *const *) b;
  guint rank_a = line_a->total ? 2 : *line_a->group == '\0', rank_b = line_b->total ? 2 : *line_b->group == '\0';

  return rank_a != rank_b ? (rank_a < rank_b ? -1 : 1) : hih_collate (line_a->group, line_b->group);
}

static HihLedgerLine *
find_line (GPtrArray *lines, const char *group, gboolean total)
{
  HihLedgerLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = lines->pdata[i];
      if (line->total == total && strcmp (line->group, group) == 0)
        return line;
    }
  line = g_new0 (HihLedgerLine, 1);
  line->group = g_strdup (group);
  line->total = total;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_number (HihLedgerLine *line, const char *what, guint number)
{
  const struct
  {
    const char *what;
    guint *number;
  } numbers[] = {
    { "sessions", &line->n_sessions },         { "persons", &line->n_persons },
    { "person-times", &line->n_person_times }, { "practice-days", &line->n_practice_days },
    { "able", &line->n_able },                 { "real-phone", &line->n_real_phone },
    { "helper-minutes", &line->helper_minutes }, { "calls", &line->n_calls },
    { "services", &line->n_services },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (strcmp (numbers[i].what, what) == 0)
        *numbers[i].number += number;
    }
}

/* By how much local time is before UTC, at the beginning of the period: China has no summer time. */
static gint64
get_offset_ms (gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_ms / 1000);

  return at != NULL ? g_date_time_get_utc_offset (at) / 1000 : 0;
}

static gpointer
list_ledger (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  sqlite3_stmt *stmt = hih_store_query (store, "ledger", error);
  int more;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, question->from_ms);
  sqlite3_bind_int64 (stmt, 2, question->to_ms != 0 ? question->to_ms : G_MAXINT64);
  sqlite3_bind_int64 (stmt, 3, get_offset_ms (question->from_ms != 0 ? question->from_ms : at_ms));
  find_line (lines, "", TRUE);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    add_number (find_line (lines, (const char *) sqlite3_column_text (stmt, 1), sqlite3_column_int (stmt, 2) != 0),
                (const char *) sqlite3_column_text (stmt, 0), (guint) sqlite3_column_int64 (stmt, 3));
  g_ptr_array_sort (lines, compare_lines);
  return more == 0 ? g_steal_pointer (&lines) : NULL;
}

static void
figures_free (gpointer data)
{
  HihStepFigures *figures = data;

  g_free ((char *) figures->lesson);
  g_free ((char *) figures->step);
  g_free (figures);
}

static gpointer
list_steps (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Question *question = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (figures_free);
  sqlite3_stmt *stmt = hih_store_query (store, "step-figures", error);
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_text (stmt, 1, question->lesson);
  hih_bind_text (stmt, 2, question->group);
  bind_period (stmt, 3, question);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihStepFigures *figures = g_new0 (HihStepFigures, 1);

      figures->lesson = hih_column_dup (stmt, 0);
      figures->step = hih_column_dup (stmt, 1);
      figures->step_index = (guint) sqlite3_column_int64 (stmt, 2);
      figures->n_persons = (guint) sqlite3_column_int64 (stmt, 3);
      figures->n_times = (guint) sqlite3_column_int64 (stmt, 4);
      figures->n_alone = (guint) sqlite3_column_int64 (stmt, 5);
      figures->n_shown = (guint) sqlite3_column_int64 (stmt, 6);
      figures->n_errors = (guint) sqlite3_column_int64 (stmt, 7);
      figures->n_helps_asked = (guint) sqlite3_column_int64 (stmt, 8);
      figures->mean_ms = sqlite3_column_int64 (stmt, 9);
      g_ptr_array_add (list, figures);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static gpointer
list_attended (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = hih_store_query (store, "attended", error);
  int more;

  if (stmt == NULL)
    return NULL;
  bind_period (stmt, 1, data);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihAttended *attended = g_new0 (HihAttended, 1);

      hih_column_id (stmt, 0, &attended->session);
      hih_column_id (stmt, 1, &attended->trainee);
      attended->late = sqlite3_column_int (stmt, 2) != 0;
      g_ptr_array_add (list, attended);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static GPtrArray *
finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hih_records_list_ledger_async:
 * @from_ms: ms UTC
 * @to_ms: ms UTC, exclusive; 0: until now
 */
void
hih_records_list_ledger_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_ledger,
                    question_new (NULL, NULL, from_ms, to_ms), question_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_ledger_finish:
 *
 * Returns: (transfer full) (element-type HihLedgerLine) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_ledger_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (result, error);
}

/**
 * hih_records_list_step_figures_async:
 * @lesson: (nullable): an id
 * @group: (nullable): a group
 */
void
hih_records_list_step_figures_async (HihRecords *self, const char *lesson, const char *group, gint64 from_ms,
                                     gint64 to_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_steps,
                    question_new (lesson, group, from_ms, to_ms), question_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_step_figures_finish:
 *
 * Returns: (transfer full) (element-type HihStepFigures) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_step_figures_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (result, error);
}

/**
 * hih_records_list_attended_async:
 * @from_ms: ms UTC
 * @to_ms: ms UTC, exclusive; 0: until now
 */
void
hih_records_list_attended_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_attended,
                    question_new (NULL, NULL, from_ms, to_ms), question_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_attended_finish:
 *
 * Returns: (transfer full) (element-type HihAttended) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_attended_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return finish (result, error);
}
