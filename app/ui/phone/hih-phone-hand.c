/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pose is computed from the clock alone: a film can be started, stopped and sought at any moment. */
#include "config.h"

#include "hih-phone-hand.h"

#include "hih-drawing.h"

#include <math.h>

/* The drawing: where the finger tip is in it, and how large it is shown on a phone of scale 1. */
#define HAND_DRAWING "scene-hand"
#define HAND_WIDTH 248.0f
#define HAND_HEIGHT 567.0f /* with a sleeve that leaves the picture, as an arm does */
#define TIP_X 0.3571f
#define TIP_Y 0.0313f
#define HAND_TILT -38.0f
#define TOUCH_ASIDE 110.0f
#define COMES_FROM_X 260.0f /* of the target, in phone pixels: from below, at the right hand's side */
#define COMES_FROM_Y 330.0f

struct _HihPhoneHand
{
  GtkWidget parent_instance;

  HihGesture *gesture; /* (nullable) while something is shown */
  graphene_rect_t target;
  double scale;
  gint64 start_ms;
  HihHandPose pose;
  float part;
};

G_DEFINE_FINAL_TYPE (HihPhoneHand, hih_phone_hand, GTK_TYPE_WIDGET)

static void
append_touch (GtkSnapshot *snapshot, float x, float y, float radius)
{
  GskRoundedRect dot;
  const GdkRGBA fill = { 0.949f, 0.714f, 0.196f, 0.6f };
  const GdkRGBA line = { 0.122f, 0.106f, 0.086f, 1 };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { line, line, line, line };

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &fill, &dot.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &dot, widths, colors);
}

static void
hih_phone_hand_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneHand *self = HIH_PHONE_HAND (widget);
  float size = (float) self->scale * (self->pose.pressed ? 0.96f : 1.0f);
  float radius = 22 * (float) self->scale;

  if (self->gesture == NULL)
    return;
  if (self->pose.pressed)
    append_touch (snapshot, self->pose.tip.x, self->pose.tip.y, radius);
  if (self->pose.spread > 0)
    append_touch (snapshot, self->pose.tip.x - self->pose.spread * (float) self->scale,
                  self->pose.tip.y - self->pose.spread * 0.5f * (float) self->scale, radius);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &self->pose.tip);
  gtk_snapshot_rotate (snapshot, HAND_TILT);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-TIP_X * HAND_WIDTH * size, -TIP_Y * HAND_HEIGHT * size));
  gdk_paintable_snapshot (hih_drawing_get (HAND_DRAWING), GDK_SNAPSHOT (snapshot), HAND_WIDTH * size, HAND_HEIGHT * size);
  gtk_snapshot_restore (snapshot);
}

static void
hih_phone_hand_finalize (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_HAND (object)->gesture, hih_gesture_free);
  G_OBJECT_CLASS (hih_phone_hand_parent_class)->finalize (object);
}

static void
hih_phone_hand_class_init (HihPhoneHandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_phone_hand_finalize;
  widget_class->snapshot = hih_phone_hand_snapshot;
  gtk_widget_class_set_css_name (widget_class, "hand");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_phone_hand_init (HihPhoneHand *self)
{
  self->scale = 1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * hih_phone_hand_new:
 *
 * Returns: (transfer floating): a hand that is not to be seen yet
 */
GtkWidget *
hih_phone_hand_new (void)
{
  return g_object_new (HIH_TYPE_PHONE_HAND, NULL);
}

/**
 * hih_phone_hand_start:
 */
void
hih_phone_hand_start (HihPhoneHand *self, const HihGesture *gesture, const graphene_rect_t *target, double scale,
                      gint64 now_ms)
{
  gboolean pressed;

  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  g_return_if_fail (gesture != NULL && target != NULL);

  g_clear_pointer (&self->gesture, hih_gesture_free);
  self->gesture = hih_gesture_copy (gesture);
  self->target = *target;
  self->scale = scale;
  self->start_ms = now_ms;
  hih_phone_hand_advance (self, now_ms, &pressed);
}

/**
 * hih_phone_hand_set_target:
 */
void
hih_phone_hand_set_target (HihPhoneHand *self, const graphene_rect_t *target, double scale)
{
  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  self->target = *target;
  self->scale = scale;
}

/**
 * hih_phone_hand_get_part:
 */
float
hih_phone_hand_get_part (HihPhoneHand *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_HAND (self), 0);
  return self->part;
}

/**
 * hih_phone_hand_hide:
 */
void
hih_phone_hand_hide (HihPhoneHand *self)
{
  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  g_clear_pointer (&self->gesture, hih_gesture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static float
ease (float t)
{
  return t * t * (3 - 2 * t);
}

/* In the coordinates of a phone of scale 1 round the target's middle, so that kinds know nothing of scales. */
static void
make_gesture (HihPhoneHand *self, const HihStepView *view, float t, HihHandPose *pose)
{
  graphene_point_t middle = pose->tip;
  graphene_rect_t box = self->target;
  float scale = (float) self->scale;

  box.origin.x = (box.origin.x - middle.x) / scale;
  box.origin.y = (box.origin.y - middle.y) / scale;
  box.size.width /= scale;
  box.size.height /= scale;
  pose->tip = GRAPHENE_POINT_INIT (0, 0);
  view->move (self->gesture, &box, t, pose);
  pose->tip.x = middle.x + pose->tip.x * scale;
  pose->tip.y = middle.y + pose->tip.y * scale;
}

/**
 * hih_phone_hand_advance:
 * @pressed: (out): whether the finger touches now
 *
 * Returns: whether it still moves
 */
gboolean
hih_phone_hand_advance (HihPhoneHand *self, gint64 now_ms, gboolean *pressed)
{
  const HihStepView *view;
  gint64 t = now_ms - self->start_ms;
  float come, touch;
  HihHandPose first = { 0 }, pose = { 0 };

  g_return_val_if_fail (HIH_IS_PHONE_HAND (self), FALSE);

  *pressed = FALSE;
  if (self->gesture == NULL)
    return FALSE;
  view = hih_step_view_find_for_gesture (self->gesture->kind);
  come = CLAMP ((float) t / HIH_HAND_TRAVEL_MS, 0, 1);
  touch = CLAMP ((float) (t - HIH_HAND_TRAVEL_MS - HIH_HAND_REST_MS) / (float) view->touch_ms, 0, 1);
  first.tip.x = self->target.origin.x + self->target.size.width / 2; /* graphene would turn a negative width round */
  first.tip.y = self->target.origin.y + self->target.size.height / 2;
  /* A finger that only touches leaves picture and name to be seen: it comes to the right of them, upon the target. */
  if (view->move == NULL)
    {
      first.tip.x += MIN (self->target.size.width * 0.36f, TOUCH_ASIDE * (float) self->scale);
      first.tip.y += self->target.size.height * (self->target.size.height > self->target.size.width ? -0.06f : 0.26f);
    }
  pose = first;
  if (view->move != NULL)
    {
      make_gesture (self, view, 0, &first);
      make_gesture (self, view, ease (touch), &pose);
      if (touch <= 0)
        pose = first;
    }
  pose.tip.x += (1 - ease (come)) * COMES_FROM_X * (float) self->scale;
  pose.tip.y += (1 - ease (come)) * COMES_FROM_Y * (float) self->scale;
  pose.pressed = t >= HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS && touch < 1;
  if (come < 1)
    pose.spread = 0;
  *pressed = pose.pressed;
  self->part = ease (touch);
  self->pose = pose;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return touch < 1;
}
