/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person is erased; and stays so when an older file takes the place of the records. */
#include "config.h"

#include "hih-erase.h"

#include "hih-body.h"
#include "hih-log.h"
#include "hih-rows.h"

gboolean
hih_erase (HihStore *store, const HihId *trainee, gint64 at_ms, char **name, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "standing", error);
  gboolean erased;
  gint64 rev;
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  more = hih_store_next (store, stmt, error);
  if (more == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: erase: no such trainee");
  if (more <= 0)
    return FALSE;
  erased = sqlite3_column_int (stmt, 0) != 0;
  *name = hih_column_dup (stmt, 1);
  sqlite3_reset (stmt);
  if (erased && **name == '\0')
    return TRUE;
  rev = hih_next_rev (store, "profile", trainee, NULL, error);
  stmt = rev >= 0 ? hih_store_query (store, "profile-erase", error) : NULL;
  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  sqlite3_bind_int64 (stmt, 2, rev);
  return hih_store_run (store, stmt, error) &&
         (erased || hih_log_append (store, HIH_VERB_TRAINEE_ERASED, trainee, at_ms, hih_body_end (hih_body_new ()), error));
}

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
