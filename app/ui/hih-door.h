/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the instructor's door remembers: its PIN and its recovery code as slow hashes, and how often somebody guessed.
 * All of it is kept in the settings, so that closing the program is no way round a pause. Main thread only. */
#pragma once

#include "hih-settings.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HIH_DOOR_LEAST_DIGITS 4
#define HIH_DOOR_MOST_DIGITS 8
#define HIH_DOOR_CODE_DIGITS 16

gboolean hih_door_has_pin (HihSettings *settings);
gboolean hih_door_has_recovery (HihSettings *settings);
/* How long to wait before the next try, in ms; 0: now. @now_ms: wall clock, UTC. */
gint64 hih_door_get_wait_ms (HihSettings *settings, gint64 now_ms);

/* Whether @typed is the PIN, or with @recovery the printed code (spaces and hyphens do not matter). A wrong one counts
 * as a failure at @now_ms, a right one ends the counting. A code that was right still holds: a new PIN replaces it. */
void hih_door_check_async (HihSettings *settings, const char *typed, gboolean recovery, gint64 now_ms,
                           GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_door_check_finish (GAsyncResult *result, GError **error);

/* Keeps @pin, and makes a new recovery code in place of the old one. Finish: (transfer full): the code, such as
 * "1234 5678 9012 3456". It is kept nowhere else. */
void hih_door_choose_async (HihSettings *settings, const char *pin, GAsyncReadyCallback callback, gpointer user_data);
char *hih_door_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
