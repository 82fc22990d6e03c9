/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table. A cell keeps what people read and what programs read apart; how it is written is in hih-table-*.c. */
#include "config.h"

#include "hih-table-private.h"

#include <string.h>

struct _HihTable
{
  GObject parent_instance;

  char *title;
  char *home;
  char *period;
  GPtrArray *notes;   /* (element-type utf8) */
  GArray *statements; /* (element-type HihTableStatement) */
  GArray *columns;    /* (element-type HihColumn) */
  GArray *cells;      /* (element-type HihCell), row after row */
  guint n_rows;
  guint total;        /* row + 1; 0: none */
  HihTableLook look;
};

G_DEFINE_FINAL_TYPE (HihTable, hih_table, G_TYPE_OBJECT)
G_DEFINE_QUARK (hih-report-error-quark, hih_report_error)

static void
clear_column (gpointer data)
{
  HihColumn *column = data;

  g_free (column->id);
  g_free (column->heading);
}

static void
clear_cell (gpointer data)
{
  HihCell *cell = data;

  g_free (cell->text);
  g_free (cell->id);
}

static void
clear_statement (gpointer data)
{
  HihTableStatement *statement = data;

  g_free ((char *) statement->actor);
  g_free ((char *) statement->name);
  g_free ((char *) statement->verb);
  g_free ((char *) statement->lesson);
  g_free ((char *) statement->title);
  g_free ((char *) statement->language);
}

static void
hih_table_finalize (GObject *object)
{
  HihTable *self = HIH_TABLE (object);

  g_free (self->title);
  g_free (self->home);
  g_free (self->period);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->statements);
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
  self->title = g_strdup ("");
  self->home = g_strdup ("");
  self->period = g_strdup ("");
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->statements = g_array_new (FALSE, FALSE, sizeof (HihTableStatement));
  g_array_set_clear_func (self->statements, clear_statement);
  self->columns = g_array_new (FALSE, FALSE, sizeof (HihColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->cells = g_array_new (FALSE, FALSE, sizeof (HihCell));
  g_array_set_clear_func (self->cells, clear_cell);
}

HihTable *
hih_table_new (void)
{
  return g_object_new (HIH_TYPE_TABLE, NULL);
}

static const struct
{
  const char *name;
  const char *suffix;
  gboolean is_text;
} formats[] = {
  [HIH_TABLE_FORMAT_TABLE] = { "table", "txt", TRUE },  [HIH_TABLE_FORMAT_CSV] = { "csv", "csv", TRUE },
  [HIH_TABLE_FORMAT_JSON] = { "json", "json", TRUE },   [HIH_TABLE_FORMAT_XLSX] = { "xlsx", "xlsx", FALSE },
  [HIH_TABLE_FORMAT_PDF] = { "pdf", "pdf", FALSE },     [HIH_TABLE_FORMAT_XAPI] = { "xapi", "json", TRUE },
};

gboolean
hih_table_format_parse (const char *string, HihTableFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, string))
        {
          *format = (HihTableFormat) i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
hih_table_format_to_string (HihTableFormat format)
{
  return formats[format].name;
}

const char *
hih_table_format_get_suffix (HihTableFormat format)
{
  return formats[format].suffix;
}

gboolean
hih_table_format_is_text (HihTableFormat format)
{
  return formats[format].is_text;
}

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_utf8_make_valid (text != NULL ? text : "", -1);
}

void
hih_table_set_head (HihTable *self, const char *title, const char *home, const char *period)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  take_text (&self->title, title);
  take_text (&self->home, home);
  take_text (&self->period, period);
}

const char *
hih_table_get_title (HihTable *self)
{
  return self->title;
}

const char *
hih_table_get_home (HihTable *self)
{
  return self->home;
}

const char *
hih_table_get_period (HihTable *self)
{
  return self->period;
}

void
hih_table_add_note (HihTable *self, const char *note)
{
  g_ptr_array_add (self->notes, g_utf8_make_valid (note, -1));
}

guint
hih_table_get_n_notes (HihTable *self)
{
  return self->notes->len;
}

const char *
hih_table_get_note (HihTable *self, guint index)
{
  return self->notes->pdata[index];
}

