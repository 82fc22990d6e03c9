/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One phone in somebody's hand: the apps, the present state, a layout and a clock. The only thing here that changes. */
#pragma once

#include "hih-brain.h"
#include "hih-clock.h"
#include "hih-scene.h"

G_BEGIN_DECLS

#define HIH_TYPE_PHONE (hih_phone_get_type ())
G_DECLARE_FINAL_TYPE (HihPhone, hih_phone, HIH, PHONE, GObject)

/* Signals (main thread):
 *   gestured (HihGesture *gesture, HihPhoneState *before): after a gesture was applied, also when nothing came of it
 *   (of one gesture: first effect, then gestured, then changed if the phone looks different)
 *   changed (): there is another state, by a gesture, by time or by hih_phone_set_state()
 *   effect (gpointer const HihEffect *): something to show or sound once
 *   near (char *target): a finger came close to, but not onto, something
 *   writing (): a finger writes: a stroke or a letter that waits, before anything is committed
 */
HihPhone *hih_phone_new (HihAppSet *apps, const char *layout, HihClock *clock);

HihAppSet *hih_phone_get_apps (HihPhone *self);
HihClock *hih_phone_get_clock (HihPhone *self);
const char *hih_phone_get_layout (HihPhone *self);
void hih_phone_set_layout (HihPhone *self, const char *layout);
HihPhoneState *hih_phone_get_state (HihPhone *self); /* borrowed */
gint64 hih_phone_get_time_ms (HihPhone *self);      /* the phone's time now; stands still while paused */
void hih_phone_set_state (HihPhone *self, HihPhoneState *state);
HihScene *hih_phone_get_scene (HihPhone *self);      /* borrowed; valid until the next change */

void hih_phone_act (HihPhone *self, const HihGesture *gesture);
/* A camera read a real code. FALSE: not the one that is looked for at @target. */
gboolean hih_phone_read_code (HihPhone *self, const char *target, const char *text);
void hih_phone_run_effects (HihPhone *self, GPtrArray *effects);
void hih_phone_report_near (HihPhone *self, const char *target);
void hih_phone_report_writing (HihPhone *self);
/* While paused the phone's time stands still (reading help, switching pages). */
void hih_phone_set_paused (HihPhone *self, gboolean paused);

G_END_DECLS
