/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with the records. Codes are frozen: new ones are added at the end. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HIH_RECORDS_ERROR (hih_records_error_quark ())
GQuark hih_records_error_quark (void);

typedef enum
{
  HIH_RECORDS_ERROR_OPEN,       /* no file can be opened or made there, or it is not ours */
  HIH_RECORDS_ERROR_BUSY,       /* another program holds the file for longer than the busy timeout */
  HIH_RECORDS_ERROR_CORRUPT,    /* the file is damaged; opening again restores the newest good backup */
  HIH_RECORDS_ERROR_MIGRATION,  /* an older file could not be brought up to date; it is unchanged */
  HIH_RECORDS_ERROR_CONSTRAINT, /* the value is not allowed, or what it names does not exist */
  HIH_RECORDS_ERROR_DISK_FULL,
  HIH_RECORDS_ERROR_CLOSED,     /* asked after hih_records_close_async() */
  HIH_RECORDS_ERROR_NEWER,      /* made by a newer version of the program; it is unchanged */
  HIH_RECORDS_ERROR_READ_ONLY,  /* the folder or file cannot be written, or not any more */
  HIH_RECORDS_ERROR_SHEET,      /* a people file that cannot be read as a table at all */
} HihRecordsError;
#define HIH_N_RECORDS_ERRORS (HIH_RECORDS_ERROR_SHEET + 1)

G_END_DECLS
