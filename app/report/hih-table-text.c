/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as text: aligned for a terminal, as CSV, as JSON. */
#include "config.h"

#include "hih-json.h"
#include "hih-table-private.h"

#include <string.h>

guint
hih_table_measure (const char *text)
{
  guint width = 0, widest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        {
          widest = MAX (widest, width);
          width = 0;
        }
      else
        width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return MAX (widest, width);
}

guint
hih_table_measure_column (HihTable *self, guint column)
{
  guint width = hih_table_measure (hih_table_get_heading (self, column));

  for (guint r = 0; r < MIN (hih_table_get_n_rows (self), 2000); r++)
    width = MAX (width, hih_table_measure (hih_table_get_text (self, r, column)));
  return width;
}

/* Of one line: what a terminal shows of it. */
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
  guint n_rows = hih_table_get_n_rows (self);
  guint n = hih_table_get_n_columns (self);
  g_autofree guint *widths = g_new0 (guint, n);

  for (guint c = 0; c < n; c++)
    {
      widths[c] = measure (hih_table_get_heading (self, c));
      for (guint r = 0; r < n_rows; r++)
        widths[c] = MAX (widths[c], measure (hih_table_get_text (self, r, c)));
    }
  for (guint c = 0; c < n; c++)
    append_padded (out, hih_table_get_heading (self, c), widths[c], FALSE, c == n - 1);
  for (guint r = 0; r < n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        append_padded (out, hih_table_get_text (self, r, c), widths[c], hih_table_is_number (self, r, c),
                       c == n - 1);
    }
  return g_string_free (out, FALSE);
}

/* A spreadsheet runs a text that starts like a formula, some also behind blanks or in the wide letters of Chinese input;
 * an apostrophe in front makes it a text again. */
static gboolean
looks_like_formula (const char *text)
{
  const char *p = text;

  if (*text != '\0' && strchr ("\t\r\n", *text) != NULL)
    return TRUE;
  while (*p != '\0' && (g_unichar_isspace (g_utf8_get_char (p)) || g_unichar_iszerowidth (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  switch (g_utf8_get_char (p))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xff1d: /* ＝ */
    case 0xff0b: /* ＋ */
    case 0xff0d: /* － */
    case 0xff20: /* ＠ */
    case 0x2212: /* − */
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_csv (GString *out, const char *text, gboolean guard, gboolean last)
{
  gboolean formula = guard && looks_like_formula (text);
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
  guint n_rows = hih_table_get_n_rows (self);
  guint n = hih_table_get_n_columns (self);

  for (guint c = 0; c < n; c++)
    append_csv (out, hih_table_get_heading (self, c), TRUE, c == n - 1);
  for (guint r = 0; r < n_rows; r++)
    {
      for (guint c = 0; c < n; c++)
        append_csv (out, hih_table_get_text (self, r, c), hih_table_get_cell (self, r, c)->kind == HIH_CELL_TEXT,
                    c == n - 1);
    }
  return g_string_free (out, FALSE);
}

static char *
write_json (HihTable *self)
{
  GString *out = g_string_new ("[");
  guint n_rows = hih_table_get_n_rows (self);

  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (out, r > 0 ? ",\n  {" : "\n  {");
      for (guint c = 0; c < hih_table_get_n_columns (self); c++)
        {
          const HihCell *cell = hih_table_get_cell (self, r, c);

          g_string_append (out, c > 0 ? ", " : "");
          hih_json_append_string (out, hih_table_get_column (self, c)->id);
          g_string_append (out, ": ");
          if (cell->kind == HIH_CELL_TEXT || cell->kind == HIH_CELL_DATE)
            hih_json_append_string (out, cell->id != NULL ? cell->id : cell->text);
          else
            g_string_append (out, cell->kind == HIH_CELL_EMPTY ? "null" : cell->id != NULL ? cell->id : cell->text);
        }
      g_string_append_c (out, '}');
    }
  g_string_append (out, n_rows > 0 ? "\n]\n" : "]\n");
  return g_string_free (out, FALSE);
}

/**
 * hih_table_write:
 *
 * Returns: (transfer full) (nullable): the table in that format, UTF-8; %NULL for one that is no text
 */
char *
hih_table_write (HihTable *self, HihTableFormat format)
{
  g_return_val_if_fail (HIH_IS_TABLE (self), NULL);
  switch (format)
    {
    case HIH_TABLE_FORMAT_CSV:
      return write_csv (self);
    case HIH_TABLE_FORMAT_JSON:
      return write_json (self);
    case HIH_TABLE_FORMAT_XAPI:
      return hih_table_write_xapi (self);
    case HIH_TABLE_FORMAT_TABLE:
      return write_table (self);
    case HIH_TABLE_FORMAT_XLSX:
    case HIH_TABLE_FORMAT_PDF:
    default:
      return NULL;
    }
}
