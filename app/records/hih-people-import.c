/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A read people file into the records: everybody in one transaction, or nobody. */
#include "config.h"

#include "hih-people-import.h"

#include "hih-people-sheet.h"
#include "hih-trainees.h"

G_DEFINE_BOXED_TYPE (HihImportResult, hih_import_result, hih_import_result_ref, hih_import_result_unref)

static void
clear_result (gpointer data)
{
  HihImportResult *self = data;

  g_ptr_array_unref (self->bad_rows);
  g_ptr_array_unref (self->repeats);
}

HihImportResult *
hih_import_result_ref (HihImportResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_import_result_unref (HihImportResult *self)
{
  g_atomic_rc_box_release_full (self, clear_result);
}

typedef struct
{
  HihPeopleSheet *sheet;
  HihImportFlags flags;
  HihImportResult *result; /* read by the caller once the task has answered */
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  hih_people_sheet_unref (import->sheet);
  hih_import_result_unref (import->result);
  g_free (import);
}

static gpointer
copy_bad_row (gconstpointer source, gpointer data)
{
  const HihBadRow *bad = source;

  return hih_bad_row_new (bad->row, bad->problem, bad->value);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const HihBadRow *row_a = *(const HihBadRow *const *) a, *row_b = *(const HihBadRow *const *) b;

  return row_a->row > row_b->row ? 1 : row_a->row < row_b->row ? -1 : 0;
}

static gboolean
load_names (HihStore *store, GHashTable *names, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "names", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    g_hash_table_add (names, hih_column_dup (stmt, 0));
  return more == 0;
}

static gboolean
import_people (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Import *import = data;
  HihImportResult *result = import->result;
  g_autoptr (HihClock) then = hih_virtual_clock_new (at_ms);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) new_rows = g_ptr_array_new ();

  if (!load_names (store, names, error))
    return FALSE;
  for (guint i = 0; i < import->sheet->rows->len; i++)
    {
      HihPersonRow *row = import->sheet->rows->pdata[i];

      if (g_hash_table_contains (names, row->name))
        g_ptr_array_add (result->repeats, hih_bad_row_new (row->row, HIH_ROW_PROBLEM_KNOWN, row->name));
      else
        g_ptr_array_add (new_rows, row);
    }
  g_ptr_array_sort (result->repeats, compare_rows);
  if (result->bad_rows->len > 0 || (result->repeats->len > 0 && (import->flags & HIH_IMPORT_SKIP_REPEATS) == 0))
    return TRUE;
  result->done = TRUE;
  result->n_skipped = result->repeats->len;
  result->n_added = new_rows->len;
  if ((import->flags & HIH_IMPORT_TRY) != 0)
    return TRUE;
  for (guint i = 0; i < new_rows->len; i++)
    {
      const HihPersonRow *row = new_rows->pdata[i];
      HihId id;

      hih_id_generate (&id, then);
      if (!hih_trainees_add (store, &id, row->name, row->picture, row->group, at_ms, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hih_records_import_people_async:
 *
 * Adds the people of @sheet. When a row is bad, or somebody is there already and @flags do not say to skip them,
 * nobody is added and the result says why.
 */
void
hih_records_import_people_async (HihRecords *self, HihPeopleSheet *sheet, HihImportFlags flags,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Import *import;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (sheet != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_import_people_async);
  import = g_new0 (Import, 1);
  import->sheet = hih_people_sheet_ref (sheet);
  import->flags = flags;
  import->result = g_atomic_rc_box_new0 (HihImportResult);
  import->result->bad_rows = g_ptr_array_copy (sheet->bad_rows, (GCopyFunc) copy_bad_row, NULL);
  g_ptr_array_set_free_func (import->result->bad_rows, (GDestroyNotify) hih_bad_row_free);
  import->result->repeats = g_ptr_array_copy (sheet->repeats, (GCopyFunc) copy_bad_row, NULL);
  g_ptr_array_set_free_func (import->result->repeats, (GDestroyNotify) hih_bad_row_free);
  g_task_set_task_data (task, hih_import_result_ref (import->result), (GDestroyNotify) hih_import_result_unref);
  hih_records_write (self, task, import_people, import, import_free);
}

/**
 * hih_records_import_people_finish:
 *
 * Returns: (transfer full) (nullable): what happened; %NULL with an error when the records could not be written
 */
HihImportResult *
hih_records_import_people_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return hih_import_result_ref (g_task_get_task_data (G_TASK (result)));
}
