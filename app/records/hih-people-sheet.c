/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a people file. Only the columns for the id this program gave, the name, the picture and the groups are read:
 * whatever else stands in the sheet (telephone numbers, ID numbers) never reaches the records.
 */
#include "config.h"

#include "hih-people-sheet.h"

#include <string.h>

#include "hih-csv.h"
#include "hih-name.h"
#include "hih-paths.h"
#include "hih-verbs.h"

/* A list often begins with a title over its headings. */
#define MAX_LINES_BEFORE_HEADINGS 5
/* So many digits in a row are a telephone or an ID number in the wrong column, no nickname. */
#define MANY_DIGITS 5
#define SHOWN_CHARACTERS 60

typedef enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_PICTURE,
  COLUMN_GROUP,
  N_COLUMNS
} Column;

/* In small letters, without white space; a group's may end in a number. */
static const char *const headings[N_COLUMNS][8] = {
  { "编号", "id", NULL },
  { "姓名", "名字", "name", NULL },
  { "图片", "头像", "picture", NULL },
  { "分组", "小组", "组", "班级", "班", "楼层", "group", NULL },
};

typedef struct
{
  char separator;
  int columns[N_COLUMNS]; /* the first of each; -1: none */
  GArray *groups;         /* (element-type guint): all columns of groups */
  guint n_headings;
} Layout;

G_DEFINE_BOXED_TYPE (HihPeopleSheet, hih_people_sheet, hih_people_sheet_ref, hih_people_sheet_unref)

static void
person_row_free (gpointer data)
{
  HihPersonRow *row = data;

  g_free (row->name);
  g_free (row->picture);
  g_ptr_array_unref (row->groups);
  g_free (row);
}

static void
clear_sheet (gpointer data)
{
  g_ptr_array_unref (((HihPeopleSheet *) data)->rows);
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
  return self->rows->len;
}

static void
set_sheet_error (GError **error, const char *what)
{
  g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_SHEET, "records: read people file: %s", what);
}

/* "姓　名" is 姓名: white space is there to make headings look even. */
static char *
fold_heading (const char *cell)
{
  g_autofree char *small = g_utf8_strdown (cell, -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xfeff)
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Whether @cells are headings: one of them is that of the names. */
static gboolean
find_columns (GPtrArray *cells, Layout *layout)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    layout->columns[c] = -1;
  g_array_set_size (layout->groups, 0);
  layout->n_headings = cells->len;
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *heading = fold_heading (cells->pdata[i]);

      for (guint c = 0; c < COLUMN_GROUP; c++)
        {
          if (layout->columns[c] < 0 && g_strv_contains (headings[c], heading))
            layout->columns[c] = (int) i;
        }
      for (gsize n = strlen (heading); n > 0 && g_ascii_isdigit (heading[n - 1]); n--)
        heading[n - 1] = '\0';
      if (g_strv_contains (headings[COLUMN_GROUP], heading))
        g_array_append_val (layout->groups, i);
    }
  return layout->columns[COLUMN_NAME] >= 0;
}

/* Finds the headings in the first few lines, with whichever separator shows them. *@text and *@row are then behind
 * them. */
static gboolean
find_layout (const char **text, guint *row, Layout *layout)
{
  static const char all[] = ",;\t";
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *start = *text;
  char told = hih_csv_skip_sep_line (&start);

  for (guint s = 0; s < sizeof all - 1; s++)
    {
      const char *p = start;

      layout->separator = told != 0 ? told : all[s];
      for (guint line = 1; line <= MAX_LINES_BEFORE_HEADINGS && *p != '\0'; line++)
        {
          if (!hih_csv_read (&p, layout->separator, cells))
            break;
          if (!find_columns (cells, layout))
            continue;
          *text = p;
          *row = line + 1;
          return TRUE;
        }
    }
  return FALSE;
}

static const char *
get_cell (GPtrArray *cells, int column)
{
  return column >= 0 && column < (int) cells->len ? cells->pdata[column] : "";
}

/* An apostrophe that keeps a spreadsheet from running a text as a formula is not part of it. */
static const char *
skip_guard (const char *cell)
{
  static const char *const guarded[] = { "=", "+", "-", "@", "\t", "'", "＝", "＋", "－", "＠" };

  for (guint i = 0; *cell == '\'' && i < G_N_ELEMENTS (guarded); i++)
    {
      if (g_str_has_prefix (cell + 1, guarded[i]))
        return cell + 1;
    }
  return cell;
}

