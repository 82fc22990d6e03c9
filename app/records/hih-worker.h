/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread hih-records and the jobs it is given. Private to records. */
#pragma once

#include "hih-open.h"
#include "hih-records-private.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_JOB_OPEN,  /* answers a HihFoundFile, or an error; then the thread ends */
  HIH_JOB_READ,
  HIH_JOB_READ_ALONE, /* the same, after a backup that is being made */
  HIH_JOB_WRITE,
  HIH_JOB_BEGIN_BATCH,
  HIH_JOB_END_BATCH,
  HIH_JOB_BACKUP, /* data: (nullable) the path */
  HIH_JOB_CLOSE, /* answers, then the thread ends */
} HihJobKind;

typedef struct
{
  HihJobKind kind;
  GTask *task; /* (owned) (nullable) */
  gint64 at_ms;
  HihReadFunc read;
  HihWriteFunc write;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_value;
  HihRecordsProgress progress; /* (nullable): of a backup */
  gpointer progress_data;
} HihJob;

HihJob *hih_job_new (HihJobKind kind, GTask *task, gint64 at_ms);
void hih_job_free (HihJob *job);

/* What the window may be told about the file. */
typedef struct
{
  HihRecordsFound found;
  char *damaged_path;
  gint64 restored_at_ms;
} HihFoundFile;

void hih_found_file_free (HihFoundFile *self);

/* How the last backup went; asked and told on any thread. */
typedef struct
{
  int fault; /* atomic: a HihRecordsError, or -1: it was made, or none was tried */
} HihBackupState;

HihBackupState *hih_backup_state_new (void);
HihBackupState *hih_backup_state_ref (HihBackupState *self);
void hih_backup_state_unref (HihBackupState *self);

/* Starts the thread; its first job must be OPEN. It keeps a reference to @queue of its own. */
GThread *hih_worker_start (const char *dir, GAsyncQueue *queue, HihBackupState *backups);

G_END_DECLS
