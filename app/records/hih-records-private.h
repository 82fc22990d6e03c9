/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rest of this room gives work to the records thread. Private to records. */
#pragma once

#include "hih-log.h"
#include "hih-records.h"
#include "hih-rows.h"

G_BEGIN_DECLS

/* Runs on the records thread inside a transaction, which is committed when it returns TRUE. */
typedef gboolean (*HihWriteFunc) (HihStore *store, gpointer data, gint64 at_ms, GError **error);
/* Runs on the records thread. %NULL without @error is a value too. */
typedef gpointer (*HihReadFunc) (HihStore *store, gpointer data, gint64 at_ms, GError **error);

/* Both take @task's reference and @data, and read the clock now. A write answers TRUE through @task, a read a
 * pointer freed with @free_value. */
void hih_records_write (HihRecords *self, GTask *task, HihWriteFunc func, gpointer data, GDestroyNotify free_data);
void hih_records_read (HihRecords *self, GTask *task, HihReadFunc func, gpointer data, GDestroyNotify free_data,
                       GDestroyNotify free_value);

/* As a read, but nothing else goes on: no backup is being made. For what needs several transactions or none; not within
 * a batch. */
void hih_records_read_alone (HihRecords *self, GTask *task, HihReadFunc func, gpointer data, GDestroyNotify free_data,
                             GDestroyNotify free_value);

/* What hih_records_check_async() answers, of any file of the newest version that can be written. */
GPtrArray *hih_records_check_store (HihStore *store, GError **error);

/* The clock it was opened with: for ids. The thread of the caller only. */
HihClock *hih_records_get_clock (HihRecords *self);

G_END_DECLS
