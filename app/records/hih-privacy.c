/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Erasing. The log is not touched: its events know people by a random id, and their chain must hold. What says whose id
 * it is, is in one row of profile; that row is emptied. The old bytes are overwritten in place (secure_delete), the WAL is
 * written back and cut to nothing, and VACUUM makes the file anew, so that no free page keeps them.
 */
#include "config.h"

#include "hih-privacy.h"

#include "hih-act-private.h"
#include "hih-backup.h"
#include "hih-body.h"
#include "hih-erase.h"
#include "hih-open.h"
#include "hih-records-private.h"
#include "hih-traces.h"

/* SQLite writes JSON on one line. */
static char *
indent (const char *json)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean quoted = FALSE;
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      gboolean opens = !quoted && (*p == '{' || *p == '['), closes = !quoted && (*p == '}' || *p == ']');
      gboolean empty = opens && (p[1] == '}' || p[1] == ']');

      if (*p == '"')
        quoted = !quoted;
      if (closes && p[-1] != '{' && p[-1] != '[')
        g_string_append_printf (out, "\n%*s", (int) (2 * --depth), "");
      g_string_append_c (out, *p);
      if (quoted && *p == '\\')
        g_string_append_c (out, *++p);
      if (!quoted && *p == ':')
        g_string_append_c (out, ' ');
      if (opens && !empty)
        depth++;
      if ((opens && !empty) || (!quoted && *p == ','))
        g_string_append_printf (out, "\n%*s", (int) (2 * depth), "");
    }
  g_string_append_c (out, '\n');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gpointer
export (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "export", error);
  g_autofree char *json = NULL;
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  sqlite3_bind_int64 (stmt, 2, at_ms);
  more = hih_store_next (store, stmt, error);
  if (more > 0)
    json = hih_column_dup (stmt, 0);
  sqlite3_reset (stmt);
  if (more == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: export: no such trainee");
  return json != NULL ? indent (json) : NULL;
}

/**
 * hih_records_export_trainee_async:
 *
 * Tells everything that is kept about one person.
 */
void
hih_records_export_trainee_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), export, g_memdup2 (trainee, sizeof *trainee),
                    g_free, g_free);
}

char *
hih_records_export_trainee_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Erasing. */

typedef struct
{
  HihId *trainees;
  guint n;
  gboolean delete_traces;
} Erasing;

static void
erasing_free (gpointer data)
{
  g_free (((Erasing *) data)->trainees);
  g_free (data);
}

static gboolean
empty_profiles (HihStore *store, const Erasing *erasing, GArray *sought, gint64 at_ms, GError **error)
{
  if (!hih_store_begin (store, error))
    return FALSE;
  for (guint i = 0; i < erasing->n; i++)
    {
      HihSought one = { erasing->trainees[i], NULL };

      if (!hih_erase (store, &one.id, at_ms, &one.name, error))
        {
          g_free (one.name);
          hih_store_rollback (store);
          return FALSE;
        }
      g_array_append_val (sought, one);
    }
  if (hih_store_commit (store, error))
    return TRUE;
  hih_store_rollback (store);
  return FALSE;
}

/* The WAL into the file, and nothing left of it. */
static gboolean
cut_wal (HihStore *store, GError **error)
{
  gint64 busy = 0;

  if (!hih_store_get_number (store, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, error))
    return FALSE;
  if (busy != 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_BUSY, "records: cut the WAL: another program is reading");
  return busy == 0;
}

static gpointer
erase (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Erasing *erasing = data;
  g_autofree char *dir = g_path_get_dirname (sqlite3_db_filename (hih_store_get_db (store), "main"));
  g_autofree char *path = g_build_filename (dir, HIH_RECORDS_FILE, NULL);
  g_autofree char *backups = g_build_filename (dir, HIH_BACKUPS_DIR, NULL);
  g_autofree char *target = NULL;
  g_autoptr (GArray) sought = g_array_new (FALSE, FALSE, sizeof (HihSought));
  g_autoptr (GPtrArray) traces = NULL;

  g_array_set_clear_func (sought, hih_sought_clear);
  if (!empty_profiles (store, erasing, sought, at_ms, error))
    return NULL;
  if (!cut_wal (store, error) || !hih_store_exec (store, "VACUUM", error) || !cut_wal (store, error))
    {
      g_prefix_error (error, "they are erased, but the file could not be cleaned of what they were called; say it again: ");
      return NULL;
    }
  traces = hih_traces_find (dir, sought, at_ms);
  /* Before any is deleted: there must be one, and the best one must not be from before. */
  target = hih_backup_make_name (backups, NULL, at_ms);
  if (traces->len > 0 && !hih_backup_copy (path, target, NULL, error))
    {
      g_prefix_error (error, "they are erased, but no new backup could be made; say it again: ");
      return NULL;
    }
  if (erasing->delete_traces)
    {
      hih_traces_delete (traces);
      hih_backup_sweep (backups, at_ms);
    }
  return g_steal_pointer (&traces);
}

