/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting and erasing a person, and who has been kept long enough. */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include <string.h>

#include "hih-consent.h"
#include "hih-figures.h"
#include "hih-privacy.h"
#include "records-fixture.h"

#define NAME "欧阳慧珍"
#define OLD_NAME "司徒慧珍"

/* Files below @path that hold @bytes. (element-type utf8) */
static void
find_bytes (const char *path, const char *bytes, gsize length, GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *contents = NULL;
  const char *name;
  gsize size;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      find_bytes (child, bytes, length, found);
    }
  if (dir == NULL && g_file_get_contents (path, &contents, &size, NULL) && memmem (contents, size, bytes, length) != NULL)
    g_ptr_array_add (found, g_strdup (path));
}

static GPtrArray *
files_with (Fixture *f, const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  find_bytes (f->dir, text, strlen (text), found);
  return found;
}

static GPtrArray *
erase (Fixture *f, const HihId *who, guint n, gboolean delete_traces)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *traces;

  hih_records_erase_trainees_async (f->records, who, n, delete_traces, NULL, hih_records_wait_cb, &wait);
  traces = hih_records_erase_trainees_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return traces;
}

/* The ledger of everything, as text. */
static char *
tell_ledger (Fixture *f)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  hih_records_list_ledger_async (f->records, 0, 0, NULL, hih_records_wait_cb, &wait);
  lines = hih_records_list_ledger_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const HihLedgerLine *line = lines->pdata[i];

      g_string_append_printf (out, "%s %u %u %u %u %u %u %u %u %u\n", line->group != NULL ? line->group : "-", line->n_sessions,
                              line->n_persons, line->n_person_times, line->n_practice_days, line->n_able, line->n_real_phone,
                              line->helper_minutes, line->n_calls, line->n_services);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
set_consent (Fixture *f, const HihId *person, gboolean given, const char *guardian)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihAct) act = NULL;

  hih_records_set_consent_async (f->records, person, given, "notice-1", guardian, NULL, hih_records_wait_cb, &wait);
  act = hih_records_set_consent_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (act);
}

/* One person who did everything there is, in a class with another. */
static HihId
fill (Fixture *f, HihId *other)
{
  HihId person = add_trainee (f->records, OLD_NAME, "一楼"), run, call, planned, people[2];
  HihClassStart start = { .lesson = "make-call", .group = "一楼" };

  *other = add_trainee (f->records, "李强", "一楼");
  WRITE (f, hih_records_rename_trainee, &person, NAME);
  WRITE (f, hih_records_set_pref, &person, HIH_PREF_TAP_GUARD_MS, 700);
  set_consent (f, &person, FALSE, NULL);
  set_consent (f, &person, TRUE, "女儿");
  run = start_run (f->records, f->clock, &person, "video-call", "alone");
  g_assert_true (end_step (f->records, &person, &run, "open", 0, 1, 1, 4000, NULL));
  end_run (f->records, &person, &run, TRUE);
  tick (f->records, &person, "video-call", HIH_REAL_PHONE_ALONE);
  people[0] = person;
  people[1] = *other;
  hih_id_generate (&start.session, f->clock);
  hih_id_generate (&call, f->clock);
  hih_id_generate (&planned, f->clock);
  WRITE (f, hih_records_begin_class, &start);
  WRITE (f, hih_records_attend, &start.session, people, 2, TRUE, FALSE);
  WRITE (f, hih_records_end_class, &start.session, 45);
  WRITE (f, hih_records_hold_call, &person, &call, HIH_CALL_HELD, HIH_HELPER_VOLUNTEER);
  WRITE (f, hih_records_plan_call, &person, &planned, "2026-11-24", HIH_DAY_PART_MORNING);
  WRITE (f, hih_records_give_service, &person, HIH_SERVICE_PLACED_CALL, HIH_HELPER_STAFF);
  return person;
}

