/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The board is read in one job of the records thread, so that its numbers agree with one another. 5 000 people and 40
 * lessons are 200 000 rows: a cell is one byte, a lesson is found by its hash, a person by being the same as in the row
 * before, and nothing is allocated a row.
 */
#include "config.h"

#include "hih-board.h"

#include <string.h>

#include "hih-progress-private.h"
#include "hih-trainees.h"

G_DEFINE_BOXED_TYPE (HihBoard, hih_board, hih_board_ref, hih_board_unref)

static void
clear_board (gpointer data)
{
  HihBoard *self = data;

  for (guint i = 0; i < self->n_people; i++)
    {
      hih_trainee_unref (self->people[i].trainee);
      g_free ((guint8 *) self->people[i].cells);
    }
  for (guint i = 0; i < self->n_stuck; i++)
    {
      g_free ((char *) self->stuck[i].step);
      g_free ((char *) self->stuck[i].taken_for);
    }
  g_free (self->people);
  g_free (self->stuck);
  g_strfreev ((char **) self->lessons);
}

HihBoard *
hih_board_ref (HihBoard *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_board_unref (HihBoard *self)
{
  g_atomic_rc_box_release_full (self, clear_board);
}

guint
hih_board_find_person (const HihBoard *self, const HihId *trainee)
{
  guint i = 0;

  while (i < self->n_people && !hih_id_equal (&self->people[i].trainee->id, trainee))
    i++;
  return i;
}

guint
hih_board_find_lesson (const HihBoard *self, const char *lesson)
{
  guint i = 0;

  while (i < self->n_lessons && !g_str_equal (self->lessons[i], lesson))
    i++;
  return i;
}

/**
 * hih_cell_judge:
 * @progress: (nullable): not touched yet
 * @stuck: by the rule of project-stuck.sql
 * @due: whether a re-check is due
 *
 * Returns: the one word for it; any thread
 */
HihCell
hih_cell_judge (const HihLessonProgress *progress, gboolean stuck, gboolean due)
{
  if (stuck)
    return HIH_CELL_STUCK;
  switch (hih_lesson_progress_get_standing (progress, due))
    {
    case HIH_STANDING_BEGUN:
    case HIH_STANDING_WATCHED:
    case HIH_STANDING_FOLLOWED:
      return HIH_CELL_LEARNING;
    case HIH_STANDING_TRIED:
    case HIH_STANDING_HELPED:
      return HIH_CELL_HELPED;
    case HIH_STANDING_ABLE:
      return HIH_CELL_ABLE;
    case HIH_STANDING_RECHECK:
      return HIH_CELL_RECHECK;
    case HIH_STANDING_NOT_BEGUN:
    default:
      return HIH_CELL_NOT_BEGUN;
    }
}

/* What is needed while it is read. */
typedef struct
{
  HihBoard *board;
  GHashTable *people;   /* HihId → place + 1 */
  GHashTable *lessons;  /* id → place + 1 */
  HihId last;           /* of the row before … */
  guint8 *cells;        /* … whose cells these are; NULL: nobody who is shown */
} Reading;

static guint
find_lesson (const Reading *reading, sqlite3_stmt *stmt, int column)
{
  const char *lesson = (const char *) sqlite3_column_text (stmt, column);

  return lesson != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->lessons, lesson)) : 0;
}

/* Makes @reading->cells those of the row's trainee. FALSE: not shown. */
static gboolean
find_cells (Reading *reading, sqlite3_stmt *stmt)
{
  const void *id = sqlite3_column_blob (stmt, 0);
  guint place;

  if (id == NULL || sqlite3_column_bytes (stmt, 0) != sizeof (HihId))
    return FALSE;
  if (memcmp (id, &reading->last, sizeof (HihId)) == 0)
    return reading->cells != NULL;
  memcpy (&reading->last, id, sizeof (HihId));
  place = GPOINTER_TO_UINT (g_hash_table_lookup (reading->people, &reading->last));
  reading->cells = place > 0 ? (guint8 *) reading->board->people[place - 1].cells : NULL;
  return reading->cells != NULL;
}

static gboolean
read_people (HihStore *store, Reading *reading, GError **error)
{
  HihBoard *board = reading->board;
  g_autoptr (GPtrArray) trainees = hih_trainees_list (store, NULL, error);

  if (trainees == NULL)
    return FALSE;
  board->people = g_new0 (HihBoardPerson, trainees->len);
  for (guint i = 0; i < trainees->len; i++)
    {
      HihTrainee *trainee = trainees->pdata[i];

      if (*trainee->name == '\0')
        continue;
      board->people[board->n_people].trainee = hih_trainee_ref (trainee);
      board->people[board->n_people].cells = g_new0 (guint8, MAX (board->n_lessons, 1));
      board->n_people++;
      g_hash_table_insert (reading->people, &trainee->id, GUINT_TO_POINTER (board->n_people));
    }
  return TRUE;
}

