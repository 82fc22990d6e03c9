/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The take-home card (look/card.png): what is to be done, step by step, each with a piece of this lesson's own screen and
 * a ring round what is to be touched; the way without a phone; the family; and the one warning. Words are never smaller
 * than 20 points, so that it reads at arm's length.
 */
#include "config.h"

#include "hih-card.h"

#include "hih-local-way.h"

#include "hih-offscreen.h"
#include "hih-paper.h"
#include "hih-phone-places.h"
#include "hih-phone-view.h"
#include "hih-stills.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 38.0
#define GAP 20.0     /* between the two columns */
#define BODY 20.0
#define NUMBER 27.0  /* the disc with the number */
#define FRAME 2.0    /* of a picture */
#define ASPECT (258.0 / 364.0)
#define VIEW_WIDTH 400 /* of the phone that is drawn, with its frame */
#define VIEW_HEIGHT 846
#define FOOT 22.0
#define RING 9.0f      /* beside the screen, of the drawn phone */

typedef struct
{
  const HihStep *step;    /* borrowed from the lesson */
  GskRenderNode *picture; /* (nullable) owned */
  graphene_rect_t piece;  /* of the picture */
  graphene_rect_t target; /* with its ring; empty: nothing is touched */
} Cell;

struct _HihCardSteps
{
  HihLesson *lesson;
  char *language;
  char *name;
  char *picture;
  char *home;
  char *desk;   /* (nullable): the way to the desk, with its telephone */
  char *status; /* (nullable): what holds here */
  char **family;
  GPtrArray *stills;       /* owned */
  GArray *cells;           /* (element-type Cell) */
  guint next;              /* picture to be drawn */
  HihClock *clock;
  HihPhone *phone;
  GtkWidget *view;         /* in the offscreen */
  HihOffscreen *offscreen;
};

static void
clear_cell (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->picture, gsk_render_node_unref);
}

static const HihStep *
find_step (HihLesson *lesson, const char *id)
{
  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);

      if (g_strcmp0 (step->id, id) == 0)
        return step;
    }
  return NULL;
}

/**
 * hih_card_steps_new:
 * @language: of every word on it
 * @who: whose card it is
 *
 * Returns: (transfer full): the card, its pictures still to be drawn
 */
HihCardSteps *
hih_card_steps_new (HihLesson *lesson, const char *language, const HihCardWho *who)
{
  HihCardSteps *self = g_new0 (HihCardSteps, 1);
  GPtrArray *ids = hih_lesson_get_card_steps (lesson);

  self->lesson = hih_lesson_ref (lesson);
  self->language = g_strdup (language);
  self->name = g_strdup (who->name);
  self->picture = g_strdup (who->picture);
  self->home = g_strdup (who->home);
  self->desk = who->card != NULL ? hih_local_way_dup_words (who->card) : NULL;
  self->status = who->card != NULL ? hih_local_way_dup_status (who->card, lesson) : NULL;
  self->family = g_strdupv ((char **) who->family);
  self->stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  for (guint i = 0; i < ids->len; i++)
    {
      Cell cell = { .step = find_step (lesson, ids->pdata[i]) };

      if (cell.step != NULL)
        g_array_append_val (self->cells, cell);
    }
  self->clock = hih_virtual_clock_new_for_pictures ();
  self->phone = hih_phone_new (hih_lesson_get_apps (lesson), HIH_LAYOUT_A, self->clock);
  self->view = hih_phone_view_new ();
  hih_phone_view_set_phone (HIH_PHONE_VIEW (self->view), self->phone);
  hih_phone_view_set_interactive (HIH_PHONE_VIEW (self->view), FALSE);
  hih_phone_view_set_language (HIH_PHONE_VIEW (self->view), language);
  self->offscreen = hih_offscreen_new (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  return self;
}

void
hih_card_steps_free (HihCardSteps *self)
{
  hih_offscreen_free (self->offscreen);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->stills);
  g_object_unref (self->phone);
  g_object_unref (self->clock);
  hih_lesson_unref (self->lesson);
  g_free (self->language);
  g_free (self->name);
  g_free (self->picture);
  g_free (self->home);
  g_free (self->desk);
  g_free (self->status);
  g_strfreev (self->family);
  g_free (self);
}

