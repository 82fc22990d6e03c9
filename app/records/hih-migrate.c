/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered steps, one transaction each, so that a power cut leaves either the old version or the new one. */
#include "config.h"

#include "hih-migrate.h"

#include <stdlib.h>
#include <string.h>

#include "hih-projection.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
list_steps (GResource *resource, const char *prefix)
{
  char **names = g_resource_enumerate_children (resource, prefix, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    g_error ("records: list migrations: no %s built in", prefix);
  qsort (names, g_strv_length (names), sizeof names[0], compare_names);
  return names;
}

int
hih_migrate_get_newest (GResource *resource, const char *prefix)
{
  g_auto (GStrv) names = list_steps (resource, prefix);

  return (int) g_strv_length (names);
}

/* One step and its number, or nothing. */
static gboolean
run_step (HihStore *store, GResource *resource, const char *path, gint64 version, gboolean last, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *stamp = NULL;
  gint64 now = 0;

  if (sql == NULL || !hih_store_begin (store, error))
    return FALSE;
  /* Another program may have done it while this one waited for the lock. */
  if (!hih_store_get_number (store, "PRAGMA user_version", &now, error))
    {
      hih_store_rollback (store);
      return FALSE;
    }
  if (now >= version)
    {
      hih_store_rollback (store);
      return TRUE;
    }
  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GINT64_FORMAT, HIH_APPLICATION_ID,
                           version);
  if (hih_store_exec (store, g_bytes_get_data (sql, NULL), error) && hih_store_exec (store, stamp, error) &&
      (!last || hih_projection_rebuild (store, error)) && hih_store_commit (store, error))
    return TRUE;
  hih_store_rollback (store);
  return FALSE;
}

gboolean
hih_migrate (HihStore *store, GResource *resource, const char *prefix, GError **error)
{
  g_auto (GStrv) names = list_steps (resource, prefix);
  gint64 newest = g_strv_length (names);
  gint64 version = 0;

  if (!hih_store_get_number (store, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > newest)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_NEWER,
                   "records: open: the file has version %" G_GINT64_FORMAT
                   ", this program knows up to %" G_GINT64_FORMAT "; use the newer program",
                   version, newest);
      return FALSE;
    }
  if (version < 0)
    {
      g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CORRUPT,
                   "records: open: no file has version %" G_GINT64_FORMAT, version);
      return FALSE;
    }
  for (; version < newest; version++)
    {
      g_autofree char *path = g_strconcat (prefix, names[version], NULL);
      g_autoptr (GError) reason = NULL;

      if (atoi (names[version]) != version + 1)
        g_error ("records: migrate: %s is out of order", path);
      if (run_step (store, resource, path, version + 1, version + 1 == newest, &reason))
        continue;
      /* A full disk or a locked file says so itself: both can be mended and tried again. */
      if (g_error_matches (reason, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_OPEN) ||
          g_error_matches (reason, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT))
        g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_MIGRATION, "records: migrate by %s: %s",
                     names[version], reason->message);
      else
        g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return TRUE;
}
