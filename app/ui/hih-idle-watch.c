/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Never in mid-step: whoever practises is left alone as long as the step does something by itself. It counts from the
 * last touch, or from the last look that found something moving, so that a film of ten minutes, a hand that shows, or
 * help that climbs while somebody thinks is no absence.
 */
#include "config.h"

#include "hih-idle-watch.h"

#define LOOK_EVERY_MS G_GINT64_CONSTANT (5000)
#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define CLASS_MINUTES 60

struct _HihIdleWatch
{
  GObject parent_instance;

  HihClock *clock;
  HihStayFunc stay; /* (nullable): once stopped */
  gpointer data;
  guint minutes;
  guint timeout;
  gint64 last_ms;
  gboolean asking;
};

enum
{
  ASK,
  ANSWERED,
  GONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihIdleWatch, hih_idle_watch, G_TYPE_OBJECT)

static void look_cb (gpointer user_data);

static gint64
now_of (HihIdleWatch *self)
{
  return hih_clock_get_monotonic_ms (self->clock);
}

static void
arm (HihIdleWatch *self, gint64 delay_ms)
{
  hih_clock_clear_timeout (self->clock, &self->timeout);
  if (self->minutes > 0 && self->stay != NULL)
    self->timeout = hih_clock_add_timeout (self->clock, MAX (1, delay_ms), look_cb, self);
}

/* How long without a touch is too long; -1: it does not count now. */
static gint64
get_limit_ms (HihIdleWatch *self, HihStay stay)
{
  switch (stay)
    {
    case HIH_STAY_USUAL:
      return self->minutes * MINUTE_MS;
    case HIH_STAY_STEP:
      return 2 * self->minutes * MINUTE_MS;
    case HIH_STAY_CLASS:
      return MAX (self->minutes, CLASS_MINUTES) * MINUTE_MS;
    case HIH_STAY_LONG:
    case HIH_STAY_MOVING:
    default:
      return -1;
    }
}

static void
stop_asking (HihIdleWatch *self, guint signal)
{
  self->asking = FALSE;
  self->last_ms = now_of (self);
  arm (self, LOOK_EVERY_MS);
  g_signal_emit (self, signals[signal], 0);
}

static void
look_cb (gpointer user_data)
{
  g_autoptr (HihIdleWatch) self = g_object_ref (HIH_IDLE_WATCH (user_data));
  gint64 limit_ms, left_ms;

  self->timeout = 0;
  if (self->asking)
    {
      stop_asking (self, GONE);
      return;
    }
  limit_ms = get_limit_ms (self, self->stay (self->data));
  if (limit_ms < 0)
    self->last_ms = now_of (self);
  left_ms = limit_ms < 0 ? LOOK_EVERY_MS : limit_ms - (now_of (self) - self->last_ms);
  if (left_ms > 0)
    {
      arm (self, MIN (left_ms, LOOK_EVERY_MS));
      return;
    }
  self->asking = TRUE;
  arm (self, HIH_IDLE_ASK_MS);
  g_signal_emit (self, signals[ASK], 0);
}

static void
hih_idle_watch_dispose (GObject *object)
{
  HihIdleWatch *self = HIH_IDLE_WATCH (object);

  hih_idle_watch_stop (self);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (hih_idle_watch_parent_class)->dispose (object);
}

static void
hih_idle_watch_class_init (HihIdleWatchClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_idle_watch_dispose;
  signals[ASK] = g_signal_new ("ask", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_idle_watch_init (HihIdleWatch *self)
{
}

/**
 * hih_idle_watch_new:
 * @clock: whose time is counted
 * @stay: what stands there now
 *
 * Returns: (transfer full): a watch that waits for hih_idle_watch_set_minutes()
 */
HihIdleWatch *
hih_idle_watch_new (HihClock *clock, HihStayFunc stay, gpointer data)
{
  HihIdleWatch *self = g_object_new (HIH_TYPE_IDLE_WATCH, NULL);

  self->clock = g_object_ref (clock);
  self->stay = stay;
  self->data = data;
  self->last_ms = now_of (self);
  return self;
}

void
hih_idle_watch_set_minutes (HihIdleWatch *self, guint minutes)
{
  g_return_if_fail (HIH_IS_IDLE_WATCH (self));
  if (minutes == self->minutes)
    return;
  self->minutes = minutes;
  if (self->asking)
    stop_asking (self, ANSWERED);
  else
    {
      self->last_ms = now_of (self);
      arm (self, LOOK_EVERY_MS);
    }
}

void
hih_idle_watch_touch (HihIdleWatch *self)
{
  g_return_if_fail (HIH_IS_IDLE_WATCH (self));
  self->last_ms = now_of (self);
  if (self->asking)
    stop_asking (self, ANSWERED);
}

gboolean
hih_idle_watch_is_asking (HihIdleWatch *self)
{
  return self->asking;
}

void
hih_idle_watch_stop (HihIdleWatch *self)
{
  self->stay = NULL;
  self->asking = FALSE;
  if (self->clock != NULL)
    hih_clock_clear_timeout (self->clock, &self->timeout);
}
