/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables pages read, made from the log. Private to records. */
#pragma once

#include "hih-store.h"
#include "hih-verbs.h"

G_BEGIN_DECLS

/* All inside a transaction. */
gboolean hih_projection_apply (HihStore *store, gint64 device, gint64 seq, HihVerb verb, GError **error);
/* The same for an event that voids another, in two halves: note each, then fold the person's events anew once. */
gboolean hih_projection_note_void (HihStore *store, gint64 device, gint64 seq, GError **error);
/* @table: (nullable): of hih_verb_get_table(), when only events of such verbs were voided; NULL: everything of theirs. */
gboolean hih_projection_refold (HihStore *store, const HihId *trainee, const char *table, GError **error);
/* Empties the projections and makes them again from the log. */
gboolean hih_projection_rebuild (HihStore *store, GError **error);
/* Makes them again and adds one English sentence for each table that came out otherwise. The caller rolls back. */
gboolean hih_projection_compare (HihStore *store, GPtrArray *faults, GError **error);

G_END_DECLS
