/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from spreadsheets of all kinds: all or nobody. */
#include "config.h"

#include <string.h>

#include "records-fixture.h"

static HihImportResult *
import (Fixture *f, const char *data, gssize length, HihImportFlags flags)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse (data, length < 0 ? strlen (data) : (gsize) length, &error);
  HihImportResult *result;

  g_assert_no_error (error);
  hih_records_import_people_async (f->records, sheet, flags, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_people (Fixture *f, const char *first_name, const char *group, guint n)
{
  g_autoptr (GPtrArray) list = list_trainees (f->records, group);
  gboolean found = FALSE;

  g_assert_cmpuint (list->len, ==, n);
  for (guint i = 0; i < list->len; i++)
    found |= g_str_equal (((HihTrainee *) list->pdata[i])->name, first_name);
  g_assert_true (found);
}

typedef struct
{
  const char *to;  /* iconv's name */
  const char *bom; /* UTF-8 text that is put in front */
  char separator;
  const char *line_end;
} Form;

static const Form forms[] = {
  { "UTF-8", "", ',', "\n" },          { "UTF-8", "\xef\xbb\xbf", ',', "\r\n" }, { "UTF-8", "", ';', "\r\n" },
  { "UTF-8", "\xef\xbb\xbf", '\t', "\n" }, { "UTF-8", "", ',', "\r" },           { "GB18030", "", ',', "\r\n" },
  { "GB18030", "", ';', "\n" },        { "GB18030", "", '\t', "\r\n" },          { "UTF-16LE", "\xef\xbb\xbf", '\t', "\r\n" },
  { "UTF-16BE", "\xef\xbb\xbf", ',', "\n" },
};

/* Encodings × separators × line ends, with a quoted line break, quotes in quotes, a column that is not ours. */
static void
test_forms (Fixture *f, gconstpointer data)
{
  const Form *form = data;
  g_autoptr (GString) text = g_string_new (form->bom);
  g_autofree char *bytes = NULL;
  g_autoptr (HihImportResult) result = NULL;
  g_autofree char *path = fixture_path (f, "records.db");
  gsize length;

  g_string_append (text, "姓名;电话;图片;分组|");
  g_string_append (text, "王芳;13800000000;person-01;一组|");
  g_string_append (text, "\"李;强\";;person-02;\"二\n组\"|");
  g_string_append (text, ";;;|"); /* an empty row is no row */
  g_string_append (text, "\"赵 \"\"小\"\" 敏\";1;;|");
  g_string_replace (text, "|", form->line_end, 0);
  for (char *p = text->str; *p != '\0'; p++)
    {
      if (*p == ';')
        *p = form->separator;
    }
  bytes = g_convert (text->str, text->len, form->to, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (bytes);
  result = import (f, bytes, length, HIH_IMPORT_NONE);
  g_assert_true (result->done);
  g_assert_cmpuint (result->n_added, ==, 3);
  assert_people (f, "王芳", NULL, 3);
  assert_people (f, "赵 \"小\" 敏", NULL, 3);
  /* A line break in a cell is a space in a name. */
  g_clear_pointer (&result, hih_import_result_unref);
  if (form->separator != '\t')
    {
      g_autofree char *name = g_strdup_printf ("李%c强", form->separator);

      assert_people (f, name, "二 组", 1);
    }
  assert_sound (f->records);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%138%'"), ==, 0);
}

static void
test_english_headings (Fixture *f, gconstpointer data)
{
  g_autoptr (HihImportResult) result = import (f, " Group ,NAME,Room\nA,Mary,12\n", -1, HIH_IMPORT_NONE);

  g_assert_true (result->done);
  assert_people (f, "Mary", "A", 1);
}

static const struct
{
  const char *row;
  HihRowProblem problem;
} bad_rows[] = {
  { ",person-01,一组", HIH_ROW_PROBLEM_NO_NAME },
  { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一,,", HIH_ROW_PROBLEM_LONG_NAME },
  { "王\x01芳,,", HIH_ROW_PROBLEM_BAD_CHARACTER },
  { "王\xe2\x80\x8b芳,,", HIH_ROW_PROBLEM_BAD_CHARACTER },
  { "王芳,../../etc/passwd,", HIH_ROW_PROBLEM_BAD_PICTURE },
  { "王芳,,一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", HIH_ROW_PROBLEM_LONG_GROUP },
  { "王芳,,一组,多的", HIH_ROW_PROBLEM_CELLS },
};

/* One bad row among good ones: nobody comes in, and its number is the spreadsheet's. */
static void
test_bad_rows (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("姓名,图片,分组\n好人,,\n%s\n另一个,,\n", bad_rows[i].row);
      g_autoptr (HihImportResult) result = import (f, text, -1, HIH_IMPORT_SKIP_REPEATS);
      g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);
      HihBadRow *bad;

      g_assert_false (result->done);
      g_assert_cmpuint (result->n_added, ==, 0);
      g_assert_cmpuint (result->bad_rows->len, ==, 1);
      bad = result->bad_rows->pdata[0];
      g_assert_cmpuint (bad->row, ==, 3);
      g_assert_cmpuint (bad->problem, ==, bad_rows[i].problem);
      g_assert_cmpuint (list->len, ==, 0);
    }
}

static void
test_repeats (Fixture *f, gconstpointer data)
{
  const char *text = "name\n王芳\n李强\n 王芳 \n赵敏\n";
  g_autoptr (HihImportResult) refused = NULL;
  g_autoptr (HihImportResult) tried = NULL;
  g_autoptr (HihImportResult) done = NULL;
  HihBadRow *bad;

  add_trainee (f->records, "赵敏", NULL);
  refused = import (f, text, -1, HIH_IMPORT_NONE);
  g_assert_false (refused->done);
  g_assert_cmpuint (refused->repeats->len, ==, 2);
  bad = refused->repeats->pdata[0];
  g_assert_cmpuint (bad->row, ==, 4);
  g_assert_cmpuint (bad->problem, ==, HIH_ROW_PROBLEM_TWICE);
  bad = refused->repeats->pdata[1];
  g_assert_cmpuint (bad->row, ==, 5);
  g_assert_cmpuint (bad->problem, ==, HIH_ROW_PROBLEM_KNOWN);
  assert_people (f, "赵敏", NULL, 1);

  tried = import (f, text, -1, HIH_IMPORT_SKIP_REPEATS | HIH_IMPORT_TRY);
  g_assert_true (tried->done);
  g_assert_cmpuint (tried->n_added, ==, 2);
  assert_people (f, "赵敏", NULL, 1);

  done = import (f, text, -1, HIH_IMPORT_SKIP_REPEATS);
  g_assert_true (done->done);
  g_assert_cmpuint (done->n_added, ==, 2);
  g_assert_cmpuint (done->n_skipped, ==, 2);
  assert_people (f, "王芳", NULL, 3);
}

static void
assert_no_sheet (const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hih_people_sheet_parse (data, length, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET);
}

static void
test_no_sheet (void)
{
  g_autoptr (GString) many = g_string_new ("name\n");
  g_autofree char *huge = g_malloc0 (HIH_SHEET_MAX_BYTES + 1);

  assert_no_sheet ("", 0);
  assert_no_sheet ("电话,房间\n1,2\n", strlen ("电话,房间\n1,2\n"));
  assert_no_sheet ("name\n\"open\n", strlen ("name\n\"open\n"));
  assert_no_sheet ("\"", 1);
  assert_no_sheet ("name\nA\0B\n", 9);
  assert_no_sheet ("\xef\xbb\xbfname\n\xff\xff\n", 11);
  assert_no_sheet ("PK\x03\x04\xff\xff\xff\xff", 8); /* an .xlsx under another name */
  assert_no_sheet (huge, HIH_SHEET_MAX_BYTES + 1);
  for (guint i = 0; i <= HIH_SHEET_MAX_ROWS; i++)
    g_string_append_printf (many, "p%u\n", i);
  assert_no_sheet (many->str, many->len);
}

static void
test_twenty_thousand (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new ("姓名,分组\n");
  g_autoptr (HihImportResult) result = NULL;

  for (guint i = 0; i < HIH_SHEET_MAX_ROWS; i++)
    g_string_append_printf (many, "学员%u,%u组\n", i, i % 40);
  result = import (f, many->str, many->len, HIH_IMPORT_NONE);
  g_assert_true (result->done);
  g_assert_cmpuint (result->n_added, ==, HIH_SHEET_MAX_ROWS);
  assert_people (f, "学员19999", "39组", HIH_SHEET_MAX_ROWS / 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/records/import/form/%u-%s", i, forms[i].to);

      ADD (path, &forms[i], test_forms);
    }
  ADD ("/records/import/english-headings", NULL, test_english_headings);
  ADD ("/records/import/bad-rows", NULL, test_bad_rows);
  ADD ("/records/import/repeats", NULL, test_repeats);
  ADD ("/records/import/twenty-thousand", NULL, test_twenty_thousand);
  g_test_add_func ("/records/import/no-sheet", test_no_sheet);
  return g_test_run ();
}
