/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one finger does from touching to lifting: what it is on is found when it touches, what it meant is decided by
 * hih-phone-touch when it lifts, and the widget itself is clicked, so that a finger, the space bar and a screen reader
 * all go the same way.
 */
#include "config.h"

#include "hih-phone-finger.h"

#include "hih-element-view.h"
#include "hih-phone-targets.h"
#include "hih-phone-view.h"
#include "hih-writing-pad.h"

#include <math.h>
#include <string.h>

static double
get_scale (HihPhoneFinger *self)
{
  return self->reach->area.size.width > 0 ? self->reach->area.size.width / HIH_PHONE_WIDTH : 1;
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

/**
 * hih_phone_finger_lift:
 *
 * It is gone, and meant nothing.
 */
void
hih_phone_finger_lift (HihPhoneFinger *self)
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
find_carrier (HihPhoneFinger *self)
{
  GtkWidget *widget = self->pressed;

  while (widget != NULL && !is_carrier (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* The ground under other targets does not count as one of them unless @ground says so. */
static HihTouchAim
aim_among (HihPhoneFinger *self, GPtrArray *targets, double x, double y, gboolean ground, double *distances, guint *index)
{
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *target = g_ptr_array_index (targets, i);

      distances[i] = !ground && is_carrier (target)
                         ? G_MAXDOUBLE
                         : hih_phone_targets_distance (target, self->reach->host, x, y, &self->reach->body, get_scale (self));
    }
  return hih_touch_aim (distances, targets->len, self->reach->tolerance, index);
}

/* What the finger is on or meant, among everything that can be touched now. */
static void
aim (HihPhoneFinger *self, double x, double y)
{
  GtkWidget *roots[] = { hih_phone_screen_get_reach (self->reach->screen), self->reach->side };
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
find_range (HihPhoneFinger *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->reach->host, x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? GTK_RANGE (gtk_widget_get_ancestor (widget, GTK_TYPE_RANGE)) : NULL;
}

/* Writing needs every movement of the finger and none of the tolerance for taps. */
static gboolean
begin_writing (HihPhoneFinger *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->reach->host, x, y, GTK_PICK_DEFAULT);
  GtkWidget *pad = widget != NULL ? gtk_widget_get_ancestor (widget, HIH_TYPE_WRITING_PAD) : NULL;
  graphene_point_t at;

  if (pad == NULL || !gtk_widget_compute_point (self->reach->host, pad, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return FALSE;
  g_set_weak_pointer (&self->pad, pad);
  hih_writing_pad_begin (HIH_WRITING_PAD (pad), (double) at.x, (double) at.y);
  return TRUE;
}

static void
follow_writing (HihPhoneFinger *self, double x, double y)
{
  graphene_point_t at;

  if (gtk_widget_compute_point (self->reach->host, self->pad, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    hih_writing_pad_follow (HIH_WRITING_PAD (self->pad), (double) at.x, (double) at.y);
}

/* Shows the number under the finger; the brain is told when it lifts. */
static void
follow_range (HihPhoneFinger *self, double x)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->range);
  double lower = gtk_adjustment_get_lower (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  double knob = HIH_ELEMENT_VIEW_KNOB * get_scale (self);
  graphene_rect_t box;
  double part;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->range), self->reach->host, &box))
    return;
  part = CLAMP ((x - box.origin.x - knob) / MAX (1, box.size.width - 2 * knob), 0, 1);
  hih_element_view_show_range (GTK_WIDGET (self->range), round (lower + part * (upper - lower)));
}

/**
 * hih_phone_finger_down:
 * @x: where it touches, in the host's coordinates
 * @at_ms: when, by the event
 */
void
hih_phone_finger_down (HihPhoneFinger *self, double x, double y, gint64 at_ms)
{
  GtkAdjustment *scroll = hih_phone_screen_get_scroll (self->reach->screen);

  hih_phone_finger_lift (self);
  self->down = TRUE;
  self->down_ms = at_ms;
  self->since_tap_ms = self->reach->last_tap_ms >= 0 ? since_ms (self->reach->last_tap_ms, at_ms) : -1;
  self->n_taps_before = self->reach->n_taps;
  self->start = GRAPHENE_POINT_INIT ((float) x, (float) y);
  self->drift = 0;
  self->scrolls = FALSE;
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
  if (self->since_tap_ms < 0 || self->since_tap_ms >= self->reach->guard_ms)
    set_active (self->pressed, TRUE);
}

/* @point: of the host, and then of @widget. */
static gboolean
translate (HihPhoneFinger *self, GtkWidget *widget, graphene_point_t *point)
{
  graphene_point_t in_host = *point;

  return gtk_widget_compute_point (self->reach->host, widget, &in_host, point);
}

/* The page goes with the finger unless something on it answers that stroke. */
static gboolean
may_scroll (HihPhoneFinger *self, double dx, double dy)
{
  HihGestureKind kind = dy < 0 ? HIH_GESTURE_SWIPE_UP : HIH_GESTURE_SWIPE_DOWN;

  if (fabs (dx) > fabs (dy) || hih_phone_screen_get_scroll (self->reach->screen) == NULL || find_carrier (self) != NULL)
    return FALSE;
  return hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->reach->screen), self->pressed, kind) == NULL;
}

static void
carry (HihPhoneFinger *self, double dx, double dy)
{
  GtkWidget *carrier = find_carrier (self);
  graphene_point_t point = GRAPHENE_POINT_INIT (self->start.x + (float) dx, self->start.y + (float) dy);

  if (carrier != NULL && translate (self, carrier, &point))
    hih_element_view_get_widget_view (carrier)->follow (carrier, point.x, point.y);
}

/**
 * hih_phone_finger_move:
 * @dx: from where it touched
 */
void
hih_phone_finger_move (HihPhoneFinger *self, double dx, double dy)
{
  double scale = get_scale (self);
  gboolean was_near = self->drift <= self->reach->tolerance->drift;

  if (!self->down || self->reach->screen == NULL)
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
  if (self->drift <= self->reach->tolerance->drift)
    return;
  if (was_near)
    {
      set_active (self->pressed, FALSE);
      self->scrolls = may_scroll (self, dx, dy);
    }
  if (self->scrolls)
    gtk_adjustment_set_value (hih_phone_screen_get_scroll (self->reach->screen), self->scroll_value - dy / scale);
  else
    carry (self, dx, dy);
}

static void
count_tap (HihPhoneFinger *self, gint64 up_ms)
{
  self->reach->last_tap_ms = up_ms;
  self->reach->n_taps++;
}

static void
tap (HihPhoneFinger *self, gint64 up_ms)
{
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;

  if (self->pressed == NULL && self->near != NULL)
    {
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (self->near));
      HihPhone *phone = hih_element_context_get_phone (self->reach->context);

      if (phone != NULL)
        hih_phone_report_near (phone, target);
      return;
    }
  count_tap (self, up_ms);
  if (self->pressed == NULL)
    {
      g_autofree char *nothing = hih_phone_targets_dup_ground (self->reach->host, &self->start, self->reach->context);

      hih_element_context_act (self->reach->context, HIH_GESTURE_TAP, nothing, NULL);
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
      hih_element_context_act (self->reach->context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (element), NULL);
    }
}

