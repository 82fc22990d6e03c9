/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ink, amber, ink, and a glow outside them: seen on any ground, never behind the target's own words, and thinner where
 * neighbours stand close (hih-ring-fit). The box of the target is asked for at drawing time, so the ring cannot lag behind
 * a widget that moved. */
#include "config.h"

#include "hih-phone-ring.h"

#include "hih-ring-fit.h"
#include "hih-step-view.h"

#include <math.h>

/* Each step has the screen under the glow painted again: few steps, a few breaths, then it rests. */
#define BREATHE_MS 1000
#define BREATHE_FOR_MS 4000
#define BREATHE_STEP_MS 500

#define RING_WIDTH 12.0f
#define LEAST_RING_WIDTH 5.0f /* where everything stands tight: still twice as thick as any line of the phone */
#define INK_PART 0.25f        /* of it, on each side of the amber */
#define RING_RADIUS 20.0f
#define FULL_LINES_WIDTH 200.0f /* a phone smaller than this, as in the overview, has thinner lines */
#define GLOW_SPREAD 2.0f
#define GLOW_BLUR 14.0f /* so little that the words beside it are not dimmed */
#define GLOW_ALPHA 0.55

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
  GtkWidget *ground; /* the phone whose names stay readable */
  graphene_rect_t limits;
  double glow;
  graphene_rect_t target_box; /* for which the three below were found; empty: for none */
  graphene_rect_t outer;
  float width;
  float radius; /* of the outer edge's corners */
  GskRenderNode *tag_node; /* (nullable) the tag as it was drawn last, while nothing but the glow changes */
  graphene_rect_t tag_box;
  HihTagPlace tag_place;
};

G_DEFINE_FINAL_TYPE (HihPhoneRing, hih_phone_ring, GTK_TYPE_WIDGET)

static float
get_line_scale (HihPhoneRing *self)
{
  return self->limits.size.width > 0 ? MIN (1, self->limits.size.width / FULL_LINES_WIDTH) : 1;
}

/* How thick it is and where it stands, for a target whose box is @box: looked for once, until something changes. */
static void
fit (HihPhoneRing *self, const graphene_rect_t *box)
{
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) pictures = NULL;
  float scale = get_line_scale (self);

  if (graphene_rect_equal (box, &self->target_box))
    return;
  hih_phone_tag_find_things (self->ground, GTK_WIDGET (self), &names, &pictures);
  self->target_box = *box;
  self->width = hih_ring_fit (box, names, pictures, RING_WIDTH * scale, LEAST_RING_WIDTH * scale, &self->outer);
  self->radius = hih_ring_fit_radius (&self->outer, self->width, names, RING_RADIUS * scale);
}

/* Not beyond what can be drawn on. */
static gboolean
clip (HihPhoneRing *self, graphene_rect_t *box)
{
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                  (float) gtk_widget_get_height (GTK_WIDGET (self)));

  return graphene_rect_intersection (box, &all, box);
}

/* The outer edge of the ring round the target. */
static gboolean
get_outer (HihPhoneRing *self, graphene_rect_t *outer)
{
  GtkWidget *target = self->target != NULL ? self->find (self->target, self->find_data) : NULL;
  GtkWidget *part = target != NULL ? hih_element_view_part (target, HIH_ELEMENT_VIEW_RING) : NULL;
  graphene_rect_t box;

  if (target == NULL || !gtk_widget_get_mapped (target) ||
      !gtk_widget_compute_bounds (part != NULL ? part : target, GTK_WIDGET (self), &box))
    return FALSE;
  fit (self, &box);
  *outer = self->outer;
  return clip (self, outer);
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
  float scale = get_line_scale (self);

  glow.alpha = (float) (GLOW_ALPHA * self->glow);
  gsk_rounded_rect_init_from_rect (&box, outer, self->radius);
  gtk_snapshot_append_outset_shadow (snapshot, &box, &glow, 0, 0, GLOW_SPREAD * scale, GLOW_BLUR * scale);
  append_line (snapshot, &box, INK_PART * self->width, &ink);
  append_line (snapshot, &box, (1 - 2 * INK_PART) * self->width, &amber);
  append_line (snapshot, &box, INK_PART * self->width, &ink);
}