/* Where the step begins. In a step without a target nothing is touched: it is seen where the next one begins. */
static const HihStill *
find_still (HihCardSteps *self, const HihStep *step)
{
  gboolean passed = FALSE;

  for (guint s = 0; s < hih_lesson_get_n_steps (self->lesson); s++)
    {
      const HihStep *one = hih_lesson_get_step (self->lesson, s);

      passed = passed || one == step;
      for (guint i = 0; passed && i < self->stills->len; i++)
        {
          const HihStill *still = self->stills->pdata[i];

          if (still->trap == NULL && still->step == one && still->begins)
            return still;
        }
    }
  return self->stills->len > 0 ? self->stills->pdata[self->stills->len - 1] : NULL;
}

/* As wide as the screen and a ring round a whole row, with the target in its middle; wider only where the target is so
 * tall that it would not be whole. */
static void
choose_piece (HihCardSteps *self, Cell *cell)
{
  HihPhonePlaces places = { 0 };
  graphene_rect_t target;
  float middle, left, right, height, top, lowest;

  hih_phone_places_compute (&places, VIEW_WIDTH, VIEW_HEIGHT);
  left = places.screen.origin.x - RING;
  right = places.screen.origin.x + places.screen.size.width + RING;
  height = (right - left) * (float) ASPECT;
  middle = places.screen.origin.y + places.screen.size.height * 0.44f;
  if (cell->step->target != NULL &&
      hih_phone_view_get_target_bounds (HIH_PHONE_VIEW (self->view), cell->step->target, self->view, &target))
    {
      graphene_rect_inset_r (&target, -RING, -RING, &cell->target);
      middle = target.origin.y + target.size.height / 2;
      /* A key at the phone's side stands out of the screen. */
      left = MIN (left, cell->target.origin.x);
      right = MAX (right, cell->target.origin.x + cell->target.size.width);
      height = MAX ((right - left) * (float) ASPECT, cell->target.size.height);
    }
  lowest = places.screen.origin.y + places.screen.size.height + RING - height;
  top = CLAMP (middle - height / 2, places.screen.origin.y - RING, MAX (lowest, places.screen.origin.y - RING));
  graphene_rect_init (&cell->piece, (left + right - height / (float) ASPECT) / 2, top, height / (float) ASPECT, height);
}

/**
 * hih_card_steps_draw_next:
 *
 * Returns: %FALSE: there was none left
 */
gboolean
hih_card_steps_draw_next (HihCardSteps *self)
{
  HihPhoneView *view = HIH_PHONE_VIEW (self->view);
  const HihStill *still;
  Cell *cell;

  if (self->next >= self->cells->len)
    return FALSE;
  cell = &g_array_index (self->cells, Cell, self->next++);
  still = find_still (self, cell->step);
  if (still == NULL)
    return TRUE;
  hih_phone_view_point_at (view, NULL, NULL, NULL);
  hih_phone_set_state (self->phone, still->state);
  hih_phone_view_finish_transitions (view);
  /* A target has its place only when everything has. */
  hih_offscreen_settle (self->offscreen);
  if (still->step == cell->step && cell->step->target != NULL)
    hih_phone_view_point_at (view, cell->step->target, NULL, NULL);
  hih_phone_view_advance (view);
  hih_offscreen_settle (self->offscreen);
  choose_piece (self, cell);
  cell->picture = hih_offscreen_snapshot (self->offscreen);
  return TRUE;
}

/**
 * hih_card_steps_get_piece:
 * @piece: (out): of the phone, in its pixels
 * @target: (out): in the same
 *
 * Returns: whether there is something to be touched
 */
gboolean
hih_card_steps_get_piece (HihCardSteps *self, graphene_rect_t *piece, graphene_rect_t *target)
{
  const Cell *cell = self->next > 0 ? &g_array_index (self->cells, Cell, self->next - 1) : NULL;

  if (cell == NULL || cell->target.size.width <= 0)
    return FALSE;
  *piece = cell->piece;
  *target = cell->target;
  return TRUE;
}

static const char *
words_of (HihCardSteps *self, HihText *text)
{
  return hih_text_get (text, self->language);
}

