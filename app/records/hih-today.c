/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today at one glance: one question to the records instead of lists of everybody. */
#include "config.h"

#include "hih-today.h"

#include "hih-backup.h"
#include "hih-open.h"
#include "hih-trainees.h"

G_DEFINE_BOXED_TYPE (HihToday, hih_today, hih_today_ref, hih_today_unref)

static void
person_free (gpointer data)
{
  HihTodayPerson *person = data;

  hih_trainee_unref (person->trainee);
  g_ptr_array_unref (person->lessons);
  g_free (person);
}

static void
clear_today (gpointer data)
{
  HihToday *self = data;

  g_ptr_array_unref (self->here);
  g_ptr_array_unref (self->due);
}

HihToday *
hih_today_ref (HihToday *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_today_unref (HihToday *self)
{
  g_atomic_rc_box_release_full (self, clear_today);
}

/* Rows of trainee, name, picture, lesson, time; a person each once, in the order in which they first come. */
static gboolean
read_people (HihStore *store, const char *query, gint64 at_ms, GPtrArray *people, GHashTable *by_id, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, query, error);
  int more;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, at_ms);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihTodayPerson *person;
      HihId id;

      hih_column_id (stmt, 0, &id);
      person = g_hash_table_lookup (by_id, &id);
      if (person == NULL)
        {
          person = g_new0 (HihTodayPerson, 1);
          person->trainee = hih_trainee_new (&id, hih_column_dup (stmt, 1), hih_column_dup (stmt, 2), NULL);
          person->lessons = g_ptr_array_new_with_free_func (g_free);
          person->at_ms = sqlite3_column_int64 (stmt, 4);
          g_ptr_array_add (people, person);
          g_hash_table_insert (by_id, &person->trainee->id, person);
        }
      if (sqlite3_column_bytes (stmt, 3) > 0)
        g_ptr_array_add (person->lessons, hih_column_dup (stmt, 3));
    }
  return more == 0;
}

static gboolean
read_able (HihStore *store, gint64 since_ms, GHashTable *by_id, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "today-able", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, since_ms);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihTodayPerson *person;
      HihId id;

      hih_column_id (stmt, 0, &id);
      person = g_hash_table_lookup (by_id, &id);
      if (person != NULL)
        g_ptr_array_add (person->lessons, hih_column_dup (stmt, 1));
    }
  return more == 0;
}

static gint64
find_backup (HihStore *store)
{
  const char *file = sqlite3_db_filename (hih_store_get_db (store), "main");
  g_autofree char *folder = file != NULL ? g_path_get_dirname (file) : NULL;
  g_autofree char *backups = folder != NULL ? g_build_filename (folder, HIH_BACKUPS_DIR, NULL) : NULL;

  return backups != NULL ? hih_backup_get_newest_ms (backups) : 0;
}

static gpointer
get_today (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const gint64 *since_ms = data;
  g_autoptr (HihToday) self = g_atomic_rc_box_new0 (HihToday);
  g_autoptr (GHashTable) here = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  g_autoptr (GHashTable) due = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  sqlite3_stmt *stmt;

  self->here = g_ptr_array_new_with_free_func (person_free);
  self->due = g_ptr_array_new_with_free_func (person_free);
  if (!read_people (store, "today-here", *since_ms, self->here, here, error) ||
      !read_able (store, *since_ms, here, error) ||
      !read_people (store, "today-due", at_ms, self->due, due, error) ||
      (stmt = hih_store_query (store, "count-trainees", error)) == NULL || hih_store_next (store, stmt, error) < 0)
    return NULL;
  self->n_trainees = (guint) sqlite3_column_int64 (stmt, 0);
  self->n_unasked = (guint) sqlite3_column_int64 (stmt, 1);
  sqlite3_reset (stmt);
  self->backup_at_ms = find_backup (store);
  return g_steal_pointer (&self);
}

/**
 * hih_records_get_today_async:
 * @since_ms: when today began, in ms UTC
 */
void
hih_records_get_today_async (HihRecords *self, gint64 since_ms, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), get_today,
                    g_memdup2 (&since_ms, sizeof since_ms), g_free, (GDestroyNotify) hih_today_unref);
}

/**
 * hih_records_get_today_finish:
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
HihToday *
hih_records_get_today_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
