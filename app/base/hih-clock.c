/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock everything asks, and its virtual twin for tests and films. */
#include "config.h"

#include "hih-clock.h"

typedef struct
{
  guint id;
  gint64 due_ms;
  GSourceOnceFunc func;
  gpointer data;
} Timeout;

struct _HihVirtualClock
{
  HihClock parent_instance;

  gint64 now_ms;
  gint64 wall_offset_ms;
  guint last_id;
  GArray *timeouts; /* (element-type Timeout), unordered: there are never more than a few */
};

#define HIH_TYPE_SYSTEM_CLOCK (hih_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (HihSystemClock, hih_system_clock, HIH, SYSTEM_CLOCK, HihClock)

struct _HihSystemClock
{
  HihClock parent_instance;
};

G_DEFINE_ABSTRACT_TYPE (HihClock, hih_clock, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (HihSystemClock, hih_system_clock, HIH_TYPE_CLOCK)
G_DEFINE_FINAL_TYPE (HihVirtualClock, hih_virtual_clock, HIH_TYPE_CLOCK)

static void
hih_clock_class_init (HihClockClass *klass)
{
}

static void
hih_clock_init (HihClock *self)
{
}

/* The system clock. */

static gint64
hih_system_clock_get_monotonic_ms (HihClock *clock)
{
  return g_get_monotonic_time () / 1000;
}

static gint64
hih_system_clock_get_wall_ms (HihClock *clock)
{
  return g_get_real_time () / 1000;
}

static guint
hih_system_clock_add_timeout (HihClock *clock, gint64 delay_ms, GSourceOnceFunc func, gpointer data)
{
  return g_timeout_add_once ((guint) CLAMP (delay_ms, 0, G_MAXUINT), func, data);
}

static void
hih_system_clock_remove_timeout (HihClock *clock, guint id)
{
  g_source_remove (id);
}

static void
hih_system_clock_class_init (HihSystemClockClass *klass)
{
  HihClockClass *clock_class = HIH_CLOCK_CLASS (klass);

  clock_class->get_monotonic_ms = hih_system_clock_get_monotonic_ms;
  clock_class->get_wall_ms = hih_system_clock_get_wall_ms;
  clock_class->add_timeout = hih_system_clock_add_timeout;
  clock_class->remove_timeout = hih_system_clock_remove_timeout;
}

static void
hih_system_clock_init (HihSystemClock *self)
{
}

/* The virtual clock. */

static gint64
hih_virtual_clock_get_monotonic_ms (HihClock *clock)
{
  return HIH_VIRTUAL_CLOCK (clock)->now_ms;
}

static gint64
hih_virtual_clock_get_wall_ms (HihClock *clock)
{
  HihVirtualClock *self = HIH_VIRTUAL_CLOCK (clock);

  return self->now_ms + self->wall_offset_ms;
}

static guint
hih_virtual_clock_add_timeout (HihClock *clock, gint64 delay_ms, GSourceOnceFunc func, gpointer data)
{
  HihVirtualClock *self = HIH_VIRTUAL_CLOCK (clock);
  Timeout timeout = { ++self->last_id, self->now_ms + MAX (delay_ms, 0), func, data };

  g_array_append_val (self->timeouts, timeout);
  return timeout.id;
}

static void
hih_virtual_clock_remove_timeout (HihClock *clock, guint id)
{
  HihVirtualClock *self = HIH_VIRTUAL_CLOCK (clock);

  for (guint i = 0; i < self->timeouts->len; i++)
    {
      if (g_array_index (self->timeouts, Timeout, i).id == id)
        {
          g_array_remove_index (self->timeouts, i);
          return;
        }
    }
}

static void
hih_virtual_clock_finalize (GObject *object)
{
  HihVirtualClock *self = HIH_VIRTUAL_CLOCK (object);

  g_clear_pointer (&self->timeouts, g_array_unref);
  G_OBJECT_CLASS (hih_virtual_clock_parent_class)->finalize (object);
}

static void
hih_virtual_clock_class_init (HihVirtualClockClass *klass)
{
  HihClockClass *clock_class = HIH_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_virtual_clock_finalize;
  clock_class->get_monotonic_ms = hih_virtual_clock_get_monotonic_ms;
  clock_class->get_wall_ms = hih_virtual_clock_get_wall_ms;
  clock_class->add_timeout = hih_virtual_clock_add_timeout;
  clock_class->remove_timeout = hih_virtual_clock_remove_timeout;
}

static void
hih_virtual_clock_init (HihVirtualClock *self)
{
  self->timeouts = g_array_new (FALSE, FALSE, sizeof (Timeout));
}

/**
 * hih_clock_new_system:
 *
 * Returns: (transfer full): the computer's clock. Call on the main thread.
 */
HihClock *
hih_clock_new_system (void)
{
  return g_object_new (HIH_TYPE_SYSTEM_CLOCK, NULL);
}

/**
 * hih_virtual_clock_new:
 * @wall_ms: the time of day it shows at first, in ms since 1970 UTC
 *
 * Returns: (transfer full): a clock whose monotonic time starts at 0 and stands still.
 */
HihClock *
hih_virtual_clock_new (gint64 wall_ms)
{
  HihVirtualClock *self = g_object_new (HIH_TYPE_VIRTUAL_CLOCK, NULL);

  self->wall_offset_ms = wall_ms;
  return HIH_CLOCK (self);
}

/**
 * hih_virtual_clock_new_for_pictures:
 *
 * Returns: (transfer full): a standing clock that shows 9:56, a little before what the lessons speak of, in this computer's time zone
 */
HihClock *
hih_virtual_clock_new_for_pictures (void)
{
  g_autoptr (GDateTime) morning = g_date_time_new_local (2026, 11, 23, 9, 56, 0);

  return hih_virtual_clock_new (g_date_time_to_unix (morning) * 1000);
}

/**
 * hih_virtual_clock_advance:
 * @ms: how far to go, in milliseconds
 *
 * Goes on in time and runs each timeout at its own moment, also those added on the way.
 */
void
hih_virtual_clock_advance (HihVirtualClock *self, gint64 ms)
{
  gint64 end_ms = self->now_ms + ms;

  g_return_if_fail (HIH_IS_VIRTUAL_CLOCK (self));
  g_return_if_fail (ms >= 0);

  for (;;)
    {
      guint next = G_MAXUINT;
      Timeout timeout;

      for (guint i = 0; i < self->timeouts->len; i++)
        {
          const Timeout *t = &g_array_index (self->timeouts, Timeout, i);

          if (t->due_ms <= end_ms &&
              (next == G_MAXUINT || t->due_ms < g_array_index (self->timeouts, Timeout, next).due_ms))
            next = i;
        }
      if (next == G_MAXUINT)
        break;
      timeout = g_array_index (self->timeouts, Timeout, next);
      g_array_remove_index (self->timeouts, next);
      self->now_ms = MAX (self->now_ms, timeout.due_ms);
      timeout.func (timeout.data);
    }
  self->now_ms = end_ms;
}

/**
 * hih_clock_get_monotonic_ms:
 *
 * Returns: milliseconds since some fixed moment; never goes back.
 */
gint64
hih_clock_get_monotonic_ms (HihClock *self)
{
  g_return_val_if_fail (HIH_IS_CLOCK (self), 0);
  return HIH_CLOCK_GET_CLASS (self)->get_monotonic_ms (self);
}

/**
 * hih_clock_get_wall_ms:
 *
 * Returns: milliseconds since 1970 UTC as the computer believes; may jump.
 */
gint64
hih_clock_get_wall_ms (HihClock *self)
{
  g_return_val_if_fail (HIH_IS_CLOCK (self), 0);
  return HIH_CLOCK_GET_CLASS (self)->get_wall_ms (self);
}

/**
 * hih_clock_add_timeout:
 * @func: called once, on the main thread
 *
 * Returns: an id for hih_clock_clear_timeout(). After @func ran the id is stale: set your copy to 0 in @func.
 */
guint
hih_clock_add_timeout (HihClock *self, gint64 delay_ms, GSourceOnceFunc func, gpointer data)
{
  g_return_val_if_fail (HIH_IS_CLOCK (self), 0);
  g_return_val_if_fail (func != NULL, 0);
  return HIH_CLOCK_GET_CLASS (self)->add_timeout (self, delay_ms, func, data);
}

/**
 * hih_clock_clear_timeout:
 * @id: (inout): where the id is kept; 0 is allowed and means none
 *
 * Takes a waiting timeout back and sets @id to 0.
 */
void
hih_clock_clear_timeout (HihClock *self, guint *id)
{
  g_return_if_fail (HIH_IS_CLOCK (self));
  if (*id != 0)
    HIH_CLOCK_GET_CLASS (self)->remove_timeout (self, *id);
  *id = 0;
}
