/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table on paper. Columns are as wide as their texts; where that is too wide for the sheet across too, the widest give
 * way and their texts wrap. Rows are never torn; the heading stands on every page; the places for signatures and seal
 * stand after the last row, with it or on a page of their own.
 */
#include "config.h"

#include "hih-pages.h"

#include "hih-paper.h"
#include "hih-table-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN 42.0
#define SIZE 10.0    /* of the words in cells */
#define PADDING 5.0  /* beside the words of a cell */
#define AIR 3.5      /* over and under them */
#define TITLE_SIZE 19.0
#define SOFT_SIZE 10.5
#define FOOT 24.0    /* the line with the number of the page */
#define NARROWEST 34.0
#define SEAL_HEIGHT 132.0

typedef struct
{
  guint first; /* row */
  guint n_rows;
  gboolean last; /* the notes, and the places for signatures, stand here */
} Page;

struct _HihPages
{
  HihTable *table; /* owned */
  cairo_surface_t *ruler_surface;
  cairo_t *ruler; /* what is only measured */
  double width;   /* of the sheet */
  double height;
  double *widths; /* of the columns */
  double line;    /* height of one line of a cell */
  double heading;
  double foot;    /* height of notes and signatures */
  GArray *pages;  /* (element-type Page) */
};

/* Dates stand in all rows of a column or in none: the first rows tell. */
#define MEASURED_ROWS 2000

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

static double
inside (HihPages *self)
{
  return self->width - 2 * MARGIN;
}

/* What a column must have: a date is never broken. */
static double
get_least (HihPages *self, PangoLayout *layout, guint column)
{
  guint n_rows = MIN (hih_table_get_n_rows (self->table), MEASURED_ROWS);

  for (guint r = 0; r < n_rows; r++)
    {
      int width;

      if (hih_table_get_cell (self->table, r, column)->kind != HIH_CELL_DATE)
        continue;
      /* No digit of the font is wider than these. */
      pango_layout_set_text (layout, "0000-00-00", -1);
      pango_layout_get_size (layout, &width, NULL);
      return (double) width / PANGO_SCALE + 2 * PADDING + 2;
    }
  return 0;
}

/* The widest columns give way until all fit; what is left over goes to all alike. */
static void
fit_columns (HihPages *self, guint n)
{
  g_autoptr (PangoLayout) layout = hih_paper_new_layout (self->ruler, SIZE, FALSE);
  g_autofree double *least = g_new0 (double, MAX (n, 1));
  double room = inside (self), cap = room, used, free_room = room, given = 0;

  for (guint c = 0; c < n; c++)
    {
      least[c] = get_least (self, layout, c);
      self->widths[c] = MAX (self->widths[c], least[c]);
    }

  if (sum (self->widths, n) > room)
    {
      for (used = HUGE_VAL; used > room && cap > NARROWEST; cap -= 2)
        {
          used = 0;
          for (guint c = 0; c < n; c++)
            used += MAX (least[c], MIN (self->widths[c], cap));
        }
      for (guint c = 0; c < n; c++)
        self->widths[c] = MAX (least[c], MIN (self->widths[c], cap));
    }
  used = sum (self->widths, n);
  /* Too narrow a sheet: what may not be broken keeps its width, the others give. */
  for (guint c = 0; c < n && used > room; c++)
    {
      free_room -= least[c];
      given += least[c] > 0 ? self->widths[c] : 0;
    }
  for (guint c = 0; c < n; c++)
    {
      if (used <= room)
        self->widths[c] *= room / used;
      else
        self->widths[c] = least[c] > 0 ? least[c] : self->widths[c] * free_room / (used - given);
    }
}

