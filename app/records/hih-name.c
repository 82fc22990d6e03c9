/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule for names, whether typed or imported, so that the same person looks the same. */
#include "config.h"

#include "hih-name.h"

#include "hih-people.h"

HihNameFault
hih_name_clean (const char *raw, char **clean)
{
  g_autofree char *composed = g_utf8_validate (raw, -1, NULL) ? g_utf8_normalize (raw, -1, G_NORMALIZE_NFC) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean space = FALSE;

  if (composed == NULL)
    return HIH_NAME_BAD_CHARACTER;
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      /* Invisible ones too: two people whose names look the same must not differ by a zero-width character. */
      if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0xfffd)
        return HIH_NAME_BAD_CHARACTER;
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  if (out->len == 0)
    return HIH_NAME_EMPTY;
  if (g_utf8_strlen (out->str, -1) > HIH_NAME_MAX_CHARACTERS)
    return HIH_NAME_LONG;
  *clean = g_strdup (out->str);
  return HIH_NAME_GOOD;
}
