/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table's writers and the report of completion. */
#include "config.h"

#include <string.h>

#include "hih-period.h"
#include "hih-report.h"
#include "records-fixture.h"

static HihTable *
make_table (const char *text)
{
  HihTable *table = hih_table_new ();

  hih_table_add_column (table, "person", "姓名");
  hih_table_add_column (table, "state", "How far");
  hih_table_add_column (table, "count", "次数");
  hih_table_add_column (table, "on", "Date");
  hih_table_begin_row (table);
  hih_table_add_text (table, text);
  hih_table_add_choice (table, "able-alone", "会自己做");
  hih_table_add_number (table, -12);
  hih_table_add_date (table, 0);
  return table;
}

static void
test_formats (void)
{
  g_autoptr (HihTable) table = make_table ("王\"芳,\n");
  g_autoptr (HihTable) empty = hih_table_new ();
  g_autofree char *text = NULL;
  g_autofree char *csv = hih_table_write (table, HIH_TABLE_FORMAT_CSV);
  g_autofree char *json = hih_table_write (table, HIH_TABLE_FORMAT_JSON);
  g_autofree char *none = hih_table_write (empty, HIH_TABLE_FORMAT_JSON);
  HihTableFormat format;

  g_assert_cmpstr (csv, ==, "\xef\xbb\xbf姓名,How far,次数,Date\r\n\"王\"\"芳,\n\",会自己做,-12,\r\n");
  g_assert_cmpstr (json, ==,
                   "[\n  {\"person\": \"王\\\"芳,\\u000a\", \"state\": \"able-alone\", \"count\": -12, \"on\": null}\n]\n");
  g_assert_cmpstr (none, ==, "[]\n");
  hih_table_begin_row (table);
  hih_table_add_text (table, "Mary \x1b[31m");
  hih_table_add_choice (table, "learning", "Learning");
  hih_table_add_number (table, 3);
  hih_table_add_date (table, NOW_MS);
  text = hih_table_write (table, HIH_TABLE_FORMAT_TABLE);
  g_assert_cmpstr (text, ==,
                   "姓名        How far   次数  Date\n"
                   "王\"芳,      会自己做   -12  \n"
                   "Mary  [31m  Learning     3  2026-11-23\n");
  g_assert_true (hih_table_format_parse ("csv", &format));
  g_assert_cmpuint (format, ==, HIH_TABLE_FORMAT_CSV);
  g_assert_false (hih_table_format_parse ("xls", &format));
  g_assert_null (hih_table_write (table, HIH_TABLE_FORMAT_PDF));
}

static void
count_cb (double share, gpointer data)
{
  guint *n = data;

  g_assert_cmpfloat (share, >=, 0);
  g_assert_cmpfloat (share, <=, 1);
  (*n)++;
}

