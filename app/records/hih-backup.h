/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the records: making, thinning, finding the best. Private to records. */
#pragma once

#include <gio/gio.h>

#include "hih-records.h"
#include "hih-store.h"

G_BEGIN_DECLS

/* Copies @source to @target through the backup API from one snapshot, checks the copy, puts it on disk and into
 * place. Opens its own connections: any thread, and nobody who writes waits. Stops early when @stop is cancelled. */
gboolean hih_backup_copy (const char *source, const char *target, GCancellable *stop, GError **error);
/* The same, telling @progress (on this thread) how much is copied, from 0 to 1; checking follows, which is not told. */
gboolean hih_backup_copy_telling (const char *source, const char *target, HihRecordsProgress progress, gpointer data,
                                  GCancellable *stop, GError **error);

/* The same of a file that nobody writes to, also on a disk that cannot be written. */
gboolean hih_backup_fetch (const char *source, const char *target, GError **error);

/* DIR/records-2026-11-23T180501Z.db, not yet there. @label (nullable) stands before the date, such as v1. */
char *hih_backup_make_name (const char *dir, const char *label, gint64 at_ms);
/* Keeps all of 2 days, then 12 daily, 10 weekly, 9 monthly. Labelled and foreign files are left alone. */
void hih_backup_thin (const char *dir, gint64 now_ms);
/* Takes away what was never finished: after a day, or when only what SQLite put beside it is left. Part of thinning. */
void hih_backup_sweep (const char *dir, gint64 now_ms);
/* Whether none was made in the day before @now_ms. */
gboolean hih_backup_is_due (const char *dir, gint64 now_ms);
/* When the newest was made, by its name; 0: there is none. Labelled ones do not count. */
gint64 hih_backup_get_newest_ms (const char *dir);
/* The path of the good one that holds most events, or NULL. @at_ms: from its name. @newest_version: as far as this
 * program knows. */
char *hih_backup_find_best (const char *dir, int newest_version, gint64 *at_ms);

typedef struct
{
  char *path;
  gint64 at_ms;      /* by its name */
  gint64 gone_at_ms; /* when it is thinned out if one more is made every day; 0: never, it is labelled */
} HihBackupFile;

/* (element-type HihBackupFile): all that are finished, labelled ones too, newest first. */
GArray *hih_backup_list (const char *dir, gint64 now_ms);

/* All pages of @from, as of one moment, into the empty @to. */
gboolean hih_backup_copy_pages (HihStore *from, HihStore *to, GCancellable *stop, GError **error);

/* quick_check, application_id and version of any file. ERROR_CORRUPT, ERROR_OPEN, ERROR_NEWER. */
gboolean hih_backup_verify (const char *path, int newest_version, gint64 *n_events, GError **error);

G_END_DECLS
