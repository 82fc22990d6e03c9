/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection. Used by one thread only, so SQLite needs no mutexes of its own. */
#include "config.h"

#include "hih-store.h"

#include <gio/gio.h>
#include <string.h>

#include "hih-records-resources.h"

#define QUERIES "/org/handinhand/records/queries/"

struct _HihStore
{
  sqlite3 *db;
  char *path;
  GHashTable *scripts; /* (element-type utf8 GPtrArray) */
};

G_DEFINE_QUARK (hih-records-error-quark, hih_records_error)

static HihRecordsError
code_of (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_IOERR:
      /* A broken disk, a full quota, a stick that was pulled out: to whoever practises it is all the same. */
      return rc == SQLITE_IOERR_WRITE || rc == SQLITE_IOERR_FSYNC || rc == SQLITE_IOERR_TRUNCATE ? HIH_RECORDS_ERROR_READ_ONLY
                                                                                                : HIH_RECORDS_ERROR_OPEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HIH_RECORDS_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return HIH_RECORDS_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return HIH_RECORDS_ERROR_CONSTRAINT;
    case SQLITE_FULL:
      return HIH_RECORDS_ERROR_DISK_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return HIH_RECORDS_ERROR_READ_ONLY;
    default:
      return HIH_RECORDS_ERROR_OPEN;
    }
}

void
hih_store_set_error (HihStore *self, int rc, const char *action, GError **error)
{
  /* It quotes the file: in a backup that somebody brought along that may be any bytes. */
  g_autofree char *reason = NULL;

  /* The few KiB that readers and writers share beside the file found no room: SQLite calls that a broken disk. */
  if (rc == SQLITE_IOERR_SHMSIZE)
    rc = SQLITE_FULL;
  reason = g_utf8_make_valid (self->db != NULL && rc != SQLITE_FULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (rc), -1);
  g_set_error (error, HIH_RECORDS_ERROR, code_of (rc), "records: %s in %s: %s (%d)", action, self->path, reason, rc);
}

/* 'xxxxxxxx-…' from 16 bytes: event bodies are text, tables keep bytes. SQLite 3.40 has no unhex(). */
static void
uuid_text_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  char string[HIH_ID_STRING_LENGTH + 1];
  HihId id;

  if (sqlite3_value_type (values[0]) != SQLITE_BLOB || sqlite3_value_bytes (values[0]) != sizeof id.bytes)
    return;
  memcpy (id.bytes, sqlite3_value_blob (values[0]), sizeof id.bytes);
  hih_id_to_string (&id, string);
  sqlite3_result_text (context, string, HIH_ID_STRING_LENGTH, SQLITE_TRANSIENT);
}

static void
uuid_blob_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *string = (const char *) sqlite3_value_text (values[0]);
  HihId id;

  if (string != NULL && hih_id_parse (&id, string))
    sqlite3_result_blob (context, id.bytes, sizeof id.bytes, SQLITE_TRANSIENT);
}

static void
plausible_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  gint64 at_ms = sqlite3_value_int64 (values[0]);

  if (at_ms >= HIH_EARLIEST_MS && at_ms < HIH_LATEST_MS)
    sqlite3_result_int64 (context, at_ms);
}

