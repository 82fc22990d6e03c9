/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One drag gesture in the capture phase takes the first finger, or the mouse, before the widgets see it (TRIALS.md P4).
 * A second finger that comes while the first is down is followed by itself: GTK would end the first one's gesture, and
 * a palm that rests on the glass would have tapped. Two fingers that go apart zoom, and then neither has tapped.
 * Keys and screen readers do not come through here and need no forgiving.
 */
#include "config.h"

#include "hih-phone-gestures.h"

#include "hih-element-view.h"
#include "hih-phone-finger.h"
#include "hih-phone-targets.h"
#include "hih-phone-touch.h"

struct _HihPhoneGestures
{
  GObject parent_instance;

  HihPhoneReach reach;
  HihPhoneFinger first;
  graphene_point_t first_at;    /* of the host */
  HihPhoneFinger second;
  graphene_point_t second_from; /* where it touched */
  graphene_point_t second_at;
  GdkEventSequence *sequence;   /* (nullable) the second finger's */
  double apart;                 /* how far the two were when the second came */
  gboolean zoomed;
};

G_DEFINE_FINAL_TYPE (HihPhoneGestures, hih_phone_gestures, G_TYPE_OBJECT)

static void
lift_all (HihPhoneGestures *self)
{
  hih_phone_finger_lift (&self->first);
  hih_phone_finger_lift (&self->second);
}

/* When it happened to the finger, not when this program came to see it: on a busy computer the second of two quick taps
 * is seen only after what the first one opened has been drawn, and a short tap would pass for a long press. */
static gint64
get_event_ms (HihPhoneGestures *self, GtkEventController *controller)
{
  guint32 time_ms = gtk_event_controller_get_current_event_time (controller);

  return time_ms != GDK_CURRENT_TIME ? (gint64) time_ms : hih_element_context_get_now_ms (self->reach.context);
}

