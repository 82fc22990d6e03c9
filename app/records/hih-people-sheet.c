/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a people file as Excel, WPS and LibreOffice write it: RFC 4180 with their habits. Only the three columns
 * are read: whatever else stands in the sheet (telephone numbers, ID numbers) never reaches the records.
 */
#include "config.h"

#include "hih-people-sheet.h"

#include <string.h>

#include "hih-name.h"
#include "hih-verbs.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_PICTURE,
  COLUMN_GROUP,
  N_COLUMNS
} Column;

static const char *const headings[N_COLUMNS][4] = {
  { "姓名", "名字", "name", NULL },
  { "图片", "头像", "picture", NULL },
  { "分组", "小组", "group", NULL },
};

static const char *const problems[] = {
  "no-name", "long-name", "bad-character", "bad-picture", "long-group", "too-many-cells", "twice", "known",
};

G_DEFINE_BOXED_TYPE (HihPeopleSheet, hih_people_sheet, hih_people_sheet_ref, hih_people_sheet_unref)

const char *
hih_row_problem_to_string (HihRowProblem problem)
{
  g_return_val_if_fail (problem < G_N_ELEMENTS (problems), NULL);
  return problems[problem];
}

HihBadRow *
hih_bad_row_new (guint row, HihRowProblem problem, const char *value)
{
  HihBadRow *bad = g_new0 (HihBadRow, 1);
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  bad->row = row;
  bad->problem = problem;
  bad->value = g_utf8_strlen (valid, -1) > 60 ? g_utf8_substring (valid, 0, 60) : g_strdup (valid);
  return bad;
}

void
hih_bad_row_free (HihBadRow *bad)
{
  g_free (bad->value);
  g_free (bad);
}

static void
person_row_free (gpointer data)
{
  HihPersonRow *row = data;

  g_free (row->name);
  g_free (row->picture);
  g_free (row->group);
  g_free (row);
}

static void
clear_sheet (gpointer data)
{
  HihPeopleSheet *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->bad_rows);
  g_ptr_array_unref (self->repeats);
}

HihPeopleSheet *
hih_people_sheet_ref (HihPeopleSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_people_sheet_unref (HihPeopleSheet *self)
{
  g_atomic_rc_box_release_full (self, clear_sheet);
}

guint
hih_people_sheet_get_n_rows (HihPeopleSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_rows;
}

static void
set_sheet_error (GError **error, const char *what)
{
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET, "records: read people file: %s", what);
}

/* The text in UTF-8. A BOM tells; else what is no valid UTF-8 is GB18030, as Chinese Excel writes CSV. */
static char *
decode (const char *data, gsize length, GError **error)
{
  g_autofree char *text = NULL;
  gsize written = 0;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_validate (data + 3, length - 3, NULL) ? g_strndup (data + 3, written = length - 3) : NULL;
  else if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = g_convert (data + 2, length - 2, "UTF-8", "UTF-16LE", NULL, &written, NULL);
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = g_convert (data + 2, length - 2, "UTF-8", "UTF-16BE", NULL, &written, NULL);
  else if (g_utf8_validate (data, length, NULL))
    text = g_strndup (data, written = length);
  else
    text = g_convert (data, length, "UTF-8", "GB18030", NULL, &written, NULL);
  if (text == NULL || strlen (text) != written)
    {
      set_sheet_error (error, "it is not text in UTF-8, UTF-16 or GB18030");
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* The separator that stands most often in the first line, outside of quotes. */
static char
guess_separator (const char *text)
{
  static const char separators[] = ",;\t";
  guint counts[sizeof separators] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = strchr (separators, *p);

      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        counts[found - separators]++;
    }
  for (guint i = 1; i < sizeof separators - 1; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }
  return separators[best];
}

/* Reads one record from *@text on; FALSE at an open quote. */
static gboolean
read_record (const char **text, char separator, GPtrArray *cells)
{
  const char *p = *text;
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  g_ptr_array_set_size (cells, 0);
  for (;; p++)
    {
      if (quoted)
        {
          if (*p == '\0')
            return FALSE;
          if (*p == '"' && p[1] == '"')
            g_string_append_c (cell, *p++);
          else if (*p == '"')
            quoted = FALSE;
          else
            g_string_append_c (cell, *p);
        }
      else if (*p == '"' && cell->len == 0)
        quoted = TRUE;
      else if (*p == separator || *p == '\n' || *p == '\r' || *p == '\0')
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
          if (*p != separator)
            break;
        }
      else
        g_string_append_c (cell, *p);
    }
  if (*p == '\r' && p[1] == '\n')
    p++;
  *text = *p != '\0' ? p + 1 : p;
  return TRUE;
}

