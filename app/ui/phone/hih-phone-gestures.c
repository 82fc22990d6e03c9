/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One drag gesture in the capture phase takes every touch before the widgets see it (TRIALS.md P4), finds what was
 * meant with hih-phone-touch, and lets the widget itself be clicked, so that a finger, the space bar and a screen
 * reader all go the same way. Keys and screen readers do not come through here and need no forgiving.
 */
#include "config.h"

#include "hih-phone-gestures.h"

#include "hih-element-view.h"
#include "hih-phone-targets.h"
#include "hih-phone-touch.h"
#include "hih-phone-view.h"
#include "hih-writing-pad.h"

#include <math.h>

#define SYSTEM_HOME "system/home"

struct _HihPhoneGestures
{
  GObject parent_instance;

  GtkWidget *host;            /* weak: it owns this */
  HihElementContext *context; /* (owned) (nullable) */
  HihPhoneScreen *screen;     /* weak */
  GtkWidget *side;            /* weak */
  graphene_rect_t body;
  graphene_rect_t area;
  guint guard_ms;
  gint64 last_tap_ms; /* when its finger was lifted, by get_event_ms(); -1: none yet */

  /* While a finger is down. */
  gboolean down;
  GtkWidget *pressed; /* weak: the button or element that is meant */
  GtkWidget *near;    /* weak: what was missed */
  GtkRange *range;    /* weak: a slider that follows the finger */
  GtkWidget *pad;     /* weak: a square that is written in */
  graphene_point_t start;
  double drift;
  gboolean scrolls;
  double scroll_value;
  gint64 down_ms;
  gint64 since_tap_ms;
  double zoom;
};

G_DEFINE_FINAL_TYPE (HihPhoneGestures, hih_phone_gestures, G_TYPE_OBJECT)

static double
get_scale (HihPhoneGestures *self)
{
  return self->area.size.width > 0 ? self->area.size.width / HIH_PHONE_WIDTH : 1;
}

static void
set_active (GtkWidget *widget, gboolean active)
{
  if (widget == NULL)
    return;
  if (active)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_ACTIVE, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_ACTIVE);
}

static void
lift (HihPhoneGestures *self)
{
  set_active (self->pressed, FALSE);
  self->down = FALSE;
  g_clear_weak_pointer (&self->pressed);
  g_clear_weak_pointer (&self->near);
  g_clear_weak_pointer (&self->range);
  if (self->pad != NULL)
    hih_writing_pad_lift (HIH_WRITING_PAD (self->pad));
  g_clear_weak_pointer (&self->pad);
}

/* When it happened to the finger, not when this program came to see it: on a busy computer the second of two quick taps
 * is seen only after what the first one opened has been drawn, and a short tap would pass for a long press. */
static gint64
get_event_ms (HihPhoneGestures *self, GtkGesture *gesture)
{
  guint32 time_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  return time_ms != GDK_CURRENT_TIME ? (gint64) time_ms : hih_element_context_get_now_ms (self->context);
}

/* Event times are 32 bits wide and begin again after 49 days. */
static gint64
since_ms (gint64 earlier_ms, gint64 later_ms)
{
  return (gint64) ((guint32) later_ms - (guint32) earlier_ms);
}

static gboolean
is_carrier (GtkWidget *widget)
{
  const HihElementView *view = hih_element_view_get_widget_view (widget);

  return view != NULL && view->follow != NULL && hih_element_view_widget_answers (widget, HIH_GESTURE_DRAG);
}

