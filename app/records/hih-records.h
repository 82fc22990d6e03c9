/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a site: one file, one writing thread. All that is kept is asked for through this object. */
#pragma once

#include <gio/gio.h>

#include "hih-clock.h"
#include "hih-id.h"
#include "hih-records-error.h"

G_BEGIN_DECLS

#define HIH_TYPE_RECORDS (hih_records_get_type ())
G_DECLARE_FINAL_TYPE (HihRecords, hih_records, HIH, RECORDS, GObject)

/* How the file was found. RESTORED and LOST are told to the instructor in one plain sentence. */
typedef enum
{
  HIH_RECORDS_FOUND,    /* the file was there and good */
  HIH_RECORDS_CREATED,  /* there was none: a new, empty one */
  HIH_RECORDS_RESTORED, /* it was damaged or gone: the newest good backup is in its place */
  HIH_RECORDS_LOST,     /* it was damaged and there was no good backup: a new, empty one */
} HihRecordsFound;

/* Opens DIR/records.db; makes, migrates, restores and backs up as needed. Call on the thread that will ask. */
void hih_records_open_async (const char *dir, HihClock *clock, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
HihRecords *hih_records_open_finish (GAsyncResult *result, GError **error);
/* The same, blocking: for the command line and tests, never for the window. */
HihRecords *hih_records_open_sync (const char *dir, HihClock *clock, GError **error);

/* Whether DIR holds records, or a copy that would take the place of records that are gone. Makes nothing. Any thread. */
gboolean hih_records_are_in (const char *dir);

/* Runs all that was asked before, then closes the file and ends the thread. Whoever asks later gets ERROR_CLOSED. */
void hih_records_close_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean hih_records_close_finish (HihRecords *self, GAsyncResult *result, GError **error);
gboolean hih_records_close_sync (HihRecords *self, GError **error);

const char *hih_records_get_dir (HihRecords *self);
HihRecordsFound hih_records_get_found (HihRecords *self);
/* (nullable): where a damaged file was moved to, when found is RESTORED or LOST. */
const char *hih_records_get_damaged_path (HihRecords *self);
/* ms UTC of the backup that was restored; 0 if none. */
gint64 hih_records_get_restored_at_ms (HihRecords *self);

/* Makes, verifies and thins DIR/backups/. PATH NULL means a dated name there; a folder, a dated name in it. Finish: (transfer full) path of the copy. */
void hih_records_backup_async (HihRecords *self, const char *path, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* How much is copied, from 0 to 1. */
typedef void (*HihRecordsProgress) (double share, gpointer data);
/* The same, telling @progress on the way, on the thread that asked; @data lives until the answer. */
void hih_records_backup_telling_async (HihRecords *self, const char *path, HihRecordsProgress progress, gpointer data,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *hih_records_backup_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Why the last backup in DIR/backups/ could not be made; -1: it was. */
int hih_records_get_backup_fault (HihRecords *self);

/* What a full check found; a list of English sentences, empty means good. */
void hih_records_check_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
/* (transfer full) (element-type utf8) */
GPtrArray *hih_records_check_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Everything written between the two stands in one transaction: on disk when the end has answered, or none of it when
 * anything failed. For filling and importing, where a disk access an event would be too slow; never for what a trainee
 * does. The answers in between only say that it could be written. No batch within a batch, no check within one. */
void hih_records_begin_batch (HihRecords *self);
void hih_records_end_batch_async (HihRecords *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_end_batch_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* For the command line and tests: pass hih_records_wait_cb and a zeroed HihRecordsWait to any _async function, then
 *     result = hih_records_wait (&wait);  value = …_finish (records, result, &error);  hih_records_wait_clear (&wait);
 */
typedef struct
{
  GAsyncResult *result;
} HihRecordsWait;

#define HIH_RECORDS_WAIT_INIT { NULL }
void hih_records_wait_cb (GObject *source, GAsyncResult *result, gpointer wait);
GAsyncResult *hih_records_wait (HihRecordsWait *wait); /* (transfer none); runs the thread's main context */
void hih_records_wait_clear (HihRecordsWait *wait);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HihRecordsWait, hih_records_wait_clear)

G_END_DECLS
