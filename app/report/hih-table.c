/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table and its writers. A cell keeps what people read and what programs read apart. */
#include "config.h"

#include "hih-table.h"

#include <string.h>

typedef struct
{
  char *id;
  char *heading;
} Column;

typedef enum
{
  CELL_TEXT,
  CELL_NUMBER,
  CELL_EMPTY,
} CellKind;

typedef struct
{
  CellKind kind;
  char *text; /* as people read it */
  char *id;   /* (nullable): as programs read it, when that is another thing */
} Cell;

struct _HihTable
{
  GObject parent_instance;

  GArray *columns; /* (element-type Column) */
  GArray *cells;   /* (element-type Cell), row after row */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (HihTable, hih_table, G_TYPE_OBJECT)
G_DEFINE_QUARK (hih-report-error-quark, hih_report_error)

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->id);
  g_free (column->heading);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->id);
}

static void
hih_table_finalize (GObject *object)
{
  HihTable *self = HIH_TABLE (object);

  g_array_unref (self->columns);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (hih_table_parent_class)->finalize (object);
}

static void
hih_table_class_init (HihTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_table_finalize;
}

static void
hih_table_init (HihTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
}

HihTable *
hih_table_new (void)
{
  return g_object_new (HIH_TYPE_TABLE, NULL);
}

gboolean
hih_table_format_parse (const char *string, HihTableFormat *format)
{
  static const char *const formats[] = { "table", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i], string))
        {
          *format = (HihTableFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hih_table_add_column:
 * @id: frozen; the key in JSON
 * @heading: translated
 *
 * All columns are added before the first row.
 */
void
hih_table_add_column (HihTable *self, const char *id, const char *heading)
{
  Column column = { g_strdup (id), g_strdup (heading) };

  g_return_if_fail (HIH_IS_TABLE (self));
  g_return_if_fail (self->n_rows == 0);
  g_array_append_val (self->columns, column);
}

void
hih_table_begin_row (HihTable *self)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  g_return_if_fail (self->cells->len == self->n_rows * self->columns->len);
  self->n_rows++;
}

static void
add_cell (HihTable *self, CellKind kind, char *text, char *id)
{
  Cell cell = { kind, text, id };

  g_array_append_val (self->cells, cell);
}

void
hih_table_add_text (HihTable *self, const char *text)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, CELL_TEXT, g_utf8_make_valid (text, -1), NULL);
}

void
hih_table_add_choice (HihTable *self, const char *id, const char *text)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, CELL_TEXT, g_utf8_make_valid (text, -1), g_strdup (id));
}

void
hih_table_add_number (HihTable *self, gint64 number)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, CELL_NUMBER, g_strdup_printf ("%" G_GINT64_FORMAT, number), NULL);
}

void
hih_table_add_date (HihTable *self, gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms != 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  g_return_if_fail (HIH_IS_TABLE (self));
  if (at != NULL)
    add_cell (self, CELL_TEXT, g_date_time_format (at, "%Y-%m-%d"), NULL);
  else
    add_cell (self, CELL_EMPTY, g_strdup (""), NULL);
}

guint
hih_table_get_n_columns (HihTable *self)
{
  g_return_val_if_fail (HIH_IS_TABLE (self), 0);
  return self->columns->len;
}

guint
hih_table_get_n_rows (HihTable *self)
{
  g_return_val_if_fail (HIH_IS_TABLE (self), 0);
  return self->n_rows;
}

const char *
hih_table_get_heading (HihTable *self, guint column)
{
  g_return_val_if_fail (HIH_IS_TABLE (self) && column < self->columns->len, NULL);
  return g_array_index (self->columns, Column, column).heading;
}

