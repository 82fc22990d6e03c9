/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups stay, and what becomes of those that were never finished. */
#include "config.h"

#include "hih-backup.h"
#include "records-fixture.h"

static void
write_file (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "", 0, &error);
  g_assert_no_error (error);
}

static void
test_thinning (Fixture *f, gconstpointer data)
{
  g_autofree char *dir = fixture_path (f, "thin");
  g_autofree char *kept = NULL;
  guint n_recent = 0;

  g_mkdir (dir, 0700);
  /* Two a day for 400 days, thinned each day as the program would. */
  for (guint day = 0; day < 400; day++)
    {
      gint64 now_ms = NOW_MS + day * DAY_MS;

      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *path = hih_backup_make_name (dir, NULL, now_ms + i * HOUR_MS);

          write_file (path);
        }
      hih_backup_thin (dir, now_ms + 2 * HOUR_MS);
    }
  for (guint back = 0; back < 2; back++)
    {
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (GDateTime) at =
            g_date_time_new_from_unix_utc ((NOW_MS + (399 - (gint64) back) * DAY_MS + i * HOUR_MS) / 1000);
          g_autofree char *name = g_date_time_format (at, "records-%Y-%m-%dT%H%M%SZ.db");
          g_autofree char *path = g_build_filename (dir, name, NULL);

          n_recent += g_file_test (path, G_FILE_TEST_EXISTS);
        }
    }
  g_assert_cmpuint (n_recent, ==, 4);
  /* 2 days all (and what is left of the third), 12 daily, 10 weekly, 9 monthly. */
  g_assert_cmpuint (count_files (dir), >=, 4 + 12 + 10 + 8);
  g_assert_cmpuint (count_files (dir), <=, 6 + 12 + 10 + 9);
  /* A clock that cannot be right throws nothing away, nor does anything foreign go. */
  kept = g_build_filename (dir, "records-v1-2020-01-01T000000Z.db", NULL);
  write_file (kept);
  n_recent = count_files (dir);
  hih_backup_thin (dir, G_GINT64_CONSTANT (4133980800000));
  hih_backup_thin (dir, 0);
  g_assert_cmpuint (count_files (dir), ==, n_recent);
  hih_backup_thin (dir, NOW_MS + 5000 * DAY_MS);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* What was never finished goes after a day; what SQLite put beside it and is alone there, with the next backup. */
static void
test_left_over (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean stays;
  } files[] = {
    { "records-2026-11-23T180000Z.db.part-young1", TRUE },         { "records-2026-11-23T180000Z.db.part-young1-journal", TRUE },
    { "records-2026-11-23T180000Z.db.part-alone1-journal", FALSE }, { "records-2026-11-23T180000Z.db.part-alone1-wal", FALSE },
    { "records-2026-11-23T180000Z.db.part-alone2-shm", FALSE },     { "records-2026-11-21T180000Z.db.part-old123", FALSE },
    { "records-2026-11-23T180000Z.db", TRUE },                      { "somebody's.part-alone3-shm", TRUE },
  };
  g_autofree char *dir = fixture_path (f, "left-over");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 23, 19, 0, 0);

  g_mkdir (dir, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (dir, files[i].name, NULL);

      write_file (path);
    }
  hih_backup_thin (dir, g_date_time_to_unix (now) * 1000);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (dir, files[i].name, NULL);

      g_test_message ("%s", files[i].name);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == files[i].stays);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/backup/thinning", Fixture, NULL, fixture_set_up, test_thinning, fixture_tear_down);
  g_test_add ("/records/backup/left-over", Fixture, NULL, fixture_set_up, test_left_over, fixture_tear_down);
  return g_test_run ();
}
