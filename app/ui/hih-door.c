/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door's memory. A code of 16 digits is 53 bits of the kernel's randomness: with the slow hash nobody guesses it,
 * and it can be typed on the same ten keys as the PIN. */
#include "config.h"

#include "hih-door.h"

#include "hih-pin.h"

#include <string.h>
#include <sys/random.h>

typedef struct
{
  HihSettings *settings;
  char *digits;   /* the PIN, or what was typed */
  char *code;     /* (nullable): the new recovery code, grouped */
  char *pin_hash; /* (nullable) */
} Visit;

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_object_unref (visit->settings);
  g_free (visit->digits);
  g_free (visit->code);
  g_free (visit->pin_hash);
  g_free (visit);
}

static gboolean
is_set (HihSettings *settings, const char *key)
{
  g_autofree char *value = hih_settings_dup_string (settings, key);

  return *value != '\0';
}

gboolean
hih_door_has_pin (HihSettings *settings)
{
  return is_set (settings, HIH_SETTING_INSTRUCTOR_PIN);
}

gboolean
hih_door_has_recovery (HihSettings *settings)
{
  return is_set (settings, HIH_SETTING_DOOR_RECOVERY);
}

static guint
get_failures (HihSettings *settings, gint64 *last_ms)
{
  g_autoptr (GVariant) value = hih_settings_dup_value (settings, HIH_SETTING_DOOR_FAILURES);
  guint32 n = 0;

  *last_ms = 0;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("(ux)")))
    g_variant_get (value, "(ux)", &n, last_ms);
  return n;
}

static void
set_failures (HihSettings *settings, guint n, gint64 last_ms)
{
  hih_settings_set_value (settings, HIH_SETTING_DOOR_FAILURES, g_variant_new ("(ux)", n, last_ms));
}

/**
 * hih_door_get_wait_ms:
 * @now_ms: wall clock, ms UTC
 *
 * Returns: how long the next try has to wait, in ms. Never longer than the pause itself, however the clock was set.
 */
gint64
hih_door_get_wait_ms (HihSettings *settings, gint64 now_ms)
{
  gint64 last_ms;
  guint n = get_failures (settings, &last_ms);
  gint64 pause_ms = hih_pin_get_wait_ms (n);

  /* Set back, the clock tells nothing of how long ago it was. */
  if (now_ms < last_ms)
    return pause_ms;
  return MAX (0, last_ms + pause_ms - now_ms);
}

static char *
keep_digits (const char *typed)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p++)
    {
      if (*p != ' ' && *p != '-')
        g_string_append_c (digits, *p);
    }
  return g_string_free (digits, FALSE);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean right = hih_pin_check_finish (result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (right)
    set_failures (visit->settings, 0, 0);
  g_task_return_boolean (task, right);
}

void
hih_door_check_async (HihSettings *settings, const char *typed, gboolean recovery, gint64 now_ms,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Visit *visit = g_new0 (Visit, 1);
  g_autofree char *hash =
      hih_settings_dup_string (settings, recovery ? HIH_SETTING_DOOR_RECOVERY : HIH_SETTING_INSTRUCTOR_PIN);
  gint64 last_ms;

  visit->settings = g_object_ref (settings);
  visit->digits = recovery ? keep_digits (typed) : g_strdup (typed);
  g_task_set_task_data (task, visit, visit_free);
  /* Counted before it is looked at: ending the program in between is no free try. */
  set_failures (settings, get_failures (settings, &last_ms) + 1, now_ms);
  hih_pin_check_async (visit->digits, hash, checked_cb, task);
}

gboolean
hih_door_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* FALSE when the kernel gives no randomness. */
static gboolean
make_code (char digits[HIH_DOOR_CODE_DIGITS + 1])
{
  for (guint i = 0; i < HIH_DOOR_CODE_DIGITS; i++)
    {
      guint8 byte;

      /* 250 is the largest multiple of ten: every digit is as likely as every other. */
      do
        {
          if (getrandom (&byte, 1, 0) != 1)
            return FALSE;
        }
      while (byte >= 250);
      digits[i] = (char) ('0' + byte % 10);
    }
  digits[HIH_DOOR_CODE_DIGITS] = '\0';
  return TRUE;
}

static void
code_hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *hash = hih_pin_hash_finish (result, &error);

  if (hash == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* The code first: were the power to fail between the two, the old PIN and a code that is on no paper would remain,
   * which locks nobody out; the other way round an old paper would open a new PIN. */
  hih_settings_set_string (visit->settings, HIH_SETTING_DOOR_RECOVERY, hash);
  hih_settings_set_string (visit->settings, HIH_SETTING_INSTRUCTOR_PIN, visit->pin_hash);
  set_failures (visit->settings, 0, 0);
  g_task_return_pointer (task, g_steal_pointer (&visit->code), g_free);
}

static void
pin_hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  GError *error = NULL;
  char digits[HIH_DOOR_CODE_DIGITS + 1];

  visit->pin_hash = hih_pin_hash_finish (result, &error);
  if (visit->pin_hash == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!make_code (digits))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "ui: make a recovery code: no random numbers");
      return;
    }
  visit->code = g_strdup_printf ("%.4s %.4s %.4s %.4s", digits, digits + 4, digits + 8, digits + 12);
  hih_pin_hash_async (digits, code_hashed_cb, g_steal_pointer (&task));
}

void
hih_door_choose_async (HihSettings *settings, const char *pin, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Visit *visit = g_new0 (Visit, 1);

  visit->settings = g_object_ref (settings);
  visit->digits = g_strdup (pin);
  g_task_set_task_data (task, visit, visit_free);
  hih_pin_hash_async (pin, pin_hashed_cb, task);
}

char *
hih_door_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
