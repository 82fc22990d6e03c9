/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was erased stays so when an older file takes the place of the records. */
#include "config.h"

#include "hih-erase.h"

void
hih_erase_list (HihStore *store, GArray *erased)
{
  sqlite3_stmt *stmt = store != NULL ? hih_store_query (store, "erased", NULL) : NULL;
  HihId id;

  while (stmt != NULL && hih_store_next (store, stmt, NULL) > 0)
    {
      hih_column_id (stmt, 0, &id);
      g_array_append_val (erased, id);
    }
}

gboolean
hih_erase_again (HihStore *store, GArray *erased, gint64 now_ms, guint *n, GError **error)
{
  for (guint i = 0; i < erased->len; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GError) reason = NULL;

      if (!hih_erase (store, &g_array_index (erased, HihId, i), now_ms, &name, &reason))
        {
          /* They came after that backup was made. */
          if (g_error_matches (reason, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT))
            continue;
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (*name != '\0')
        (*n)++;
    }
  return TRUE;
}
