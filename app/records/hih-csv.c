/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-csv.h"

#include <string.h>

char *
hih_csv_decode (const char *data, gsize length)
{
  g_autofree char *text = NULL;
  gsize written = 0;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    text = g_utf8_validate (data + 3, length - 3, NULL) ? g_strndup (data + 3, written = length - 3) : NULL;
  else if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = g_convert (data + 2, length - 2, "UTF-8", "UTF-16LE", NULL, &written, NULL);
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = g_convert (data + 2, length - 2, "UTF-8", "UTF-16BE", NULL, &written, NULL);
  else if (g_utf8_validate (data, length, NULL))
    text = g_strndup (data, written = length);
  else
    text = g_convert (data, length, "UTF-8", "GB18030", NULL, &written, NULL);
  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

gboolean
hih_csv_read (const char **text, char separator, GPtrArray *cells)
{
  const char *p = *text;
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  g_ptr_array_set_size (cells, 0);
  for (;; p++)
    {
      if (quoted)
        {
          if (*p == '\0')
            return FALSE;
          if (*p == '"' && p[1] == '"')
            g_string_append_c (cell, *p++);
          else if (*p == '"')
            quoted = FALSE;
          else
            g_string_append_c (cell, *p);
        }
      else if (*p == '"' && cell->len == 0)
        quoted = TRUE;
      else if (*p == separator || *p == '\n' || *p == '\r' || *p == '\0')
        {
          g_ptr_array_add (cells, g_strndup (cell->str, cell->len));
          g_string_truncate (cell, 0);
          if (*p != separator)
            break;
        }
      else
        g_string_append_c (cell, *p);
    }
  if (*p == '\r' && p[1] == '\n')
    p++;
  *text = *p != '\0' ? p + 1 : p;
  return TRUE;
}

char
hih_csv_skip_sep_line (const char **text)
{
  const char *p = *text;
  char separator;

  if (*p == '"')
    p++;
  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || (p[4] != ',' && p[4] != ';' && p[4] != '\t'))
    return 0;
  separator = p[4];
  p += 5;
  if (*p == '"')
    p++;
  if (*p != '\r' && *p != '\n')
    return 0;
  if (*p == '\r' && p[1] == '\n')
    p++;
  *text = p + 1;
  return separator;
}

gboolean
hih_csv_is_empty (GPtrArray *cells, guint from)
{
  for (guint i = from; i < cells->len; i++)
    {
      for (const char *p = cells->pdata[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          if (!g_unichar_isspace (g_utf8_get_char (p)))
            return FALSE;
        }
    }
  return TRUE;
}
