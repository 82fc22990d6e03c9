/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One still after the other stands on three phones, one a layout, that are drawn into the cells of the sheet. What is
 * written over them has as many lines as it needs, and a row is as high as its longest. A page of paper has two cells in a
 * row; a picture has as many as give it the shape of a sheet that lies before one, however long the lesson is. */
#include "config.h"

#include "hih-sheet.h"

#include "hih-drawn.h"
#include "hih-phone-row.h"
#include "hih-words.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#define PHONE_WIDTH 224 /* with its frame: a little over half of its real size */
#define PHONE_HEIGHT 474
#define GAP 24
#define CELL_WIDTH (HIH_N_LAYOUTS * PHONE_WIDTH + GAP)
#define CAPTION_GAP 4
#define PLACE_HEIGHT 34 /* and what is below it */
#define CAPTION_FONT "Bold 20px"
#define HEAD_HEIGHT 72
#define COLUMNS_ON_PAPER 2
#define STEP_MS 8000 /* from one picture to the next: about what a step takes */
#define MOST_PIXELS 32000 /* cairo draws no picture higher than 32767 */
#define A4_WIDTH 595.0  /* points */
#define A4_HEIGHT 842.0

typedef struct
{
  HihLesson *lesson;
  const char *language;
  HihPhoneRow *phones; /* owned */
  PangoContext *pango; /* owned */
  guint columns;
  GArray *captions; /* (element-type int) owned: how high the longest of each row is */
  cairo_t *cr;
} Sheet;

/* The same letters, whose quotation marks are as wide as a Chinese character in one and as a Latin letter in the other. */
static const char *
get_family (const char *language)
{
  return g_str_has_prefix (language, "zh") ? "Noto Sans CJK SC" : "Noto Sans CJK KR";
}

static PangoLayout *
lay_out (Sheet *self, const char *words, int width, const char *font)
{
  PangoLayout *text = pango_layout_new (self->pango);
  g_autofree char *whole = g_strconcat (get_family (self->language), " ", font, NULL);
  PangoFontDescription *description = pango_font_description_from_string (whole);

  pango_layout_set_font_description (text, description);
  pango_layout_set_text (text, words, -1);
  hih_words_keep_marks (text);
  pango_layout_set_width (text, width * PANGO_SCALE);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (description);
  return text;
}

static int
get_width (Sheet *self)
{
  return (int) self->columns * CELL_WIDTH + GAP;
}

/* A colour of the program round the phones; without one: @fallback, as it is by day. */
static void
set_source (Sheet *self, const char *name, const char *fallback)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (hih_phone_row_get_widget (self->phones)), name, &color))
    gdk_rgba_parse (&color, fallback);
  gdk_cairo_set_source_rgba (self->cr, &color);
}

static void
draw_words (Sheet *self, const char *words, double x, double y, int width, const char *font)
{
  g_autoptr (PangoLayout) text = lay_out (self, words, width, font);

  set_source (self, "hih_ink", "#1f1b16");
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, text);
}

static void
draw_head (Sheet *self)
{
  set_source (self, "hih_paper", "#faf6ee");
  cairo_paint (self->cr);
  draw_words (self, hih_text_get (hih_lesson_get_title (self->lesson), self->language), GAP, 16,
              get_width (self) - 2 * GAP,
              "Bold 30px");
}

/* @still does not show what is to be done but something else about its step. */
static const char *
get_sign (const HihStill *still)
{
  if (still->slip != NULL)
    return "✗ ";
  if (still->writes)
    return "✎ ";
  return still->begins ? "" : "→ "; /* what comes of it */
}

/* What is shown, and which other steps begin on the very same picture. */
static char *
dup_caption (Sheet *self, const HihStill *still, guint number)
{
  GString *caption = g_string_new (NULL);
  HihText *text = still->slip != NULL ? still->slip : still->step->title;
  g_autofree char *title = g_strconcat (get_sign (still), hih_text_get (text, self->language), NULL);

  g_string_append_printf (caption, still->trap != NULL ? _("%u  Surprise: %s") : "%u  %s", number, title);
  for (guint i = 0; i < still->also->len; i++)
    {
      const HihStep *step = still->also->pdata[i];
      const HihStep *before = i > 0 ? still->also->pdata[i - 1] : still->step;

      if (g_strcmp0 (hih_text_get (step->title, self->language), hih_text_get (before->title, self->language)) == 0)
        continue;
      g_string_append_printf (caption, " · %s", hih_text_get (step->title, self->language));
    }
  return g_string_free (caption, FALSE);
}

/* Each row's longest caption. */
static void
measure_captions (Sheet *self, GPtrArray *stills)
{
  g_array_set_size (self->captions, 0);
  for (guint i = 0; i < stills->len; i++)
    {
      g_autofree char *caption = dup_caption (self, stills->pdata[i], i + 1);
      g_autoptr (PangoLayout) text = lay_out (self, caption, CELL_WIDTH - GAP, CAPTION_FONT);
      int height, *highest;

      pango_layout_get_pixel_size (text, NULL, &height);
      if (i / self->columns >= self->captions->len)
        g_array_set_size (self->captions, i / self->columns + 1);
      highest = &g_array_index (self->captions, int, i / self->columns);
      *highest = MAX (*highest, height);
    }
}

static int
get_row_height (Sheet *self, guint row)
{
  return g_array_index (self->captions, int, row) + CAPTION_GAP + PLACE_HEIGHT + PHONE_HEIGHT + GAP;
}

