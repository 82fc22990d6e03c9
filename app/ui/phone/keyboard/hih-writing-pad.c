/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ink is kept in the square of 1024, so that it stays where it was written when the phone grows. */
#include "config.h"

#include "hih-writing-pad.h"

#include "hih-element-view.h"

#include <glib/gi18n.h>

#define INK_WIDTH 10.0
#define MARGIN 0.06f
#define SHORTEST 2.0f /* between two points that are kept, in the square */

struct _HihWritingPad
{
  GtkWidget parent_instance;

  HihInk *ink;
  gboolean down;
  gboolean missed;
  GtkWidget *hint;
};

enum
{
  WRITTEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihWritingPad, hih_writing_pad, GTK_TYPE_WIDGET)

/* The largest square in the middle of the pad. */
static graphene_rect_t
get_square (HihWritingPad *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float side = MAX (1, MIN (width, height) * (1 - 2 * MARGIN));

  return GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side);
}

/**
 * hih_writing_pad_place:
 */
graphene_point_t
hih_writing_pad_place (HihWritingPad *self, const HihInkPoint *point)
{
  graphene_rect_t square;

  g_return_val_if_fail (HIH_IS_WRITING_PAD (self), GRAPHENE_POINT_INIT (0, 0));
  square = get_square (self);
  return GRAPHENE_POINT_INIT (square.origin.x + point->x / HIH_INK_SIZE * square.size.width,
                              square.origin.y + point->y / HIH_INK_SIZE * square.size.height);
}

static HihInkPoint
find_point (HihWritingPad *self, double x, double y)
{
  graphene_rect_t square = get_square (self);
  float at_x = CLAMP ((float) x, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)));
  float at_y = CLAMP ((float) y, 0, (float) gtk_widget_get_height (GTK_WIDGET (self)));

  return (HihInkPoint) { (at_x - square.origin.x) / square.size.width * HIH_INK_SIZE,
                         (at_y - square.origin.y) / square.size.height * HIH_INK_SIZE };
}

static void
draw_guides (cairo_t *cr, double width, double height)
{
  const double dashes[] = { 8, 7 };

  cairo_set_source_rgb (cr, 0.79, 0.75, 0.67);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, 0, height / 2);
  cairo_line_to (cr, width, height / 2);
  cairo_move_to (cr, width / 2, 0);
  cairo_line_to (cr, width / 2, height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_ink (HihWritingPad *self, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.11, 0.31, 0.55);
  cairo_set_line_width (cr, INK_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < hih_ink_get_n_strokes (self->ink); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (self->ink, i, &n);

      for (guint k = 0; k < n; k++)
        {
          graphene_point_t at = hih_writing_pad_place (self, &points[k]);

          cairo_line_to (cr, (double) at.x, (double) at.y);
        }
      /* A dot is a stroke too. */
      if (n == 1)
        cairo_rel_line_to (cr, 0, 0.1);
      cairo_stroke (cr);
    }
}

static void
hih_writing_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihWritingPad *self = HIH_WRITING_PAD (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_guides (cr, (double) width, (double) height);
  draw_ink (self, cr);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->hint, snapshot);
}

static void
hih_writing_pad_dispose (GObject *object)
{
  g_clear_pointer (&HIH_WRITING_PAD (object)->hint, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_writing_pad_parent_class)->dispose (object);
}

static void
hih_writing_pad_finalize (GObject *object)
{
  hih_ink_free (HIH_WRITING_PAD (object)->ink);
  G_OBJECT_CLASS (hih_writing_pad_parent_class)->finalize (object);
}

static void
hih_writing_pad_class_init (HihWritingPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_writing_pad_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_writing_pad_finalize;
  widget_class->snapshot = hih_writing_pad_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "writing-pad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[WRITTEN] = g_signal_new ("written", HIH_TYPE_WRITING_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
say_hint (HihWritingPad *self)
{
  gtk_label_set_label (GTK_LABEL (self->hint), self->missed ? _("Not found? Wipe it and write again, or tap Pinyin.")
                                                            : _("Write with your finger"));
}

static void
hih_writing_pad_init (HihWritingPad *self)
{
  self->ink = hih_ink_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->hint = hih_element_view_new_label ("pad-hint");
  say_hint (self);
  gtk_label_set_justify (GTK_LABEL (self->hint), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  hih_element_view_set_name (GTK_WIDGET (self), _("Square to write in"), NULL);
}

/**
 * hih_writing_pad_new:
 *
 * Returns: (transfer floating): an empty pad
 */
GtkWidget *
hih_writing_pad_new (void)
{
  return g_object_new (HIH_TYPE_WRITING_PAD, NULL);
}

static void
changed (HihWritingPad *self)
{
  if (self->missed)
    {
      self->missed = FALSE;
      say_hint (self);
    }
  gtk_widget_set_visible (self->hint, hih_ink_get_n_strokes (self->ink) == 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_writing_pad_begin:
 */
void
hih_writing_pad_begin (HihWritingPad *self, double x, double y)
{
  HihInkPoint point;

  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  point = find_point (self, x, y);
  self->down = TRUE;
  hih_ink_begin_stroke (self->ink);
  hih_ink_add_point (self->ink, point.x, point.y);
  changed (self);
}

/**
 * hih_writing_pad_follow:
 */
void
hih_writing_pad_follow (HihWritingPad *self, double x, double y)
{
  HihInkPoint point, *last;
  guint n;

  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  if (!self->down)
    return;
  point = find_point (self, x, y);
  last = hih_ink_get_stroke (self->ink, hih_ink_get_n_strokes (self->ink) - 1, &n);
  if (ABS (last[n - 1].x - point.x) + ABS (last[n - 1].y - point.y) < SHORTEST)
    return;
  hih_ink_add_point (self->ink, point.x, point.y);
  changed (self);
}

/**
 * hih_writing_pad_lift:
 */
void
hih_writing_pad_lift (HihWritingPad *self)
{
  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  if (!self->down)
    return;
  self->down = FALSE;
  g_signal_emit (self, signals[WRITTEN], 0);
}

/**
 * hih_writing_pad_clear:
 */
void
hih_writing_pad_clear (HihWritingPad *self)
{
  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  self->down = FALSE;
  hih_ink_clear (self->ink);
  changed (self);
}

/**
 * hih_writing_pad_tell_missed:
 */
void
hih_writing_pad_tell_missed (HihWritingPad *self)
{
  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  if (self->down || hih_ink_get_n_strokes (self->ink) == 0)
    return;
  self->missed = TRUE;
  say_hint (self);
  gtk_widget_set_visible (self->hint, TRUE);
}

/**
 * hih_writing_pad_is_missed:
 *
 * Returns: whether it says so
 */
gboolean
hih_writing_pad_is_missed (HihWritingPad *self)
{
  g_return_val_if_fail (HIH_IS_WRITING_PAD (self), FALSE);
  return self->missed;
}

/**
 * hih_writing_pad_get_ink:
 *
 * Returns: (transfer none): what stands on it
 */
const HihInk *
hih_writing_pad_get_ink (HihWritingPad *self)
{
  g_return_val_if_fail (HIH_IS_WRITING_PAD (self), NULL);
  return self->ink;
}

/**
 * hih_writing_pad_show_ink:
 */
void
hih_writing_pad_show_ink (HihWritingPad *self, const HihInk *ink)
{
  g_return_if_fail (HIH_IS_WRITING_PAD (self));
  hih_ink_free (self->ink);
  self->ink = hih_ink_copy (ink);
  self->down = FALSE;
  changed (self);
}
