/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the records' safety: how they were found, how old the newest backup is. */
#pragma once

#include "hih-records.h"
#include "hih-settings.h"

G_BEGIN_DECLS

/* "November 25, 9:16"; "" for 0. @at_ms: ms UTC, said as the clock on the wall. (transfer full) */
char *hih_moment_dup (gint64 at_ms);
/* The same with seconds, where two would read alike. */
char *hih_moment_dup_exact (gint64 at_ms);
/* What anybody may hear at the start. (transfer full) (nullable): %NULL when all is well. */
char *hih_found_dup_words (HihRecordsFound found, gint64 restored_at_ms);

/* That they were found damaged is remembered until an instructor has read it: whoever sits here first may tap it away. */
void hih_damage_note (HihSettings *settings, HihRecords *records, gint64 now_ms);
/* (transfer full) (nullable): the details, for the desk; %NULL: nothing happened that was not read. */
char *hih_damage_dup_words (HihSettings *settings);
void hih_damage_forget (HihSettings *settings);

/* Older than this is a warning. */
#define HIH_BACKUP_OLD_MS G_GINT64_CONSTANT (604800000)
/* @fault: of hih_records_get_backup_fault(). @warns: (out): somebody is to see to it. (transfer full) */
char *hih_backup_dup_words (gint64 backup_at_ms, int fault, gint64 now_ms, gboolean *warns);

G_END_DECLS