/**
 * hih_records_erase_trainees_async:
 * @trainees: (array length=n_trainees): whom
 * @delete_traces: whether older files that hold their names are deleted too
 *
 * Erases people for good. After a backup that is being made.
 */
void
hih_records_erase_trainees_async (HihRecords *self, const HihId *trainees, guint n_trainees, gboolean delete_traces,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Erasing *erasing;
  GTask *task;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainees != NULL && n_trainees > 0);
  erasing = g_new0 (Erasing, 1);
  erasing->trainees = g_memdup2 (trainees, n_trainees * sizeof *trainees);
  erasing->n = n_trainees;
  erasing->delete_traces = delete_traces;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_erase_trainees_async);
  /* That it was cancelled meanwhile must not hide that they are erased. */
  g_task_set_check_cancellable (task, FALSE);
  hih_records_read_alone (self, task, erase, erasing, erasing_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
hih_records_erase_trainees_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Kept long enough. */

G_DEFINE_BOXED_TYPE (HihOverdue, hih_overdue, hih_overdue_ref, hih_overdue_unref)

static void
clear_overdue (gpointer data)
{
  g_free ((char *) ((HihOverdue *) data)->name);
}

HihOverdue *
hih_overdue_ref (HihOverdue *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_overdue_unref (HihOverdue *self)
{
  g_atomic_rc_box_release_full (self, clear_overdue);
}

static gpointer
list_overdue (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_overdue_unref);
  sqlite3_stmt *stmt = hih_store_query (store, "overdue", error);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) then = NULL;
  int more;

  if (stmt == NULL)
    return NULL;
  if (at_ms < HIH_EARLIEST_MS || at_ms >= HIH_LATEST_MS)
    return g_steal_pointer (&list);
  now = g_date_time_new_from_unix_utc (at_ms / 1000);
  then = g_date_time_add_months (now, -(int) *(const guint *) data);
  sqlite3_bind_int64 (stmt, 1, g_date_time_to_unix (then) * 1000);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihOverdue *overdue = g_atomic_rc_box_new0 (HihOverdue);

      hih_column_id (stmt, 0, &overdue->id);
      overdue->name = hih_column_dup (stmt, 1);
      overdue->lesson_at_ms = sqlite3_column_int64 (stmt, 2);
      overdue->last_at_ms = sqlite3_column_int64 (stmt, 3);
      g_ptr_array_add (list, overdue);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

/**
 * hih_records_list_overdue_async:
 * @months: how long people are kept
 *
 * Lists whom somebody should erase. Erases nobody.
 */
void
hih_records_list_overdue_async (HihRecords *self, guint months, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (months >= 1 && months <= HIH_RETENTION_MAX_MONTHS);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_overdue,
                    g_memdup2 (&months, sizeof months), g_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
hih_records_list_overdue_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  HihAct *act; /* read by the caller once the task has answered */
  GArray *people;
} Keeping;

static void
keeping_free (gpointer data)
{
  hih_act_unref (((Keeping *) data)->act);
  g_array_unref (((Keeping *) data)->people);
  g_free (data);
}

static gboolean
keep_longer (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Keeping *keeping = data;
  guint n_people = 0;

  if (!hih_act_begin (keeping->act, store, error))
    return FALSE;
  for (guint i = 0; i < keeping->people->len; i++)
    {
      const HihId *id = &g_array_index (keeping->people, HihId, i);

      if (!hih_require_trainee (store, id, NULL))
        continue;
      if (!hih_log_append (store, HIH_VERB_KEPT_LONGER, id, at_ms, hih_body_end (hih_body_new ()), error))
        return FALSE;
      n_people++;
    }
  return hih_act_end (keeping->act, store, n_people, error);
}

/**
 * hih_records_keep_longer_async:
 *
 * What is asked for when somebody overdue comes back next month: their time begins anew.
 */
void
hih_records_keep_longer_async (HihRecords *self, GArray *people, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Keeping *keeping;

  g_return_if_fail (HIH_IS_RECORDS (self));
  task = g_task_new (self, cancellable, callback, user_data);
  keeping = g_new0 (Keeping, 1);
  keeping->act = hih_act_new ();
  keeping->people = g_array_copy (people);
  g_task_set_source_tag (task, hih_records_keep_longer_async);
  g_task_set_task_data (task, hih_act_ref (keeping->act), (GDestroyNotify) hih_act_unref);
  hih_records_write (self, task, keep_longer, keeping, keeping_free);
}
