/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A step is on disk before the next begins, and an import is one whole.
 * A child appends steps and prints each one it was told is saved. It is killed with SIGKILL at random moments, from
 * before its file exists to the middle of a commit; each time nothing it printed may be missing.
 */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "records-fixture.h"

#define KILLS 50
#define IMPORT_KILLS 8

static int
write_steps (const char *dir, guint first)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (NOW_MS);
  g_autoptr (GError) error = NULL;
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, &error);
  HihId trainee, run;

  if (records == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  trainee = add_trainee (records, "王芳", NULL);
  run = start_run (records, clock, &trainee, "make-call", "follow");
  for (guint i = first;; i++)
    {
      char line[16];
      int length = g_snprintf (line, sizeof line, "%u\n", i);

      if (!end_step (records, &trainee, &run, "who", i, 1, 0, 1000, &error) ||
          write (STDOUT_FILENO, line, length) != length)
        return 1;
    }
}

#define SHEET_ROWS 3000

/* Imports the same people again and again, each time under other names. */
static int
import_people (const char *dir, const char *prefix)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (NOW_MS);
  g_autoptr (HihRecords) records = hih_records_open_sync (dir, clock, NULL);
  g_autoptr (GString) text = g_string_new ("name,group\n");
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autoptr (HihImportResult) result = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihImportOptions options = { .repeats = HIH_REPEAT_ASK };

  for (guint i = 0; i < SHEET_ROWS; i++)
    g_string_append_printf (text, "%s-%u,%s\n", prefix, i, prefix);
  sheet = hih_people_sheet_parse (text->str, text->len, NULL);
  if (records == NULL || sheet == NULL || write (STDOUT_FILENO, "go\n", 3) != 3)
    return 1;
  hih_records_import_people_async (records, sheet, &options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (records, hih_records_wait (&wait), NULL);
  if (result == NULL || !result->done || write (STDOUT_FILENO, "in\n", 3) != 3)
    return 1;
  return 0;
}

/* Killed at any moment of an import, the file holds nobody of it or everybody. */
static void
test_import (Fixture *f, gconstpointer data)
{
  g_autofree char *dir = fixture_path (f, "site");
  g_autofree char *site_path = g_build_filename (dir, "records.db", NULL);
  guint n_none = 0, n_all = 0;

  for (guint kill = 0; kill < IMPORT_KILLS; kill++)
    {
      g_autofree char *prefix = g_strdup_printf ("p%u", kill);
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--import", dir, prefix, NULL);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      g_autoptr (HihRecords) records = NULL;
      g_autofree char *go = NULL, *in = NULL;
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM profile WHERE name LIKE '%s-%%'", prefix);
      gint64 n;

      g_assert_no_error (error);
      go = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_assert_cmpstr (go, ==, "go");
      /* The last is let through; the others are stopped somewhere between the first row and the last. */
      if (kill < IMPORT_KILLS - 1)
        {
          g_usleep ((gulong) g_test_rand_int_range (0, 60000));
          g_subprocess_force_exit (child);
        }
      in = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_subprocess_wait (child, NULL, NULL);
      records = hih_records_open_sync (dir, f->clock, &error);
      g_assert_no_error (error);
      assert_sound (records);
      hih_records_close_sync (records, NULL);
      n = query_file (site_path, sql);
      g_assert_true (n == 0 || n == SHEET_ROWS);
      g_assert_true (in == NULL || n == SHEET_ROWS);
      n_none += n == 0;
      n_all += n != 0;
    }
  g_test_message ("%u times nobody, %u times everybody", n_none, n_all);
  g_assert_cmpuint (n_none, >, 0);
  g_assert_cmpuint (n_all, >, 0);
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  g_autofree char *dir = fixture_path (f, "site");
  g_autofree char *site_path = g_build_filename (dir, "records.db", NULL);
  guint first = 1, total = 0;

  for (guint kill = 0; kill < KILLS; kill++)
    {
      g_autofree char *from = g_strdup_printf ("%u", first);
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--write", dir, from, NULL);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      g_autoptr (HihRecords) records = NULL;
      /* Every fifth is killed while it opens. */
      guint enough = kill % 5 == 0 ? 0 : (guint) g_test_rand_int_range (1, 40);
      guint last = first - 1;
      g_autofree char *sql = NULL;
      gboolean killed = FALSE;

      g_assert_no_error (error);
      for (guint n = 0;; n++)
        {
          g_autofree char *line = NULL;

          if (n == enough && !killed)
            {
              /* Anywhere between two acknowledgements; the only real time here, and under 3 ms. */
              g_usleep ((gulong) g_test_rand_int_range (0, kill % 5 == 0 ? 20000 : 3000));
              g_subprocess_force_exit (child);
              killed = TRUE;
            }
          line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
          if (line == NULL)
            break;
          last = (guint) strtoul (line, NULL, 10);
        }
      g_assert_true (killed);
      g_subprocess_wait (child, NULL, NULL);

      records = hih_records_open_sync (dir, f->clock, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (hih_records_get_found (records), <=, HIH_RECORDS_CREATED);
      assert_sound (records);
      hih_records_close_sync (records, &error);
      g_assert_no_error (error);
      sql = g_strdup_printf ("SELECT count(*) FROM step_result WHERE step_index BETWEEN %u AND %u", first, last);
      g_assert_cmpint (query_file (site_path, sql), ==, last - first + 1);
      total += last - first + 1;
      first = last + 1000;
    }
  g_test_message ("%u steps acknowledged, none lost", total);
  g_assert_cmpuint (total, >, KILLS);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_steps (argv[2], (guint) strtoul (argv[3], NULL, 10));
  if (argc == 4 && g_str_equal (argv[1], "--import"))
    return import_people (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/kill/steps", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  g_test_add ("/records/kill/import", Fixture, NULL, fixture_set_up, test_import, fixture_tear_down);
  return g_test_run ();
}
