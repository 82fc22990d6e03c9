/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih backup make, check, restore. */
#include "config.h"

#include "hih-command.h"
#include "hih-paths.h"
#include "hih-restore.h"

#include <glib/gstdio.h>

extern const HihCommand hih_command_backup_make;
extern const HihCommand hih_command_backup_check;
extern const HihCommand hih_command_backup_restore;

/* What is in a good one, in a line. */
static char *
dup_contents (const HihBackup *backup)
{
  g_autoptr (GDateTime) last = backup->last_at_ms > 0 ? g_date_time_new_from_unix_local (backup->last_at_ms / 1000) : NULL;
  g_autofree char *when = last != NULL ? g_date_time_format (last, ", written last %Y-%m-%d %H:%M") : g_strdup ("");

  return g_strdup_printf ("version %u, %u people, %" G_GINT64_FORMAT " events%s", backup->version, backup->n_people,
                          backup->n_events, when);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf one, two;

  return g_stat (a, &one) == 0 && g_stat (b, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

static HihBackup *
check (const char *path)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihBackup *backup;

  hih_backup_check_async (path, NULL, hih_records_wait_cb, &wait);
  backup = hih_backup_check_finish (hih_records_wait (&wait), &error);
  if (backup == NULL)
    hih_command_fail ("%s", error->message);
  return backup;
}

/* One line, whichever it is. Returns an exit code. */
static int
tell (const HihBackup *backup)
{
  g_autofree char *contents = NULL;

  if (backup->fault != NULL)
    {
      const char *verdict = backup->code == HIH_RECORDS_ERROR_NEWER     ? "made by a newer program"
                            : backup->code == HIH_RECORDS_ERROR_CORRUPT ? "damaged"
                                                                        : "not good";

      return hih_command_fail ("%s: %s: %s", backup->path, verdict, backup->fault);
    }
  contents = dup_contents (backup);
  g_print ("%s: good: %s\n", backup->path, contents);
  return HIH_EXIT_DONE;
}

static int
run_make (int argc, char **argv)
{
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, "Put it in the place of an older backup there", NULL },
    { NULL },
  };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *made = NULL;

  if (!hih_command_parse (&hih_command_backup_make, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  ours = g_build_filename (hih_paths_get_data_dir (), "records.db", NULL);
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      if (!replace)
        return hih_command_fail ("%s is there already; --replace puts the backup in its place", argv[1]);
      /* Only a backup: never the records themselves, nor a letter that lies there. */
      backup = check (argv[1]);
      if (backup == NULL)
        return HIH_EXIT_FAILED;
      if (backup->fault != NULL || is_same_file (argv[1], ours))
        return hih_command_fail ("%s is no good backup; it is left alone", argv[1]);
      g_clear_pointer (&backup, hih_backup_unref);
    }
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_records_backup_async (records, argv[1], NULL, hih_records_wait_cb, &wait);
  made = hih_records_backup_finish (records, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (made == NULL)
    return hih_command_fail ("%s", error->message);
  backup = check (made);
  return backup != NULL ? tell (backup) : HIH_EXIT_FAILED;
}

static int
run_check (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (HihBackup) backup = NULL;

  if (!hih_command_parse (&hih_command_backup_check, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  backup = check (argv[1]);
  return backup != NULL ? tell (backup) : HIH_EXIT_FAILED;
}

static int
run_restore (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (HihClock) clock = hih_clock_new_system ();
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRestored) restored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  char device[HIH_ID_STRING_LENGTH + 1];

  if (!hih_command_parse (&hih_command_backup_restore, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  hih_backup_restore_async (hih_paths_get_data_dir (), argv[1], hih_clock_get_wall_ms (clock), NULL, hih_records_wait_cb,
                            &wait);
  restored = hih_backup_restore_finish (hih_records_wait (&wait), &error);
  if (restored == NULL)
    return hih_command_fail ("%s", error->message);
  contents = dup_contents (restored->backup);
  hih_id_to_string (&restored->device, device);
  g_print ("in place: %s: %s\n", restored->backup->path, contents);
  if (restored->before_path != NULL)
    g_print ("kept: the records of before are %s\n", restored->before_path);
  if (restored->n_erased > 0)
    g_print ("erased again: %u people who were erased since that backup\n", restored->n_erased);
  g_print ("new identity: this computer goes on as %s\n", device);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_backup_make = {
  "backup make",
  "FILE [--replace]",
  "Copies the records to FILE, while they may be in use, and checks the copy",
  run_make,
};

const HihCommand hih_command_backup_check = {
  "backup check",
  "FILE",
  "Says whether a backup is good: the file, the chain of events, and what follows from it",
  run_check,
};

const HihCommand hih_command_backup_restore = {
  "backup restore",
  "FILE",
  "Puts a good backup in the place of the records, which are moved aside and kept",
  run_restore,
};
