/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards that say which picture is whose: eight on a sheet, to be cut along the dashes and hung round the neck. */
#include "config.h"

#include "hih-card.h"

#include "hih-paper.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define COLUMNS 2
#define ROWS 4
#define MARGIN 28.0
#define WIDTH ((HIH_PAPER_SHORT - 2 * MARGIN) / COLUMNS)
#define HEIGHT ((HIH_PAPER_LONG - 2 * MARGIN) / ROWS)
#define PICTURE 108.0
#define LARGEST 34.0
#define SMALLEST 20.0

guint
hih_card_login_get_n_pages (GPtrArray *people)
{
  return MAX ((people->len + COLUMNS * ROWS - 1) / (COLUMNS * ROWS), 1);
}

static void
draw_cuts (cairo_t *cr)
{
  const double dashes[] = { 4, 4 };

  hih_paper_set_soft (cr);
  cairo_set_line_width (cr, 0.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (int i = 0; i <= COLUMNS; i++)
    {
      cairo_move_to (cr, MARGIN + i * WIDTH, MARGIN);
      cairo_line_to (cr, MARGIN + i * WIDTH, HIH_PAPER_LONG - MARGIN);
    }
  for (int i = 0; i <= ROWS; i++)
    {
      cairo_move_to (cr, MARGIN, MARGIN + i * HEIGHT);
      cairo_line_to (cr, HIH_PAPER_SHORT - MARGIN, MARGIN + i * HEIGHT);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_card (cairo_t *cr, const HihTrainee *trainee, const char *home, double x, double y)
{
  g_autofree char *drawing = hih_person_drawing (trainee->picture);
  double size = LARGEST, middle = y + HEIGHT / 2, left = x + 14 + PICTURE + 12, room = WIDTH - PICTURE - 38;

  while (size > SMALLEST && hih_paper_measure_text (cr, room, size, HIH_PAPER_BOLD, trainee->name) > 2 * LARGEST * 1.5)
    size -= 2;
  hih_card_draw_picture (cr, drawing, x + 14, middle - PICTURE / 2 - 8, PICTURE);
  hih_paper_draw_text (cr, left, middle - 8 - hih_paper_measure_text (cr, room, size, HIH_PAPER_BOLD, trainee->name) / 2,
                       room, size, HIH_PAPER_BOLD, trainee->name);
  hih_paper_draw_text (cr, x + 14, y + HEIGHT - 30, WIDTH - 28, 11, HIH_PAPER_SOFT,
                       home != NULL && *home != '\0' ? home : _("Hand in Hand"));
}

void
hih_card_login_draw (GPtrArray *people, guint page, const char *home, cairo_t *cr)
{
  guint first = page * COLUMNS * ROWS;

  draw_cuts (cr);
  for (guint i = 0; i < COLUMNS * ROWS && first + i < people->len; i++)
    {
      const guint row = i / COLUMNS, column = i % COLUMNS;

      draw_card (cr, people->pdata[first + i], home, MARGIN + column * WIDTH, MARGIN + row * HEIGHT);
    }
}
