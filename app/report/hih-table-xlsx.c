/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table as a workbook: over it whose it is and of which days, the heading stays in sight, every column is as wide as
 * it needs. Texts are written as texts in cells of the text format: a spreadsheet does not run one that starts like a
 * formula, not even after somebody has edited it.
 */
#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "hih-table-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define HEADING_ROW 2
#define NARROWEST 8
#define WIDEST 60
#define LINE 17.0      /* height of a line, in points: Noto Sans CJK of 11 points */
#define HIGHEST 409.0  /* no spreadsheet has higher rows */
#define LONGEST_CELL 32767 /* characters; no spreadsheet takes more */
#define MOST_ROWS (LXW_ROW_MAX - 64)

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *title;
  lxw_format *soft;
  lxw_format *heading;
  lxw_format *number_heading;
  lxw_format *text;
  lxw_format *number;
  lxw_format *hours;
  lxw_format *date;
  lxw_format *total_text;
  lxw_format *total_number;
  lxw_format *total_hours;
} Book;

static lxw_format *
new_format (Book *self, const char *digits, gboolean bold)
{
  lxw_format *format = workbook_add_format (self->book);

  /* A font every Chinese system shows in its own. */
  format_set_font_name (format, "Noto Sans CJK SC");
  format_set_font_size (format, 11);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (digits != NULL)
    {
      format_set_num_format (format, digits);
      format_set_border (format, LXW_BORDER_THIN);
      format_set_text_wrap (format);
    }
  if (bold)
    format_set_bold (format);
  return format;
}

static void
make_formats (Book *self)
{
  self->title = new_format (self, NULL, TRUE);
  format_set_font_size (self->title, 16);
  self->soft = new_format (self, NULL, FALSE);
  self->heading = new_format (self, "@", TRUE);
  format_set_bg_color (self->heading, 0xf1eadc);
  self->number_heading = new_format (self, "@", TRUE);
  format_set_bg_color (self->number_heading, 0xf1eadc);
  format_set_align (self->number_heading, LXW_ALIGN_RIGHT);
  self->text = new_format (self, "@", FALSE);
  self->number = new_format (self, "0", FALSE);
  self->hours = new_format (self, "[h]:mm", FALSE);
  self->date = new_format (self, "yyyy-mm-dd", FALSE);
  self->total_text = new_format (self, "@", TRUE);
  self->total_number = new_format (self, "0", TRUE);
  self->total_hours = new_format (self, "[h]:mm", TRUE);
}

/* Without what XML cannot hold and what no cell shows; @short_enough is freed by the caller when it is not NULL. */
static const char *
tame (const char *text, char **short_enough)
{
  gboolean clean = strlen (text) <= LONGEST_CELL;
  GString *out;
  guint n = 0;

  for (const guchar *p = (const guchar *) text; clean && *p != '\0'; p++)
    clean = *p >= 0x20 && *p != 0x7f && *p != 0xef;
  if (clean)
    return text;
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0' && n < LONGEST_CELL; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0xfffe && c != 0xffff && c != 0xfeff)
        g_string_append_unichar (out, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }
  *short_enough = g_string_free (out, FALSE);
  return *short_enough;
}

static void
write_text (Book *self, lxw_row_t row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *owned = NULL;
  const char *tamed = tame (text, &owned);

  if (*tamed == '\0')
    worksheet_write_blank (self->sheet, row, (lxw_col_t) column, format);
  else
    worksheet_write_string (self->sheet, row, (lxw_col_t) column, tamed, format);
}

/* A day without its time zone, as spreadsheets count: from 1899-12-30, the 29th of a February that never was included. */
static double
count_day (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, day);
  return g_date_valid (&date) ? (double) g_date_get_julian (&date) - 693594.0 : 0.0;
}

static void
write_cell (Book *self, lxw_row_t row, guint column, const HihCell *cell, gboolean total)
{
  switch (cell->kind)
    {
    case HIH_CELL_NUMBER:
      worksheet_write_number (self->sheet, row, (lxw_col_t) column, cell->number, total ? self->total_number : self->number);
      break;
    case HIH_CELL_HOURS: /* a spreadsheet counts in days */
      worksheet_write_number (self->sheet, row, (lxw_col_t) column, cell->number / 24,
                              total ? self->total_hours : self->hours);
      break;
    case HIH_CELL_DATE:
      worksheet_write_number (self->sheet, row, (lxw_col_t) column, count_day (cell->text), self->date);
      break;
    case HIH_CELL_TEXT:
    case HIH_CELL_EMPTY:
    default:
      write_text (self, row, column, cell->text, total ? self->total_text : self->text);
      break;
    }
}

/* Lines of a cell so wide. A spreadsheet breaks no word and leaves some air at both sides: two digits of each line. */
static guint
count_lines (const char *text, guint width)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (hih_table_measure (text) + 3 <= width && strchr (text, '\n') == NULL)
    return 1;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += MAX (1, (hih_table_measure (lines[i]) + width - 3) / (width - 2));
  return n;
}

/* Spreadsheets do not measure a row again that a program wrote: it says how high it must be for all of its words. Before
 * its cells: rows are put aside as soon as the next begins. */
