/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-level-bars.h"

#define BARS 25
#define BAR_WIDTH 7.0f
#define LOWEST 6.0f

struct _HihLevelBars
{
  GtkWidget parent_instance;

  float levels[BARS]; /* the newest last */
};

G_DEFINE_FINAL_TYPE (HihLevelBars, hih_level_bars, GTK_TYPE_WIDGET)

static void
hih_level_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihLevelBars *self = HIH_LEVEL_BARS (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < BARS; i++)
    {
      float tall = MAX (LOWEST, self->levels[i] * height);
      graphene_rect_t bar = GRAPHENE_RECT_INIT (width / BARS * ((float) i + 0.5f) - BAR_WIDTH / 2, (height - tall) / 2, BAR_WIDTH, tall);
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, &bar, BAR_WIDTH / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &round);
      gtk_snapshot_append_color (snapshot, &color, &bar);
      gtk_snapshot_pop (snapshot);
    }
}

static void
hih_level_bars_class_init (HihLevelBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = hih_level_bars_snapshot;
  gtk_widget_class_set_css_name (widget_class, "levels");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_level_bars_init (HihLevelBars *self)
{
}

/**
 * hih_level_bars_new:
 *
 * Returns: (transfer floating): bars of silence
 */
GtkWidget *
hih_level_bars_new (void)
{
  return g_object_new (HIH_TYPE_LEVEL_BARS, NULL);
}

/**
 * hih_level_bars_push:
 */
void
hih_level_bars_push (HihLevelBars *self, double level)
{
  g_return_if_fail (HIH_IS_LEVEL_BARS (self));
  for (guint i = 1; i < BARS; i++)
    self->levels[i - 1] = self->levels[i];
  self->levels[BARS - 1] = (float) CLAMP (level, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_level_bars_clear:
 */
void
hih_level_bars_clear (HihLevelBars *self)
{
  g_return_if_fail (HIH_IS_LEVEL_BARS (self));
  for (guint i = 0; i < BARS; i++)
    self->levels[i] = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
