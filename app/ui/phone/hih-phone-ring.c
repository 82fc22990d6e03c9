/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ink, amber, ink, and a glow outside them: seen on any ground, never behind the target's own words. The box of the
 * target is asked for at drawing time, so the ring cannot lag behind a widget that moved. */
#include "config.h"

#include "hih-phone-ring.h"

#include "hih-drawing.h"

#include <math.h>

#define BREATHE_MS 1000
#define BREATHE_FOR_MS 6000 /* then it rests: a still page costs nothing */
#define BREATHE_STEP_MS 80

#define INK_WIDTH 3.0f
#define AMBER_WIDTH 6.0f
#define RING_WIDTH (2 * INK_WIDTH + AMBER_WIDTH)
#define RING_RADIUS 20.0f
#define GLOW_SPREAD 6.0f
#define GLOW_BLUR 26.0f
#define GLOW_ALPHA 0.55

#define TAG_FONT 26
#define TAG_ICON 28.0f
#define TAG_GAP 10.0f
#define TAG_PADDING_X 20.0f
#define TAG_PADDING_Y 7.0f
#define TAG_RADIUS 12.0
#define TAG_POINTER 14.0f /* how far it points out of the tag */

static const GdkRGBA ink = { 0.122f, 0.106f, 0.086f, 1 };
static const GdkRGBA amber = { 0.949f, 0.714f, 0.196f, 1 };

struct _HihPhoneRing
{
  GtkWidget parent_instance;

  HihFindTargetFunc find;
  gpointer find_data;
  char *target; /* (nullable) "app/element" */
  gint64 since_ms;
  char *tag;
  char *icon;
  graphene_rect_t limits;
  double glow;
};

G_DEFINE_FINAL_TYPE (HihPhoneRing, hih_phone_ring, GTK_TYPE_WIDGET)

/* The outer edge of the ring: round the target, but not beyond what can be drawn on. */
static gboolean
get_outer (HihPhoneRing *self, graphene_rect_t *outer)
{
  GtkWidget *target = self->target != NULL ? self->find (self->target, self->find_data) : NULL;
  GtkWidget *part = target != NULL ? hih_element_view_part (target, HIH_ELEMENT_VIEW_RING) : NULL;
  graphene_rect_t all;

  if (target == NULL || !gtk_widget_get_mapped (target) ||
      !gtk_widget_compute_bounds (part != NULL ? part : target, GTK_WIDGET (self), outer))
    return FALSE;
  graphene_rect_inset (outer, -RING_WIDTH, -RING_WIDTH);
  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  return graphene_rect_intersection (outer, &all, outer);
}

static void
append_line (GtkSnapshot *snapshot, GskRoundedRect *box, float width, const GdkRGBA *color)
{
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, box, widths, colors);
  gsk_rounded_rect_shrink (box, width, width, width, width);
}

static void
append_ring (HihPhoneRing *self, GtkSnapshot *snapshot, const graphene_rect_t *outer)
{
  GskRoundedRect box;
  GdkRGBA glow = amber;

  glow.alpha = (float) (GLOW_ALPHA * self->glow);
  gsk_rounded_rect_init_from_rect (&box, outer, RING_RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &box, &glow, 0, 0, GLOW_SPREAD, GLOW_BLUR);
  append_line (snapshot, &box, INK_WIDTH, &ink);
  append_line (snapshot, &box, AMBER_WIDTH, &amber);
  append_line (snapshot, &box, INK_WIDTH, &ink);
}

