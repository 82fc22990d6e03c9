/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart: a row a step, a bar a run, and under each column its day. The higher the bar the more help; a ring means none was needed. Each bar has its
 * number, so that nothing hangs on colour. */
#include "config.h"

#include "hih-fading.h"

#include <glib/gi18n.h>

#define ROW 40
#define BAR 26
#define PAD 4
#define DAY_GAP 8

#define HIH_TYPE_FADING_CHART (hih_fading_chart_get_type ())
G_DECLARE_FINAL_TYPE (HihFadingChart, hih_fading_chart, HIH, FADING_CHART, GtkWidget)

struct _HihFadingChart
{
  GtkWidget parent_instance;

  guint n_steps, n_runs;
  int *levels; /* as of HihFading */
  char *days[HIH_FADING_RUNS];
};

G_DEFINE_FINAL_TYPE (HihFadingChart, hih_fading_chart, GTK_TYPE_WIDGET)

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  return color;
}

/* @y: the middle of the line. Returns where the words end. */
static float
draw_words (GtkWidget *widget, GtkSnapshot *snapshot, const char *words, float x, float y, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y - (float) height / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return x + (float) width;
}

static void
draw_number (GtkWidget *widget, GtkSnapshot *snapshot, int number, float x, float y, const GdkRGBA *color)
{
  g_autofree char *words = g_strdup_printf ("%d", number);

  draw_words (widget, snapshot, words, x, y, color);
}

static int
measure_words (GtkWidget *widget, const char *words, GtkOrientation orientation)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
draw_bar (GtkWidget *widget, GtkSnapshot *snapshot, int level, float x, float y)
{
  GdkRGBA ink = look_up (widget, "hih_ink"), blue = look_up (widget, "hih_blue"), green = look_up (widget, "hih_green");
  float height = level > 0 ? (float) level * (ROW - 2 * PAD) / 4 : 12;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y + ROW - PAD - height, level > 0 ? BAR : 12, height);
  const GdkRGBA *color = level > 0 ? &blue : &green;
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  const float widths[] = { 3, 3, 3, 3 };
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &rect, level > 0 ? 3 : 6);
  if (level > 0)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, color, &rect);
      gtk_snapshot_pop (snapshot);
    }
  else
    gtk_snapshot_append_border (snapshot, &shape, widths, colors);
  draw_number (widget, snapshot, level, x + BAR + 5, y + ROW / 2.0F, &ink);
}

/* How wide the step's number is, and a run. */
static void
measure_columns (HihFadingChart *self, int width, float *first, float *run)
{
  *first = (float) measure_words (GTK_WIDGET (self), "88 ", GTK_ORIENTATION_HORIZONTAL) + 8;
  *run = ((float) width - *first) / (float) MAX (self->n_runs, 1);
  *run = MIN (*run, 120);
}

static int
get_days_height (HihFadingChart *self)
{
  return self->n_runs > 0 ? measure_words (GTK_WIDGET (self), self->days[0], GTK_ORIENTATION_VERTICAL) + DAY_GAP : 0;
}

/* Under the columns. A day that would run into the one before it is left out; the table has them all. */
static void
draw_days (HihFadingChart *self, GtkSnapshot *snapshot, float first, float run_width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA soft = look_up (widget, "hih_soft");
  float y = (float) self->n_steps * ROW + (float) get_days_height (self) / 2, end = 0;

  for (guint run = 0; run < self->n_runs; run++)
    {
      float x = first + (float) run * run_width + 4;
      float width = (float) measure_words (widget, self->days[run], GTK_ORIENTATION_HORIZONTAL);

      if (x >= end && x + width <= (float) gtk_widget_get_width (widget))
        end = draw_words (widget, snapshot, self->days[run], x, y, &soft) + DAY_GAP;
    }
}

static void
hih_fading_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihFadingChart *self = HIH_FADING_CHART (widget);
  GdkRGBA hairline = look_up (widget, "hih_hairline"), ink = look_up (widget, "hih_ink");
  int width = gtk_widget_get_width (widget);
  float first, run_width;

  measure_columns (self, width, &first, &run_width);
  for (guint i = 0; i < self->n_steps; i++)
    {
      float y = (float) i * ROW;

      draw_number (widget, snapshot, (int) i + 1, 2, y + ROW / 2.0F, &ink);
      gtk_snapshot_append_color (snapshot, &hairline, &GRAPHENE_RECT_INIT (first, y + ROW - 2, run_width * (float) self->n_runs, 2));
      for (guint run = 0; run < self->n_runs; run++)
        {
          int level = self->levels[i * HIH_FADING_RUNS + run];

          if (level >= 0)
            draw_bar (widget, snapshot, level, first + (float) run * run_width + 4, y);
        }
    }
  draw_days (self, snapshot, first, run_width);
}

static void
hih_fading_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  HihFadingChart *self = HIH_FADING_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60 + (int) self->n_runs * (BAR + 24);
      *natural = 60;
      for (guint run = 0; run < self->n_runs; run++)
        *natural += MAX (80, measure_words (widget, self->days[run], orientation) + DAY_GAP);
    }
  else
    *minimum = *natural = (int) self->n_steps * ROW + get_days_height (self);
}

static void
hih_fading_chart_finalize (GObject *object)
{
  HihFadingChart *self = HIH_FADING_CHART (object);

  g_free (self->levels);
  for (guint run = 0; run < HIH_FADING_RUNS; run++)
    g_free (self->days[run]);
  G_OBJECT_CLASS (hih_fading_chart_parent_class)->finalize (object);
}

static void
hih_fading_chart_class_init (HihFadingChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_fading_chart_finalize;
  widget_class->snapshot = hih_fading_chart_snapshot;
  widget_class->measure = hih_fading_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hih_fading_chart_init (HihFadingChart *self)
{
}

/* The whole chart in one sentence. */
static char *
dup_words (const HihFading *fading, HihLesson *lesson, const char *language)
{
  GString *words = g_string_new (_("How much help each step took, run by run: 0 none, 4 done for them."));

  for (guint i = 0; i < fading->n_steps; i++)
    {
      g_string_append_printf (words, " %u %s:", i + 1, hih_text_get (hih_lesson_get_step (lesson, i)->title, language));
      for (guint run = 0; run < fading->n_runs; run++)
        {
          int level = hih_fading_get (fading, i, run);

          if (level >= 0)
            g_string_append_printf (words, " %d", level);
          else
            g_string_append (words, " –");
        }
      g_string_append_c (words, ';');
    }
  return g_string_free (words, FALSE);
}

GtkWidget *
hih_fading_chart_new (const HihFading *fading, HihLesson *lesson, const char *language)
{
  HihFadingChart *self = g_object_new (HIH_TYPE_FADING_CHART, NULL);
  g_autofree char *words = dup_words (fading, lesson, language);

  self->n_steps = fading->n_steps;
  self->n_runs = fading->n_runs;
  self->levels = g_memdup2 (fading->levels, MAX (fading->n_steps, 1) * HIH_FADING_RUNS * sizeof (int));
  for (guint run = 0; run < fading->n_runs; run++)
    self->days[run] = hih_fading_dup_day (fading, run);
  gtk_widget_set_name (GTK_WIDGET (self), "fading-chart");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}
