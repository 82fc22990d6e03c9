/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from spreadsheets of all kinds: all or nobody. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "records-fixture.h"

static const HihImportOptions ask = { .repeats = HIH_REPEAT_ASK };
static const HihImportOptions skip = { .repeats = HIH_REPEAT_SKIP };
static const HihImportOptions dry_skip = { .repeats = HIH_REPEAT_SKIP, .dry_run = TRUE };
static const HihImportOptions leave_out = { .repeats = HIH_REPEAT_ASK, .leave_out_bad = TRUE };

static HihImportResult *
import (Fixture *f, const char *data, gssize length, const HihImportOptions *options)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse (data, length < 0 ? strlen (data) : (gsize) length, &error);
  HihImportResult *result;

  g_assert_no_error (error);
  hih_records_import_people_async (f->records, sheet, options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return result;
}

static void
undo (Fixture *f, HihAct *act, guint n_stayed)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  hih_records_undo_async (f->records, act, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_undo_finish (f->records, hih_records_wait (&wait), &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_stayed);
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
  result = import (f, bytes, length, &ask);
  g_assert_true (result->done);
  g_assert_cmpuint (result->n[HIH_ROW_NEW], ==, 3);
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

/* A picture that is not there is as none, and the row says so. Whoever brings none gets one that nobody has, neither here nor
 * further down in the file; when all are in use, one that few have. */
static void
test_pictures (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (HihImportResult) result =
    import (f, "姓名,图片\n赵敏,no-such\n王芳,apple\n李强,person-bee\n钱多,ball\n", -1, &ask);
  g_autoptr (GString) many = g_string_new ("姓名\n");
  g_autoptr (HihImportResult) more = NULL;
  g_autofree char *next = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  g_assert_true (result->done);
  g_assert_cmpuint (result->n[HIH_ROW_NEW], ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (((HihImportRow *) result->rows->pdata[i])->no_picture, ==, i == 0);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (many, "新人%u\n", i);
  more = import (f, many->str, -1, &ask);
  g_assert_true (more->done);
  hih_records_choose_picture_async (f->records, NULL, hih_records_wait_cb, &wait);
  next = hih_records_choose_picture_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_cmpstr (next, !=, "");
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile WHERE (name, picture) IN"
                                     " (VALUES ('王芳', 'apple'), ('李强', 'person-bee'), ('赵敏', 'bamboo'))"), ==, 3);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile WHERE picture = ''"), ==, 0);
  g_assert_cmpint (query_file (path, "SELECT max(n) - min(n) FROM (SELECT count(*) AS n FROM profile"
                                     " GROUP BY replace(picture, 'person-', ''))"), ==, 1);
}

static void
test_english_headings (Fixture *f, gconstpointer data)
{
  g_autoptr (HihImportResult) result = import (f, " Group ,NAME,Room\nA,Mary,12\n", -1, &ask);

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
  { "\"王芳,,一组", HIH_ROW_PROBLEM_QUOTE },
  { "王芳,,\"一组", HIH_ROW_PROBLEM_QUOTE },
  { "13800000000,,", HIH_ROW_PROBLEM_NUMBER },
  { "1.38E+10,,", HIH_ROW_PROBLEM_NUMBER },
  { "110101193001011234,,", HIH_ROW_PROBLEM_NUMBER },
  { "11010119300101123X,,", HIH_ROW_PROBLEM_NUMBER },
};

