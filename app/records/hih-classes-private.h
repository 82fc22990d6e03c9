/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rest of this room needs of classes. Private to records. */
#pragma once

#include "hih-classes.h"
#include "hih-store.h"

G_BEGIN_DECLS

/* After an event of (device's uuid, seq) was taken back: when it said who was in a class that has ended, its people are
 * counted again. In a transaction. */
gboolean hih_class_recount_for (HihStore *store, const HihId *device, gint64 seq, gint64 at_ms, GError **error);
/* A text of a class: trimmed into @clean ("" for NULL and ""); FALSE when it may not be kept. */
gboolean hih_class_clean (const char *raw, char **clean);

G_END_DECLS
