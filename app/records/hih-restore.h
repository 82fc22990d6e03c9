/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Backups as people see them: which there are and whether they are good, a close look at one, and putting one back. For
 * none of these the records need to be open; for putting one back they must not be, by any program. Making one is
 * hih_records_backup_async().
 */
#pragma once

#include <gio/gio.h>

#include "hih-id.h"
#include "hih-records-error.h"

G_BEGIN_DECLS

/* A file that is, or should be, a copy of records. Immutable. */
typedef struct
{
  const char *path;
  gint64 at_ms;         /* when it was made, by its name in backups/; 0: the name does not say */
  gint64 gone_at_ms;    /* when it is thinned out if one more is made every day; 0: it stays until deleted */
  gint64 n_bytes;
  guint version;        /* the rest is 0 when it is not good */
  guint n_people;
  gint64 n_events;
  gint64 last_at_ms;    /* the latest event; 0: no time in it is to be believed */
  const char *fault;    /* (nullable): an English sentence; %NULL when it is good */
  HihRecordsError code; /* with a fault: CORRUPT, NEWER, OPEN (not ours, or not to be read) … */
} HihBackup;

#define HIH_TYPE_BACKUP (hih_backup_get_type ())
GType hih_backup_get_type (void);
HihBackup *hih_backup_ref (HihBackup *self);
void hih_backup_unref (HihBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihBackup, hih_backup_unref)

/* What stands in @dir/backups, newest first, each with a quick check. Reads every file: on a thread of its own, and not
 * for every second. @now_ms: for gone_at_ms. */
void hih_backups_list_async (const char *dir, gint64 now_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
/* (transfer full) (element-type HihBackup) */
GPtrArray *hih_backups_list_finish (GAsyncResult *result, GError **error);

/* All there is to check: the whole file, the chain of events, and that what pages read follows from it (of an older
 * version: that it can be brought up to date). Works on a copy that nobody sees; @path is not touched. */
void hih_backup_check_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): with its fault, if it has one. An error only when it could not be looked at (no such file, disk full). */
HihBackup *hih_backup_check_finish (GAsyncResult *result, GError **error);

typedef struct
{
  HihBackup *backup;       /* (owned): what was put back */
  const char *before_path; /* (nullable): where the records of before are now; %NULL: there were none */
  HihId device;            /* the new identity: events written from now on are not mistaken for others */
  guint n_erased;          /* people erased since that backup, who were erased from it too */
} HihRestored;

void hih_restored_free (HihRestored *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihRestored, hih_restored_free)

/* Checks @path, moves the records in @dir aside (never deletes them) and puts a copy of it in their place, under a new
 * device and brought up to date. Until the last moment everything is as it was. CORRUPT, NEWER, OPEN: @path is not fit,
 * and nothing was changed. BUSY: another program has the records open. */
void hih_backup_restore_async (const char *dir, const char *path, gint64 now_ms, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) */
HihRestored *hih_backup_restore_finish (GAsyncResult *result, GError **error);

G_END_DECLS