/* One bad row among good ones: nobody comes in, and its number is the spreadsheet's. */
static void
test_bad_rows (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("姓名,图片,分组\n好人,,\n%s\n另一个,,\n", bad_rows[i].row);
      g_autoptr (HihImportResult) result = import (f, text, -1, &skip);
      g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);
      g_autoptr (HihImportResult) others = NULL;
      HihImportRow *bad;

      g_assert_false (result->done);
      g_assert_cmpuint (result->n[HIH_ROW_BAD], ==, 1);
      g_assert_cmpuint (hih_act_get_n_people (result->act), ==, 0);
      bad = result->rows->pdata[1];
      g_assert_cmpuint (bad->row, ==, 3);
      g_assert_cmpuint (bad->outcome, ==, HIH_ROW_BAD);
      g_assert_cmpuint (bad->problem, ==, bad_rows[i].problem);
      /* Who it is, not what is too many. */
      if (bad->problem == HIH_ROW_PROBLEM_CELLS)
        g_assert_cmpstr (bad->value, ==, "王芳");
      g_assert_cmpuint (list->len, ==, 0);

      others = import (f, text, -1, &leave_out);
      g_assert_true (others->done);
      g_assert_cmpuint (others->n[HIH_ROW_NEW], ==, 2);
      assert_people (f, "另一个", NULL, 2);
      undo (f, others->act, 0);
    }
}

static void
assert_row (const HihImportResult *result, guint i, guint row, HihRowOutcome outcome, HihRowProblem problem)
{
  const HihImportRow *line = result->rows->pdata[i];

  g_assert_cmpuint (line->row, ==, row);
  g_assert_cmpuint (line->outcome, ==, outcome);
  g_assert_cmpuint (line->problem, ==, problem);
}

static void
test_repeats (Fixture *f, gconstpointer data)
{
  const char *text = "name\n王芳\n李强\n 王芳 \n赵敏\n";
  g_autoptr (HihImportResult) refused = NULL;
  g_autoptr (HihImportResult) tried = NULL;
  g_autoptr (HihImportResult) done = NULL;

  add_trainee (f->records, "赵敏", NULL);
  refused = import (f, text, -1, &ask);
  g_assert_false (refused->done);
  g_assert_cmpuint (refused->n[HIH_ROW_ASK], ==, 2);
  assert_row (refused, 2, 4, HIH_ROW_ASK, HIH_ROW_PROBLEM_TWICE);
  assert_row (refused, 3, 5, HIH_ROW_ASK, HIH_ROW_PROBLEM_KNOWN);
  assert_people (f, "赵敏", NULL, 1);

  tried = import (f, text, -1, &dry_skip);
  g_assert_true (tried->done);
  g_assert_cmpuint (tried->n[HIH_ROW_NEW], ==, 2);
  assert_people (f, "赵敏", NULL, 1);

  done = import (f, text, -1, &skip);
  g_assert_true (done->done);
  g_assert_cmpuint (done->n[HIH_ROW_NEW], ==, 2);
  g_assert_cmpuint (done->n[HIH_ROW_SKIPPED], ==, 2);
  assert_people (f, "王芳", NULL, 3);
}

/* For all, and for single rows otherwise; what a dry run tells is what happens. */
static void
test_choices (Fixture *f, gconstpointer data)
{
  const char *text = "姓名,图片,分组\n赵敏,peach,一组\n赵敏,,二组、书法\n王芳,,一组\n王芳,plum,一组；三组\n王芳,,\n";
  g_autoptr (GHashTable) by_row = g_hash_table_new (NULL, NULL);
  HihImportOptions options = { .repeats = HIH_REPEAT_SAME, .by_row = by_row, .dry_run = TRUE };

  add_trainee (f->records, "赵敏", "一组");
  g_hash_table_insert (by_row, GUINT_TO_POINTER (3), GINT_TO_POINTER (HIH_REPEAT_NEW));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HihImportResult) result = NULL;

      options.dry_run = i == 0;
      result = import (f, text, -1, &options);
      g_assert_true (result->done);
      assert_row (result, 0, 2, HIH_ROW_CHANGED, HIH_ROW_PROBLEM_KNOWN);
      assert_row (result, 1, 3, HIH_ROW_NEW, HIH_ROW_PROBLEM_KNOWN);
      assert_row (result, 2, 4, HIH_ROW_NEW, HIH_ROW_PROBLEM_NONE);
      assert_row (result, 3, 5, HIH_ROW_CHANGED, HIH_ROW_PROBLEM_TWICE);
      assert_row (result, 4, 6, HIH_ROW_SAME, HIH_ROW_PROBLEM_TWICE);
      assert_people (f, "赵敏", "一组", i == 0 ? 1 : 2);
      if (i == 0)
        continue;
      assert_people (f, "赵敏", "书法", 1);
      assert_people (f, "王芳", "三组", 1);
      assert_people (f, "王芳", NULL, 3);
      /* Taken back: the one who was here is as before, the others were never here. */
      undo (f, result->act, 0);
      assert_people (f, "赵敏", "一组", 1);
      assert_people (f, "赵敏", NULL, 1);
    }
  assert_sound (f->records);
  {
    g_autofree char *path = fixture_path (f, "records.db");

    fixture_close (f);
    g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile"), ==, 1);
    g_assert_cmpint (query_file (path, "SELECT count(*) FROM group_member WHERE member = 1"), ==, 1);
  }
}

