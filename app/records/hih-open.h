/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to an open, sound and current file, whatever lies there. Private to records. */
#pragma once

#include "hih-records.h"
#include "hih-store.h"

G_BEGIN_DECLS

#define HIH_RECORDS_FILE "records.db"
#define HIH_BACKUPS_DIR "backups"
#define HIH_DOUBT_FILE "records.doubt" /* something in the file could not be read: the next opening looks at all of it */
#define HIH_INCOMING_FILE "records.incoming" /* a backup on its way back */
/* What folders are called into which a file is moved, before their date. */
#define HIH_ASIDE_DAMAGED "damaged"
#define HIH_ASIDE_REPLACED "replaced"

typedef struct
{
  HihStore *store;
  int lock_fd; /* shared while open: nobody moves the file away under another program */
  HihRecordsFound found;
  char *damaged_path;
  gint64 restored_at_ms;
} HihOpened;

/* @machine (nullable): a text that is this computer's own. Blocks. */
gboolean hih_open (HihOpened *opened, const char *dir, gint64 now_ms, const char *machine,
                   GError **error);
/* Lets nobody else move the file; @alone: and makes sure that nobody else has it open. ERROR_BUSY. */
gboolean hih_open_lock (HihOpened *opened, const char *dir, gboolean alone, GError **error);
/* Moves DIR/records.db and what belongs to it into DIR/LABEL-DATE-N/, never deletes. Returns where it is now. */
char *hih_open_move_aside (const char *dir, const char *label, gint64 now_ms, GError **error);
/* The same, but DIR/records.db stays there too, under both names, until something is renamed over it; where that cannot
 * be, it is moved. */
char *hih_open_keep_aside (const char *dir, const char *label, gint64 now_ms, GError **error);
/* Something in DIR/records.db could not be read: the next opening looks at all of it. */
void hih_open_doubt (const char *dir);
gboolean hih_open_make_dir (const char *path, GError **error);
/* What was renamed in it is so on the disk. */
gboolean hih_open_sync_dir (const char *dir, GError **error);
void hih_opened_clear (HihOpened *opened);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HihOpened, hih_opened_clear)

G_END_DECLS