/* Something that is dragged and dropped: its value is where it was dropped. */
static gboolean
drop (HihPhoneFinger *self, double x, double y)
{
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;
  GtkWidget *carrier = find_carrier (self);
  GtkWidget *under;
  const char *slash;

  if (carrier != NULL && self->drift > self->reach->tolerance->drift)
    {
      graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
      g_autofree char *value = NULL;

      if (translate (self, carrier, &point))
        value = hih_element_view_get_widget_view (carrier)->drop (carrier, point.x, point.y);
      hih_element_context_act (self->reach->context, HIH_GESTURE_DRAG, hih_element_view_get_widget_target (carrier), value);
      return TRUE;
    }
  if (element == NULL || self->drift <= self->reach->tolerance->drift || !hih_element_view_widget_answers (element, HIH_GESTURE_DRAG))
    return FALSE;
  under = hih_element_view_find_widget (gtk_widget_pick (self->reach->host, x, y, GTK_PICK_DEFAULT));
  slash = under != NULL ? strchr (hih_element_view_get_widget_target (under), '/') : NULL;
  hih_element_context_act (self->reach->context, HIH_GESTURE_DRAG, hih_element_view_get_widget_target (element),
                           slash != NULL ? slash + 1 : NULL);
  return TRUE;
}

static void
swipe (HihPhoneFinger *self, HihGestureKind kind)
{
  GtkWidget *answer = hih_phone_targets_find_answer (hih_phone_screen_get_reach (self->reach->screen), self->pressed, kind);
  g_autofree char *target = answer != NULL
                                ? g_strdup (hih_element_view_get_widget_target (answer))
                                : hih_phone_targets_dup_ground (self->reach->host, &self->start, self->reach->context);

  hih_element_context_act (self->reach->context, kind, target, NULL);
}

static void
act (HihPhoneFinger *self, HihGestureKind kind, gint64 up_ms)
{
  if (kind == HIH_GESTURE_TAP)
    tap (self, up_ms);
  else if (kind == HIH_GESTURE_HOLD)
    {
      count_tap (self, up_ms);
      hih_element_context_act (self->reach->context, kind, hih_element_view_get_widget_target (hih_element_view_find_widget (self->pressed)), NULL);
    }
  else
    swipe (self, kind);
}

/* Another finger tapped while this one was down: a palm that rested, or the finger beside the one that was meant. */
static gboolean
was_outdone (HihPhoneFinger *self)
{
  return self->reach->n_taps != self->n_taps_before;
}

/**
 * hih_phone_finger_up:
 * @dx: from where it touched
 * @at_ms: when, by the event
 *
 * Does what it meant.
 */
void
hih_phone_finger_up (HihPhoneFinger *self, double dx, double dy, gint64 at_ms)
{
  double scale = get_scale (self);
  GtkWidget *element = self->pressed != NULL ? hih_element_view_find_widget (self->pressed) : NULL;
  HihTouch touch = { 0 };
  HihGestureKind kind;

  if (!self->down || self->reach->context == NULL || self->reach->screen == NULL)
    {
      hih_phone_finger_lift (self);
      return;
    }
  set_active (self->pressed, FALSE);
  touch.dx = dx / scale;
  touch.dy = dy / scale;
  touch.drift = MAX (self->drift, hypot (touch.dx, touch.dy));
  touch.duration_ms = since_ms (self->down_ms, at_ms);
  touch.since_tap_ms = self->since_tap_ms;
  touch.guard_ms = self->reach->guard_ms;
  touch.holds = element != NULL && hih_element_view_widget_answers (element, HIH_GESTURE_HOLD);
  if (self->range != NULL)
    hih_element_view_commit_range (self->reach->context, GTK_WIDGET (self->range));
  else if (self->pad == NULL && !self->scrolls && !was_outdone (self) &&
           !drop (self, self->start.x + dx, self->start.y + dy) && hih_touch_decide (&touch, self->reach->tolerance, &kind))
    act (self, kind, at_ms);
  hih_phone_finger_lift (self);
}