/* Nowhere in the database, the WAL or a backup that is not listed; and all that is counted still counts. */
static void
test_erase (Fixture *f, gconstpointer data)
{
  gboolean delete_traces = GPOINTER_TO_INT (data);
  HihId other, person = fill (f, &other), call;
  g_autofree char *db = fixture_path (f, "records.db");
  g_autofree char *wal = fixture_path (f, "records.db-wal");
  g_autofree char *aside = fixture_path (f, "damaged-2026-01-01T000000Z-1");
  g_autofree char *broken = g_build_filename (aside, "records.db", NULL);
  g_autofree char *older = make_backup (f->records);
  g_autofree char *left_over = fixture_path (f, "backups/records-2026-11-20T080000Z.db.part-AbCdEf-shm");
  g_autofree char *before = tell_ledger (f);
  g_autofree char *after = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) left_old = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GStatBuf st;

  /* Statistics that SQLite keeps of tables are made when the file is closed. */
  fixture_reopen (f);
  g_mkdir (aside, 0700);
  g_file_set_contents (broken, "half a page " NAME, -1, NULL);
  {
    g_autoptr (GPtrArray) found = files_with (f, NAME);

    g_assert_cmpuint (found->len, ==, 3);
  }
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  g_file_set_contents (left_over, "of a backup that was never finished", -1, NULL);
  traces = erase (f, &person, 1, delete_traces);
  g_assert_true (g_file_test (left_over, G_FILE_TEST_EXISTS) != delete_traces);
  g_assert_cmpuint (traces->len, ==, 2);
  for (guint i = 0; i < traces->len; i++)
    {
      const HihTrace *trace = traces->pdata[i];
      gboolean is_backup = g_str_equal (trace->path, older);

      g_assert_true (is_backup || g_str_equal (trace->path, broken));
      g_assert_true (trace->deleted == delete_traces);
      if (is_backup)
        {
          g_assert_cmpint (trace->gone_at_ms, >, NOW_MS + 2 * DAY_MS);
          g_assert_cmpint (trace->gone_at_ms, <, NOW_MS + 400 * DAY_MS);
        }
      else
        g_assert_cmpint (trace->gone_at_ms, ==, 0);
    }

  /* While it is open, too: what was, is not in the WAL any more. */
  g_assert_true (g_stat (wal, &st) != 0 || st.st_size == 0);
  left = files_with (f, NAME);
  left_old = files_with (f, OLD_NAME);
  g_assert_cmpuint (left->len, ==, delete_traces ? 0 : 2);
  for (guint i = 0; i < left->len; i++)
    g_assert_true (g_str_equal (left->pdata[i], older) || g_str_equal (left->pdata[i], broken));
  g_assert_cmpuint (left_old->len, ==, 0);

  after = tell_ledger (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (strstr (after, " 1 2 2 "));
  assert_sound (f->records);
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((HihTrainee *) list->pdata[0])->name, ==, "李强");

  /* Nobody is asked to do something with them, and nothing more is written about them. */
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
    g_autoptr (GPtrArray) calls = NULL;

    hih_records_list_calls_async (f->records, NULL, 0, NOW_MS + 30 * DAY_MS, NULL, hih_records_wait_cb, &wait);
    calls = hih_records_list_calls_finish (f->records, hih_records_wait (&wait), NULL);
    g_assert_cmpuint (calls->len, ==, 1);
    g_assert_cmpuint (((HihFamilyCall *) calls->pdata[0])->outcome, ==, HIH_CALL_HELD);
  }
  hih_id_generate (&call, f->clock);
  REFUSED (f, hih_records_rename_trainee, &person, "又来了");
  REFUSED (f, hih_records_hold_call, &person, &call, HIH_CALL_HELD, HIH_HELPER_STAFF);

  /* There is a backup from after it, and damage does not bring them back. */
  fixture_close (f);
  assert_any_order (db, 3);
  g_file_get_contents (db, &whole, NULL, NULL);
  g_file_set_contents (db, "SQLite format 3", -1, NULL);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*records: *");
  fixture_reopen (f);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_RESTORED);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

/* Several at once or nobody; and once more, to look for what is left. */
static void
test_erase_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *backup = NULL;
  HihId people[3] = { add_trainee (f->records, "甲", NULL), add_trainee (f->records, "乙", NULL) };

  hih_id_generate (&people[2], f->clock);
  REFUSED (f, hih_records_erase_trainees, people, 3, FALSE);
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_clear_pointer (&list, g_ptr_array_unref);
  {
    g_autoptr (GPtrArray) traces = erase (f, people, 2, FALSE);

    g_assert_cmpuint (traces->len, ==, 0);
  }
  list = list_trainees (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  {
    g_autoptr (GPtrArray) traces = erase (f, people, 2, FALSE);

    g_assert_cmpuint (traces->len, ==, 0);
  }
  /* A backup from after it knows them by nothing but their ids. */
  backup = make_backup (f->records);
  {
    g_autoptr (GPtrArray) traces = erase (f, people, 2, TRUE);

    g_assert_cmpuint (traces->len, ==, 0);
  }
  assert_sound (f->records);
}