/* Whoever has done something since stays. */
static void
test_undo_late (Fixture *f, gconstpointer data)
{
  g_autoptr (HihImportResult) result = import (f, "name,group\nA,x\nB,x\n", -1, &ask);
  g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);
  HihTrainee *first = list->pdata[0];

  start_run (f->records, f->clock, &first->id, "make-call", "follow");
  undo (f, result->act, 1);
  assert_people (f, first->name, "x", 1);
  assert_sound (f->records);
}

static const struct
{
  const char *text;
  const char *name;
  const char *group; /* (nullable) */
  guint row;
} habits[] = {
  { "sep=;\r\n姓名;分组\r\n王芳;一组\r\n", "王芳", "一组", 2 },
  { "\"sep=,\"\r\n姓名,分组\r\n王芳,一组\r\n", "王芳", "一组", 2 },
  { "SEP=\t\n姓名\t分组\n王,芳\t一组\n", "王,芳", "一组", 2 },
  { "花名册,,,\r\n,,,\r\n序号,姓　名,班 级,\r\n1,王芳,一班,\r\n", "王芳", "一班", 4 },
  { "姓名,分组,,,\r\n王芳,一组,,,\r\n,,,,\r\n\xc2\xa0,\xe3\x80\x80,,,\r\n", "王芳", "一组", 2 },
  { "姓名,分组\n\xc2\xa0王\xc2\xa0芳\xe3\x80\x80,一组\n", "王 芳", "一组", 2 },
  { "姓名,分组\n王芳，小王,一组\n", "王芳，小王", "一组", 2 },
  { "姓名;分组\n\"王\"\"芳\"\"\";一组\n", "王\"芳\"", "一组", 2 },
  { "姓名,分组\n007,8\n", "007", "8", 2 },
  { "姓名,分组\n8楼王老师,一组\n", "8楼王老师", "一组", 2 },
  { "姓名,分组\n'=SUM(1),一组\n", "=SUM(1)", "一组", 2 },
  { "姓名,分组\n'小王,一组\n", "'小王", "一组", 2 },
  { "姓名,分组1,分组2\n王芳,,书法\n", "王芳", "书法", 2 },
  { "姓名,分组\n王芳,一组、书法\n", "王芳", "书法", 2 },
  { "姓名\n王芳", "王芳", NULL, 2 },
  { "编号,姓名\n110101193001011234,王芳\n", "王芳", NULL, 2 },
};

static void
test_habits (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      g_autoptr (HihImportResult) result = import (f, habits[i].text, -1, &ask);

      g_test_message ("%u", i);
      g_assert_true (result->done);
      g_assert_cmpuint (result->rows->len, ==, 1);
      assert_row (result, 0, habits[i].row, HIH_ROW_NEW, HIH_ROW_PROBLEM_NONE);
      assert_people (f, habits[i].name, habits[i].group, 1);
      undo (f, result->act, 0);
    }
}

