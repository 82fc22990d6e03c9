/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds the present state and lets it go on with the clock. One timeout waits for the next thing to come due; the state's
 * own time is brought up to the clock whenever something happens, so between events nothing runs at all.
 */
#include "config.h"

#include "hih-phone.h"

#include <string.h>

struct _HihPhone
{
  GObject parent_instance;

  HihAppSet *apps;      /* (owned) */
  HihClock *clock;      /* (owned) */
  const char *layout;   /* interned */
  HihPhoneState *state; /* (owned) */
  HihScene *scene;      /* (owned) (nullable) made when asked for */
  gint64 synced_ms;     /* the clock's time that belongs to the state's time */
  guint timeout;
  gboolean paused;
};

enum
{
  GESTURED,
  CHANGED,
  EFFECT,
  NEAR,
  WRITING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPhone, hih_phone, G_TYPE_OBJECT)

static void
hih_phone_dispose (GObject *object)
{
  HihPhone *self = HIH_PHONE (object);

  if (self->clock != NULL)
    hih_clock_clear_timeout (self->clock, &self->timeout);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->scene, hih_scene_unref);
  g_clear_pointer (&self->state, hih_phone_state_unref);
  g_clear_pointer (&self->apps, hih_app_set_unref);
  G_OBJECT_CLASS (hih_phone_parent_class)->dispose (object);
}

