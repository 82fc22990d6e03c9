/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the phone's tests share: the apps of data/, apps written in the test itself, short ways to act. */
#pragma once

#include "hih-brain.h"
#include "hih-condition.h"
#include "hih-phone.h"
#include "hih-scene.h"

/* The apps of tests/phone/data; the test fails with the issues if there are any. */
HihAppSet *fixture_load (void);
HihAppSet *fixture_load_dir (const char *dir, const char *const *apps);
/* Loads @text as the app "probe" beside the system app of data/. */
HihAppSet *fixture_parse (const char *text, GPtrArray *issues);
/* The same with @inside as what stands on its only screen. */
HihAppSet *fixture_parse_screen (const char *inside, GPtrArray *issues);
char *fixture_join_issues (GPtrArray *issues);
/* Effects as a lesson would write them. */
GPtrArray *fixture_read_effects (HihAppSet *apps, const char *xml);

/* Each replaces *state. */
void fixture_do (HihAppSet *apps, HihPhoneState **state, HihGestureKind kind, const char *target, const char *value);
void fixture_tap (HihAppSet *apps, HihPhoneState **state, const char *target);
void fixture_wait (HihAppSet *apps, HihPhoneState **state, gint64 ms);
void fixture_run (HihAppSet *apps, HihPhoneState **state, const char *xml);

#define assert_screen(state, screen) g_assert_cmpstr (hih_phone_state_get_screen (state), ==, screen)
#define assert_key(state, key, value) g_assert_cmpstr (hih_phone_state_get (state, key), ==, value)