/* 13800000000, 1.38E+10 and 110101193001011234 are numbers; 007 and 8楼王老师 are names. */
static gboolean
is_number (const char *name)
{
  guint n_digits = 0;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        n_digits++;
      else if (strchr (".+-eExX ", *p) == NULL)
        return FALSE;
    }
  return n_digits >= MANY_DIGITS || (n_digits > 1 && strpbrk (name, ".+") != NULL);
}

static HihRowProblem
read_name (const char *cell, char **name)
{
  switch (hih_name_clean (skip_guard (cell), name))
    {
    case HIH_NAME_EMPTY:
      return HIH_ROW_PROBLEM_NO_NAME;
    case HIH_NAME_LONG:
      return HIH_ROW_PROBLEM_LONG_NAME;
    case HIH_NAME_BAD_CHARACTER:
      return HIH_ROW_PROBLEM_BAD_CHARACTER;
    case HIH_NAME_GOOD:
    default:
      return is_number (*name) ? HIH_ROW_PROBLEM_NUMBER : HIH_ROW_PROBLEM_NONE;
    }
}

static HihRowProblem
read_group (const char *cell, GPtrArray *groups)
{
  g_autofree char *group = NULL;

  switch (hih_name_clean (skip_guard (cell), &group))
    {
    case HIH_NAME_EMPTY:
      return HIH_ROW_PROBLEM_NONE;
    case HIH_NAME_LONG:
      return HIH_ROW_PROBLEM_LONG_GROUP;
    case HIH_NAME_BAD_CHARACTER:
      return HIH_ROW_PROBLEM_BAD_CHARACTER;
    case HIH_NAME_GOOD:
    default:
      if (!g_ptr_array_find_with_equal_func (groups, group, g_str_equal, NULL))
        g_ptr_array_add (groups, g_steal_pointer (&group));
      return HIH_ROW_PROBLEM_NONE;
    }
}

/* In a list made by hand several groups stand in one cell, 一组、书法; in one made by this program each has a column. */
static HihRowProblem
read_groups (GPtrArray *cells, const Layout *layout, GPtrArray *groups, const char **bad)
{
  gboolean ours = layout->columns[COLUMN_ID] >= 0;

  for (guint i = 0; i < layout->groups->len; i++)
    {
      const char *cell = get_cell (cells, (int) g_array_index (layout->groups, guint, i));
      g_autofree char *split = g_strdup (cell);
      g_auto (GStrv) parts = NULL;

      for (char *p = ours ? NULL : strstr (split, "；"); p != NULL; p = strstr (p, "；"))
        memcpy (p, "、", strlen ("、"));
      parts = g_strsplit (split, ours ? "\n\n\n" : "、", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          HihRowProblem problem = read_group (parts[k], groups);

          *bad = cell;
          if (problem != HIH_ROW_PROBLEM_NONE)
            return problem;
        }
    }
  return HIH_ROW_PROBLEM_NONE;
}

