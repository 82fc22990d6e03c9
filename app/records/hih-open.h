/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to an open, sound and current file, whatever lies there. Private to records. */
#pragma once

#include "hih-records.h"
#include "hih-store.h"

G_BEGIN_DECLS

#define HIH_RECORDS_FILE "records.db"
#define HIH_BACKUPS_DIR "backups"

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
void hih_opened_clear (HihOpened *opened);

G_END_DECLS
