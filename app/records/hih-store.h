/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection as this program opens them all, its prepared queries, and small helpers. Private to records. */
#pragma once

#include <sqlite3.h>

#include "hih-id.h"
#include "hih-records-error.h"

G_BEGIN_DECLS

typedef struct _HihStore HihStore;

/* Times outside are not believed: the clock was never set, or is set to nonsense. 2025-01-01 and 2100-01-01. */
#define HIH_EARLIEST_MS G_GINT64_CONSTANT (1735689600000)
#define HIH_LATEST_MS G_GINT64_CONSTANT (4102444800000)

HihStore *hih_store_new (const char *path, gboolean writable, GError **error);
/* Reads a file that nobody writes to, and leaves nothing beside it. */
HihStore *hih_store_new_still (const char *path, GError **error);
/* WAL where the file system can, and every commit on disk before it is reported. */
gboolean hih_store_make_durable (HihStore *self, GError **error);
void hih_store_free (HihStore *self);
sqlite3 *hih_store_get_db (HihStore *self);

/* The query queries/NAME.sql, reset, without values. Owned by the store. */
sqlite3_stmt *hih_store_query (HihStore *self, const char *name, GError **error);
/* Its statements, in order. (element-type sqlite3_stmt), owned by the store. */
GPtrArray *hih_store_script (HihStore *self, const char *name, GError **error);

/* 1 a row, 0 the end, -1 an error. After 0 and -1 the statement is reset. */
int hih_store_next (HihStore *self, sqlite3_stmt *stmt, GError **error);
/* Runs a statement to its end, whatever it answers. */
gboolean hih_store_run (HihStore *self, sqlite3_stmt *stmt, GError **error);
gboolean hih_store_exec (HihStore *self, const char *sql, GError **error);
/* The first column of the first row; @value is untouched when there is none. */
gboolean hih_store_get_number (HihStore *self, const char *sql, gint64 *value, GError **error);

gboolean hih_store_begin (HihStore *self, GError **error);
gboolean hih_store_commit (HihStore *self, GError **error);
void hih_store_rollback (HihStore *self);

/* Sets @error from the connection's last failure. @action is English, such as "append step-ended". */
void hih_store_set_error (HihStore *self, int rc, const char *action, GError **error);

void hih_bind_id (sqlite3_stmt *stmt, int index, const HihId *id); /* NULL binds NULL */
void hih_bind_text (sqlite3_stmt *stmt, int index, const char *text);
gboolean hih_column_id (sqlite3_stmt *stmt, int column, HihId *id);
char *hih_column_dup (sqlite3_stmt *stmt, int column); /* NULL is "" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihStore, hih_store_free)

G_END_DECLS