static double
draw_head (HihCardSteps *self, cairo_t *cr)
{
  const char *title = words_of (self, hih_lesson_get_title (self->lesson));
  double right = HIH_PAPER_SHORT - MARGIN, room, height, size = 29;

  if (self->name != NULL && *self->name != '\0')
    {
      double width = MIN (hih_paper_measure_width (cr, BODY, HIH_PAPER_BOLD, self->name), 130);
      g_autofree char *drawing = hih_person_drawing (self->picture);

      hih_paper_draw_text (cr, right - width, MARGIN - 1, width + 2, BODY, HIH_PAPER_BOLD, self->name);
      hih_card_draw_picture (cr, drawing, right - width - 44, MARGIN - 6, 38);
      right -= width + 56;
    }
  room = right - MARGIN;
  while (size > BODY && hih_paper_measure_width (cr, size, HIH_PAPER_BOLD, title) > room)
    size -= 1;
  height = hih_paper_draw_text (cr, MARGIN, MARGIN - 8, room, size, HIH_PAPER_BOLD, title);
  hih_paper_set_ink (cr);
  cairo_set_line_width (cr, 1.9);
  cairo_move_to (cr, MARGIN, MARGIN + height - 2);
  cairo_line_to (cr, HIH_PAPER_SHORT - MARGIN, MARGIN + height - 2);
  cairo_stroke (cr);
  return MARGIN + height + 8;
}

static void
draw_number (cairo_t *cr, double x, double y, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  double height = hih_paper_measure_text (cr, NUMBER, 17, HIH_PAPER_BOLD | HIH_PAPER_CENTRE, text);

  hih_paper_set_ink (cr);
  cairo_arc (cr, x + NUMBER / 2, y + NUMBER / 2, NUMBER / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, x, y + (NUMBER - height) / 2);
  {
    g_autoptr (PangoLayout) layout = hih_paper_new_layout (cr, 17, TRUE);

    pango_layout_set_width (layout, (int) (NUMBER * PANGO_SCALE));
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    pango_layout_set_text (layout, text, -1);
    pango_cairo_show_layout (cr, layout);
  }
  cairo_restore (cr);
}

static void
draw_piece (cairo_t *cr, const Cell *cell, double x, double y, double width, double height)
{
  double scale = width / cell->piece.size.width;

  cairo_save (cr);
  hih_paper_round_rectangle (cr, x, y, width, height, 7);
  cairo_clip (cr);
  if (cell->picture != NULL)
    {
      cairo_translate (cr, x, y);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -cell->piece.origin.x, -cell->piece.origin.y);
      gsk_render_node_draw (cell->picture, cr);
    }
  cairo_restore (cr);
  hih_paper_set_ink (cr);
  cairo_set_line_width (cr, FRAME);
  hih_paper_round_rectangle (cr, x, y, width, height, 7);
  cairo_stroke (cr);
}

static const char *
name_step (HihCardSteps *self, const Cell *cell)
{
  return words_of (self, cell->step->title != NULL ? cell->step->title : cell->step->say);
}

/* The steps in rows of two, in what room there is between @y and @bottom. */
static void
draw_steps (HihCardSteps *self, cairo_t *cr, double y, double bottom)
{
  double column = (HIH_PAPER_SHORT - 2 * MARGIN - GAP) / 2, text = column - NUMBER - 8;
  guint n_rows = (self->cells->len + 1) / 2;
  double row = n_rows > 0 ? (bottom - y) / n_rows : 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      const guint at = i / 2;
      double x = MARGIN + (i % 2) * (column + GAP), top = y + at * row, words, height, width;

      draw_number (cr, x, top + 1, i + 1);
      words = hih_paper_draw_text (cr, x + NUMBER + 8, top - 3, text, BODY, HIH_PAPER_BOLD, name_step (self, cell));
      height = MIN (row - words - 8, text * ASPECT);
      width = height / ASPECT;
      if (height > 40)
        draw_piece (cr, cell, x + NUMBER + 8, top + words + 1, width, height);
    }
}

static void
draw_box (cairo_t *cr, double x, double y, double width, double height)
{
  hih_paper_set_ink (cr);
  cairo_set_line_width (cr, 1.5);
  hih_paper_round_rectangle (cr, x, y, width, height, 8);
  cairo_stroke (cr);
}

static const GdkRGBA ink = { 0x1f / 255.0f, 0x1b / 255.0f, 0x16 / 255.0f, 1 };
static const GdkRGBA red = { 0x9b / 255.0f, 0x22 / 255.0f, 0x15 / 255.0f, 1 };