static PangoLayout *
create_tag_layout (HihPhoneRing *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->tag);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, TAG_FONT * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* The bubble with its pointer, from the pointer's tip at (@tip_x, @tip_y), above or below it. */
static void
draw_bubble (cairo_t *cr, const graphene_rect_t *bubble, double tip_x, gboolean above)
{
  double left = bubble->origin.x, top = bubble->origin.y;
  double right = left + bubble->size.width, bottom = top + bubble->size.height;
  double x = CLAMP (tip_x, left + TAG_RADIUS + TAG_POINTER, right - TAG_RADIUS - TAG_POINTER);

  cairo_new_sub_path (cr);
  cairo_arc (cr, left + TAG_RADIUS, top + TAG_RADIUS, TAG_RADIUS, G_PI, 1.5 * G_PI);
  if (!above)
    {
      cairo_line_to (cr, x - TAG_POINTER, top);
      cairo_line_to (cr, x, top - TAG_POINTER);
      cairo_line_to (cr, x + TAG_POINTER, top);
    }
  cairo_arc (cr, right - TAG_RADIUS, top + TAG_RADIUS, TAG_RADIUS, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, right - TAG_RADIUS, bottom - TAG_RADIUS, TAG_RADIUS, 0, 0.5 * G_PI);
  if (above)
    {
      cairo_line_to (cr, x + TAG_POINTER, bottom);
      cairo_line_to (cr, x, bottom + TAG_POINTER);
      cairo_line_to (cr, x - TAG_POINTER, bottom);
    }
  cairo_arc (cr, left + TAG_RADIUS, bottom - TAG_RADIUS, TAG_RADIUS, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &amber);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
append_tag (HihPhoneRing *self, GtkSnapshot *snapshot, const graphene_rect_t *outer)
{
  g_autoptr (PangoLayout) layout = create_tag_layout (self);
  float icon_width = self->icon != NULL ? TAG_ICON + TAG_GAP : 0;
  float tip_x = outer->origin.x + outer->size.width / 2;
  const graphene_rect_t *limits = &self->limits;
  graphene_rect_t bubble, drawn;
  int text_width, text_height;
  gboolean above;
  cairo_t *cr;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  bubble.size.width = (float) text_width + icon_width + 2 * TAG_PADDING_X;
  bubble.size.height = (float) text_height + 2 * TAG_PADDING_Y;
  above = outer->origin.y - limits->origin.y > bubble.size.height + TAG_POINTER + 8;
  bubble.origin.y = above ? outer->origin.y - TAG_POINTER + 2 - bubble.size.height
                          : outer->origin.y + outer->size.height + TAG_POINTER - 2;
  bubble.origin.x = CLAMP (tip_x - bubble.size.width / 2, limits->origin.x + 6,
                           MAX (limits->origin.x + 6, limits->origin.x + limits->size.width - bubble.size.width - 6));
  graphene_rect_inset_r (&bubble, -2, -TAG_POINTER - 2, &drawn);
  cr = gtk_snapshot_append_cairo (snapshot, &drawn);
  draw_bubble (cr, &bubble, tip_x, above);
  cairo_destroy (cr);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bubble.origin.x + TAG_PADDING_X,
                                                          bubble.origin.y + (bubble.size.height - TAG_ICON) / 2));
  if (self->icon != NULL)
    gdk_paintable_snapshot (hih_drawing_get_icon (self->icon, &ink), GDK_SNAPSHOT (snapshot), TAG_ICON, TAG_ICON);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (icon_width, (TAG_ICON - (float) text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
hih_phone_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneRing *self = HIH_PHONE_RING (widget);
  graphene_rect_t outer;

  if (!get_outer (self, &outer))
    return;
  append_ring (self, snapshot, &outer);
  if (self->tag != NULL && *self->tag != '\0')
    append_tag (self, snapshot, &outer);
}

static void
hih_phone_ring_finalize (GObject *object)
{
  HihPhoneRing *self = HIH_PHONE_RING (object);

  g_free (self->target);
  g_free (self->tag);
  g_free (self->icon);
  G_OBJECT_CLASS (hih_phone_ring_parent_class)->finalize (object);
}

static void
hih_phone_ring_class_init (HihPhoneRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_phone_ring_finalize;
  widget_class->snapshot = hih_phone_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_phone_ring_init (HihPhoneRing *self)
{
  self->glow = 1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * hih_phone_ring_new:
 *
 * Returns: (transfer floating): no ring yet
 */
GtkWidget *
hih_phone_ring_new (HihFindTargetFunc find, gpointer data)
{
  HihPhoneRing *self = g_object_new (HIH_TYPE_PHONE_RING, NULL);

  self->find = find;
  self->find_data = data;
  return GTK_WIDGET (self);
}

static void
replace (char **string, const char *with)
{
  char *copy = g_strdup (with);

  g_free (*string);
  *string = copy;
}

/**
 * hih_phone_ring_point_at:
 * @target: (nullable): "app/element"
 * @tag: (nullable): the words beside it
 * @icon: (nullable): before the words
 */
void
hih_phone_ring_point_at (HihPhoneRing *self, const char *target, const char *tag, const char *icon, gint64 now_ms)
{
  g_return_if_fail (HIH_IS_PHONE_RING (self));

  if (g_strcmp0 (self->target, target) != 0)
    self->since_ms = now_ms;
  replace (&self->target, target);
  replace (&self->tag, tag);
  replace (&self->icon, icon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_ring_set_limits:
 */
void
hih_phone_ring_set_limits (HihPhoneRing *self, const graphene_rect_t *limits)
{
  g_return_if_fail (HIH_IS_PHONE_RING (self));
  self->limits = *limits;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_ring_advance:
 */
gint64
hih_phone_ring_advance (HihPhoneRing *self, gint64 now_ms)
{
  gint64 age_ms = now_ms - self->since_ms;
  gboolean breathes = TRUE;
  double glow = 1;

  g_return_val_if_fail (HIH_IS_PHONE_RING (self), -1);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &breathes, NULL);
  breathes = breathes && self->target != NULL && age_ms < BREATHE_FOR_MS;
  if (breathes)
    glow = 0.85 + 0.15 * cos (2 * G_PI * (double) (age_ms % BREATHE_MS) / BREATHE_MS);
  if (fabs (self->glow - glow) > 0.001)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->glow = glow;
  return breathes ? BREATHE_STEP_MS : -1;
}
