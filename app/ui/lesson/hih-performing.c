/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The film's stand-in: says the step, waits until it is said (or could be read), points, moves the hand, does the
 * gesture, lets the phone's time pass, and stops. The performer decides what comes next; this only keeps the beat.
 */
#include "config.h"

#include "hih-performing.h"

#include "hih-cues.h"
#include "hih-feedback-words.h"
#include "hih-performer.h"
#include "hih-step-kind.h"
#include "hih-step-view.h"

#define BEFORE_HAND_MS 1500
#define AFTER_MS 1000

struct _HihPerforming
{
  GObject parent_instance;

  HihContext *context;
  HihLesson *lesson;
  HihPhoneView *view;
  HihPlan *plan;
  HihPhone *phone;
  guint step;
  guint timeout;
  guint generation; /* a hand that arrives late belongs to an older one */
  gboolean playing;
  gboolean acted;
};

typedef struct
{
  HihPerforming *performing;
  guint generation;
  HihGesture *gesture;
} Moving;

enum
{
  CHANGED,
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPerforming, hih_performing, G_TYPE_OBJECT)

static void
finish_cb (gpointer user_data)
{
  HihPerforming *self = user_data;

  self->timeout = 0;
  self->playing = FALSE;
  hih_phone_view_point_at (self->view, NULL, NULL, NULL);
  g_signal_emit (self, signals[DONE], 0);
}

static void
finish_soon (HihPerforming *self)
{
  HihClock *clock = hih_context_get_clock (self->context);

  hih_clock_clear_timeout (clock, &self->timeout);
  self->timeout = hih_clock_add_timeout (clock, AFTER_MS, finish_cb, self);
}

static void
moving_free (gpointer data)
{
  Moving *moving = data;

  hih_gesture_free (moving->gesture);
  g_object_unref (moving->performing);
  g_free (moving);
}

/* Goes on from where the phone is; true recursion through the hand and the phone's time. */
static void go_on (HihPerforming *self);

static void
hand_cb (gpointer user_data)
{
  Moving *moving = user_data;
  HihPerforming *self = moving->performing;

  if (moving->generation == self->generation && self->playing)
    {
      self->acted = TRUE;
      hih_phone_view_hide_hand (self->view);
      hih_phone_view_point_at (self->view, NULL, NULL, NULL);
      hih_phone_act (self->phone, moving->gesture);
      go_on (self);
    }
  moving_free (moving);
}

static void
wait_cb (gpointer user_data)
{
  HihPerforming *self = user_data;

  self->timeout = 0;
  go_on (self);
}

static void
go_on (HihPerforming *self)
{
  const HihPlanItem *item = hih_plan_get_item (self->plan, self->step);
  HihClock *clock = hih_context_get_clock (self->context);
  g_auto (HihPerformance) next = { HIH_PERFORM_STUCK };
  Moving *moving;

  if (!self->playing)
    return;
  hih_performer_next (item->step, hih_lesson_get_apps (self->lesson), hih_phone_get_state (self->phone),
                      hih_phone_get_layout (self->phone), self->acted, &next);
  switch (next.kind)
    {
    case HIH_PERFORM_GESTURE:
      moving = g_new0 (Moving, 1);
      moving->performing = g_object_ref (self);
      moving->generation = self->generation;
      moving->gesture = hih_gesture_copy (next.gesture);
      hih_phone_view_perform (self->view, next.gesture, hand_cb, moving, moving_free);
      break;
    case HIH_PERFORM_WAIT:
      hih_clock_clear_timeout (clock, &self->timeout);
      self->timeout = hih_clock_add_timeout (clock, next.wait_ms + 50, wait_cb, self);
      break;
    case HIH_PERFORM_DONE:
    case HIH_PERFORM_STUCK:
    default:
      finish_soon (self);
      break;
    }
}

static void
begin_cb (gpointer user_data)
{
  HihPerforming *self = user_data;

  self->timeout = 0;
  go_on (self);
}

static void
hih_performing_dispose (GObject *object)
{
  HihPerforming *self = HIH_PERFORMING (object);

  if (self->context != NULL)
    hih_clock_clear_timeout (hih_context_get_clock (self->context), &self->timeout);
  self->playing = FALSE;
  g_clear_object (&self->phone);
  g_clear_pointer (&self->plan, hih_plan_unref);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_object (&self->view);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hih_performing_parent_class)->dispose (object);
}

static void
hih_performing_class_init (HihPerformingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_performing_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", HIH_TYPE_PERFORMING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", HIH_TYPE_PERFORMING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_performing_init (HihPerforming *self)
{
}

HihPerforming *
hih_performing_new (HihContext *context, HihLesson *lesson, HihPhoneView *view)
{
  HihPerforming *self = g_object_new (HIH_TYPE_PERFORMING, NULL);

  self->context = g_object_ref (context);
  self->lesson = hih_lesson_ref (lesson);
  self->view = g_object_ref (view);
  self->plan = hih_plan_new (lesson, HIH_STAGE_WATCH, FALSE);
  self->phone = hih_phone_new (hih_lesson_get_apps (lesson), hih_lesson_get_layouts (lesson)[0],
                               hih_context_get_clock (context));
  return self;
}

/**
 * hih_performing_play:
 * @step: of the lesson
 *
 * Says and does one step, from how the phone stands before it.
 */
void
hih_performing_play (HihPerforming *self, guint step)
{
  const HihPlanItem *item = hih_plan_get_item (self->plan, step);
  HihClock *clock = hih_context_get_clock (self->context);
  g_autoptr (HihPhoneState) state = NULL;
  const char *say;

  if (item == NULL)
    return;
  state = hih_performer_state_at (self->plan, step, hih_phone_get_layout (self->phone), NULL);
  self->generation++;
  self->step = step;
  self->acted = FALSE;
  self->playing = TRUE;
  hih_phone_view_hide_hand (self->view);
  if (state != NULL)
    hih_phone_set_state (self->phone, state);
  hih_phone_view_set_phone (self->view, self->phone);
  hih_phone_view_set_interactive (self->view, FALSE);
  say = hih_text_get (item->step->say, hih_context_get_language (self->context));
  hih_reader_read_step (hih_context_get_reader (self->context), say, hih_lesson_get_id (self->lesson),
                        item->step->id);
  hih_element_context_set_wanted (hih_phone_view_get_context (self->view), item->step->target, item->step->value);
  if (item->step->target != NULL)
    hih_phone_view_point_at (self->view, item->step->target, hih_step_view_get_tag (item->step->kind->name),
                             hih_tag_get_icon (item->step->kind->name));
  else
    hih_phone_view_point_at (self->view, NULL, NULL, NULL);
  hih_clock_clear_timeout (clock, &self->timeout);
  self->timeout = hih_clock_add_timeout (clock, hih_cue_get_reading_ms (say) + BEFORE_HAND_MS, begin_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hih_performing_stop (HihPerforming *self)
{
  self->generation++;
  self->playing = FALSE;
  hih_clock_clear_timeout (hih_context_get_clock (self->context), &self->timeout);
  hih_reader_stop (hih_context_get_reader (self->context));
  hih_phone_view_hide_hand (self->view);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
hih_performing_is_playing (HihPerforming *self)
{
  return self->playing;
}
