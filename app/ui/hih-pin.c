/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PBKDF2 with HMAC-SHA-256 (RFC 8018), one block. The salt comes from the kernel. */
#include "config.h"

#include "hih-pin.h"

#include <string.h>
#include <sys/random.h>

#define ITERATIONS 60000
#define SALT_BYTES 16
#define HASH_BYTES 32

typedef struct
{
  char *pin;
  char *hash; /* (nullable): to check against */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->pin);
  g_free (job->hash);
  g_free (job);
}

static void
hmac (const char *pin, const guint8 *data, gsize length, guint8 out[HASH_BYTES])
{
  g_autoptr (GHmac) mac = g_hmac_new (G_CHECKSUM_SHA256, (const guint8 *) pin, strlen (pin));
  gsize n = HASH_BYTES;

  g_hmac_update (mac, data, (gssize) length);
  g_hmac_get_digest (mac, out, &n);
}

static char *
to_hex (const guint8 *bytes, gsize n)
{
  GString *hex = g_string_sized_new (2 * n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}

static gsize
from_hex (const char *hex, guint8 *out, gsize max)
{
  gsize n = strlen (hex) / 2;

  if (n > max)
    return 0;
  for (gsize i = 0; i < n; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return 0;
      out[i] = (guint8) (high << 4 | low);
    }
  return n;
}

/**
 * hih_pin_hash_with:
 * @iterations: how slow
 *
 * Returns: (transfer full): the text that is kept
 */
char *
hih_pin_hash_with (const char *pin, const guint8 *salt, gsize salt_length, guint iterations)
{
  guint8 block[HASH_BYTES], sum[HASH_BYTES];
  guint8 first[SALT_BYTES + 4] = { 0 };
  g_autofree char *salt_hex = to_hex (salt, salt_length);
  g_autofree char *hash_hex = NULL;

  g_return_val_if_fail (salt_length <= SALT_BYTES, NULL);
  memcpy (first, salt, salt_length);
  first[salt_length + 3] = 1; /* block number 1, big endian */
  hmac (pin, first, salt_length + 4, block);
  memcpy (sum, block, HASH_BYTES);
  for (guint i = 1; i < iterations; i++)
    {
      hmac (pin, block, HASH_BYTES, block);
      for (guint b = 0; b < HASH_BYTES; b++)
        sum[b] ^= block[b];
    }
  hash_hex = to_hex (sum, HASH_BYTES);
  return g_strdup_printf ("pbkdf2-sha256$%u$%s$%s", iterations, salt_hex, hash_hex);
}

static void
hash_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  guint8 salt[SALT_BYTES];

  if (getrandom (salt, sizeof salt, 0) != (gssize) sizeof salt)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "ui: make a salt: no random numbers");
  else
    g_task_return_pointer (task, hih_pin_hash_with (job->pin, salt, sizeof salt, ITERATIONS), g_free);
}

static gboolean
is_same (const char *a, const char *b)
{
  guint difference = strlen (a) == strlen (b) ? 0 : 1;

  /* The time taken tells nothing of where they differ. */
  for (gsize i = 0; difference == 0 && a[i] != '\0'; i++)
    difference |= (guint) (a[i] ^ b[i]);
  return difference == 0;
}

static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_auto (GStrv) parts = g_strsplit (job->hash, "$", 4);
  g_autofree char *hash = NULL;
  guint8 salt[SALT_BYTES];
  guint64 iterations;
  gsize n;

  if (g_strv_length (parts) != 4 || strcmp (parts[0], "pbkdf2-sha256") != 0 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 10000000, &iterations, NULL) ||
      (n = from_hex (parts[2], salt, sizeof salt)) == 0)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  hash = hih_pin_hash_with (job->pin, salt, n, (guint) iterations);
  g_task_return_boolean (task, is_same (hash, job->hash));
}

static void
run (const char *pin, const char *hash, GTaskThreadFunc func, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->pin = g_strdup (pin);
  job->hash = g_strdup (hash);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

void
hih_pin_hash_async (const char *pin, GAsyncReadyCallback callback, gpointer user_data)
{
  run (pin, NULL, hash_thread, callback, user_data);
}

char *
hih_pin_hash_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_pin_check_async (const char *pin, const char *hash, GAsyncReadyCallback callback, gpointer user_data)
{
  run (pin, hash, check_thread, callback, user_data);
}

gboolean
hih_pin_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gint64
hih_pin_get_wait_ms (guint n_failures)
{
  if (n_failures < 3)
    return 0;
  return MIN (60000, 2000 << MIN (n_failures - 3, 5));
}