/* What takes something along with the finger: a map its pin. */
static GtkWidget *
find_carrier (HihPhoneGestures *self)
{
  GtkWidget *widget = self->pressed;

  while (widget != NULL && !is_carrier (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The ground under other targets does not count as one of them unless @ground says so. */
static HihTouchAim
aim_among (HihPhoneGestures *self, GPtrArray *targets, double x, double y, gboolean ground, double *distances, guint *index)
{
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *target = g_ptr_array_index (targets, i);

      distances[i] = !ground && is_carrier (target)
                         ? G_MAXDOUBLE
                         : hih_phone_targets_distance (target, self->host, x, y, &self->body, get_scale (self));
    }
  return hih_touch_aim (distances, targets->len, index);
}

/* What the finger is on or meant, among everything that can be touched now. */
static void
aim (HihPhoneGestures *self, double x, double y)
{
  GtkWidget *roots[] = { hih_phone_screen_get_reach (self->screen), self->side };
  g_autoptr (GPtrArray) targets = hih_phone_targets_find (roots, G_N_ELEMENTS (roots));
  g_autofree double *distances = g_new (double, MAX (targets->len, 1));
  guint index = 0;
  HihTouchAim found = aim_among (self, targets, x, y, FALSE, distances, &index);

  if (found != HIH_TOUCH_AT_TARGET)
    found = aim_among (self, targets, x, y, TRUE, distances, &index);
  switch (found)
    {
    case HIH_TOUCH_AT_TARGET:
      /* What lies inside another comes after it, and is the one that is meant. */
      for (guint i = index + 1; i < targets->len; i++)
        {
          if (distances[i] <= distances[index])
            index = i;
        }
      g_set_weak_pointer (&self->pressed, g_ptr_array_index (targets, index));
      break;
    case HIH_TOUCH_AT_NEAR:
      g_set_weak_pointer (&self->near, g_ptr_array_index (targets, index));
      break;
    case HIH_TOUCH_AT_NOTHING:
    default:
      break;
    }
}

static GtkRange *
find_range (HihPhoneGestures *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->host, x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? GTK_RANGE (gtk_widget_get_ancestor (widget, GTK_TYPE_RANGE)) : NULL;
}

/* Writing needs every movement of the finger and none of the tolerance for taps. */
static gboolean
begin_writing (HihPhoneGestures *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->host, x, y, GTK_PICK_DEFAULT);
  GtkWidget *pad = widget != NULL ? gtk_widget_get_ancestor (widget, HIH_TYPE_WRITING_PAD) : NULL;
  graphene_point_t at;

  if (pad == NULL || !gtk_widget_compute_point (self->host, pad, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return FALSE;
  g_set_weak_pointer (&self->pad, pad);
  hih_writing_pad_begin (HIH_WRITING_PAD (pad), (double) at.x, (double) at.y);
  return TRUE;
}

static void
follow_writing (HihPhoneGestures *self, double x, double y)
{
  graphene_point_t at;

  if (gtk_widget_compute_point (self->host, self->pad, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    hih_writing_pad_follow (HIH_WRITING_PAD (self->pad), (double) at.x, (double) at.y);
}

/* Shows the number under the finger; the brain is told when it lifts. */
static void
follow_range (HihPhoneGestures *self, double x)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->range);
  double lower = gtk_adjustment_get_lower (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  double knob = HIH_ELEMENT_VIEW_KNOB * get_scale (self);
  graphene_rect_t box;
  double part;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->range), self->host, &box))
    return;
  part = CLAMP ((x - box.origin.x - knob) / MAX (1, box.size.width - 2 * knob), 0, 1);
  hih_element_view_show_range (GTK_WIDGET (self->range), round (lower + part * (upper - lower)));
}

static gboolean
is_on_phone (HihPhoneGestures *self, double x, double y)
{
  graphene_rect_t side;

  if (graphene_rect_contains_point (&self->body, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return TRUE;
  return self->side != NULL && gtk_widget_compute_bounds (self->side, self->host, &side) &&
         graphene_rect_contains_point (&side, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, HihPhoneGestures *self)
{
  GtkAdjustment *scroll;

  lift (self);
  if (self->context == NULL || self->screen == NULL || !is_on_phone (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!hih_element_context_get_interactive (self->context))
    return;

  self->down = TRUE;
  self->down_ms = get_event_ms (self, GTK_GESTURE (gesture));
  self->since_tap_ms = self->last_tap_ms >= 0 ? since_ms (self->last_tap_ms, self->down_ms) : -1;
  self->start = GRAPHENE_POINT_INIT ((float) x, (float) y);
  self->drift = 0;
  self->scrolls = FALSE;
  scroll = hih_phone_screen_get_scroll (self->screen);
  self->scroll_value = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;
  g_set_weak_pointer (&self->range, find_range (self, x, y));
  if (self->range != NULL)
    {
      follow_range (self, x);
      return;
    }
  if (begin_writing (self, x, y))
    return;
  aim (self, x, y);
  if (self->since_tap_ms < 0 || self->since_tap_ms >= self->guard_ms)
    set_active (self->pressed, TRUE);
}

/* @point: of the host, and then of @widget. */
static gboolean
translate (HihPhoneGestures *self, GtkWidget *widget, graphene_point_t *point)
{
  graphene_point_t in_host = *point;

  return gtk_widget_compute_point (self->host, widget, &in_host, point);
}

/* The page goes with the finger unless something on it answers that stroke. */
static gboolean
may_scroll (HihPhoneGestures *self, double dx, double dy)
{
  HihGestureKind kind = dy < 0 ? HIH_GESTURE_SWIPE_UP : HIH_GESTURE_SWIPE_DOWN;

  if (fabs (dx) > fabs (dy) || hih_phone_screen_get_scroll (self->screen) == NULL || find_carrier (self) != NULL)
    return FALSE;
  return hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->screen), self->pressed, kind) == NULL;
}

static void
carry (HihPhoneGestures *self, double dx, double dy)
{
  GtkWidget *carrier = find_carrier (self);
  graphene_point_t point = GRAPHENE_POINT_INIT (self->start.x + (float) dx, self->start.y + (float) dy);

  if (carrier != NULL && translate (self, carrier, &point))
    hih_element_view_get_widget_view (carrier)->follow (carrier, point.x, point.y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, HihPhoneGestures *self)
{
  double scale = get_scale (self);
  gboolean was_near = self->drift <= HIH_TOUCH_DRIFT;

  if (!self->down || self->screen == NULL)
    return;
  if (self->range != NULL)
    {
      follow_range (self, self->start.x + dx);
      return;
    }
  if (self->pad != NULL)
    {
      follow_writing (self, self->start.x + dx, self->start.y + dy);
      return;
    }
  self->drift = MAX (self->drift, hypot (dx, dy) / scale);
  if (self->drift <= HIH_TOUCH_DRIFT)
    return;
  if (was_near)
    {
      set_active (self->pressed, FALSE);
      self->scrolls = may_scroll (self, dx, dy);
    }
  if (self->scrolls)
    gtk_adjustment_set_value (hih_phone_screen_get_scroll (self->screen), self->scroll_value - dy / scale);
  else
    carry (self, dx, dy);
}

static void
tap (HihPhoneGestures *self, gint64 up_ms)
{
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;

  if (self->pressed == NULL && self->near != NULL)
    {
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (self->near));
      HihPhone *phone = hih_element_context_get_phone (self->context);

      if (phone != NULL)
        hih_phone_report_near (phone, target);
      return;
    }
  self->last_tap_ms = up_ms;
  if (self->pressed == NULL)
    {
      g_autofree char *nothing = hih_phone_targets_dup_ground (self->host, &self->start, self->context);

      hih_element_context_act (self->context, HIH_GESTURE_TAP, nothing, NULL);
    }
  else if (GTK_IS_BUTTON (self->pressed))
    g_signal_emit_by_name (self->pressed, "clicked");
  else
    {
      if (GTK_IS_EDITABLE (self->pressed))
        {
          gtk_widget_grab_focus (self->pressed);
          gtk_editable_set_position (GTK_EDITABLE (self->pressed), -1);
        }
      hih_element_context_act (self->context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (element), NULL);
    }
}

/* Something that is dragged and dropped: its value is where it was dropped. */
static gboolean
drop (HihPhoneGestures *self, double x, double y)
{
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;
  GtkWidget *carrier = find_carrier (self);
  GtkWidget *under;
  const char *slash;

  if (carrier != NULL && self->drift > HIH_TOUCH_DRIFT)
    {
      graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
      g_autofree char *value = NULL;

      if (translate (self, carrier, &point))
        value = hih_element_view_get_widget_view (carrier)->drop (carrier, point.x, point.y);
      hih_element_context_act (self->context, HIH_GESTURE_DRAG, hih_element_view_get_widget_target (carrier), value);
      return TRUE;
    }
  if (element == NULL || self->drift <= HIH_TOUCH_DRIFT || !hih_element_view_widget_answers (element, HIH_GESTURE_DRAG))
    return FALSE;
  under = hih_element_view_find_widget (gtk_widget_pick (self->host, x, y, GTK_PICK_DEFAULT));
  slash = under != NULL ? strchr (hih_element_view_get_widget_target (under), '/') : NULL;
  hih_element_context_act (self->context, HIH_GESTURE_DRAG, hih_element_view_get_widget_target (element),
                           slash != NULL ? slash + 1 : NULL);
  return TRUE;
}

static void
swipe (HihPhoneGestures *self, HihGestureKind kind)
{
  GtkWidget *answer = hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->screen), self->pressed, kind);
  g_autofree char *target = answer != NULL
                                ? g_strdup (hih_element_view_get_widget_target (answer))
                                : hih_phone_targets_dup_ground (self->host, &self->start, self->context);

  hih_element_context_act (self->context, kind, target, NULL);
}

static void
act (HihPhoneGestures *self, HihGestureKind kind, gint64 up_ms)
{
  if (kind == HIH_GESTURE_TAP)
    tap (self, up_ms);
  else if (kind == HIH_GESTURE_HOLD)
    {
      self->last_tap_ms = up_ms;
      hih_element_context_act (self->context, kind, hih_element_view_get_widget_target (hih_element_view_find_widget (self->pressed)), NULL);
    }
  else
    swipe (self, kind);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, HihPhoneGestures *self)
{
  double scale = get_scale (self);
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;
  HihTouch touch = { 0 };
  HihGestureKind kind;
  gint64 up_ms;

  if (!self->down || self->context == NULL || self->screen == NULL)
    {
      lift (self);
      return;
    }
  set_active (self->pressed, FALSE);
  up_ms = get_event_ms (self, GTK_GESTURE (gesture));
  touch.dx = dx / scale;
  touch.dy = dy / scale;
  touch.drift = MAX (self->drift, hypot (touch.dx, touch.dy));
  touch.duration_ms = since_ms (self->down_ms, up_ms);
  touch.since_tap_ms = self->since_tap_ms;
  touch.guard_ms = self->guard_ms;
  touch.holds = element != NULL && hih_element_view_widget_answers (element, HIH_GESTURE_HOLD);
  if (self->range != NULL)
    hih_element_view_commit_range (self->context, GTK_WIDGET (self->range));
  else if (self->pad == NULL && !self->scrolls && !drop (self, self->start.x + dx, self->start.y + dy) &&
           hih_touch_decide (&touch, &kind))
    act (self, kind, up_ms);
  lift (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, HihPhoneGestures *self)
{
  lift (self);
}

static void
zoom_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, HihPhoneGestures *self)
{
  self->zoom = 1;
  lift (self);
}

static void
zoom_changed_cb (GtkGestureZoom *gesture, double scale, HihPhoneGestures *self)
{
  self->zoom = scale;
}

static void
zoom_end_cb (GtkGesture *gesture, GdkEventSequence *sequence, HihPhoneGestures *self)
{
  GtkWidget *answer;

  if (self->context == NULL || self->screen == NULL)
    return;
  if (self->zoom < HIH_TOUCH_ZOOM && self->zoom > 1 / HIH_TOUCH_ZOOM)
    return;
  answer = hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->screen), NULL, HIH_GESTURE_ZOOM);
  if (answer != NULL)
    hih_element_context_act (self->context, HIH_GESTURE_ZOOM, hih_element_view_get_widget_target (answer), NULL);
}