/* Large enough that writing takes a while: it tells how far it is, and stops in the middle without a trace. */
static void
test_saving (void)
{
  g_autoptr (HihTable) table = hih_table_new ();
  g_autofree char *dir = g_dir_make_tmp ("hih-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "table", NULL);
  static const HihTableFormat formats[] = { HIH_TABLE_FORMAT_CSV, HIH_TABLE_FORMAT_XLSX, HIH_TABLE_FORMAT_PDF };

  hih_table_add_column (table, "a", "甲");
  hih_table_add_column (table, "b", "乙");
  for (guint i = 0; i < 3000; i++)
    {
      hih_table_begin_row (table);
      hih_table_add_text (table, "王芳");
      hih_table_add_number (table, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (HihRecordsWait) cancelled = HIH_RECORDS_WAIT_INIT;
      g_auto (HihRecordsWait) done = HIH_RECORDS_WAIT_INIT;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) left = NULL;
      guint n = 0;

      g_cancellable_cancel (cancellable);
      hih_table_save_async (table, formats[i], path, count_cb, &n, cancellable, hih_records_wait_cb, &cancelled);
      g_assert_false (hih_table_save_finish (table, hih_records_wait (&cancelled), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      left = g_dir_open (dir, 0, NULL);
      g_assert_null (g_dir_read_name (left));
      g_clear_error (&error);
      hih_table_save_async (table, formats[i], path, count_cb, &n, NULL, hih_records_wait_cb, &done);
      g_assert_true (hih_table_save_finish (table, hih_records_wait (&done), &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

static void
test_formulas (void)
{
  static const char *const texts[] = { "=HYPERLINK(\"http://x\",\"y\")", "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1",
                                       "＝1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HihTable) table = make_table (texts[i]);
      g_autofree char *csv = hih_table_write (table, HIH_TABLE_FORMAT_CSV);
      const char *row = strstr (csv, "\r\n") + 2;

      g_assert_true (g_str_has_prefix (row, "\"'"));
    }
}

static HihTable *
load_kind (HihRecords *records, const char *kind, const HihReportOptions *options)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihReport) report = hih_report_new (kind, &error);
  HihTable *table;

  g_assert_no_error (error);
  hih_report_load_async (report, records, options, NULL, hih_records_wait_cb, &wait);
  table = hih_report_load_finish (report, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return table;
}

static HihTable *
load (HihRecords *records, const HihReportOptions *options)
{
  return load_kind (records, "completion", options);
}

static void
test_completion (Fixture *f, gconstpointer data)
{
  static const HihReportLesson lessons[] = { { "answer-call", "接视频电话" }, { "make-call", "打视频电话" } };
  HihId wang = add_trainee (f->records, "王芳", "一组");
  HihId run = start_run (f->records, f->clock, &wang, "make-call", "alone");
  HihReportOptions options = { .names = TRUE, .lessons = lessons, .n_lessons = G_N_ELEMENTS (lessons) };
  g_autoptr (HihTable) table = NULL;
  g_autoptr (HihTable) anonymous = NULL;
  g_autoptr (HihTable) period = NULL;
  g_autoptr (HihTable) group = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;

  add_trainee (f->records, "李强", NULL);
  end_run (f->records, &wang, &run, TRUE);
  start_run (f->records, f->clock, &wang, "old-lesson", "follow");
  tick (f->records, &wang, "make-call", HIH_REAL_PHONE_WITH_HELP);

  table = load (f->records, &options);
  g_assert_cmpuint (hih_table_get_n_rows (table), ==, 6);
  json = hih_table_write (table, HIH_TABLE_FORMAT_JSON);
  g_assert_nonnull (strstr (json, "{\"person\": \"王芳\", \"lesson\": \"make-call\", \"completion\": \"able-alone\", "
                                  "\"able_alone_on\": \"2026-11-23\", \"last_on\": \"2026-11-23\", "
                                  "\"real_phone\": \"with-help\", \"real_phone_on\": \"2026-11-23\"}"));
  g_assert_nonnull (strstr (json, "{\"person\": \"李强\", \"lesson\": \"make-call\", \"completion\": \"not-started\", "
                                  "\"able_alone_on\": null, \"last_on\": null, \"real_phone\": \"unknown\", "
                                  "\"real_phone_on\": null}"));
  g_assert_nonnull (strstr (json, "\"lesson\": \"old-lesson\", \"completion\": \"learning\""));

  options.names = FALSE;
  anonymous = load (f->records, &options);
  csv = hih_table_write (anonymous, HIH_TABLE_FORMAT_CSV);
  g_assert_null (strstr (csv, "王芳"));
  g_assert_null (strstr (csv, "李强"));
  g_assert_nonnull (strstr (csv, "打视频电话"));
  g_assert_cmpuint (strlen (hih_table_get_text (anonymous, 0, 0)), ==, 8);

  options.from_ms = NOW_MS;
  options.to_ms = NOW_MS + DAY_MS;
  period = load (f->records, &options);
  g_assert_cmpuint (hih_table_get_n_rows (period), ==, 2);
  options.from_ms = 0;
  options.to_ms = 0;
  options.group = "一组";
  group = load (f->records, &options);
  g_assert_cmpuint (hih_table_get_n_rows (group), ==, 3);
}

/* For nobody there is no empty page, but a list that says who has none yet. */
static void
test_certificate (Fixture *f, gconstpointer data)
{
  static const HihReportLesson lessons[] = { { "make-call", "打视频电话" } };
  HihReportOptions options = { .names = TRUE, .lessons = lessons, .n_lessons = G_N_ELEMENTS (lessons) };
  HihId wang = add_trainee (f->records, "王芳", NULL), run;
  g_autoptr (HihTable) none = NULL;
  g_autoptr (HihTable) one = NULL;
  g_autoptr (HihTable) unnamed = NULL;
  char pseudonym[9];

  none = load_kind (f->records, "certificate", &options);
  g_assert_cmpuint (hih_table_get_n_rows (none), ==, 0);
  g_assert_cmpint (hih_table_get_look (none), ==, HIH_TABLE_LOOK_LIST);
  g_assert_nonnull (strstr (hih_table_get_note (none, 0), "王芳"));
  run = start_run (f->records, f->clock, &wang, "make-call", "alone");
  end_run (f->records, &wang, &run, TRUE);
  add_trainee (f->records, "李强", NULL);
  one = load_kind (f->records, "certificate", &options);
  g_assert_cmpuint (hih_table_get_n_rows (one), ==, 1);
  g_assert_cmpint (hih_table_get_look (one), ==, HIH_TABLE_LOOK_CERTIFICATE);
  g_assert_cmpuint (hih_table_get_n_notes (one), ==, 1);
  g_assert_nonnull (strstr (hih_table_get_note (one, 0), "李强"));
  g_assert_null (strstr (hih_table_get_note (one, 0), "王芳"));
  g_assert_cmpstr (hih_table_get_text (one, 0, 0), ==, "王芳");
  /* Without names there is a line to write it on, and a file says who as the others do. */
  options.names = FALSE;
  unnamed = load_kind (f->records, "certificate", &options);
  g_assert_cmpint (hih_table_get_look (unnamed), ==, HIH_TABLE_LOOK_CERTIFICATE_TO_SIGN);
  hih_report_get_pseudonym (&wang, pseudonym);
  g_assert_cmpstr (hih_table_get_text (unnamed, 0, 0), ==, pseudonym);
}

/* 2026-11-23 is a Monday; 08:00 UTC is 16:00 in China. */
static void
test_periods (void)
{
  static const struct
  {
    HihPeriod period;
    const char *from;
    const char *last;
  } periods[] = {
    { HIH_PERIOD_WEEK, "2026-11-23", "2026-11-29" },       { HIH_PERIOD_MONTH, "2026-11-01", "2026-11-30" },
    { HIH_PERIOD_LAST_MONTH, "2026-10-01", "2026-10-31" }, { HIH_PERIOD_QUARTER, "2026-10-01", "2026-12-31" },
    { HIH_PERIOD_YEAR, "2026-01-01", "2026-12-31" },
  };
  gint64 from_ms, to_ms;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      hih_period_get (periods[i].period, NOW_MS, &from_ms, &to_ms);
      g_assert_cmpint (from_ms, ==, hih_period_parse_day (periods[i].from, FALSE));
      g_assert_cmpint (to_ms, ==, hih_period_parse_day (periods[i].last, TRUE));
    }
  /* January 2027 has last year's December before it. */
  hih_period_get (HIH_PERIOD_LAST_MONTH, NOW_MS + 60 * DAY_MS, &from_ms, &to_ms);
  g_assert_cmpint (from_ms, ==, hih_period_parse_day ("2026-12-01", FALSE));
  /* The last hour of Sunday in China is still that week. */
  hih_period_get (HIH_PERIOD_WEEK, hih_period_parse_day ("2026-11-29", TRUE) - 1000, &from_ms, &to_ms);
  g_assert_cmpint (from_ms, ==, hih_period_parse_day ("2026-11-23", FALSE));
  g_assert_cmpint (hih_period_parse_day ("2026-02-30", FALSE), ==, -1);
  g_assert_cmpint (hih_period_parse_day ("yesterday!", FALSE), ==, -1);
}

static void
test_kinds (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_strv_contains (hih_report_list_kinds (), "completion"));
  for (guint i = 0; hih_report_list_kinds ()[i] != NULL; i++)
    {
      g_autoptr (HihReport) report = hih_report_new (hih_report_list_kinds ()[i], NULL);

      g_assert_cmpstr (HIH_REPORT_GET_CLASS (report)->id, ==, hih_report_list_kinds ()[i]);
    }
  g_assert_null (hih_report_new ("horoscope", &error));
  g_assert_error (error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_NO_DATA);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/table/formats", test_formats);
  g_test_add_func ("/report/table/saving", test_saving);
  g_test_add_func ("/report/table/formulas", test_formulas);
  g_test_add ("/report/completion", Fixture, NULL, fixture_set_up, test_completion, fixture_tear_down);
  g_test_add ("/report/certificate", Fixture, NULL, fixture_set_up, test_certificate, fixture_tear_down);
  g_test_add_func ("/report/periods", test_periods);
  g_test_add_func ("/report/kinds", test_kinds);
  return g_test_run ();
}