static HihStore *
open_store (const char *path, const char *uri, gboolean writable, GError **error)
{
  static const int functions = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  g_autoptr (HihStore) self = g_new0 (HihStore, 1);
  int flags = SQLITE_OPEN_NOMUTEX | (uri != NULL ? SQLITE_OPEN_URI : 0) | (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  int rc;

  self->path = g_strdup (path);
  self->scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  rc = sqlite3_open_v2 (uri != NULL ? uri : path, &self->db, flags, NULL);
  if (rc != SQLITE_OK)
    {
      hih_store_set_error (self, rc, "open", error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 3000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_create_function_v2 (self->db, "hih_uuid_text", 1, functions, NULL, uuid_text_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "hih_uuid_blob", 1, functions, NULL, uuid_blob_cb, NULL, NULL, NULL);
  sqlite3_create_function_v2 (self->db, "hih_plausible", 1, functions, NULL, plausible_cb, NULL, NULL, NULL);
  if (!hih_store_exec (self, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;", error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hih_store_new:
 * @path: a file; made with mode 0600 if it is missing and @writable. "": a nameless one that goes with the connection
 *
 * Returns: (transfer full) (nullable): a connection that believes nothing the file says about itself
 */
HihStore *
hih_store_new (const char *path, gboolean writable, GError **error)
{
  return open_store (path, NULL, writable, error);
}

/**
 * hih_store_new_still:
 * @path: a file nobody writes to, such as a backup, also on a disk that cannot be written
 *
 * Returns: (transfer full) (nullable): a connection that reads and leaves nothing beside the file
 */
HihStore *
hih_store_new_still (const char *path, GError **error)
{
  static const char *const companions[] = { "-wal", "-journal" };
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *plain = g_filename_to_uri (whole, NULL, NULL);
  g_autofree char *uri = plain != NULL ? g_strconcat (plain, "?immutable=1", NULL) : NULL;

  /* With one of these beside it somebody may be writing, or something in it belongs to the file. */
  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (whole, companions[i], NULL);

      if (g_file_test (companion, G_FILE_TEST_EXISTS))
        return open_store (path, NULL, FALSE, error);
    }
  return open_store (path, uri, FALSE, error);
}

gboolean
hih_store_make_durable (HihStore *self, GError **error)
{
  /* A network or FAT file system refuses WAL; the answer is then the mode it stays in, which is as safe. */
  return hih_store_exec (self,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304;"
                         "PRAGMA secure_delete = ON;",
                         error);
}

void
hih_store_free (HihStore *self)
{
  g_hash_table_unref (self->scripts);
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
hih_store_get_db (HihStore *self)
{
  return self->db;
}

static void
finalize_stmt (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

GPtrArray *
hih_store_script (HihStore *self, const char *name, GError **error)
{
  GPtrArray *script = g_hash_table_lookup (self->scripts, name);
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  const char *sql;

  if (script != NULL)
    {
      for (guint i = 0; i < script->len; i++)
        {
          sqlite3_reset (script->pdata[i]);
          sqlite3_clear_bindings (script->pdata[i]);
        }
      return script;
    }
  path = g_strconcat (QUERIES, name, ".sql", NULL);
  bytes = g_resource_lookup_data (hih_records_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  fresh = g_ptr_array_new_with_free_func (finalize_stmt);
  sql = g_bytes_get_data (bytes, NULL);
  while (sql != NULL && *sql != '\0')
    {
      sqlite3_stmt *stmt = NULL;
      int rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &sql);

      if (rc != SQLITE_OK)
        {
          hih_store_set_error (self, rc, name, error);
          return NULL;
        }
      if (stmt != NULL)
        g_ptr_array_add (fresh, stmt);
    }
  script = g_steal_pointer (&fresh);
  g_hash_table_insert (self->scripts, g_strdup (name), script);
  return script;
}

sqlite3_stmt *
hih_store_query (HihStore *self, const char *name, GError **error)
{
  GPtrArray *script = hih_store_script (self, name, error);

  return script != NULL ? script->pdata[0] : NULL;
}

int
hih_store_next (HihStore *self, sqlite3_stmt *stmt, GError **error)
{
  int rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    return 1;
  if (rc != SQLITE_DONE)
    {
      g_autofree char *action = g_strndup (sqlite3_sql (stmt), 4096);

      const char *line = action;

      /* The first line that is no comment names the action well enough for a log. */
      while (g_str_has_prefix (line, "--") && strchr (line, '\n') != NULL)
        line = strchr (line, '\n') + 1;
      action[line - action + strcspn (line, "\n")] = '\0';
      hih_store_set_error (self, rc, line, error);
      sqlite3_reset (stmt);
      return -1;
    }
  sqlite3_reset (stmt);
  return 0;
}

gboolean
hih_store_run (HihStore *self, sqlite3_stmt *stmt, GError **error)
{
  int more;

  while ((more = hih_store_next (self, stmt, error)) > 0)
    ;
  return more == 0;
}

gboolean
hih_store_exec (HihStore *self, const char *sql, GError **error)
{
  int rc = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    hih_store_set_error (self, rc, sql, error);
  return rc == SQLITE_OK;
}

gboolean
hih_store_get_number (HihStore *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    {
      rc = sqlite3_step (stmt);
      if (rc == SQLITE_ROW)
        *value = sqlite3_column_int64 (stmt, 0);
    }
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    hih_store_set_error (self, rc, sql, error);
  sqlite3_finalize (stmt);
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* The three are prepared once: they stand around every step that is saved. */
gboolean
hih_store_begin (HihStore *self, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (self, "begin", error);

  return stmt != NULL && hih_store_run (self, stmt, error);
}

gboolean
hih_store_commit (HihStore *self, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (self, "commit", error);

  return stmt != NULL && hih_store_run (self, stmt, error);
}

void
hih_store_rollback (HihStore *self)
{
  /* A full disk has rolled back already; a second rollback would only be an error nobody needs. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

void
hih_bind_id (sqlite3_stmt *stmt, int index, const HihId *id)
{
  if (id != NULL)
    sqlite3_bind_blob (stmt, index, id->bytes, sizeof id->bytes, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (stmt, index);
}

void
hih_bind_text (sqlite3_stmt *stmt, int index, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (stmt, index, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (stmt, index);
}

gboolean
hih_column_id (sqlite3_stmt *stmt, int column, HihId *id)
{
  const void *blob = sqlite3_column_blob (stmt, column);

  memset (id, 0, sizeof *id);
  if (blob == NULL || sqlite3_column_bytes (stmt, column) != sizeof id->bytes)
    return FALSE;
  memcpy (id->bytes, blob, sizeof id->bytes);
  return TRUE;
}

char *
hih_column_dup (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return g_strdup (text != NULL ? text : "");
}
