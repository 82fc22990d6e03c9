/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-json.h"

/**
 * hih_json_append_string:
 * @text: (nullable): what is no UTF-8 is made so; %NULL: `null` is appended
 *
 * Appends @text as a string of RFC 8259, with its quotes. Any thread.
 */
void
hih_json_append_string (GString *out, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}
