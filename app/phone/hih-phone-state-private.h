/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the brain makes the next state: it copies one (keys are shared until one is written), changes its own copy, and
 * gives it away. Nobody outside this room may include this, so a state that was given away never changes.
 */
#pragma once

#include "hih-effect.h"
#include "hih-phone-state.h"

G_BEGIN_DECLS

/* More of either is no phone but a trick: the oldest screen above the lowest, or the newest timer, is let go. */
#define HIH_PHONE_STATE_MAX_SCREENS 256
#define HIH_PHONE_STATE_MAX_TIMERS 256

typedef struct
{
  gint64 due_ms;
  const char *id;    /* interned: "chat.answer", or the path if the author gave none */
  const char *path;  /* interned: how the effect is found again after a restart */
  HihEffect *effect; /* (nullable) owned; NULL in a state that was read back */
} HihTimer;

/* @keys: pairs of interned name and value, sorted by name. */
HihPhoneState *hih_phone_state_new (const char *screen, const char *const *names, const char *const *values, guint n_keys);
/* Below: only on a state that nobody else has. */
HihPhoneState *hih_phone_state_copy (HihPhoneState *self);
gboolean hih_phone_state_is_touched (HihPhoneState *self); /* since the copy: anything but the time */
void hih_phone_state_set_key (HihPhoneState *self, const char *key, const char *value);
void hih_phone_state_set_over (HihPhoneState *self, const char *over);
void hih_phone_state_set_time_ms (HihPhoneState *self, gint64 time_ms);

guint hih_phone_state_get_n_screens (HihPhoneState *self);
const char *hih_phone_state_get_nth_screen (HihPhoneState *self, guint index); /* 0 is the lowest */
gboolean hih_phone_state_find_screen (HihPhoneState *self, const char *screen, guint *index);
void hih_phone_state_insert_screen (HihPhoneState *self, guint index, const char *screen);
void hih_phone_state_remove_screen (HihPhoneState *self, guint index);
void hih_phone_state_truncate_screens (HihPhoneState *self, guint n_screens);

guint hih_phone_state_get_n_timers (HihPhoneState *self);
const HihTimer *hih_phone_state_get_timer (HihPhoneState *self, guint index); /* in order of their moments */
/* Takes the place of a timer with the same id. */
void hih_phone_state_add_timer (HihPhoneState *self, const char *id, const char *path, gint64 due_ms, HihEffect *effect);
void hih_phone_state_remove_timer (HihPhoneState *self, guint index);
/* The keys, for whoever compares them with the definitions. */
guint hih_phone_state_get_n_keys (HihPhoneState *self);
const char *hih_phone_state_get_nth_key (HihPhoneState *self, guint index);

G_END_DECLS
