/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The append-only log of events and its chain. Private to records. */
#pragma once

#include "hih-store.h"
#include "hih-verbs.h"

G_BEGIN_DECLS

/* Appends an event of this computer and brings the projections up to date. Inside a transaction.
 * @trainee (nullable); @body (transfer full): from hih_body_end(). */
gboolean hih_log_append (HihStore *store, HihVerb verb, const HihId *trainee, gint64 at_ms, char *body, GError **error);

/* Voids the events @seqs (element-type gint64) of @device, all of @trainee, and makes their projections once.
 * @table: (nullable): as of hih_projection_refold(). */
gboolean hih_log_void (HihStore *store, const HihId *device, GArray *seqs, const HihId *trainee, const char *table,
                       gint64 at_ms, GError **error);

/* This computer's uuid. */
gboolean hih_log_get_device (HihStore *store, HihId *uuid, GError **error);
/* Goes on under a new uuid: after a restore, or when the file was copied. Makes the first one too. */
gboolean hih_log_renew_device (HihStore *store, gint64 now_ms, GError **error);
/* Renews it when @machine (any text that is the computer's own; nullable) is not the one it was made on. */
gboolean hih_log_check_machine (HihStore *store, gint64 now_ms, const char *machine, GError **error);

/* The id an event must have. @previous is the id of the event before, or the device's uuid for the first. */
void hih_log_make_id (HihId *id, const HihId *previous, gint64 seq, const HihId *trainee, gint64 at_ms,
                      const char *verb, const char *body);
/* Walks the whole log; adds one English sentence for each computer whose chain is broken. */
gboolean hih_log_verify (HihStore *store, GPtrArray *faults, GError **error);

G_END_DECLS
