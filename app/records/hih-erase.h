/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's erasing, also in a file that is put back. Private to records. */
#pragma once

#include "hih-store.h"

G_BEGIN_DECLS

/* Inside a transaction. @name: (out): what they were called; "" when they were erased before. CONSTRAINT: no such person. */
gboolean hih_erase (HihStore *store, const HihId *trainee, gint64 at_ms, char **name, GError **error);

G_END_DECLS
