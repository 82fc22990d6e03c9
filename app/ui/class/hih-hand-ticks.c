/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decoration, told to nobody: drawn, since a room of sixty would be sixty widgets. */
#include "config.h"

#include "hih-hand-ticks.h"

#define GAP_SHARE 0.2f /* of a tick */
#define ONE_ROW 0.8f   /* of the height, of a few; the row is never longer than this many heights */
#define MOST_LONG 6.6f
#define MOST 60        /* more of them nobody counts */

struct _HihHandTicks
{
  GtkWidget parent_instance;

  guint n_ready;
  guint n;
  int height;
};

G_DEFINE_FINAL_TYPE (HihHandTicks, hih_hand_ticks, GTK_TYPE_WIDGET)

static guint
count_rows (HihHandTicks *self)
{
  return self->n <= 10 ? 1 : self->n <= 30 ? 2 : 3;
}

static guint
count_columns (HihHandTicks *self)
{
  return (self->n + count_rows (self) - 1) / count_rows (self);
}

/* From the beginning of one tick to that of the next, px, when there is width enough. */
static float
get_step (HihHandTicks *self)
{
  guint rows = count_rows (self);
  float height = (float) self->height;

  if (rows == 1)
    return MIN (height * ONE_ROW * (1 + GAP_SHARE), height * MOST_LONG / (float) MAX (1, self->n));
  return height / ((float) rows - GAP_SHARE / (1 + GAP_SHARE));
}

static void
draw_tick (cairo_t *cr, double x, double y, double size, gboolean ready)
{
  const GdkRGBA disc = { 0.498f, 0.878f, 0.706f, 1 }, check = { 0.024f, 0.078f, 0.051f, 1 }, ring = { 0.725f, 0.694f, 0.635f, 1 };
  double line = MAX (1.5, size / 14);

  cairo_arc (cr, x + size / 2, y + size / 2, size / 2 - (ready ? 0 : line / 2), 0, 2 * G_PI);
  if (!ready)
    {
      gdk_cairo_set_source_rgba (cr, &ring);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
      return;
    }
  gdk_cairo_set_source_rgba (cr, &disc);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &check);
  cairo_set_line_width (cr, line * 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + size * 0.28, y + size * 0.52);
  cairo_line_to (cr, x + size * 0.44, y + size * 0.67);
  cairo_line_to (cr, x + size * 0.72, y + size * 0.36);
  cairo_stroke (cr);
}

static void
hih_hand_ticks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihHandTicks *self = HIH_HAND_TICKS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint columns = count_columns (self), rows = count_rows (self);
  float step, tick, top;
  cairo_t *cr;

  if (self->n == 0)
    return;
  step = MIN (get_step (self), (float) width / ((float) columns - GAP_SHARE));
  tick = step / (1 + GAP_SHARE);
  top = ((float) height - (float) rows * step + tick * GAP_SHARE) / 2;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < self->n; i++)
    {
      guint row = i / columns, column = i % columns;

      draw_tick (cr, (float) column * step, top + (float) row * step, tick, i < self->n_ready);
    }
  cairo_destroy (cr);
}

static void
hih_hand_ticks_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HihHandTicks *self = HIH_HAND_TICKS (widget);

  *minimum = *natural = self->height;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, (int) (get_step (self) * (float) count_columns (self) + 0.999f));
}

static void
hih_hand_ticks_class_init (HihHandTicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hih_hand_ticks_snapshot;
  widget_class->measure = hih_hand_ticks_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_hand_ticks_init (HihHandTicks *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * hih_hand_ticks_new:
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
hih_hand_ticks_new (void)
{
  return g_object_new (HIH_TYPE_HAND_TICKS, NULL);
}

/**
 * hih_hand_ticks_set:
 * @n: how many are here; of more than sixty only the words tell
 */
void
hih_hand_ticks_set (HihHandTicks *self, guint n_ready, guint n)
{
  g_return_if_fail (HIH_IS_HAND_TICKS (self));
  self->n_ready = n_ready;
  self->n = n;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 && n <= MOST);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_hand_ticks_set_height:
 * @height: px of all rows together
 */
void
hih_hand_ticks_set_height (HihHandTicks *self, int height)
{
  g_return_if_fail (HIH_IS_HAND_TICKS (self));
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