static gboolean
find_columns (GPtrArray *cells, int columns[N_COLUMNS])
{
  for (guint c = 0; c < N_COLUMNS; c++)
    columns[c] = -1;
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (cells->pdata[i]));
      g_autofree char *folded = g_utf8_strdown (stripped, -1);

      for (guint c = 0; c < N_COLUMNS; c++)
        {
          if (columns[c] < 0 && g_strv_contains (headings[c], folded))
            columns[c] = (int) i;
        }
    }
  return columns[COLUMN_NAME] >= 0;
}

static const char *
get_cell (GPtrArray *cells, int column)
{
  return column >= 0 && column < (int) cells->len ? cells->pdata[column] : "";
}

static gboolean
is_empty (GPtrArray *cells, guint from)
{
  for (guint i = from; i < cells->len; i++)
    {
      const char *cell = cells->pdata[i];

      if (cell[strspn (cell, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* The good row, or NULL with the reason in @bad. */
static HihPersonRow *
read_person (GPtrArray *cells, const int columns[N_COLUMNS], guint n_headings, guint row, HihBadRow **bad)
{
  const char *name = get_cell (cells, columns[COLUMN_NAME]);
  const char *group = get_cell (cells, columns[COLUMN_GROUP]);
  g_autofree char *picture = g_strstrip (g_strdup (get_cell (cells, columns[COLUMN_PICTURE])));
  g_autofree char *clean_name = NULL;
  g_autofree char *clean_group = NULL;
  HihNameFault name_fault = hih_name_clean (name, &clean_name);
  HihNameFault group_fault = hih_name_clean (group, &clean_group);
  HihPersonRow *person;

  *bad = NULL;
  if (cells->len > n_headings && !is_empty (cells, n_headings))
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_CELLS, cells->pdata[n_headings]);
  else if (name_fault == HIH_NAME_EMPTY)
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_NO_NAME, name);
  else if (name_fault == HIH_NAME_LONG)
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_LONG_NAME, name);
  else if (name_fault == HIH_NAME_BAD_CHARACTER)
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_BAD_CHARACTER, name);
  else if (group_fault == HIH_NAME_BAD_CHARACTER)
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_BAD_CHARACTER, group);
  else if (group_fault == HIH_NAME_LONG)
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_LONG_GROUP, group);
  else if (*picture != '\0' && !hih_word_is_valid (picture))
    *bad = hih_bad_row_new (row, HIH_ROW_PROBLEM_BAD_PICTURE, picture);
  if (*bad != NULL)
    return NULL;

  person = g_new0 (HihPersonRow, 1);
  person->row = row;
  person->name = g_steal_pointer (&clean_name);
  person->picture = g_steal_pointer (&picture);
  person->group = clean_group != NULL ? g_steal_pointer (&clean_group) : g_strdup ("");
  return person;
}

/**
 * hih_people_sheet_parse:
 * @data: the file's content
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the rows, good and bad; %NULL with SHEET when it is no such table at all
 */
HihPeopleSheet *
hih_people_sheet_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (HihPeopleSheet) self = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;
  const char *p;
  char separator;
  int columns[N_COLUMNS];
  guint n_headings;

  if (length > HIH_SHEET_MAX_BYTES)
    {
      set_sheet_error (error, "it is larger than 16 MiB");
      return NULL;
    }
  p = text = decode (data, length, error);
  if (text == NULL)
    return NULL;
  separator = guess_separator (text);
  if (!read_record (&p, separator, cells) || !find_columns (cells, columns))
    {
      set_sheet_error (error, "the first row has no heading 姓名 or name");
      return NULL;
    }
  n_headings = cells->len;

  self = g_atomic_rc_box_new0 (HihPeopleSheet);
  self->rows = g_ptr_array_new_with_free_func (person_row_free);
  self->bad_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_bad_row_free);
  self->repeats = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_bad_row_free);
  for (guint row = 2; *p != '\0'; row++)
    {
      HihPersonRow *person;
      HihBadRow *bad;

      if (!read_record (&p, separator, cells))
        {
          set_sheet_error (error, "a quotation mark is never closed");
          return NULL;
        }
      if (is_empty (cells, 0))
        continue;
      if (++self->n_rows > HIH_SHEET_MAX_ROWS)
        {
          set_sheet_error (error, "it has more than 20000 rows");
          return NULL;
        }
      person = read_person (cells, columns, n_headings, row, &bad);
      if (person == NULL)
        g_ptr_array_add (self->bad_rows, bad);
      else if (g_hash_table_contains (names, person->name))
        {
          g_ptr_array_add (self->repeats, hih_bad_row_new (row, HIH_ROW_PROBLEM_TWICE, person->name));
          person_row_free (person);
        }
      else
        {
          g_hash_table_add (names, person->name);
          g_ptr_array_add (self->rows, person);
        }
    }
  return g_steal_pointer (&self);
}