static gboolean
read_cells (HihStore *store, Reading *reading, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "board", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      guint lesson = find_lesson (reading, stmt, 1);
      HihLessonProgress progress = { .stages_done = (HihStagesDone) sqlite3_column_int (stmt, 2),
                                     .slipped = sqlite3_column_int (stmt, 4) != 0 };

      if (lesson == 0 || !find_cells (reading, stmt))
        continue;
      progress.completion = hih_completion_judge (TRUE, sqlite3_column_int (stmt, 3) != 0, progress.stages_done);
      reading->cells[lesson - 1] = (guint8) hih_cell_judge (&progress, FALSE, FALSE);
    }
  return more == 0;
}

/* What is due makes of able a re-check; of nothing else. */
static gboolean
read_dues (HihStore *store, Reading *reading, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "rechecks", error);
  int more = 0;

  if (stmt == NULL)
    return FALSE;
  /* With a clock in 2101 everything would be due: better nothing than nonsense. */
  if (at_ms >= HIH_LATEST_MS)
    return TRUE;
  hih_bind_id (stmt, 1, NULL);
  sqlite3_bind_int64 (stmt, 2, at_ms);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      guint lesson = find_lesson (reading, stmt, 1);

      if (lesson > 0 && find_cells (reading, stmt) && reading->cells[lesson - 1] == HIH_CELL_ABLE)
        reading->cells[lesson - 1] = HIH_CELL_RECHECK;
    }
  return more == 0;
}

static gboolean
read_stuck (HihStore *store, Reading *reading, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "board-stuck", error);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (HihStuck));
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      guint lesson = find_lesson (reading, stmt, 1);
      HihStuck stuck = { .step_index = (guint) sqlite3_column_int64 (stmt, 2),
                         .times = (guint) sqlite3_column_int64 (stmt, 4),
                         .n_taken = (guint) sqlite3_column_int64 (stmt, 6),
                         .at_ms = sqlite3_column_int64 (stmt, 7) };

      if (lesson == 0 || !find_cells (reading, stmt))
        continue;
      stuck.person = GPOINTER_TO_UINT (g_hash_table_lookup (reading->people, &reading->last)) - 1;
      stuck.lesson = lesson - 1;
      stuck.step = hih_column_dup (stmt, 3);
      stuck.taken_for = hih_column_dup (stmt, 5);
      reading->cells[lesson - 1] = HIH_CELL_STUCK;
      g_array_append_val (list, stuck);
    }
  reading->board->n_stuck = list->len;
  reading->board->stuck = (HihStuck *) (void *) g_array_free (g_steal_pointer (&list), FALSE);
  return more == 0;
}

static void
count_cells (HihBoard *board)
{
  for (guint i = 0; i < board->n_people; i++)
    {
      for (guint k = 0; k < board->n_lessons; k++)
        board->people[i].n[board->people[i].cells[k]]++;
    }
}

static gpointer
load_board (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (HihBoard) board = g_atomic_rc_box_new0 (HihBoard);
  g_autoptr (GHashTable) people = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  g_autoptr (GHashTable) lessons = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { .board = board, .people = people, .lessons = lessons };

  board->lessons = (const char *const *) g_strdupv (data);
  board->n_lessons = g_strv_length (data);
  board->at_ms = at_ms;
  for (guint i = 0; i < board->n_lessons; i++)
    g_hash_table_insert (lessons, (char *) board->lessons[i], GUINT_TO_POINTER (i + 1));
  if (!read_people (store, &reading, error) || !read_cells (store, &reading, error) ||
      !read_dues (store, &reading, at_ms, error) || !read_stuck (store, &reading, error))
    return NULL;
  count_cells (board);
  return g_steal_pointer (&board);
}

/**
 * hih_records_load_board_async:
 * @lessons: (array zero-terminated=1): ids of the columns, in their order
 */
void
hih_records_load_board_async (HihRecords *self, const char *const *lessons, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (lessons != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), load_board, g_strdupv ((char **) lessons),
                    (GDestroyNotify) g_strfreev, (GDestroyNotify) hih_board_unref);
}

/**
 * hih_records_load_board_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
HihBoard *
hih_records_load_board_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
