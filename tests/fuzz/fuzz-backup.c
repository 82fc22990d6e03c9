/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is called a backup. Real ones are too large for a corpus: what begins with `p` is a list of patches to a good
 * one that is made here (place: 3 bytes, how many: 1, then these bytes), `t` cuts it off (3 bytes), the rest is itself
 * the file.
 */
#include "config.h"

#include "fuzz.h"

#include "hih-people.h"
#include "hih-restore.h"

#include <string.h>

static guint8 *good;
static gsize good_length;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (G_GINT64_CONSTANT (1795420800000));
  g_autofree char *dir = g_build_filename (fuzz_dir (), "records", NULL);
  g_autofree char *path = g_build_filename (dir, "records.db", NULL);
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      HihId id;

      hih_records_add_trainee_async (records, "王芳", "peach", "周四", NULL, hih_records_wait_cb, &wait);
      g_assert_true (hih_records_add_trainee_finish (records, hih_records_wait (&wait), &id, NULL));
    }
  hih_records_close_sync (records, NULL);
  g_assert_true (g_file_get_contents (path, (char **) &good, &good_length, NULL));
  return 0;
}

static guint
number (const guint8 *bytes)
{
  return (guint) (bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *file = NULL;
  g_autofree char *path = NULL;
  gsize file_length = length;

  if (length > 0 && (data[0] == 'p' || data[0] == 't'))
    {
      file = g_memdup2 (good, good_length);
      file_length = data[0] == 't' && length >= 4 ? number (data + 1) % good_length : good_length;
      for (gsize at = 1; data[0] == 'p' && at + 4 <= length;)
        {
          gsize place = number (data + at) % good_length;
          gsize n = MIN (MIN (data[at + 3], length - at - 4), good_length - place);

          memcpy (file + place, data + at + 4, n);
          at += 4 + MAX (n, 1);
        }
    }
  path = fuzz_write ("fuzzed.db", file != NULL ? file : data, file_length);
  hih_backup_check_async (path, NULL, hih_records_wait_cb, &wait);
  backup = hih_backup_check_finish (hih_records_wait (&wait), &error);
  g_assert_true ((backup == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  g_assert_true (backup == NULL || backup->fault == NULL || g_utf8_validate (backup->fault, -1, NULL));
  return 0;
}
