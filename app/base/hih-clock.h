/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every duration in the program comes from a HihClock, so that tests and the studio can set the time. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_TYPE_CLOCK (hih_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihClock, hih_clock, HIH, CLOCK, GObject)

struct _HihClockClass
{
  GObjectClass parent_class;

  gint64 (*get_monotonic_ms) (HihClock *self);
  gint64 (*get_wall_ms) (HihClock *self);
  guint (*add_timeout) (HihClock *self, gint64 delay_ms, GSourceOnceFunc func, gpointer data);
  void (*remove_timeout) (HihClock *self, guint id);
};

/* The computer's own clock; timeouts run on the main context. */
HihClock *hih_clock_new_system (void);

/* A clock that stands still until hih_virtual_clock_advance(). */
#define HIH_TYPE_VIRTUAL_CLOCK (hih_virtual_clock_get_type ())
G_DECLARE_FINAL_TYPE (HihVirtualClock, hih_virtual_clock, HIH, VIRTUAL_CLOCK, HihClock)

HihClock *hih_virtual_clock_new (gint64 wall_ms);
/* At 9:16 of one and the same morning: films and pictures do not show the hour they were made at. */
HihClock *hih_virtual_clock_new_for_pictures (void);
void hih_virtual_clock_advance (HihVirtualClock *self, gint64 ms);

gint64 hih_clock_get_monotonic_ms (HihClock *self);
gint64 hih_clock_get_wall_ms (HihClock *self);
guint hih_clock_add_timeout (HihClock *self, gint64 delay_ms, GSourceOnceFunc func, gpointer data);
void hih_clock_clear_timeout (HihClock *self, guint *id);

G_END_DECLS
