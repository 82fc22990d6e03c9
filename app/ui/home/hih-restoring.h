/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of putting back, without a widget: a copy of today, closing, the swap, opening; the context has the new records
 * then. Whatever fails, the records of before are opened again. */
#pragma once

#include "hih-context.h"
#include "hih-restore.h"

G_BEGIN_DECLS

typedef struct
{
  char *today;           /* (nullable): the copy of today's records, among the backups; %NULL: there were none open */
  HihRestored *restored;
} HihRestoring;

void hih_restoring_free (HihRestoring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihRestoring, hih_restoring_free)

/* The folder in which the records of @context are, or would be. */
const char *hih_restoring_get_dir (HihContext *context);
/* Main thread. From the call to the answer @context may have no records. */
void hih_restoring_run_async (HihContext *context, const char *path, GAsyncReadyCallback callback, gpointer user_data);
HihRestoring *hih_restoring_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
