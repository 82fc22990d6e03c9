/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of this room share: a folder of their own, records in it, and each question asked in one line. */
#pragma once

#include <glib/gstdio.h>

#include "hih-care.h"
#include "hih-people-import.h"
#include "hih-progress.h"

G_BEGIN_DECLS

/* 2026-11-23 08:00:00 UTC */
#define NOW_MS G_GINT64_CONSTANT (1795420800000)
#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS G_GINT64_CONSTANT (86400000)

typedef struct
{
  char *dir;
  HihClock *clock;
  HihRecords *records;
} Fixture;

void fixture_set_up (Fixture *f, gconstpointer data);
void fixture_tear_down (Fixture *f, gconstpointer data);
/* Closes and opens again. */
void fixture_reopen (Fixture *f);
void fixture_close (Fixture *f);
char *fixture_path (Fixture *f, const char *name);
void remove_tree (const char *path);

HihId add_trainee (HihRecords *records, const char *name, const char *group);
HihId start_run (HihRecords *records, HihClock *clock, const HihId *trainee, const char *lesson, const char *stage);
gboolean end_step (HihRecords *records, const HihId *trainee, const HihId *run, const char *step, guint index,
                   guint level, guint errors, gint64 duration_ms, GError **error);
void end_run (HihRecords *records, const HihId *trainee, const HihId *run, gboolean able);
void tick (HihRecords *records, const HihId *trainee, const char *lesson, HihRealPhone value);
GPtrArray *list_trainees (HihRecords *records, const char *group);
GPtrArray *list_progress (HihRecords *records, const HihId *trainee);
HihLessonProgress *get_progress (HihRecords *records, const HihId *trainee, const char *lesson);
HihUnfinishedRun *get_unfinished (HihRecords *records, const HihId *trainee, const char *lesson);
GPtrArray *list_rechecks (HihRecords *records, const HihId *trainee);
/* Any of the writing functions, waited for. */
#define WRITE(f, function, ...) \
  G_STMT_START \
  { \
    g_auto (HihRecordsWait) wait_ = HIH_RECORDS_WAIT_INIT; \
    g_autoptr (GError) error_ = NULL; \
    function##_async ((f)->records, __VA_ARGS__, NULL, hih_records_wait_cb, &wait_); \
    function##_finish ((f)->records, hih_records_wait (&wait_), &error_); \
    g_assert_no_error (error_); \
  } \
  G_STMT_END

#define REFUSED(f, function, ...) \
  G_STMT_START \
  { \
    g_auto (HihRecordsWait) wait_ = HIH_RECORDS_WAIT_INIT; \
    g_autoptr (GError) error_ = NULL; \
    function##_async ((f)->records, __VA_ARGS__, NULL, hih_records_wait_cb, &wait_); \
    g_assert_false (function##_finish ((f)->records, hih_records_wait (&wait_), &error_)); \
    g_assert_error (error_, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT); \
  } \
  G_STMT_END

/* A backup in backups/, whose path it answers. */
char *make_backup (HihRecords *records);
guint count_files (const char *dir);
/* Fails the test when a check finds anything. */
void assert_sound (HihRecords *records);
/* One number of the closed file, by SQL. */
gint64 query_file (const char *path, const char *sql);
void execute_file (const char *path, const char *sql);
/* Folds the events of the closed file in @rounds random orders: each time the projections must be what a rebuild makes. */
void assert_any_order (const char *path, guint rounds);
/* The closed file goes on on another computer. */
void change_device (const char *path);

G_END_DECLS
