/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is here, and in which groups. */
#include "config.h"

#include "hih-trainees.h"

#include <string.h>

#include "hih-collate.h"

G_DEFINE_BOXED_TYPE (HihGroup, hih_group, hih_group_ref, hih_group_unref)

static void
clear_group (gpointer data)
{
  g_free ((char *) ((HihGroup *) data)->name);
}

HihGroup *
hih_group_ref (HihGroup *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_group_unref (HihGroup *self)
{
  g_atomic_rc_box_release_full (self, clear_group);
}

/* Trainee id → names of groups. One query for all: the list of 20 000 people must not ask 20 000 times. */
static GHashTable *
read_groups (HihStore *store, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  sqlite3_stmt *stmt = hih_store_query (store, "members", error);
  int more;

  if (stmt == NULL)
    return NULL;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      GPtrArray *names;
      HihId id;

      hih_column_id (stmt, 0, &id);
      names = g_hash_table_lookup (groups, &id);
      if (names == NULL)
        {
          names = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), names);
        }
      g_ptr_array_add (names, hih_column_dup (stmt, 1));
    }
  return more == 0 ? g_steal_pointer (&groups) : NULL;
}

/* Comparing names by their language is slow: each is made once into bytes that compare the same. */
typedef struct
{
  char *key;
  HihTrainee *trainee;
} Named;

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->key);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Named *) a)->key, ((const Named *) b)->key);
}

/* The same place every day: by name, and people of the same name by who came first. */
static void
sort_by_name (GPtrArray *list)
{
  g_autoptr (GArray) named = g_array_sized_new (FALSE, FALSE, sizeof (Named), list->len);

  g_array_set_clear_func (named, named_clear);
  for (guint i = 0; i < list->len; i++)
    {
      HihTrainee *trainee = list->pdata[i];
      Named one = { hih_collate_dup_key (trainee->name), trainee };

      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_keys); /* stable */
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = g_array_index (named, Named, i).trainee;
}

GPtrArray *
hih_trainees_list (HihStore *store, const char *group, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_trainee_unref);
  g_autoptr (GHashTable) groups = read_groups (store, error);
  sqlite3_stmt *stmt = groups != NULL ? hih_store_query (store, "trainees", error) : NULL;
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_text (stmt, 1, group);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihTrainee *trainee;
      GPtrArray *names;
      HihId id;

      hih_column_id (stmt, 0, &id);
      names = g_hash_table_lookup (groups, &id);
      if (names != NULL)
        g_ptr_array_add (names, NULL);
      trainee = hih_trainee_new (&id, hih_column_dup (stmt, 1), hih_column_dup (stmt, 2),
                                 names != NULL ? (char **) g_ptr_array_steal (names, NULL) : NULL);
      trainee->added_at_ms = sqlite3_column_int64 (stmt, 3);
      trainee->last_seen_at_ms = sqlite3_column_int64 (stmt, 4);
      trainee->consent = (HihConsentState) sqlite3_column_int (stmt, 5);
      hih_trainee_set_family (trainee, (const char *) sqlite3_column_text (stmt, 6));
      g_ptr_array_add (list, trainee);
    }
  sort_by_name (list);
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static gpointer
list_trainees (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return hih_trainees_list (store, data, error);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  return hih_collate ((*(HihGroup *const *) a)->name, (*(HihGroup *const *) b)->name);
}

static gpointer
list_groups (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_group_unref);
  sqlite3_stmt *stmt = hih_store_query (store, "groups", error);
  int more;

  if (stmt == NULL)
    return NULL;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihGroup *group = g_atomic_rc_box_new0 (HihGroup);

      group->name = hih_column_dup (stmt, 0);
      group->n_trainees = (guint) sqlite3_column_int64 (stmt, 1);
      g_ptr_array_add (list, group);
    }
  g_ptr_array_sort (list, compare_groups);
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

/**
 * hih_records_list_trainees_async:
 * @group: (nullable): only its members
 */
void
hih_records_list_trainees_async (HihRecords *self, const char *group, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_trainees, g_strdup (group), g_free,
                    (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_trainees_finish:
 *
 * Returns: (transfer full) (element-type HihTrainee) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_trainees_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_list_groups_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_groups, NULL, NULL,
                    (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hih_records_list_groups_finish:
 *
 * Returns: (transfer full) (element-type HihGroup) (nullable): %NULL with an error
 */
GPtrArray *
hih_records_list_groups_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
