/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody is still there: counts from the last touch, asks, and says when nobody answered. Knows no widget. */
#pragma once

#include "hih-clock.h"

G_BEGIN_DECLS

/* How long a page may stand without a touch. */
typedef enum
{
  HIH_STAY_LONG,   /* it is nobody's: it may stand for ever */
  HIH_STAY_USUAL,  /* somebody's: as long as was set */
  HIH_STAY_STEP,   /* a step of practice was begun: thinking belongs to it, so twice as long */
  HIH_STAY_CLASS,  /* a class looks at it while the instructor talks: an hour, or as long as was set */
  HIH_STAY_MOVING, /* something goes on by itself (film, hand, help that is still to come): not counted at all */
} HihStay;

#define HIH_IDLE_ASK_MS G_GINT64_CONSTANT (30000)

#define HIH_TYPE_IDLE_WATCH (hih_idle_watch_get_type ())
G_DECLARE_FINAL_TYPE (HihIdleWatch, hih_idle_watch, HIH, IDLE_WATCH, GObject)

/* Signals
 *   ask ()     nobody touched anything for that long: ask
 *   answered () somebody did while it asked
 *   gone ()    nobody answered
 */
typedef HihStay (*HihStayFunc) (gpointer data);

/* @stay is asked now and then; @data must outlive the watch or be cleared with hih_idle_watch_stop(). Main thread. */
HihIdleWatch *hih_idle_watch_new (HihClock *clock, HihStayFunc stay, gpointer data);
/* 0: counts no more. Said again, the counting goes on. */
void hih_idle_watch_set_minutes (HihIdleWatch *self, guint minutes);
void hih_idle_watch_touch (HihIdleWatch *self); /* somebody is there */
gboolean hih_idle_watch_is_asking (HihIdleWatch *self);
void hih_idle_watch_stop (HihIdleWatch *self); /* for good */

G_END_DECLS
