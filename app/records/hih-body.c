/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small JSON writer: keys are literals of this room, values are escaped. */
#include "config.h"

#include "hih-body.h"

#include "hih-json.h"

static void
add_key (HihBody *body, const char *key)
{
  if (body->len > 1)
    g_string_append_c (body, ',');
  g_string_append_printf (body, "\"%s\":", key);
}

HihBody *
hih_body_new (void)
{
  return g_string_new ("{");
}

void
hih_body_add_text (HihBody *body, const char *key, const char *value)
{
  if (value == NULL)
    return;
  add_key (body, key);
  hih_json_append_string (body, value);
}

void
hih_body_add_number (HihBody *body, const char *key, gint64 value)
{
  add_key (body, key);
  g_string_append_printf (body, "%" G_GINT64_FORMAT, value);
}

void
hih_body_add_flag (HihBody *body, const char *key, gboolean value)
{
  add_key (body, key);
  g_string_append (body, value ? "true" : "false");
}

void
hih_body_add_id (HihBody *body, const char *key, const HihId *value)
{
  char string[HIH_ID_STRING_LENGTH + 1];

  hih_id_to_string (value, string);
  hih_body_add_text (body, key, string);
}

void
hih_body_add_texts (HihBody *body, const char *key, const char *const *values)
{
  add_key (body, key);
  g_string_append_c (body, '[');
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (body, ',');
      hih_json_append_string (body, values[i]);
    }
  g_string_append_c (body, ']');
}

/**
 * hih_body_end:
 *
 * Returns: (transfer full): the JSON object
 */
char *
hih_body_end (HihBody *body)
{
  g_string_append_c (body, '}');
  return g_string_free (body, FALSE);
}
