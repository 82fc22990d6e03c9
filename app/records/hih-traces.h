/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where people stand beside the records: in backups, and in files that were moved aside. Private to records. */
#pragma once

#include "hih-privacy.h"
#include "hih-store.h"

G_BEGIN_DECLS

/* What to look for of one person. */
typedef struct
{
  HihId id;
  char *name; /* "" when it is not known any more */
} HihSought;

void hih_sought_clear (gpointer data);

/* (element-type HihTrace): files below @dir that hold the name of one of @sought (element-type HihSought). A good backup is
 * asked; of any other file the bytes are looked through, so that it is rather listed than missed. Never fails: what
 * cannot be read is listed. */
GPtrArray *hih_traces_find (const char *dir, GArray *sought, gint64 now_ms);
/* Deletes them all from the disk, and marks those that are gone. */
void hih_traces_delete (GPtrArray *traces);

G_END_DECLS