static double
draw_box_title (cairo_t *cr, double x, double y, double width, const char *icon, const char *words)
{
  hih_card_draw_icon (cr, icon, x, y + 5, 19, &ink);
  return hih_paper_draw_text (cr, x + 27, y, width - 27, BODY, HIH_PAPER_BOLD, words) + 1;
}

/* Of the ways without a phone the first that fit. */
static double
measure_ways (HihCardSteps *self, cairo_t *cr, double width, guint *n)
{
  GPtrArray *ways = hih_lesson_get_offline (self->lesson);
  double height = 0;

  for (*n = 0; *n < MIN (ways->len, 3); (*n)++)
    {
      double more = hih_paper_measure_text (cr, width, BODY, HIH_PAPER_PLAIN, words_of (self, ways->pdata[*n]));

      if (*n > 0 && height + more > 124)
        break;
      height += more;
    }
  return height;
}

/* What the home told of its desk, else one line to write on by hand. */
static double
measure_desk (HihCardSteps *self, cairo_t *cr)
{
  double width = HIH_PAPER_SHORT - 2 * MARGIN - 24;

  return hih_paper_measure_text (cr, width, BODY, HIH_PAPER_BOLD, self->desk != NULL ? self->desk : "字") +
         (self->status != NULL ? hih_paper_measure_text (cr, width, BODY, HIH_PAPER_PLAIN, self->status) : 0);
}

static guint
count_family (HihCardSteps *self)
{
  return self->family != NULL ? MIN (g_strv_length (self->family), HIH_FAMILY_MAX) : 0;
}

/* Two a line. */
static guint
count_family_lines (HihCardSteps *self)
{
  return MAX (1, (count_family (self) + 1) / 2);
}

static double
foot_height (HihCardSteps *self, cairo_t *cr, guint *n_ways)
{
  double line = hih_paper_measure_text (cr, 0, BODY, HIH_PAPER_PLAIN, "字");

  return measure_ways (self, cr, HIH_PAPER_SHORT - 2 * MARGIN - 24, n_ways) + line + measure_desk (self, cr) + 22 /* the ways */ +
         count_family_lines (self) * line + 14 /* the family */ + line + 16 /* the warning */ + FOOT + 18;
}

static double
draw_desk (HihCardSteps *self, cairo_t *cr, double y, double width)
{
  double line;

  if (self->desk != NULL)
    return hih_paper_draw_text (cr, MARGIN + 12, y, width - 24, BODY, HIH_PAPER_BOLD, self->desk);
  line = hih_paper_draw_text (cr, MARGIN + 12, y, 0, BODY, HIH_PAPER_PLAIN, _("Telephone of the desk:"));
  hih_paper_set_ink (cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, MARGIN + 18 + hih_paper_measure_width (cr, BODY, HIH_PAPER_PLAIN, _("Telephone of the desk:")), y + line - 5);
  cairo_line_to (cr, MARGIN + width - 18, y + line - 5);
  cairo_stroke (cr);
  return line;
}

static double
draw_ways (HihCardSteps *self, cairo_t *cr, double y, guint n_ways)
{
  GPtrArray *ways = hih_lesson_get_offline (self->lesson);
  double width = HIH_PAPER_SHORT - 2 * MARGIN, top = y;

  y += 6;
  y += draw_box_title (cr, MARGIN + 12, y, width - 24, "heart", _("It also works without a phone"));
  for (guint i = 0; i < n_ways; i++)
    y += hih_paper_draw_text (cr, MARGIN + 12, y, width - 24, BODY, HIH_PAPER_PLAIN, words_of (self, ways->pdata[i]));
  if (self->status != NULL)
    y += hih_paper_draw_text (cr, MARGIN + 12, y, width - 24, BODY, HIH_PAPER_PLAIN, self->status);
  y += draw_desk (self, cr, y, width) + 6;
  draw_box (cr, MARGIN, top, width, y - top);
  return y + 7;
}