static gboolean
is_on_phone (HihPhoneGestures *self, double x, double y)
{
  graphene_rect_t side;

  if (graphene_rect_contains_point (&self->reach.body, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return TRUE;
  return self->reach.side != NULL && gtk_widget_compute_bounds (self->reach.side, self->reach.host, &side) &&
         graphene_rect_contains_point (&side, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static gboolean
can_touch (HihPhoneGestures *self)
{
  return self->reach.context != NULL && self->reach.screen != NULL && hih_element_context_get_interactive (self->reach.context);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, HihPhoneGestures *self)
{
  hih_phone_finger_lift (&self->first);
  if (self->reach.context == NULL || self->reach.screen == NULL || !is_on_phone (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->zoomed = FALSE;
  self->first_at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  hih_element_context_touch (self->reach.context);
  if (can_touch (self))
    hih_phone_finger_down (&self->first, x, y, get_event_ms (self, GTK_EVENT_CONTROLLER (gesture)));
}

/* Whether two fingers have just gone so far apart, or together, that something on the screen answers. */
static void
watch_zoom (HihPhoneGestures *self)
{
  double apart = graphene_point_distance (&self->first_at, &self->second_at, NULL, NULL);
  double factor = apart / MAX (1, self->apart);
  GtkWidget *answer;

  if (self->zoomed || !can_touch (self) || (factor < HIH_TOUCH_ZOOM && factor > 1 / HIH_TOUCH_ZOOM))
    return;
  answer = hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->reach.screen), NULL, HIH_GESTURE_ZOOM);
  if (answer == NULL)
    return;
  self->zoomed = TRUE;
  lift_all (self);
  hih_element_context_act (self->reach.context, HIH_GESTURE_ZOOM, hih_element_view_get_widget_target (answer), NULL);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, HihPhoneGestures *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->first_at = GRAPHENE_POINT_INIT ((float) (x + dx), (float) (y + dy));
  if (self->sequence != NULL)
    watch_zoom (self);
  hih_phone_finger_move (&self->first, dx, dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, HihPhoneGestures *self)
{
  hih_phone_finger_up (&self->first, dx, dy, get_event_ms (self, GTK_EVENT_CONTROLLER (gesture)));
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, HihPhoneGestures *self)
{
  hih_phone_finger_lift (&self->first);
}

static gboolean
get_place (HihPhoneGestures *self, GdkEvent *event, graphene_point_t *place)
{
  GtkNative *native = gtk_widget_get_native (self->reach.host);
  double x, y, dx, dy;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &dx, &dy);
  return gtk_widget_compute_point (GTK_WIDGET (native), self->reach.host,
                                   &GRAPHENE_POINT_INIT ((float) (x - dx), (float) (y - dy)), place);
}

/* The first finger is the drag gesture's; this sees the others before it does. */
static gboolean
touch_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, HihPhoneGestures *self)
{
  GdkEventSequence *sequence = gdk_event_get_event_sequence (event);
  GdkEventType type = gdk_event_get_event_type (event);
  graphene_point_t at;
  double dx, dy;

  if (sequence == NULL || !get_place (self, event, &at))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_TOUCH_BEGIN)
    {
      if (!self->first.down)
        return GDK_EVENT_PROPAGATE;
      if (self->sequence == NULL && can_touch (self) && is_on_phone (self, at.x, at.y))
        {
          self->sequence = sequence;
          self->second_from = self->second_at = at;
          self->apart = graphene_point_distance (&self->first_at, &at, NULL, NULL);
          hih_phone_finger_down (&self->second, at.x, at.y, get_event_ms (self, GTK_EVENT_CONTROLLER (controller)));
        }
      return GDK_EVENT_STOP; /* a third finger means nothing */
    }
  if (sequence != self->sequence)
    return GDK_EVENT_PROPAGATE;
  dx = at.x - self->second_from.x;
  dy = at.y - self->second_from.y;
  if (type == GDK_TOUCH_UPDATE)
    {
      self->second_at = at;
      watch_zoom (self);
      hih_phone_finger_move (&self->second, dx, dy);
      return GDK_EVENT_STOP;
    }
  self->sequence = NULL;
  if (type == GDK_TOUCH_END)
    hih_phone_finger_up (&self->second, dx, dy, get_event_ms (self, GTK_EVENT_CONTROLLER (controller)));
  else
    hih_phone_finger_lift (&self->second);
  return GDK_EVENT_STOP;
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

  lift_all (self);
  g_clear_weak_pointer (&self->reach.host);
  g_clear_weak_pointer (&self->reach.side);
  g_clear_weak_pointer (&self->reach.screen);
  g_clear_object (&self->reach.context);
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
  self->reach.guard_ms = 300;
  self->reach.tolerance = hih_touch_get_tolerance (FALSE);
  self->reach.last_tap_ms = -1;
  self->first.reach = self->second.reach = &self->reach;
}

static void
add (HihPhoneGestures *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->reach.host, controller);
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
  GtkGesture *other = gtk_gesture_click_new ();
  GtkEventController *touches = gtk_event_controller_legacy_new ();

  g_set_weak_pointer (&self->reach.host, host);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (other), 0);
  g_signal_connect_object (other, "pressed", G_CALLBACK (other_pressed_cb), self, 0);
  g_signal_connect_object (touches, "event", G_CALLBACK (touch_event_cb), self, 0);
  add (self, GTK_EVENT_CONTROLLER (drag));
  add (self, GTK_EVENT_CONTROLLER (other));
  /* The last one added is the first to see an event. */
  add (self, touches);
  return self;
}

/**
 * hih_phone_gestures_set_context:
 */
void
hih_phone_gestures_set_context (HihPhoneGestures *self, HihElementContext *context)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  lift_all (self);
  self->reach.last_tap_ms = -1;
  g_set_object (&self->reach.context, context);
}

/**
 * hih_phone_gestures_set_screen:
 */
void
hih_phone_gestures_set_screen (HihPhoneGestures *self, HihPhoneScreen *screen)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  g_set_weak_pointer (&self->reach.screen, screen);
}

/**
 * hih_phone_gestures_set_side:
 */
void
hih_phone_gestures_set_side (HihPhoneGestures *self, GtkWidget *side)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  g_set_weak_pointer (&self->reach.side, side);
}

/**
 * hih_phone_gestures_set_places:
 */
void
hih_phone_gestures_set_places (HihPhoneGestures *self, const graphene_rect_t *body, const graphene_rect_t *screen)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  self->reach.body = *body;
  self->reach.area = *screen;
}

/**
 * hih_phone_gestures_set_guard_ms:
 */
void
hih_phone_gestures_set_guard_ms (HihPhoneGestures *self, guint guard_ms)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  self->reach.guard_ms = guard_ms;
}

/**
 * hih_phone_gestures_set_tolerance:
 */
void
hih_phone_gestures_set_tolerance (HihPhoneGestures *self, gboolean larger)
{
  g_return_if_fail (HIH_IS_PHONE_GESTURES (self));
  self->reach.tolerance = hih_touch_get_tolerance (larger);
}