static void
set_height (Book *self, HihTable *table, lxw_row_t row, guint r, const guint *widths)
{
  guint n = 1;

  for (guint c = 0; c < hih_table_get_n_columns (table); c++)
    n = MAX (n, count_lines (hih_table_get_text (table, r, c), widths[c]));
  if (n > 1)
    worksheet_set_row (self->sheet, row, MIN (n * LINE + 2, HIGHEST), NULL);
}

static void
write_head (Book *self, HihTable *table)
{
  g_autofree char *title = *hih_table_get_home (table) != '\0'
                             ? g_strdup_printf ("%s · %s", hih_table_get_home (table), hih_table_get_title (table))
                             : g_strdup (hih_table_get_title (table));

  worksheet_set_row (self->sheet, 0, 28, NULL);
  write_text (self, 0, 0, title, self->title);
  write_text (self, 1, 0, hih_table_get_period (table), self->soft);
  for (guint c = 0; c < hih_table_get_n_columns (table); c++)
    write_text (self, HEADING_ROW, c, hih_table_get_heading (table, c),
                hih_table_is_number_column (table, c) ? self->number_heading : self->heading);
}

static void
write_foot (Book *self, HihTable *table, lxw_row_t row)
{
  for (guint i = 0; i < hih_table_get_n_notes (table); i++)
    write_text (self, row++, 0, hih_table_get_note (table, i), self->soft);
  row++;
  write_text (self, row++, 0, _("Filled in by (signature):"), self->soft);
  write_text (self, row++, 0, _("Responsible (signature):"), self->soft);
  write_text (self, row++, 0, _("Seal:"), self->soft);
  write_text (self, row, 0, _("Date:"), self->soft);
}

static void
set_up_sheet (Book *self, HihTable *table, guint *widths)
{
  guint n = hih_table_get_n_columns (table);
  guint width = 0;

  for (guint c = 0; c < n; c++)
    {
      widths[c] = CLAMP (hih_table_measure_column (table, c) + 3, NARROWEST, WIDEST);
      worksheet_set_column (self->sheet, (lxw_col_t) c, (lxw_col_t) c, widths[c], NULL);
      width += widths[c];
    }
  worksheet_freeze_panes (self->sheet, HEADING_ROW + 1, 0);
  if (n > 0 && hih_table_get_n_rows (table) > 0)
    worksheet_autofilter (self->sheet, HEADING_ROW, 0, HEADING_ROW + hih_table_get_n_rows (table), (lxw_col_t) (n - 1));
  worksheet_set_paper (self->sheet, 9); /* A4 */
  if (width > 95)
    worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, HEADING_ROW, HEADING_ROW);
  worksheet_set_footer (self->sheet, "&C&P / &N");
}

/* No more than 31 characters, and none of []:*?/\ */
static lxw_worksheet *
add_sheet (lxw_workbook *book, const char *title)
{
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 31));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  return workbook_add_worksheet (book, *name != '\0' ? name : NULL);
}

static gboolean
fail (const char *why, GError **error)
{
  g_set_error (error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_EXPORT, "report: make a workbook: %s", why);
  return FALSE;
}

static gboolean
write_book (HihTable *self, const char *path, HihTableJob *job, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_doc_properties properties = { .title = (char *) hih_table_get_title (self),
                                    .company = (char *) hih_table_get_home (self) };
  Book book = { NULL };
  guint n_rows = hih_table_get_n_rows (self), n = hih_table_get_n_columns (self);
  g_autofree guint *widths = g_new0 (guint, MAX (n, 1));
  gboolean wanted = TRUE, kept;
  lxw_error code;

  if (n_rows > MOST_ROWS)
    return fail ("more rows than a spreadsheet holds", error);
  book.book = workbook_new_opt (path, &options);
  if (book.book == NULL || (book.sheet = add_sheet (book.book, hih_table_get_title (self))) == NULL)
    return fail ("no memory", error);
  workbook_set_properties (book.book, &properties);
  make_formats (&book);
  set_up_sheet (&book, self, widths);
  write_head (&book, self);
  for (guint r = 0; r < n_rows && wanted; r++)
    {
      set_height (&book, self, HEADING_ROW + 1 + r, r, widths);
      for (guint c = 0; c < n; c++)
        write_cell (&book, HEADING_ROW + 1 + r, c, hih_table_get_cell (self, r, c), hih_table_is_total (self, r));
      wanted = hih_table_job_go_on (job, 0.7 * r / n_rows, error);
    }
  if (wanted)
    write_foot (&book, self, HEADING_ROW + 1 + n_rows);
  /* The library does not look whether the rows could be put aside. */
  kept = fflush (book.sheet->optimize_tmpfile) == 0 && !ferror (book.sheet->optimize_tmpfile);
  code = workbook_close (book.book);
  if (!wanted)
    return FALSE;
  if (!kept)
    return fail ("no room for the rows in the folder for temporary files", error);
  if (code != LXW_NO_ERROR)
    return fail (code == LXW_ERROR_CREATING_XLSX_FILE ? g_strerror (errno) : lxw_strerror (code), error);
  return TRUE;
}

/* The library writes files only, and prints what goes wrong with them: so one in memory, with a name it can open. */
GBytes *
hih_table_make_xlsx (HihTable *self, HihTableJob *job, GError **error)
{
  int fd = memfd_create ("workbook", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GMappedFile) file = NULL;

  if (fd < 0)
    fail (g_strerror (errno), error);
  else if (write_book (self, path, job, error))
    file = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (fd >= 0)
    close (fd);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