static void
test_export (Fixture *f, gconstpointer data)
{
  static const char *const said[] = {
    ("\"name\": \"" NAME "\""), "\"一楼\"", "\"tap-guard-ms\": 700", "\"consent-given\"", "\"consent-withdrawn\"", "\"guardian\"",
    "\"lesson\": \"video-call\"", "\"able_alone\": true", "\"tick\": \"alone\"", "\"step\": \"open\"", "\"outcome\": \"held\"",
    "\"planned_for\": \"2026-11-24\"", "\"helped_by\": \"staff\"", "\"began_at\": \"2026-11-23T08:00:00Z\"",
    "\"chat/voice \\\"quoted\\\"\\u000a\"", "\"verb\": \"trainee-added\"", "\"films\": [],",
  };
  HihId other, person = fill (f, &other), nobody;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autofree char *json = NULL;

  hih_records_export_trainee_async (f->records, &person, NULL, hih_records_wait_cb, &wait);
  json = hih_records_export_trainee_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (json);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (strstr (json, said[i]) == NULL)
        g_test_message ("%s is not in: %s", said[i], json);
      g_assert_nonnull (strstr (json, said[i]));
    }
  g_assert_null (strstr (json, "李强"));
  hih_id_generate (&nobody, f->clock);
  {
    g_auto (HihRecordsWait) no = HIH_RECORDS_WAIT_INIT;
    g_autoptr (GError) error = NULL;

    hih_records_export_trainee_async (f->records, &nobody, NULL, hih_records_wait_cb, &no);
    g_assert_null (hih_records_export_trainee_finish (f->records, hih_records_wait (&no), &error));
    g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  }
}

/* Names of those overdue, in their order. */
static char *
tell_overdue (Fixture *f, guint months)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  hih_records_list_overdue_async (f->records, months, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_overdue_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (list);
  for (guint i = 0; i < list->len; i++)
    g_string_append (out, ((HihOverdue *) list->pdata[i])->name);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define OVERDUE(f, months, names) \
  G_STMT_START \
  { \
    g_autofree char *told_ = tell_overdue (f, months); \
    g_assert_cmpstr (told_, ==, names); \
  } \
  G_STMT_END

static void
test_overdue (Fixture *f, gconstpointer data)
{
  HihId a = add_trainee (f->records, "甲", NULL), b, c, d, run;
  HihClassStart start = { .lesson = "make-call", .group = "" };

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), DAY_MS);
  b = add_trainee (f->records, "乙", NULL);
  c = add_trainee (f->records, "丙", NULL);
  d = add_trainee (f->records, "丁", NULL);
  OVERDUE (f, 12, "");
  /* 甲 practises, 丙 is in a class, 丁 is ticked: only 乙 is left after a year. */
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 30 * DAY_MS);
  run = start_run (f->records, f->clock, &a, "make-call", "follow");
  end_run (f->records, &a, &run, FALSE);
  hih_id_generate (&start.session, f->clock);
  WRITE (f, hih_records_begin_class, &start);
  WRITE (f, hih_records_attend, &start.session, &c, 1, TRUE, FALSE);
  tick (f->records, &d, "make-call", HIH_REAL_PHONE_WITH_HELP);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 335 * DAY_MS + HOUR_MS);
  OVERDUE (f, 12, "乙");
  OVERDUE (f, 13, "");
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 31 * DAY_MS);
  OVERDUE (f, 12, "乙丁丙甲");
  {
    g_autoptr (GPtrArray) traces = erase (f, &b, 1, FALSE);

    g_assert_nonnull (traces);
  }
  OVERDUE (f, 12, "丁丙甲");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/privacy/erase", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up, test_erase, fixture_tear_down);
  g_test_add ("/records/privacy/erase-backups", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_erase,
              fixture_tear_down);
  g_test_add ("/records/privacy/erase-many", Fixture, NULL, fixture_set_up, test_erase_many, fixture_tear_down);
  g_test_add ("/records/privacy/export", Fixture, NULL, fixture_set_up, test_export, fixture_tear_down);
  g_test_add ("/records/privacy/overdue", Fixture, NULL, fixture_set_up, test_overdue, fixture_tear_down);
  return g_test_run ();
}
