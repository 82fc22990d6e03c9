/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pose is computed from the clock alone: a film can be started, stopped and sought at any moment. What lies under
 * the finger looks touched, and a slider's knob goes along; nothing is told to the brain. */
#include "config.h"

#include "hih-phone-hand.h"

#include "hih-hand-shape.h"
#include "hih-keyboard-play.h"
#include "hih-phone-screen.h"

#define TOUCH_ASIDE 110.0f  /* of a touch, at most, from the middle of the target */
#define COMES_FROM_X 260.0f /* of the target, in phone pixels: from below, at the hand's own side */
#define COMES_FROM_Y 330.0f

struct _HihPhoneHand
{
  GtkWidget parent_instance;

  HihFindTargetFunc find;
  gpointer find_data;
  double scale;
  float side; /* 1 for a right hand; -1: a left one, its mirror image */
  gboolean slow;

  HihGesture *gesture; /* (nullable) while something is shown */
  graphene_rect_t target;
  gint64 start_ms;
  HihHandPose pose;
  gboolean moves;
  GtkWidget *pressed;  /* weak */
  double drag_from;    /* the number a slider had before */
  HihKeyboardPlay *play; /* (nullable) what it writes with the phone's keyboard */
  GSourceOnceFunc done;
  gpointer done_data;
  GDestroyNotify forget;
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

/* By the middle of its target, so that it does not turn on its way; in no window, as in a film, there is room. */
static float
find_tilt (HihPhoneHand *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t all;
  graphene_point_t middle;
  float room = G_MAXFLOAT;

  graphene_rect_get_center (&self->target, &middle);
  if (window != NULL && gtk_widget_get_width (window) > 0 && gtk_widget_compute_bounds (window, GTK_WIDGET (self), &all))
    room = self->side > 0 ? all.origin.x + all.size.width - middle.x : middle.x - all.origin.x;
  return hih_hand_shape_find_tilt (room, (float) self->scale);
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
    append_touch (snapshot, self->pose.tip.x - self->side * self->pose.spread * (float) self->scale,
                  self->pose.tip.y - self->pose.spread * 0.5f * (float) self->scale, radius);
  hih_hand_shape_snapshot (&(HihHandShape){ self->side, size, find_tilt (self) }, snapshot, &self->pose.tip);
}

/* Nobody will be told. */
static void
forget_done (HihPhoneHand *self)
{
  gpointer data = g_steal_pointer (&self->done_data);

  if (self->done != NULL && self->forget != NULL)
    self->forget (data);
  self->done = NULL;
}

static void
hih_phone_hand_dispose (GObject *object)
{
  g_clear_weak_pointer (&HIH_PHONE_HAND (object)->pressed);
  forget_done (HIH_PHONE_HAND (object));
  G_OBJECT_CLASS (hih_phone_hand_parent_class)->dispose (object);
}

static void
hih_phone_hand_finalize (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_HAND (object)->gesture, hih_gesture_free);
  g_clear_pointer (&HIH_PHONE_HAND (object)->play, hih_keyboard_play_free);
  G_OBJECT_CLASS (hih_phone_hand_parent_class)->finalize (object);
}

