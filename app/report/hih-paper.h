/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on paper: A4 in points (1/72 inch), words in the system's Chinese sans, ink that reads in black and white. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define HIH_PAPER_SHORT 595.28 /* 210 mm */
#define HIH_PAPER_LONG 841.89  /* 297 mm */
#define HIH_PAPER_FONT "Noto Sans CJK SC"

typedef enum
{
  HIH_PAPER_PLAIN = 0,
  HIH_PAPER_BOLD = 1 << 0,
  HIH_PAPER_CENTRE = 1 << 1,
  HIH_PAPER_RIGHT = 1 << 2,
  HIH_PAPER_SOFT = 1 << 3, /* soft ink */
  HIH_PAPER_LIST = 1 << 4, /* a list with ； between: what stands in it is torn only where a line has no room for it */
} HihPaperStyle;

/* Draws @text, wrapped to @width, with its top left corner there; @size in points. Returns its height. Any thread that
 * owns @cr. */
double hih_paper_draw_text (cairo_t *cr, double x, double y, double width, double size, HihPaperStyle style,
                            const char *text);
/* The height it would take. */
double hih_paper_measure_text (cairo_t *cr, double width, double size, HihPaperStyle style, const char *text);
/* How wide it is in one line. */
double hih_paper_measure_width (cairo_t *cr, double size, HihPaperStyle style, const char *text);
/* The colours of look/: ink, soft ink, hairline. */
void hih_paper_set_ink (cairo_t *cr);
void hih_paper_set_soft (cairo_t *cr);
void hih_paper_set_hairline (cairo_t *cr);
/* A path with round corners. */
void hih_paper_round_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius);
/* (transfer full): a layout with that font, for whoever draws many texts of one kind. */
PangoLayout *hih_paper_new_layout (cairo_t *cr, double size, gboolean bold);
/* What such a layout says. */
void hih_paper_set_text (PangoLayout *layout, const char *text);
/* Today, or that day, as people write it: 2026年11月23日. (transfer full) */
char *hih_paper_dup_day (gint64 at_ms);

G_END_DECLS