static const Cell *
get_cell (HihTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

const char *
hih_table_get_text (HihTable *self, guint row, guint column)
{
  g_return_val_if_fail (HIH_IS_TABLE (self) && row < self->n_rows && column < self->columns->len, NULL);
  return get_cell (self, row, column)->text;
}

/* Terminal columns: a Chinese character takes two. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* What stands in a file must not steer the terminal that shows it. */
static void
append_tame (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
}

static void
append_padded (GString *out, const char *text, guint width, gboolean right, gboolean last)
{
  guint padding = width - MIN (width, measure (text));

  if (right)
    g_string_append_printf (out, "%*s", (int) padding, "");
  append_tame (out, text);
  if (!right && !last)
    g_string_append_printf (out, "%*s", (int) padding, "");
  g_string_append (out, last ? "\n" : "  ");
}

static char *
write_table (HihTable *self)
{
  GString *out = g_string_new (NULL);
  guint n = self->columns->len;
  g_autofree guint *widths = g_new0 (guint, n);

  for (guint c = 0; c < n; c++)
    {
      widths[c] = measure (hih_table_get_heading (self, c));
      for (guint r = 0; r < self->n_rows; r++)
        widths[c] = MAX (widths[c], measure (get_cell (self, r, c)->text));
    }
  for (guint c = 0; c < n; c++)
    append_padded (out, hih_table_get_heading (self, c), widths[c], FALSE, c == n - 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        append_padded (out, get_cell (self, r, c)->text, widths[c], get_cell (self, r, c)->kind == CELL_NUMBER,
                       c == n - 1);
    }
  return g_string_free (out, FALSE);
}

/* A spreadsheet runs a text that starts like a formula; an apostrophe in front makes it a text again. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_csv (GString *out, const char *text, gboolean guard, gboolean last)
{
  gboolean formula = guard && (looks_like_formula (text) || g_str_has_prefix (text, "＝") ||
                               g_str_has_prefix (text, "＋") || g_str_has_prefix (text, "－") ||
                               g_str_has_prefix (text, "＠"));
  gboolean quote = strpbrk (text, ",\"\r\n;\t'") != NULL || formula;

  if (quote)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quote)
    g_string_append_c (out, '"');
  g_string_append (out, last ? "\r\n" : ",");
}

static char *
write_csv (HihTable *self)
{
  /* Without the BOM Excel takes UTF-8 for the local encoding and Chinese becomes rubbish. */
  GString *out = g_string_new ("\xef\xbb\xbf");
  guint n = self->columns->len;

  for (guint c = 0; c < n; c++)
    append_csv (out, hih_table_get_heading (self, c), TRUE, c == n - 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        append_csv (out, get_cell (self, r, c)->text, get_cell (self, r, c)->kind == CELL_TEXT, c == n - 1);
    }
  return g_string_free (out, FALSE);
}

static void
append_json (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static char *
write_json (HihTable *self)
{
  GString *out = g_string_new ("[");

  for (guint r = 0; r < self->n_rows; r++)
    {
      g_string_append (out, r > 0 ? ",\n  {" : "\n  {");
      for (guint c = 0; c < self->columns->len; c++)
        {
          const Cell *cell = get_cell (self, r, c);

          g_string_append (out, c > 0 ? ", " : "");
          append_json (out, g_array_index (self->columns, Column, c).id);
          g_string_append (out, ": ");
          if (cell->kind == CELL_TEXT)
            append_json (out, cell->id != NULL ? cell->id : cell->text);
          else
            g_string_append (out, cell->kind == CELL_EMPTY ? "null" : cell->text);
        }
      g_string_append_c (out, '}');
    }
  g_string_append (out, self->n_rows > 0 ? "\n]\n" : "]\n");
  return g_string_free (out, FALSE);
}

/**
 * hih_table_write:
 *
 * Returns: (transfer full): the table in that format, UTF-8
 */
char *
hih_table_write (HihTable *self, HihTableFormat format)
{
  g_return_val_if_fail (HIH_IS_TABLE (self), NULL);
  g_return_val_if_fail (self->cells->len == self->n_rows * self->columns->len, NULL);
  switch (format)
    {
    case HIH_TABLE_FORMAT_CSV:
      return write_csv (self);
    case HIH_TABLE_FORMAT_JSON:
      return write_json (self);
    case HIH_TABLE_FORMAT_TABLE:
    default:
      return write_table (self);
    }
}