static void
hih_phone_hand_class_init (HihPhoneHandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_hand_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_hand_finalize;
  widget_class->snapshot = hih_phone_hand_snapshot;
  gtk_widget_class_set_css_name (widget_class, "hand");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hih_phone_hand_init (HihPhoneHand *self)
{
  self->scale = 1;
  self->side = 1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
find_target (HihPhoneHand *self)
{
  return self->find (self->gesture->target, self->find_data);
}

static GtkWidget *
find_slider (HihPhoneHand *self, GtkWidget *target)
{
  gboolean drags = self->gesture->kind == HIH_GESTURE_DRAG && self->gesture->value != NULL;

  return drags && target != NULL ? hih_element_view_part (target, "scale") : NULL;
}

static void
press (HihPhoneHand *self, GtkWidget *target)
{
  if (self->pressed == target)
    return;
  if (self->pressed != NULL)
    gtk_widget_unset_state_flags (self->pressed, GTK_STATE_FLAG_ACTIVE);
  g_set_weak_pointer (&self->pressed, target);
  if (target != NULL)
    gtk_widget_set_state_flags (target, GTK_STATE_FLAG_ACTIVE, FALSE);
}

/* The element over which something is dragged along, and its view. */
static const HihElementView *
find_carrier (HihPhoneHand *self, GtkWidget *target)
{
  const HihElementView *view = target != NULL ? hih_element_view_get_widget_view (target) : NULL;

  return view != NULL && view->follow != NULL && self->gesture->kind == HIH_GESTURE_DRAG && self->gesture->value != NULL ? view : NULL;
}

/* From middle to far corner; the width and the height may be negative. */
static void
set_way (HihPhoneHand *self, float from_x, float from_y, float to_x, float to_y)
{
  self->target.size.width = 2 * (to_x - from_x);
  self->target.size.height = 2 * (to_y - from_y);
  self->target.origin.x = from_x - self->target.size.width / 2;
  self->target.origin.y = from_y - self->target.size.height / 2;
}

/* While it drags, the way is as it was when the hand touched: what it carries is under way itself. */
static void
find_carried_way (HihPhoneHand *self, const HihElementView *view, GtkWidget *target)
{
  graphene_point_t from, to, from_here, to_here;

  if (self->pose.pressed || !view->find_way (target, self->gesture->value, &from, &to) ||
      !gtk_widget_compute_point (target, GTK_WIDGET (self), &from, &from_here) ||
      !gtk_widget_compute_point (target, GTK_WIDGET (self), &to, &to_here))
    return;
  set_way (self, from_here.x, from_here.y, to_here.x, to_here.y);
}

static void
carry (HihPhoneHand *self, const HihElementView *view, GtkWidget *target)
{
  graphene_point_t point;

  if (self->pose.pressed && gtk_widget_compute_point (GTK_WIDGET (self), target, &self->pose.tip, &point))
    view->follow (target, point.x, point.y);
}

/* What was carried falls; the brain says where it lies then. */
static void
let_go (HihPhoneHand *self)
{
  GtkWidget *target = self->gesture != NULL && self->pose.pressed ? find_target (self) : NULL;
  const HihElementView *view = self->gesture != NULL ? find_carrier (self, target) : NULL;

  if (view != NULL)
    g_free (view->drop (target, 0, 0));
}

/* Where to go: the target, and for a slider the way from its knob to the new number. Asked at every moment, as the
 * page may scroll and the window change. */
static void
find_way (HihPhoneHand *self, GtkWidget *target)
{
  GtkWidget *slider = find_slider (self, target);
  graphene_rect_t box;
  float from, to;

  if (find_carrier (self, target) != NULL)
    {
      find_carried_way (self, find_carrier (self, target), target);
      return;
    }
  if (target == NULL || !gtk_widget_compute_bounds (slider != NULL ? slider : target, GTK_WIDGET (self), &box))
    return;
  self->target = box;
  if (slider == NULL)
    return;
  from = hih_element_view_get_range_part (slider, self->drag_from);
  to = hih_element_view_get_range_part (slider, g_ascii_strtod (self->gesture->value, NULL));
  set_way (self, box.origin.x + from * box.size.width, box.origin.y + box.size.height / 2,
           box.origin.x + to * box.size.width, box.origin.y + box.size.height / 2);
}

/**
 * hih_phone_hand_new:
 *
 * Returns: (transfer floating): a hand that is not to be seen yet
 */
GtkWidget *
hih_phone_hand_new (HihFindTargetFunc find, gpointer data)
{
  HihPhoneHand *self = g_object_new (HIH_TYPE_PHONE_HAND, NULL);

  self->find = find;
  self->find_data = data;
  return GTK_WIDGET (self);
}

/**
 * hih_phone_hand_set_scale:
 */
void
hih_phone_hand_set_scale (HihPhoneHand *self, double scale)
{
  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  self->scale = scale;
}

/**
 * hih_phone_hand_set_manner:
 */
void
hih_phone_hand_set_manner (HihPhoneHand *self, gboolean left, gboolean slow)
{
  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  self->side = left ? -1 : 1;
  self->slow = slow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_hand_hide:
 *
 * Sends it away. If it has not lifted yet, nobody is told any more.
 */
void
hih_phone_hand_hide (HihPhoneHand *self)
{
  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  press (self, NULL);
  let_go (self);
  self->pose.pressed = FALSE;
  g_clear_pointer (&self->gesture, hih_gesture_free);
  g_clear_pointer (&self->play, hih_keyboard_play_free);
  self->moves = FALSE;
  forget_done (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same_pose (const HihHandPose *a, const HihHandPose *b)
{
  return graphene_point_equal (&a->tip, &b->tip) && a->pressed == b->pressed && ABS (a->spread - b->spread) < 1e-6f;
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
  /* Two fingers go apart as a hand opens; one goes where the phone wants it. */
  pose->tip.x = middle.x + pose->tip.x * scale * (pose->spread > 0 ? self->side : 1);
  pose->tip.y = middle.y + pose->tip.y * scale;
}

static gint64
get_touch_ms (HihPhoneHand *self, const HihStepView *view)
{
  return self->play != NULL ? (gint64) hih_keyboard_play_get_ms (self->play) : (gint64) view->touch_ms;
}

/* @come, @touch: 0 … 1 of the way to the target and of the gesture on it. */
static void
compute_pose (HihPhoneHand *self, const HihStepView *view, float come, float touch, HihHandPose *pose)
{
  /* graphene would turn a negative width round. */
  pose->tip.x = self->target.origin.x + self->target.size.width / 2;
  pose->tip.y = self->target.origin.y + self->target.size.height / 2;
  pose->spread = 0;
  if (self->play != NULL)
    pose->pressed = hih_keyboard_play_show (self->play, (gint64) (touch * (float) get_touch_ms (self, view)), GTK_WIDGET (self),
                                            &pose->tip) && touch > 0;
  else if (view->move != NULL)
    make_gesture (self, view, ease (touch), pose);
  else
    {
      /* A finger that only touches leaves picture and name to be seen: it comes to the hand's side of them, upon the target. */
      pose->tip.x += self->side * MIN (self->target.size.width * 0.36f, TOUCH_ASIDE * (float) self->scale);
      pose->tip.y += self->target.size.height * (self->target.size.height > self->target.size.width ? -0.06f : 0.26f);
    }
  pose->tip.x += self->side * (1 - ease (come)) * COMES_FROM_X * (float) self->scale;
  pose->tip.y += (1 - ease (come)) * COMES_FROM_Y * (float) self->scale;
  if (come < 1)
    pose->spread = 0;
}

/**
 * hih_phone_hand_find_cover:
 *
 * Returns: (transfer full) (element-type graphene_rect_t): what lies under it where it touches first and where it lifts, in
 *   @relative_to's coordinates; on its way to the first it lies no higher. Empty: there is no hand. While it writes, what is
 *   under it is the keyboard.
 */
GArray *
hih_phone_hand_find_cover (HihPhoneHand *self, GtkWidget *relative_to)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  HihHandShape shape = { self->side, (float) self->scale, 0 };
  HihHandPose pose = { 0 };
  graphene_matrix_t matrix;

  g_return_val_if_fail (HIH_IS_PHONE_HAND (self), boxes);
  if (self->gesture == NULL || self->play != NULL || !gtk_widget_compute_transform (GTK_WIDGET (self), relative_to, &matrix))
    return boxes;
  shape.tilt = find_tilt (self);
  for (int touch = 0; touch <= 1; touch++)
    {
      compute_pose (self, hih_step_view_find_for_gesture (self->gesture->kind), 1, (float) touch, &pose);
      hih_hand_shape_append_cover (&shape, boxes, &pose.tip);
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      graphene_rect_t *box = &g_array_index (boxes, graphene_rect_t, i);

      graphene_matrix_transform_bounds (&matrix, box, box);
    }
  return boxes;
}

/**
 * hih_phone_hand_advance:
 *
 * Returns: whether it still moves
 */
gboolean
hih_phone_hand_advance (HihPhoneHand *self, gint64 now_ms)
{
  const HihStepView *view;
  GtkWidget *target, *slider;
  GSourceOnceFunc done;
  float come, touch;
  gint64 t = self->slow ? (now_ms - self->start_ms) * 2 / 3 : now_ms - self->start_ms;
  HihHandPose before = self->pose;

  g_return_val_if_fail (HIH_IS_PHONE_HAND (self), FALSE);

  if (!self->moves)
    return FALSE;
  view = hih_step_view_find_for_gesture (self->gesture->kind);
  target = find_target (self);
  slider = find_slider (self, target);
  find_way (self, target);
  come = CLAMP ((float) t / HIH_HAND_TRAVEL_MS, 0, 1);
  touch = CLAMP ((float) (t - HIH_HAND_TRAVEL_MS - HIH_HAND_REST_MS) / (float) get_touch_ms (self, view), 0, 1);
  compute_pose (self, view, come, touch, &self->pose);
  if (self->play == NULL)
    self->pose.pressed = t >= HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS && touch < 1;
  press (self, !self->pose.pressed ? NULL : self->play != NULL ? hih_keyboard_play_get_pressed (self->play) : target);
  if (slider != NULL)
    hih_element_view_show_range (slider, self->drag_from + (g_ascii_strtod (self->gesture->value, NULL) - self->drag_from) *
                                                               ease (touch));
  if (find_carrier (self, target) != NULL)
    carry (self, find_carrier (self, target), target);
  /* A hand that rests is not drawn again: a film draws nothing then. */
  if (!is_same_pose (&before, &self->pose))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->moves = touch < 1;
  if (self->moves || self->done == NULL)
    return self->moves;
  done = g_steal_pointer (&self->done);
  done (g_steal_pointer (&self->done_data));
  return FALSE;
}

/**
 * hih_phone_hand_perform:
 * @done: (nullable) (scope async): called once when the finger lifts
 * @forget: (nullable): called with @data when @done never will be
 */
void
hih_phone_hand_perform (HihPhoneHand *self, const HihGesture *gesture, const graphene_rect_t *elsewhere, gint64 now_ms,
                        GSourceOnceFunc done, gpointer data, GDestroyNotify forget)
{
  GtkWidget *slider;

  g_return_if_fail (HIH_IS_PHONE_HAND (self));
  g_return_if_fail (gesture != NULL && elsewhere != NULL);

  hih_phone_hand_hide (self);
  self->gesture = hih_gesture_copy (gesture);
  self->target = *elsewhere;
  self->start_ms = now_ms;
  self->moves = TRUE;
  self->done = done;
  self->done_data = data;
  self->forget = forget;
  if (gesture->kind == HIH_GESTURE_TYPE && find_target (self) != NULL)
    self->play = hih_keyboard_play_new (find_target (self), gesture->target, gesture->value);
  slider = find_slider (self, find_target (self));
  if (slider != NULL)
    self->drag_from = gtk_range_get_value (GTK_RANGE (slider));
  hih_phone_hand_advance (self, now_ms);
}
