/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on paper. The fonts are the system's, looked for once a thread by Pango. */
#include "config.h"

#include "hih-paper.h"

#include "hih-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
hih_paper_set_ink (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0x1f / 255.0, 0x1b / 255.0, 0x16 / 255.0);
}

void
hih_paper_set_soft (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0x4a / 255.0, 0x44 / 255.0, 0x3b / 255.0);
}

void
hih_paper_set_hairline (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0xdd / 255.0, 0xd5 / 255.0, 0xc6 / 255.0);
}

/**
 * hih_paper_new_layout:
 * @size: of the letters, in points
 *
 * Returns: (transfer full): a layout without text
 */
PangoLayout *
hih_paper_new_layout (cairo_t *cr, double size, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (HIH_PAPER_FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
}

/* Neighbours differ, or Pango would make one word of them. */
static void
insert_words (PangoAttrList *attributes, const char *text)
{
  int n = 0;

  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      const char *mark = strstr (at, "；");
      PangoAttribute *word = pango_attr_word_new ();

      end = mark != NULL ? mark + strlen ("；") : at + strlen (at);
      ((PangoAttrInt *) word)->value = 1 + n++ % 2;
      word->start_index = (guint) (at - text);
      word->end_index = (guint) (end - text);
      pango_attr_list_insert (attributes, word);
    }
}

/**
 * hih_paper_set_text:
 *
 * Instead of pango_layout_set_text(): Chinese marks side by side stand near together.
 */
void
hih_paper_set_text (PangoLayout *layout, const char *text)
{
  pango_layout_set_text (layout, text, -1);
  hih_marks_keep (layout);
}

static PangoLayout *
new_text (cairo_t *cr, double width, double size, HihPaperStyle style, const char *text)
{
  PangoLayout *layout = hih_paper_new_layout (cr, size, (style & HIH_PAPER_BOLD) != 0);

  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if ((style & HIH_PAPER_CENTRE) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if ((style & HIH_PAPER_RIGHT) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  hih_paper_set_text (layout, text);
  if ((style & HIH_PAPER_LIST) != 0 && strstr (text, "；") != NULL)
    insert_words (pango_layout_get_attributes (layout), text);
  return layout;
}

double
hih_paper_measure_text (cairo_t *cr, double width, double size, HihPaperStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = new_text (cr, width, size, style, text);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

double
hih_paper_measure_width (cairo_t *cr, double size, HihPaperStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = new_text (cr, 0, size, style, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * hih_paper_draw_text:
 * @width: in points; 0: as wide as it likes
 * @size: of the letters, in points
 *
 * Returns: its height in points
 */
double
hih_paper_draw_text (cairo_t *cr, double x, double y, double width, double size, HihPaperStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = new_text (cr, width, size, style, text);
  int height;

  if ((style & HIH_PAPER_SOFT) != 0)
    hih_paper_set_soft (cr);
  else
    hih_paper_set_ink (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
hih_paper_round_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * hih_paper_dup_day:
 * @at_ms: ms UTC; 0: today
 *
 * Returns: (transfer full): the day in the local time zone
 */
char *
hih_paper_dup_day (gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms != 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : g_date_time_new_now_local ();

  /* translators: a day as people write it, for g_date_time_format() */
  return at != NULL ? g_date_time_format (at, C_ ("day", "%Y-%m-%d")) : g_strdup ("");
}