static void
hih_phone_class_init (HihPhoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_phone_dispose;

  /**
   * HihPhone::gestured:
   * @gesture: what the finger did
   * @before: the state it met
   *
   * A gesture was applied; the new state is the phone's already. Emitted also when nothing came of it.
   */
  signals[GESTURED] = g_signal_new ("gestured", HIH_TYPE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    HIH_TYPE_GESTURE, HIH_TYPE_PHONE_STATE);
  /**
   * HihPhone::changed:
   *
   * There is another state to show, by a gesture, by time, or set from outside.
   */
  signals[CHANGED] = g_signal_new ("changed", HIH_TYPE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * HihPhone::effect:
   * @effect: (type gpointer): a const #HihEffect to show or sound once, borrowed
   */
  signals[EFFECT] = g_signal_new ("effect", HIH_TYPE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
  /**
   * HihPhone::near:
   * @target: what a finger came close to, but did not touch
   */
  signals[NEAR] = g_signal_new ("near", HIH_TYPE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  /**
   * HihPhone::writing:
   *
   * A finger writes, and nothing is committed yet: whoever waits for something to happen goes on waiting.
   */
  signals[WRITING] = g_signal_new ("writing", HIH_TYPE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_phone_init (HihPhone *self)
{
  self->layout = HIH_LAYOUT_A;
}

static void
take_state (HihPhone *self, HihPhoneState *state)
{
  hih_phone_state_unref (self->state);
  self->state = state;
  g_clear_pointer (&self->scene, hih_scene_unref);
}

/* Lets pass on the phone what passed on the clock, and be it nothing: what waits for no time at all is due then too. */
static void
catch_up (HihPhone *self, GPtrArray *shown)
{
  gint64 now_ms = hih_clock_get_monotonic_ms (self->clock);

  if (!self->paused)
    take_state (self, hih_brain_advance (self->apps, self->state, now_ms - self->synced_ms, shown));
  self->synced_ms = now_ms;
}

static void
emit (HihPhone *self, HihPhoneState *before, GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    g_signal_emit (self, signals[EFFECT], 0, shown->pdata[i]);
  if (!hih_phone_state_equal (before, self->state))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
schedule (HihPhone *self, GSourceOnceFunc due_cb)
{
  gint64 wait_ms = hih_phone_state_get_next_due_ms (self->state);

  hih_clock_clear_timeout (self->clock, &self->timeout);
  if (!self->paused && wait_ms >= 0)
    self->timeout = hih_clock_add_timeout (self->clock, wait_ms, due_cb, self);
}

static void
due_cb (gpointer data)
{
  g_autoptr (HihPhone) self = g_object_ref (data);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) before = hih_phone_state_ref (self->state);

  self->timeout = 0;
  catch_up (self, shown);
  schedule (self, due_cb);
  emit (self, before, shown);
}

/**
 * hih_phone_new:
 * @layout: `a`, `b` or `c`
 *
 * Returns: (transfer full): a phone at its home screen. Call on the main thread.
 */
HihPhone *
hih_phone_new (HihAppSet *apps, const char *layout, HihClock *clock)
{
  HihPhone *self = g_object_new (HIH_TYPE_PHONE, NULL);

  self->apps = hih_app_set_ref (apps);
  self->clock = g_object_ref (clock);
  self->layout = g_intern_string (layout);
  self->state = hih_app_set_new_state (apps, "home/main");
  self->synced_ms = hih_clock_get_monotonic_ms (clock);
  return self;
}

HihAppSet *
hih_phone_get_apps (HihPhone *self)
{
  g_return_val_if_fail (HIH_IS_PHONE (self), NULL);
  return self->apps;
}

HihClock *
hih_phone_get_clock (HihPhone *self)
{
  g_return_val_if_fail (HIH_IS_PHONE (self), NULL);
  return self->clock;
}

const char *
hih_phone_get_layout (HihPhone *self)
{
  g_return_val_if_fail (HIH_IS_PHONE (self), NULL);
  return self->layout;
}

void
hih_phone_set_layout (HihPhone *self, const char *layout)
{
  g_return_if_fail (HIH_IS_PHONE (self));
  if (g_strcmp0 (self->layout, layout) == 0)
    return;
  self->layout = g_intern_string (layout);
  g_clear_pointer (&self->scene, hih_scene_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hih_phone_get_state:
 *
 * Returns: (transfer none): as of the last event; its time may lie a little behind hih_phone_get_time_ms()
 */
HihPhoneState *
hih_phone_get_state (HihPhone *self)
{
  g_return_val_if_fail (HIH_IS_PHONE (self), NULL);
  return self->state;
}

/**
 * hih_phone_get_time_ms:
 *
 * Returns: the phone's time now, in milliseconds; it stands still while paused
 */
gint64
hih_phone_get_time_ms (HihPhone *self)
{
  gint64 passed_ms;

  g_return_val_if_fail (HIH_IS_PHONE (self), 0);
  passed_ms = self->paused ? 0 : hih_clock_get_monotonic_ms (self->clock) - self->synced_ms;
  return hih_phone_state_get_time_ms (self->state) + passed_ms;
}

/**
 * hih_phone_set_state:
 *
 * Puts the phone into @state, with the time and everything that waited then. Emits `changed` unless it looks the same.
 */
void
hih_phone_set_state (HihPhone *self, HihPhoneState *state)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) before = NULL;

  g_return_if_fail (HIH_IS_PHONE (self));
  g_return_if_fail (state != NULL);

  before = hih_phone_state_ref (self->state);
  take_state (self, hih_phone_state_ref (state));
  self->synced_ms = hih_clock_get_monotonic_ms (self->clock);
  schedule (self, due_cb);
  emit (self, before, shown);
}

HihScene *
hih_phone_get_scene (HihPhone *self)
{
  g_return_val_if_fail (HIH_IS_PHONE (self), NULL);
  if (self->scene == NULL)
    self->scene = hih_scene_new (self->apps, self->state, self->layout);
  return self->scene;
}

/**
 * hih_phone_act:
 *
 * Applies a gesture at this moment. Emits `effect` for what is shown once, then `gestured`, then `changed`.
 */
void
hih_phone_act (HihPhone *self, const HihGesture *gesture)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) first = NULL;
  g_autoptr (HihPhoneState) before = NULL;

  g_return_if_fail (HIH_IS_PHONE (self));
  g_return_if_fail (gesture != NULL);

  g_object_ref (self);
  first = hih_phone_state_ref (self->state);
  catch_up (self, shown);
  before = hih_phone_state_ref (self->state);
  take_state (self, hih_brain_apply (self->apps, self->state, gesture, shown));
  schedule (self, due_cb);
  for (guint i = 0; i < shown->len; i++)
    g_signal_emit (self, signals[EFFECT], 0, shown->pdata[i]);
  g_ptr_array_set_size (shown, 0);
  g_signal_emit (self, signals[GESTURED], 0, gesture, before);
  emit (self, first, shown);
  g_object_unref (self);
}

/**
 * hih_phone_read_code:
 * @target: "app/element" of what looks for a code
 * @text: what a real code said: any text at all
 *
 * Does what the app says for `type` there. No finger did it: whoever judges gestures sees only what comes of it.
 *
 * Returns: whether it is the code that is looked for; nothing happens for any other
 */
gboolean
hih_phone_read_code (HihPhone *self, const char *target, const char *text)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) before = NULL;
  g_autoptr (HihGesture) gesture = NULL;
  HihElement *element;

  g_return_val_if_fail (HIH_IS_PHONE (self), FALSE);
  g_return_val_if_fail (target != NULL && text != NULL, FALSE);

  element = hih_app_set_find_element (self->apps, target);
  if (element == NULL || g_strcmp0 (hih_element_get_attribute (element, "value"), text) != 0)
    return FALSE;
  gesture = hih_gesture_new (HIH_GESTURE_TYPE, target, text);
  before = hih_phone_state_ref (self->state);
  catch_up (self, shown);
  take_state (self, hih_brain_apply (self->apps, self->state, gesture, shown));
  schedule (self, due_cb);
  emit (self, before, shown);
  return TRUE;
}

/**
 * hih_phone_run_effects:
 * @effects: (element-type HihEffect): of a lesson: its beginning, a trap
 */
void
hih_phone_run_effects (HihPhone *self, GPtrArray *effects)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) before = NULL;

  g_return_if_fail (HIH_IS_PHONE (self));

  before = hih_phone_state_ref (self->state);
  catch_up (self, shown);
  take_state (self, hih_brain_run_effects (self->apps, self->state, effects, shown));
  schedule (self, due_cb);
  emit (self, before, shown);
}

void
hih_phone_report_near (HihPhone *self, const char *target)
{
  g_return_if_fail (HIH_IS_PHONE (self));
  g_signal_emit (self, signals[NEAR], 0, target);
}

void
hih_phone_report_writing (HihPhone *self)
{
  g_return_if_fail (HIH_IS_PHONE (self));
  g_signal_emit (self, signals[WRITING], 0);
}

/**
 * hih_phone_set_paused:
 *
 * While paused, time on the phone stands still; a finger still acts.
 */
void
hih_phone_set_paused (HihPhone *self, gboolean paused)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (HihPhoneState) before = NULL;

  g_return_if_fail (HIH_IS_PHONE (self));
  if (self->paused == !!paused)
    return;
  before = hih_phone_state_ref (self->state);
  catch_up (self, shown);
  self->paused = !!paused;
  schedule (self, due_cb);
  emit (self, before, shown);
}