void
hih_table_set_look (HihTable *self, HihTableLook look)
{
  self->look = look;
}

HihTableLook
hih_table_get_look (HihTable *self)
{
  return self->look;
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
  HihColumn column = { g_strdup (id), g_strdup (heading) };

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

void
hih_table_set_total (HihTable *self)
{
  self->total = self->n_rows;
}

static void
add_cell (HihTable *self, HihCellKind kind, char *text, char *id, double number)
{
  HihCell cell = { kind, text, id, number };

  g_array_append_val (self->cells, cell);
}

void
hih_table_add_text (HihTable *self, const char *text)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, HIH_CELL_TEXT, g_utf8_make_valid (text, -1), NULL, 0);
}

void
hih_table_add_choice (HihTable *self, const char *id, const char *text)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, HIH_CELL_TEXT, g_utf8_make_valid (text, -1), g_strdup (id), 0);
}

void
hih_table_add_number (HihTable *self, gint64 number)
{
  g_return_if_fail (HIH_IS_TABLE (self));
  add_cell (self, HIH_CELL_NUMBER, g_strdup_printf ("%" G_GINT64_FORMAT, number), NULL, (double) number);
}

void
hih_table_add_hours (HihTable *self, gint64 minutes)
{
  double hours = (double) minutes / 60.0;
  char id[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (HIH_IS_TABLE (self));
  g_ascii_formatd (id, sizeof id, "%.10g", hours);
  add_cell (self, HIH_CELL_HOURS,
            g_strdup_printf ("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, minutes / 60, minutes % 60), g_strdup (id), hours);
}

void
hih_table_add_empty (HihTable *self)
{
  add_cell (self, HIH_CELL_EMPTY, g_strdup (""), NULL, 0);
}

void
hih_table_add_date (HihTable *self, gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms != 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  g_return_if_fail (HIH_IS_TABLE (self));
  if (at != NULL)
    add_cell (self, HIH_CELL_DATE, g_date_time_format (at, "%Y-%m-%d"), NULL, 0);
  else
    hih_table_add_empty (self);
}

void
hih_table_add_statement (HihTable *self, const HihTableStatement *statement)
{
  HihTableStatement copy = *statement;

  copy.actor = g_strdup (statement->actor);
  copy.name = g_strdup (statement->name);
  copy.verb = g_strdup (statement->verb);
  copy.lesson = g_strdup (statement->lesson);
  copy.title = g_strdup (statement->title);
  copy.language = g_strdup (statement->language);
  g_array_append_val (self->statements, copy);
}

gboolean
hih_table_has_statements (HihTable *self)
{
  return self->statements->len > 0;
}

guint
hih_table_get_n_statements (HihTable *self)
{
  return self->statements->len;
}

const HihTableStatement *
hih_table_get_statement (HihTable *self, guint index)
{
  return &g_array_index (self->statements, HihTableStatement, index);
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
  return g_array_index (self->columns, HihColumn, column).heading;
}

int
hih_table_find_column (HihTable *self, const char *id)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (strcmp (g_array_index (self->columns, HihColumn, i).id, id) == 0)
        return (int) i;
    }
  return -1;
}

const HihColumn *
hih_table_get_column (HihTable *self, guint column)
{
  return &g_array_index (self->columns, HihColumn, column);
}

const HihCell *
hih_table_get_cell (HihTable *self, guint row, guint column)
{
  return &g_array_index (self->cells, HihCell, row * self->columns->len + column);
}

const char *
hih_table_get_text (HihTable *self, guint row, guint column)
{
  g_return_val_if_fail (HIH_IS_TABLE (self) && row < self->n_rows && column < self->columns->len, NULL);
  return hih_table_get_cell (self, row, column)->text;
}

gboolean
hih_table_is_number (HihTable *self, guint row, guint column)
{
  HihCellKind kind = hih_table_get_cell (self, row, column)->kind;

  return kind == HIH_CELL_NUMBER || kind == HIH_CELL_HOURS;
}

gboolean
hih_table_is_number_column (HihTable *self, guint column)
{
  return hih_table_get_n_rows (self) > 0 && hih_table_is_number (self, 0, column);
}

gboolean
hih_table_is_total (HihTable *self, guint row)
{
  return self->total == row + 1;
}
