/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's PIN: a salted slow hash, computed beside the main thread; failures make one wait. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): "pbkdf2-sha256$ITERATIONS$SALT$HASH". Slow on purpose. */
void hih_pin_hash_async (const char *pin, GAsyncReadyCallback callback, gpointer user_data);
char *hih_pin_hash_finish (GAsyncResult *result, GError **error);
void hih_pin_check_async (const char *pin, const char *hash, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_pin_check_finish (GAsyncResult *result, GError **error);
/* How long to wait after so many failures in a row, in ms: 0 0 0 2 s 4 s … 60 s. */
gint64 hih_pin_get_wait_ms (guint n_failures);
/* For tests. */
char *hih_pin_hash_with (const char *pin, const guint8 *salt, gsize salt_length, guint iterations);

G_END_DECLS