/* The other buttons of a mouse would open menus that are windows of their own. */
static void
other_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, HihPhoneGestures *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != GDK_BUTTON_PRIMARY && button != 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
hih_phone_gestures_dispose (GObject *object)
{
  HihPhoneGestures *self = HIH_PHONE_GESTURES (object);

  g_clear_weak_pointer (&self->pressed);
  g_clear_weak_pointer (&self->near);
  g_clear_weak_pointer (&self->range);
  g_clear_weak_pointer (&self->pad);
  g_clear_weak_pointer (&self->host);
  g_clear_weak_pointer (&self->side);
  g_clear_weak_pointer (&self->screen);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hih_phone_gestures_parent_class)->dispose (object);
}

static void
hih_phone_gestures_class_init (HihPhoneGesturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_phone_gestures_dispose;
}

static void
hih_phone_gestures_init (HihPhoneGestures *self)
{
  self->guard_ms = 300;
  self->last_tap_ms = -1;
}

static void
add (HihPhoneGestures *self, GtkGesture *gesture)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->host, GTK_EVENT_CONTROLLER (gesture));
}

/**
 * hih_phone_gestures_new:
 *
 * Returns: (transfer full): listens on @host from now on
 */
HihPhoneGestures *
hih_phone_gestures_new (GtkWidget *host)
{
  HihPhoneGestures *self = g_object_new (HIH_TYPE_PHONE_GESTURES, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *other = gtk_gesture_click_new ();

  g_set_weak_pointer (&self->host, host);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  g_signal_connect_object (zoom, "begin", G_CALLBACK (zoom_begin_cb), self, 0);
  g_signal_connect_object (zoom, "scale-changed", G_CALLBACK (zoom_changed_cb), self, 0);
  g_signal_connect_object (zoom, "end", G_CALLBACK (zoom_end_cb), self, 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (other), 0);
  g_signal_connect_object (other, "pressed", G_CALLBACK (other_pressed_cb), self, 0);
  add (self, drag);
  add (self, zoom);
  add (self, other);
  return self;
}

/**
 * hih_phone_gestures_set_context:
 */
void
hih_phone_gestures_set_context (HihPhoneGestures *self, HihElementContext *context)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  lift (self);
  self->last_tap_ms = -1;
  g_set_object (&self->context, context);
}

/**
 * hih_phone_gestures_set_screen:
 */
void
hih_phone_gestures_set_screen (HihPhoneGestures *self, HihPhoneScreen *screen)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  g_set_weak_pointer (&self->screen, screen);
}

/**
 * hih_phone_gestures_set_side:
 */
void
hih_phone_gestures_set_side (HihPhoneGestures *self, GtkWidget *side)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  g_set_weak_pointer (&self->side, side);
}

/**
 * hih_phone_gestures_set_places:
 */
void
hih_phone_gestures_set_places (HihPhoneGestures *self, const graphene_rect_t *body, const graphene_rect_t *screen)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  self->body = *body;
  self->area = *screen;
}

/**
 * hih_phone_gestures_set_guard_ms:
 */
void
hih_phone_gestures_set_guard_ms (HihPhoneGestures *self, guint guard_ms)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  self->guard_ms = guard_ms;
}
