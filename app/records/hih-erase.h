/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's erasing, also in a file that is put back. Private to records. */
#pragma once

#include "hih-store.h"

G_BEGIN_DECLS

/* Inside a transaction. @name: (out): what they were called; "" when they were erased before. CONSTRAINT: no such person. */
gboolean hih_erase (HihStore *store, const HihId *trainee, gint64 at_ms, char **name, GError **error);

/* Adds to @erased (element-type HihId) who was erased in @store (nullable), as far as it can be read. */
void hih_erase_list (HihStore *store, GArray *erased);
/* Inside a transaction: erases those who are in it again. @n: goes up by one for each who still had a name. */
gboolean hih_erase_again (HihStore *store, GArray *erased, gint64 now_ms, guint *n, GError **error);

G_END_DECLS
