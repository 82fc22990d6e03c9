/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate: calm, for an adult. Whose it is, what they can do alone, of which place and day, and room for a seal. */
#include "config.h"

#include "hih-pages.h"
#include "hih-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARGIN 40.0
#define INSET 84.0
#define LIST_STYLE (HIH_PAPER_BOLD | HIH_PAPER_CENTRE | HIH_PAPER_LIST)

static const char *
text_of (HihTable *table, guint row, const char *column)
{
  int c = hih_table_find_column (table, column);

  return c >= 0 ? hih_table_get_text (table, row, (guint) c) : "";
}

static void
draw_frame (cairo_t *cr)
{
  hih_paper_set_ink (cr);
  cairo_set_line_width (cr, 2.4);
  cairo_rectangle (cr, MARGIN, MARGIN, HIH_PAPER_LONG - 2 * MARGIN, HIH_PAPER_SHORT - 2 * MARGIN);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, MARGIN + 7, MARGIN + 7, HIH_PAPER_LONG - 2 * MARGIN - 14, HIH_PAPER_SHORT - 2 * MARGIN - 14);
  cairo_stroke (cr);
}

/* The largest letters in which @text still fits into @height. */
static double
find_size (cairo_t *cr, double width, double height, double largest, const char *text)
{
  double size = largest;

  while (size > 11 && hih_paper_measure_text (cr, width, size, LIST_STYLE, text) > height)
    size -= 1;
  return size;
}

/* A name, or a line to write it on. */
static double
draw_name (cairo_t *cr, double y, double width, const char *name)
{
  if (*name != '\0')
    return hih_paper_draw_text (cr, INSET, y, width, 34, HIH_PAPER_BOLD | HIH_PAPER_CENTRE, name);
  cairo_set_line_width (cr, 1);
  hih_paper_set_ink (cr);
  cairo_move_to (cr, HIH_PAPER_LONG / 2 - 130, y + 44);
  cairo_line_to (cr, HIH_PAPER_LONG / 2 + 130, y + 44);
  cairo_stroke (cr);
  return 50;
}

void
hih_certificate_draw (HihTable *table, guint row, cairo_t *cr)
{
  const char *lessons = text_of (table, row, "lessons"), *home = hih_table_get_home (table);
  double width = HIH_PAPER_LONG - 2 * INSET, half = width / 2, y = 74, foot = HIH_PAPER_SHORT - 156;

  draw_frame (cr);
  y += hih_paper_draw_text (cr, INSET, y, width, 40, HIH_PAPER_BOLD | HIH_PAPER_CENTRE, hih_table_get_title (table)) + 14;
  y += draw_name (cr, y, width, hih_table_get_look (table) == HIH_TABLE_LOOK_CERTIFICATE ? text_of (table, row, "name")
                                                                                           : "") + 10;
  y += hih_paper_draw_text (cr, INSET, y, width, 20, HIH_PAPER_CENTRE, _("can do this on the phone, alone:")) + 12;
  hih_paper_draw_text (cr, INSET, y, width, find_size (cr, width, foot - y - 8, 26, lessons), LIST_STYLE, lessons);
  if (*home != '\0')
    hih_paper_draw_text (cr, INSET, foot + 10, half, 20, HIH_PAPER_BOLD, home);
  else
    hih_paper_draw_text (cr, INSET, foot + 10, half, 20, HIH_PAPER_PLAIN, _("Place: ____________"));
  hih_paper_draw_text (cr, INSET, foot + 46, half, 20, HIH_PAPER_PLAIN, text_of (table, row, "day"));
  hih_paper_set_hairline (cr);
  cairo_set_line_width (cr, 1);
  cairo_new_sub_path (cr);
  cairo_arc (cr, INSET + width - 56, foot + 40, 56, 0, 2 * G_PI);
  cairo_stroke (cr);
  hih_paper_draw_text (cr, INSET + width - 112, foot + 28, 112, 16, HIH_PAPER_SOFT | HIH_PAPER_CENTRE, _("Seal:"));
}
