/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of `hih`: its words, its help, and what runs it. */
#pragma once

#include <gio/gio.h>

#include "hih-lesson.h"
#include "hih-people.h"

G_BEGIN_DECLS

#define HIH_EXIT_DONE 0
#define HIH_EXIT_FAILED 1
#define HIH_EXIT_USAGE 2

typedef struct
{
  const char *name;      /* the words after hih: "lesson check" */
  const char *arguments; /* for the usage line */
  const char *summary;
  /* @argv[0] is the full command; the rest are its own words. Returns an exit code. */
  int (*run) (int argc, char **argv);
  const char *details; /* (nullable): what --help says after the options */
} HihCommand;

/* Reads @entries out of @argv. On bad usage prints one line and returns FALSE: exit with HIH_EXIT_USAGE. */
gboolean hih_command_parse (const HihCommand *command, const GOptionEntry *entries, int *argc, char ***argv,
                            int min_arguments, int max_arguments);
/* Prints "hih: MESSAGE" on stderr. Returns HIH_EXIT_FAILED. */
int hih_command_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
int hih_command_fail_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* From now on nothing that is printed steers a terminal, whatever came from outside; such characters are shown as "?".
 * What could not be printed on stdout is told in one line as the program ends, with HIH_EXIT_FAILED. */
void hih_command_print_harmlessly (void);
/* (transfer full): for what is written to a terminal without being printed. */
char *hih_command_dup_harmless (const char *text);
/* On stderr: one line, whatever a file, its name or a library put into it. */
void hih_command_print_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The bytes of @path and a NUL after them. What is no regular file (a device, a pipe) or is larger than @max_bytes is refused,
 * at once. */
char *hih_command_read_file (const char *path, gsize max_bytes, gsize *length, GError **error);
/* Writes @text to @path, or to stdout when @path is NULL. Returns an exit code. */
int hih_command_put (const char *text, const char *path);
int hih_command_put_data (const char *data, gsize length, const char *path);
/* How far something is, 0 … 1, as a bar in the last line of a terminal. */
void hih_command_show_bar (const char *name, double share);
void hih_command_print_issues (GPtrArray *issues);
/* What the program calls a language that somebody named. NULL after a line on stderr that names those there are: exit with
 * HIH_EXIT_USAGE. */
char *hih_command_dup_language (const char *name);
/* (transfer full): the apps that go with a lesson, app or folder of them: they stand beside the topics, of PACK/family/x.xml in
 * PACK/apps, whether that is there or the pack has only drills; of one that lies in no pack, the program's own. */
char *hih_command_find_apps_dir (const char *path);
/* A lesson by its id among the installed ones, or by its path. NULL after a line on stderr. */
HihLesson *hih_command_load_lesson (const char *id_or_path);
/* NULL after a line on stderr, also when there are none: a folder that was mistyped is not made. */
HihRecords *hih_command_open_records (void);
/* Where a command is what begins them. */
HihRecords *hih_command_open_or_begin_records (void);
/* (nullable): what the place is called, as the window's settings beside the records say it. */
char *hih_command_dup_home_name (void);
/* FALSE, after a line on stderr: nobody is in such a group. */
gboolean hih_command_check_group (HihRecords *records, const char *group);
/* (element-type HihTrainee). NULL after a line on stderr. @group: (nullable) */
GPtrArray *hih_command_list_people (HihRecords *records, const char *group);
/* How many months people are kept after their last lesson, as the window's settings say it. */
guint hih_command_get_retention_months (void);
/* @who: a name, an id, or what a report without names calls them. NULL after a line on stderr. */
HihTrainee *hih_command_find_person (HihRecords *records, const char *who);
/* The same, with another clock than the computer's. */
HihRecords *hih_command_open_records_at (HihClock *clock);

G_END_DECLS