/* Random bytes, and good files with a few bytes changed, end in rows or in one clear error; never otherwise. */
static void
test_hostile (void)
{
  const char *good = "\xef\xbb\xbf姓名,图片,分组\r\n\"王\n芳\",plum,一组\r\n李强;,,\"a\"\"b\"\r\n";
  static const char bytes[] = ",;\t\"\r\n'=\0\xff\xe5\xa7" "a";

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 == 0 ? good : "name\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (HihPeopleSheet) sheet = NULL;

      for (guint k = 0; k < 8; k++)
        {
          gsize at = (gsize) g_test_rand_int_range (0, (gint32) text->len);

          if (k % 2 == 0)
            text->str[at] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
          else
            g_string_insert_c (text, (gssize) at, (char) g_test_rand_int_range (0, 256));
        }
      sheet = hih_people_sheet_parse (text->str, text->len, &error);
      if (sheet == NULL)
        g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpuint (hih_people_sheet_get_n_rows (sheet), <=, text->len);
        }
    }
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
  assert_no_sheet ("\"name\nopen\n", strlen ("\"name\nopen\n"));
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
  result = import (f, many->str, many->len, &ask);
  g_assert_true (result->done);
  g_assert_cmpuint (result->n[HIH_ROW_NEW], ==, HIH_SHEET_MAX_ROWS);
  assert_people (f, "学员19999", "39组", HIH_SHEET_MAX_ROWS / 40);
  undo (f, result->act, 0);
  {
    g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);

    g_assert_cmpuint (list->len, ==, 0);
  }
}

static HihPeopleSheet *
load_sheet (const char *path, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hih_people_sheet_load_async (file, NULL, hih_records_wait_cb, &wait);
  return hih_people_sheet_load_finish (hih_records_wait (&wait), error);
}

/* A file that is there; one that is no table; one that is no file; one so large that it is not even read. */
static void
test_load (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "people.csv");
  g_autofree char *missing = fixture_path (f, "gone.csv");
  g_autoptr (GError) no_table = NULL, no_file = NULL, folder = NULL, large = NULL, fine = NULL;
  g_autoptr (HihPeopleSheet) sheet = NULL;

  g_assert_true (g_file_set_contents (path, "\xef\xbb\xbf姓名,小组\n王芳,一组\n\n李强,\n", -1, NULL));
  sheet = load_sheet (path, &fine);
  g_assert_no_error (fine);
  g_assert_cmpuint (hih_people_sheet_get_n_rows (sheet), ==, 2);
  g_assert_true (g_file_set_contents (path, "电话\n1\n", -1, NULL));
  g_assert_null (load_sheet (path, &no_table));
  g_assert_error (no_table, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET);
  g_assert_null (load_sheet (missing, &no_file));
  g_assert_error (no_file, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (load_sheet (f->dir, &folder));
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (truncate (path, HIH_SHEET_MAX_BYTES + 1), ==, 0);
  g_assert_null (load_sheet (path, &large));
  g_assert_error (large, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET);
  g_assert_nonnull (strstr (large->message, "16 MiB"));
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
  ADD ("/records/import/pictures", NULL, test_pictures);
  ADD ("/records/import/bad-rows", NULL, test_bad_rows);
  ADD ("/records/import/repeats", NULL, test_repeats);
  ADD ("/records/import/choices", NULL, test_choices);
  ADD ("/records/import/undo-late", NULL, test_undo_late);
  ADD ("/records/import/habits", NULL, test_habits);
  g_test_add_func ("/records/import/hostile", test_hostile);
  ADD ("/records/import/twenty-thousand", NULL, test_twenty_thousand);
  ADD ("/records/import/load", NULL, test_load);
  g_test_add_func ("/records/import/no-sheet", test_no_sheet);
  return g_test_run ();
}