/* A step that writes ends with a tap on what is offered, or takes away what stands there too much: the tag says what the
 * finger does now. */
static const char *
get_tag_words (HihPhoneRing *self, gboolean *is_key)
{
  GtkWidget *target = self->target != NULL ? self->find (self->target, self->find_data) : NULL;

  *is_key = self->tag != NULL && target != NULL && gtk_widget_has_css_class (target, "kb-key");
  if (self->tag != NULL && target != NULL && gtk_widget_has_css_class (target, "hold-key"))
    return hih_step_view_get_tag ("hold");
  return *is_key ? hih_step_view_get_tag ("tap") : self->tag;
}

/* It keeps its distance where the ring had to come closer. */
static void
record_tag (HihPhoneRing *self)
{
  gboolean is_key;
  const char *words = get_tag_words (self, &is_key);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float distance = RING_WIDTH * get_line_scale (self);
  graphene_rect_t box;

  graphene_rect_inset_r (&self->target_box, -distance, -distance, &box);
  clip (self, &box);
  hih_phone_tag_append (GTK_WIDGET (self), snapshot, &box, &self->limits, self->ground, words,
                        is_key ? "hand" : self->icon, &self->tag_place);
  g_clear_pointer (&self->tag_node, gsk_render_node_unref);
  self->tag_node = gtk_snapshot_free_to_node (snapshot);
  self->tag_box = self->target_box;
}

static void
hih_phone_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneRing *self = HIH_PHONE_RING (widget);
  graphene_rect_t outer;

  if (!get_outer (self, &outer))
    return;
  append_ring (self, snapshot, &outer);
  if (self->tag == NULL || *self->tag == '\0')
    return;
  if (!graphene_rect_equal (&self->target_box, &self->tag_box)) /* where there is no room, it is not looked for again */
    record_tag (self);
  if (self->tag_node != NULL)
    gtk_snapshot_append_node (snapshot, self->tag_node);
}

static void
hih_phone_ring_finalize (GObject *object)
{
  HihPhoneRing *self = HIH_PHONE_RING (object);

  g_clear_pointer (&self->tag_node, gsk_render_node_unref);
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
hih_phone_ring_new (HihFindTargetFunc find, gpointer data, GtkWidget *ground)
{
  HihPhoneRing *self = g_object_new (HIH_TYPE_PHONE_RING, NULL);

  self->ground = ground;
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
  hih_phone_ring_renew (self);
}

/**
 * hih_phone_ring_set_limits:
 */
void
hih_phone_ring_set_limits (HihPhoneRing *self, const graphene_rect_t *limits)
{
  g_return_if_fail (HIH_IS_PHONE_RING (self));
  self->limits = *limits;
  hih_phone_ring_renew (self);
}

/**
 * hih_phone_ring_renew:
 *
 * What stands under the ring has changed: it looks anew where its tag covers no name.
 */
void
hih_phone_ring_renew (HihPhoneRing *self)
{
  g_return_if_fail (HIH_IS_PHONE_RING (self));
  g_clear_pointer (&self->tag_node, gsk_render_node_unref);
  self->target_box = *graphene_rect_zero ();
  self->tag_box = *graphene_rect_zero ();
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_ring_get_tag:
 * @place: (out): where it was drawn last
 *
 * Returns: whether there is a tag
 */
gboolean
hih_phone_ring_get_tag (HihPhoneRing *self, HihTagPlace *place)
{
  g_return_val_if_fail (HIH_IS_PHONE_RING (self), FALSE);
  *place = self->tag_place;
  return self->tag_node != NULL;
}

/**
 * hih_phone_ring_get_outer:
 * @outer: (out): its outer edge
 * @width: (out): how thick its line is
 * @radius: (out): of the outer edge's corners
 *
 * Returns: whether there is a ring
 */
gboolean
hih_phone_ring_get_outer (HihPhoneRing *self, graphene_rect_t *outer, float *width, float *radius)
{
  gboolean found;

  g_return_val_if_fail (HIH_IS_PHONE_RING (self), FALSE);
  found = get_outer (self, outer);
  *width = self->width;
  *radius = self->radius;
  return found;
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
