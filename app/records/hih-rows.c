/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever writes or reads asks of the tables, again and again. */
#include "config.h"

#include "hih-rows.h"

gint64
hih_next_rev (HihStore *store, const char *table, const HihId *trainee, const char *key, GError **error)
{
  g_autofree char *name = g_strconcat ("rev-", table, NULL);
  sqlite3_stmt *stmt = hih_store_query (store, name, error);
  gint64 rev;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, trainee);
  if (key != NULL)
    hih_bind_text (stmt, 2, key);
  if (hih_store_next (store, stmt, error) < 0)
    return -1;
  rev = sqlite3_column_int64 (stmt, 0) + 1;
  sqlite3_reset (stmt);
  return rev;
}

gboolean
hih_require_trainee (HihStore *store, const HihId *trainee, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "has-trainee", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  if (more == 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT, "records: find trainee: no such trainee");
  return more > 0;
}

char **
hih_list_texts (HihStore *store, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  int more;

  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      const char *text = (const char *) sqlite3_column_text (stmt, 0);

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }
  return more == 0 ? g_strv_builder_end (texts) : NULL;
}