static double
measure_cell (HihPages *self, PangoLayout *layout, const char *text, double width)
{
  int height;

  /* Most cells are one line; asking Pango for each would take most of the time. */
  if (hih_table_measure (text) * SIZE * 0.56 <= width - 2 * PADDING && strchr (text, '\n') == NULL)
    return self->line;
  pango_layout_set_width (layout, (int) ((width - 2 * PADDING) * PANGO_SCALE));
  hih_paper_set_text (layout, text);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Where a heading has no room in one line, what is in brackets, such as a unit, stands in the next and is not torn. */
static char *
dup_heading (HihPages *self, guint column)
{
  const char *text = hih_table_get_heading (self->table, column);
  const char *bracket = strstr (text, "（");
  const char *before = bracket != NULL ? bracket : strstr (text, " (");

  if (before == NULL || before == text || hih_table_measure (text) * SIZE * 0.56 <= self->widths[column] - 2 * PADDING)
    return g_strdup (text);
  return g_strdup_printf ("%.*s\n%s", (int) (before - text), text, bracket != NULL ? bracket : before + 1);
}

static double
measure_row (HihPages *self, PangoLayout *layout, guint row)
{
  double height = self->line;

  for (guint c = 0; c < hih_table_get_n_columns (self->table); c++)
    height = MAX (height, measure_cell (self, layout, hih_table_get_text (self->table, row, c), self->widths[c]));
  /* One cell as tall as a sheet would never find a page: it is cut there. */
  return MIN (height + 2 * AIR, self->height - 2 * MARGIN - FOOT - self->heading - 120);
}

static double
head_height (HihPages *self)
{
  double height = hih_paper_measure_text (self->ruler, inside (self), TITLE_SIZE, HIH_PAPER_BOLD,
                                          hih_table_get_title (self->table)) + 4;

  if (*hih_table_get_home (self->table) != '\0')
    height += hih_paper_measure_text (self->ruler, inside (self), SOFT_SIZE + 1.5, HIH_PAPER_PLAIN,
                                      hih_table_get_home (self->table));
  if (*hih_table_get_period (self->table) != '\0')
    height += hih_paper_measure_text (self->ruler, inside (self), SOFT_SIZE, HIH_PAPER_SOFT,
                                      hih_table_get_period (self->table));
  return height + 12;
}

static void
add_page (HihPages *self, guint first, guint n_rows, gboolean last)
{
  Page page = { first, n_rows, last };

  g_array_append_val (self->pages, page);
}

static void
break_pages (HihPages *self)
{
  g_autoptr (PangoLayout) layout = hih_paper_new_layout (self->ruler, SIZE, FALSE);
  guint n_rows = hih_table_get_n_rows (self->table), first = 0;
  double bottom = self->height - MARGIN - FOOT;
  double y = MARGIN + head_height (self) + self->heading;

  for (guint r = 0; r < n_rows; r++)
    {
      double height = measure_row (self, layout, r);

      if (y + height > bottom && r > first)
        {
          add_page (self, first, r - first, FALSE);
          first = r;
          y = MARGIN + self->heading;
        }
      y += height;
    }
  if (y + self->foot <= bottom)
    add_page (self, first, n_rows - first, TRUE);
  else
    {
      add_page (self, first, n_rows - first, FALSE);
      add_page (self, n_rows, 0, TRUE);
    }
}

static void
lay_out (HihPages *self)
{
  g_autoptr (PangoLayout) layout = hih_paper_new_layout (self->ruler, SIZE, TRUE);
  guint n = hih_table_get_n_columns (self->table);
  double natural;
  int height;

  for (guint c = 0; c < n; c++)
    self->widths[c] = MAX (hih_table_measure_column (self->table, c) * SIZE * 0.52 + 2 * PADDING + 4, NARROWEST);
  natural = sum (self->widths, n);
  if (natural > (HIH_PAPER_SHORT - 2 * MARGIN) * 1.15)
    {
      self->width = HIH_PAPER_LONG;
      self->height = HIH_PAPER_SHORT;
    }
  fit_columns (self, n);
  pango_layout_set_text (layout, "字", -1);
  pango_layout_get_size (layout, NULL, &height);
  self->line = (double) height / PANGO_SCALE;
  self->heading = self->line;
  for (guint c = 0; c < n; c++)
    {
      g_autofree char *heading = dup_heading (self, c);

      self->heading = MAX (self->heading, measure_cell (self, layout, heading, self->widths[c]));
    }
  self->heading += 2 * AIR + 2;
  self->foot = SEAL_HEIGHT;
  for (guint i = 0; i < hih_table_get_n_notes (self->table); i++)
    self->foot += hih_paper_measure_text (self->ruler, inside (self), SOFT_SIZE - 1, HIH_PAPER_SOFT,
                                          hih_table_get_note (self->table, i)) + 2;
  break_pages (self);
}

/**
 * hih_pages_new:
 * @table: filled
 *
 * Returns: (transfer full): the pages
 */
HihPages *
hih_pages_new (HihTable *table)
{
  HihPages *self = g_new0 (HihPages, 1);

  self->table = g_object_ref (table);
  self->ruler_surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  self->ruler = cairo_create (self->ruler_surface);
  self->width = HIH_PAPER_SHORT;
  self->height = HIH_PAPER_LONG;
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  self->widths = g_new0 (double, MAX (hih_table_get_n_columns (table), 1));
  if (hih_table_get_look (table) == HIH_TABLE_LOOK_LIST)
    lay_out (self);
  else
    {
      self->width = HIH_PAPER_LONG;
      self->height = HIH_PAPER_SHORT;
    }
  return self;
}

void
hih_pages_free (HihPages *self)
{
  cairo_destroy (self->ruler);
  cairo_surface_destroy (self->ruler_surface);
  g_array_unref (self->pages);
  g_free (self->widths);
  g_object_unref (self->table);
  g_free (self);
}

guint
hih_pages_get_n_pages (HihPages *self)
{
  return MAX (hih_table_get_look (self->table) == HIH_TABLE_LOOK_LIST ? self->pages->len
                                                                      : hih_table_get_n_rows (self->table),
              1);
}

gboolean
hih_pages_get_landscape (HihPages *self)
{
  return self->width > self->height;
}

static double
draw_head (HihPages *self, cairo_t *cr)
{
  double y = MARGIN;

  if (*hih_table_get_home (self->table) != '\0')
    y += hih_paper_draw_text (cr, MARGIN, y, inside (self), SOFT_SIZE + 1.5, HIH_PAPER_PLAIN,
                              hih_table_get_home (self->table));
  y += hih_paper_draw_text (cr, MARGIN, y, inside (self), TITLE_SIZE, HIH_PAPER_BOLD,
                            hih_table_get_title (self->table)) + 4;
  if (*hih_table_get_period (self->table) != '\0')
    y += hih_paper_draw_text (cr, MARGIN, y, inside (self), SOFT_SIZE, HIH_PAPER_SOFT,
                              hih_table_get_period (self->table));
  return y + 12;
}

static void
draw_cell (cairo_t *cr, PangoLayout *layout, double x, double y, double width, double height, const char *text,
           gboolean right)
{
  pango_layout_set_width (layout, (int) ((width - 2 * PADDING) * PANGO_SCALE));
  pango_layout_set_height (layout, (int) ((height - 2 * AIR) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  hih_paper_set_text (layout, text);
  cairo_move_to (cr, x + PADDING, y + AIR);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_lines (HihPages *self, cairo_t *cr, double top, double bottom)
{
  double x = MARGIN;

  hih_paper_set_hairline (cr);
  cairo_set_line_width (cr, 0.7);
  for (guint c = 0; c <= hih_table_get_n_columns (self->table); c++)
    {
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
      if (c < hih_table_get_n_columns (self->table))
        x += self->widths[c];
    }
  cairo_stroke (cr);
}

static double
draw_heading (HihPages *self, cairo_t *cr, PangoLayout *layout, double y)
{
  double x = MARGIN;

  cairo_set_source_rgb (cr, 0xf1 / 255.0, 0xea / 255.0, 0xdc / 255.0);
  cairo_rectangle (cr, MARGIN, y, inside (self), self->heading);
  cairo_fill (cr);
  hih_paper_set_ink (cr);
  for (guint c = 0; c < hih_table_get_n_columns (self->table); c++)
    {
      g_autofree char *heading = dup_heading (self, c);

      draw_cell (cr, layout, x, y + 1, self->widths[c], self->heading - 1, heading, hih_table_is_number_column (self->table, c));
      x += self->widths[c];
    }
  return y + self->heading;
}

static double
draw_row (HihPages *self, cairo_t *cr, PangoLayout *layout, guint row, double y, double height)
{
  double x = MARGIN;

  hih_paper_set_ink (cr);
  for (guint c = 0; c < hih_table_get_n_columns (self->table); c++)
    {
      draw_cell (cr, layout, x, y, self->widths[c], height, hih_table_get_text (self->table, row, c),
                 hih_table_is_number (self->table, row, c));
      x += self->widths[c];
    }
  hih_paper_set_hairline (cr);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, MARGIN, y + height);
  cairo_line_to (cr, MARGIN + inside (self), y + height);
  cairo_stroke (cr);
  return y + height;
}

static void
draw_place (cairo_t *cr, double x, double y, double width, const char *words)
{
  double needs = hih_paper_measure_width (cr, SOFT_SIZE + 0.5, HIH_PAPER_PLAIN, words);

  hih_paper_draw_text (cr, x, y, 0, SOFT_SIZE + 0.5, HIH_PAPER_PLAIN, words);
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, x + needs + 4, y + 14);
  cairo_line_to (cr, x + width, y + 14);
  cairo_stroke (cr);
}

/* Notes, then the places for two signatures, a day and a seal: a round one of the usual 42 mm fits. */
static void
draw_foot (HihPages *self, cairo_t *cr, double y)
{
  double half = inside (self) / 2;

  y += 6;
  for (guint i = 0; i < hih_table_get_n_notes (self->table); i++)
    y += hih_paper_draw_text (cr, MARGIN, y, inside (self), SOFT_SIZE - 1, HIH_PAPER_SOFT,
                              hih_table_get_note (self->table, i)) + 2;
  y += 14;
  draw_place (cr, MARGIN, y, half - 24, _("Filled in by (signature):"));
  draw_place (cr, MARGIN, y + 34, half - 24, _("Responsible (signature):"));
  draw_place (cr, MARGIN, y + 68, half - 24, _("Date:"));
  hih_paper_draw_text (cr, MARGIN + half, y, half, SOFT_SIZE + 0.5, HIH_PAPER_PLAIN, _("Seal:"));
}

static void
draw_number (HihPages *self, cairo_t *cr, guint page)
{
  /* translators: the number of a page, and how many there are */
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, hih_pages_get_n_pages (self));

  hih_paper_draw_text (cr, MARGIN, self->height - MARGIN - 12, inside (self), 9, HIH_PAPER_SOFT | HIH_PAPER_CENTRE,
                       text);
}

/**
 * hih_pages_draw:
 * @page: counted from 0
 */
void
hih_pages_draw (HihPages *self, cairo_t *cr, guint page)
{
  const Page *rows;
  double y = MARGIN, top;

  if (hih_table_get_look (self->table) != HIH_TABLE_LOOK_LIST)
    {
      if (page < hih_table_get_n_rows (self->table))
        hih_certificate_draw (self->table, page, cr);
      return;
    }
  rows = &g_array_index (self->pages, Page, page);
  if (page == 0)
    y = draw_head (self, cr);
  if (rows->n_rows > 0 || page == 0)
    {
      g_autoptr (PangoLayout) bold = hih_paper_new_layout (cr, SIZE, TRUE);
      g_autoptr (PangoLayout) plain = hih_paper_new_layout (cr, SIZE, FALSE);
      g_autoptr (PangoLayout) ruler = hih_paper_new_layout (self->ruler, SIZE, FALSE);

      top = y;
      y = draw_heading (self, cr, bold, y);
      for (guint r = rows->first; r < rows->first + rows->n_rows; r++)
        y = draw_row (self, cr, hih_table_is_total (self->table, r) ? bold : plain, r, y,
                      measure_row (self, ruler, r));
      draw_lines (self, cr, top, y);
    }
  if (rows->last)
    draw_foot (self, cr, y);
  draw_number (self, cr, page);
}

static cairo_status_t
append_cb (void *bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
hih_table_make_pdf (HihTable *self, HihTableJob *job, GError **error)
{
  g_autoptr (HihPages) pages = hih_pages_new (self);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, pages->width, pages->height);
  guint n_pages = hih_pages_get_n_pages (pages);
  cairo_t *cr = cairo_create (surface);
  gboolean wanted = TRUE;
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, hih_table_get_title (self));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, hih_table_get_home (self));
  for (guint page = 0; page < n_pages && wanted; page++)
    {
      hih_pages_draw (pages, cr, page);
      cairo_show_page (cr);
      wanted = hih_table_job_go_on (job, (double) page / n_pages, error);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (wanted && status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  if (wanted)
    g_set_error (error, HIH_REPORT_ERROR, HIH_REPORT_ERROR_EXPORT, "report: make a PDF: %s", cairo_status_to_string (status));
  return NULL;
}