/* In one line of @width, smaller if it must be, and short of its end if even that is too long. Returns what it took. */
static double
draw_name (cairo_t *cr, double x, double y, double width, double line, const char *name)
{
  g_autoptr (PangoLayout) layout = NULL;
  double size = BODY;
  int taken, height;

  while (size > 9 && hih_paper_measure_width (cr, size, HIH_PAPER_PLAIN, name) > width)
    size -= 0.5;
  layout = hih_paper_new_layout (cr, size, FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  hih_paper_set_text (layout, name);
  pango_layout_get_size (layout, &taken, &height);
  hih_paper_set_ink (cr);
  cairo_move_to (cr, x, y + (line - height / (double) PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
  return MIN (hih_paper_measure_width (cr, size, HIH_PAPER_PLAIN, name), width);
}

/* The names they know, each with a line to write a number on by hand; without names, the lines. */
static double
draw_family (HihCardSteps *self, cairo_t *cr, double y)
{
  double width = HIH_PAPER_SHORT - 2 * MARGIN, line = hih_paper_measure_text (cr, 0, BODY, HIH_PAPER_PLAIN, "字");
  double x = MARGIN + 27 + 12 + hih_paper_measure_width (cr, BODY, HIH_PAPER_BOLD, _("My family")) + 12;
  guint n = count_family (self), n_lines = count_family_lines (self);
  double each = (MARGIN + width - 12 - x) / 2;

  draw_box (cr, MARGIN, y, width, n_lines * line + 8);
  draw_box_title (cr, MARGIN + 12, y + 3, width - 24, "people", _("My family"));
  for (guint i = 0; i < 2 * n_lines; i++)
    {
      const guint at_line = i / 2;
      double at = x + (i % 2) * each, top = y + at_line * line, used = 0;

      if (i < n)
        used = draw_name (cr, at, top + 3, each - 60, line, self->family[i]) + 6;
      hih_paper_set_ink (cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, at + used, top + line - 1);
      cairo_line_to (cr, at + each - 14, top + line - 1);
      cairo_stroke (cr);
    }
  return y + n_lines * line + 15;
}

static void
draw_warning (cairo_t *cr, double y)
{
  g_autoptr (PangoLayout) layout = hih_paper_new_layout (cr, BODY, TRUE);
  const char *words = _("Codes and passwords: give them to nobody. Hang up first, then ask your family.");
  double width = HIH_PAPER_SHORT - 2 * MARGIN, height = hih_paper_measure_text (cr, 0, BODY, HIH_PAPER_BOLD, "字") + 8;
  double size = BODY;

  gdk_cairo_set_source_rgba (cr, &red);
  cairo_set_line_width (cr, 1.9);
  hih_paper_round_rectangle (cr, MARGIN, y, width, height, 8);
  cairo_stroke (cr);
  hih_card_draw_icon (cr, "shield", MARGIN + 12, y + height / 2 - 11, 22, &red);
  /* One line whatever the language. */
  while (size > 9 && hih_paper_measure_width (cr, size, HIH_PAPER_BOLD, words) > width - 56)
    size -= 0.5;
  g_object_unref (layout);
  layout = hih_paper_new_layout (cr, size, TRUE);
  hih_paper_set_text (layout, words);
  gdk_cairo_set_source_rgba (cr, &red);
  cairo_move_to (cr, MARGIN + 44, y + (height - hih_paper_measure_text (cr, 0, size, HIH_PAPER_BOLD, words)) / 2);
  pango_cairo_show_layout (cr, layout);
}

/**
 * hih_card_steps_draw:
 *
 * Onto a whole sheet, in points from its corner.
 */
void
hih_card_steps_draw (HihCardSteps *self, cairo_t *cr)
{
  g_autofree char *place = self->home != NULL && *self->home != '\0' ? g_strdup_printf ("%s · %s", _("Hand in Hand"), self->home)
                                                                     : g_strdup (_("Hand in Hand"));
  g_autofree char *day = hih_paper_dup_day (0);
  double width = HIH_PAPER_SHORT - 2 * MARGIN, y;
  guint n_ways;
  double foot = HIH_PAPER_LONG - MARGIN + 10 - foot_height (self, cr, &n_ways);

  y = draw_head (self, cr);
  draw_steps (self, cr, y, foot);
  y = draw_ways (self, cr, foot, n_ways);
  y = draw_family (self, cr, y);
  draw_warning (cr, y);
  y = HIH_PAPER_LONG - MARGIN - 6;
  hih_paper_draw_text (cr, MARGIN, y, width, 12, HIH_PAPER_SOFT, place);
  hih_paper_draw_text (cr, MARGIN, y, width, 12, HIH_PAPER_SOFT | HIH_PAPER_RIGHT, day);
}