static void
draw_still (Sheet *self, const HihStill *still, guint number, double x, double y, int caption_height)
{
  g_autofree char *caption = dup_caption (self, still, number);
  gboolean touches = (still->begins || still->writes) && still->step->target != NULL;
  g_autofree char *place = g_strdup_printf ("%s%s%s%s%s", still->trap != NULL ? still->trap->id : "",
                                            still->trap != NULL ? "  ·  " : "", hih_phone_state_get_screen (still->state),
                                            touches ? "  →  " : "",
                                            touches ? still->step->target : "");
  GskRenderNode *node;

  if (number > 1)
    hih_phone_row_pass (self->phones, STEP_MS);
  hih_phone_row_show (self->phones, still, self->language, TRUE);
  node = hih_phone_row_snapshot (self->phones);
  draw_words (self, caption, x, y, CELL_WIDTH - GAP, CAPTION_FONT);
  y += caption_height;
  draw_words (self, place, x, y + CAPTION_GAP, CELL_WIDTH - GAP, "16px");
  if (node == NULL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y + CAPTION_GAP + PLACE_HEIGHT);
  gsk_render_node_draw (node, self->cr);
  cairo_restore (self->cr);
  gsk_render_node_unref (node);
}

static void
draw_row (Sheet *self, GPtrArray *stills, guint row, double y)
{
  for (guint column = 0; column < self->columns; column++)
    {
      guint index = row * self->columns + column;

      if (index < stills->len)
        draw_still (self, stills->pdata[index], index + 1, GAP + column * CELL_WIDTH, y,
                    g_array_index (self->captions, int, row));
    }
}

static void
begin_page (Sheet *self, gboolean is_first)
{
  if (!is_first)
    {
      cairo_restore (self->cr);
      cairo_show_page (self->cr);
    }
  cairo_save (self->cr);
  cairo_scale (self->cr, A4_WIDTH / get_width (self), A4_WIDTH / get_width (self));
  draw_head (self);
}

static gboolean
draw_pages (Sheet *self, GPtrArray *stills, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (hih_drawn_append, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_status_t status;
  double page_height = A4_HEIGHT / A4_WIDTH * get_width (self);
  double y = HEAD_HEIGHT;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  hih_text_get (hih_lesson_get_title (self->lesson), self->language));
  self->cr = cairo_create (surface);
  for (guint row = 0; row < self->captions->len; row++)
    {
      if (row == 0 || y + get_row_height (self, row) > page_height)
        {
          begin_page (self, row == 0);
          y = HEAD_HEIGHT;
        }
      draw_row (self, stills, row, y);
      y += get_row_height (self, row);
    }
  status = cairo_status (self->cr);
  cairo_destroy (self->cr);
  return hih_drawn_put_pages (surface, status, bytes, path, error);
}

/* As many columns as make the picture most like A4 on its side. */
static void
choose_columns (Sheet *self, GPtrArray *stills)
{
  double shape = log (A4_HEIGHT / A4_WIDTH), best = G_MAXDOUBLE;
  guint chosen = 1;

  for (guint columns = 1; columns <= MAX (1, stills->len) && columns * CELL_WIDTH + GAP <= MOST_PIXELS; columns++)
    {
      guint n_rows = (stills->len + columns - 1) / columns;
      double height = HEAD_HEIGHT + n_rows * (double) (PLACE_HEIGHT + PHONE_HEIGHT + GAP + CAPTION_GAP);
      double difference = fabs (log ((columns * CELL_WIDTH + GAP) / height) - shape);

      if (difference < best)
        {
          best = difference;
          chosen = columns;
        }
    }
  self->columns = chosen;
}

static gboolean
draw_picture (Sheet *self, GPtrArray *stills, const char *path, GError **error)
{
  int height = HEAD_HEIGHT;
  guint n_rows = 0;
  cairo_surface_t *surface;
  gboolean put;

  while (n_rows < self->captions->len && height + get_row_height (self, n_rows) <= MOST_PIXELS)
    height += get_row_height (self, n_rows++);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, get_width (self), height);
  self->cr = cairo_create (surface);
  draw_head (self);
  height = HEAD_HEIGHT;
  for (guint row = 0; row < n_rows; height += get_row_height (self, row++))
    draw_row (self, stills, row, height);
  cairo_destroy (self->cr);
  put = hih_drawn_put_picture (surface, path, error);
  cairo_surface_destroy (surface);
  return put;
}

/**
 * hih_sheet_make:
 * @language: of every word on the sheet
 * @text_size: of the words on the phones, 1 … HIH_PHONE_STYLE_SIZES; 0: as the lesson has them
 * @theme: (nullable): of the program round the phones: light, dark or high-contrast
 * @path: FILE.png or FILE.pdf
 *
 * Returns: whether it was written
 */
gboolean
hih_sheet_make (HihLesson *lesson, const char *language, guint text_size, const char *theme, const char *path, GError **error)
{
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  Sheet sheet = { .lesson = lesson, .language = language, .columns = COLUMNS_ON_PAPER };
  gboolean is_pdf = g_str_has_suffix (path, ".pdf");
  gboolean put;

  if (!is_pdf && !g_str_has_suffix (path, ".png"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "studio: sheet %s: the name must end in .png or .pdf", path);
      return FALSE;
    }
  sheet.phones = hih_phone_row_new (hih_lesson_get_apps (lesson), PHONE_WIDTH, PHONE_HEIGHT);
  hih_phone_row_set_text_size (sheet.phones, text_size);
  if (theme != NULL)
    hih_phone_row_set_theme (sheet.phones, theme);
  sheet.pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  sheet.captions = g_array_new (FALSE, TRUE, sizeof (int));
  if (!is_pdf)
    choose_columns (&sheet, stills);
  measure_captions (&sheet, stills);
  put = is_pdf ? draw_pages (&sheet, stills, path, error) : draw_picture (&sheet, stills, path, error);
  g_array_unref (sheet.captions);
  g_object_unref (sheet.pango);
  hih_phone_row_free (sheet.phones);
  return put;
}
