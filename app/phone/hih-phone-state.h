/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phone's state is a value: a stack of screens, typed keys, what waits to happen, and what lies over the screen.
 * It never changes; the brain makes a new one. So undo, resume, checkpoints, tests and film seeking cost nothing.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _HihPhoneState HihPhoneState;

#define HIH_TYPE_PHONE_STATE (hih_phone_state_get_type ())
GType hih_phone_state_get_type (void);

HihPhoneState *hih_phone_state_ref (HihPhoneState *self);
void hih_phone_state_unref (HihPhoneState *self);
/* Same screens, keys and overlay; waiting effects and the time do not count. */
gboolean hih_phone_state_equal (HihPhoneState *a, HihPhoneState *b);
GVariant *hih_phone_state_to_variant (HihPhoneState *self);
HihPhoneState *hih_phone_state_new_from_variant (GVariant *variant); /* NULL if it does not fit */

/* The top of the stack. Screens are named "app/screen". */
const char *hih_phone_state_get_screen (HihPhoneState *self);
const char *hih_phone_state_get_app (HihPhoneState *self); /* interned */
guint hih_phone_state_get_depth (HihPhoneState *self);     /* screens above the app's root */
/* Keys are named "app.key"; every value is text: "yes"/"no" for flags, digits for numbers. NULL if there is no such key. */
const char *hih_phone_state_get (HihPhoneState *self, const char *key);
/* The dialog or sheet over the screen, "app/id", or NULL. */
const char *hih_phone_state_get_over (HihPhoneState *self);
/* Milliseconds of phone time so far, and until the next waiting effect (-1: none waits). */
gint64 hih_phone_state_get_time_ms (HihPhoneState *self);
gint64 hih_phone_state_get_next_due_ms (HihPhoneState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPhoneState, hih_phone_state_unref)

G_END_DECLS