/* The pictures lie as files beside the program; where none lie at all, nothing can be said against a name. */
static gboolean
is_picture (const char *word)
{
  const char *id = g_str_has_prefix (word, "person-") ? word + strlen ("person-") : word;
  g_autofree char *folder = g_build_filename (hih_paths_get_media_dir (), "people", NULL);
  g_autofree char *name = g_strconcat (id, ".svg", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) || !g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/* What stands in a row with a problem, as far as it is shown. */
static char *
shorten (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_strlen (valid, -1) > SHOWN_CHARACTERS ? g_utf8_substring (valid, 0, SHOWN_CHARACTERS)
                                                      : g_steal_pointer (&valid);
}

/* A row with a quotation mark that is never closed, and *@text behind its line: whoever mends the file is told where, and
 * the rows under it are read all the same. There is one in a file at most: behind it all quotation marks are in pairs. */
static HihPersonRow *
skip_open_quote (const char **text, guint row)
{
  HihPersonRow *person = g_new0 (HihPersonRow, 1);
  gsize length = strcspn (*text, "\r\n");
  g_autofree char *line = g_strndup (*text, length);

  person->row = row;
  person->problem = HIH_ROW_PROBLEM_QUOTE;
  person->groups = g_ptr_array_new_with_free_func (g_free);
  person->picture = g_strdup ("");
  person->name = shorten (line);
  *text += length;
  if (**text == '\r' && (*text)[1] == '\n')
    (*text)++;
  if (**text != '\0')
    (*text)++;
  return person;
}

static HihPersonRow *
read_person (GPtrArray *cells, const Layout *layout, guint row)
{
  const char *name = get_cell (cells, layout->columns[COLUMN_NAME]);
  g_autofree char *picture = g_strstrip (g_strdup (get_cell (cells, layout->columns[COLUMN_PICTURE])));
  g_autofree char *id = g_strstrip (g_strdup (get_cell (cells, layout->columns[COLUMN_ID])));
  g_autofree char *clean = NULL;
  HihPersonRow *person = g_new0 (HihPersonRow, 1);
  const char *bad = name;

  person->row = row;
  person->groups = g_ptr_array_new_with_free_func (g_free);
  person->has_id = hih_id_parse (&person->id, id);
  person->problem = read_name (name, &clean);
  if (cells->len > layout->n_headings && !hih_csv_is_empty (cells, layout->n_headings))
    person->problem = HIH_ROW_PROBLEM_CELLS;
  else if (person->problem == HIH_ROW_PROBLEM_NONE)
    person->problem = read_groups (cells, layout, person->groups, &bad);
  if (person->problem == HIH_ROW_PROBLEM_NONE && *picture != '\0' && !hih_word_is_valid (picture))
    {
      person->problem = HIH_ROW_PROBLEM_BAD_PICTURE;
      bad = picture;
    }
  else if (*picture != '\0' && hih_word_is_valid (picture) && !is_picture (picture))
    {
      person->no_picture = TRUE;
      *picture = '\0';
    }
  if (person->problem != HIH_ROW_PROBLEM_NONE)
    person->name = shorten (bad);
  else
    person->name = g_steal_pointer (&clean);
  person->picture = g_steal_pointer (&picture);
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
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = NULL;
  Layout layout = { .groups = groups };
  const char *p;
  guint row;

  if (length > HIH_SHEET_MAX_BYTES)
    {
      set_sheet_error (error, "it is larger than 16 MiB");
      return NULL;
    }
  p = text = hih_csv_decode (data, length);
  if (text == NULL)
    {
      set_sheet_error (error, "it is not text in UTF-8, UTF-16 or GB18030");
      return NULL;
    }
  if (*p == '\0')
    {
      set_sheet_error (error, "it is empty");
      return NULL;
    }
  if (!find_layout (&p, &row, &layout))
    {
      set_sheet_error (error, "the first rows have no heading 姓名 or name");
      return NULL;
    }

  self = g_atomic_rc_box_new0 (HihPeopleSheet);
  self->rows = g_ptr_array_new_with_free_func (person_row_free);
  for (; *p != '\0'; row++)
    {
      gboolean closed = hih_csv_read (&p, layout.separator, cells);

      if (closed && hih_csv_is_empty (cells, 0))
        continue;
      if (self->rows->len == HIH_SHEET_MAX_ROWS)
        {
          set_sheet_error (error, "it has more than 20000 rows");
          return NULL;
        }
      g_ptr_array_add (self->rows, closed ? read_person (cells, &layout, row) : skip_open_quote (&p, row));
    }
  return g_steal_pointer (&self);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (data, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, &error);
  HihPeopleSheet *sheet = NULL;
  gsize length;

  if (info != NULL && g_file_info_get_size (info) > HIH_SHEET_MAX_BYTES)
    set_sheet_error (&error, "it is larger than 16 MiB");
  else if (info != NULL && g_file_load_contents (data, cancellable, &content, &length, NULL, &error))
    sheet = hih_people_sheet_parse (content, length, &error);
  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) hih_people_sheet_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hih_people_sheet_load_async:
 *
 * Reads and parses @file on a thread of its own.
 */
void
hih_people_sheet_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hih_people_sheet_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * hih_people_sheet_load_finish:
 *
 * Returns: (transfer full) (nullable): as hih_people_sheet_parse(), or an error of GIO
 */
HihPeopleSheet *
hih_people_sheet_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
