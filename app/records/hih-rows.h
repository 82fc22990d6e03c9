/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What whoever writes or reads asks of the tables, again and again. The records thread only. Private to records. */
#pragma once

#include "hih-store.h"

G_BEGIN_DECLS

/* One more than the highest rev in TABLE for that key: queries/rev-TABLE.sql with ?1 trainee, ?2 key. -1 error. */
gint64 hih_next_rev (HihStore *store, const char *table, const HihId *trainee, const char *key, GError **error);

/* CONSTRAINT when there is no such trainee. */
gboolean hih_require_trainee (HihStore *store, const HihId *trainee, GError **error);

/* Returns: (transfer full) (nullable): the first column of all rows of @stmt, which has been bound; %NULL: @error */
char **hih_list_texts (HihStore *store, sqlite3_stmt *stmt, GError **error);

G_END_DECLS
