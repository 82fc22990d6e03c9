/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDv7: 48 bits of milliseconds, then 74 random bits. Debian 12's libuuid has none. */
#include "config.h"

#include "hih-id.h"

#include <string.h>
#include <sys/random.h>

/**
 * hih_id_generate:
 * @id: (out caller-allocates): the new id
 *
 * Thread-safe.
 */
void
hih_id_generate (HihId *id, HihClock *clock)
{
  guint64 ms = (guint64) hih_clock_get_wall_ms (clock);

  if (getrandom (id->bytes, sizeof id->bytes, 0) != (gssize) sizeof id->bytes)
    {
      for (guint i = 0; i < sizeof id->bytes; i++)
        id->bytes[i] = (guint8) g_random_int_range (0, 256);
    }
  for (guint i = 0; i < 6; i++)
    id->bytes[i] = (guint8) (ms >> (40 - 8 * i));
  id->bytes[6] = (guint8) (0x70 | (id->bytes[6] & 0x0f));
  id->bytes[8] = (guint8) (0x80 | (id->bytes[8] & 0x3f));
}

gboolean
hih_id_is_nil (const HihId *id)
{
  static const HihId nil = { { 0 } };

  return hih_id_equal (id, &nil);
}

gboolean
hih_id_equal (const HihId *a, const HihId *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/* The last bytes are the random ones. */
guint
hih_id_hash (const HihId *id)
{
  guint hash;

  memcpy (&hash, id->bytes + 12, sizeof hash);
  return hash;
}

/**
 * hih_id_to_string:
 * @out: (out caller-allocates): 36 lower-case characters and a NUL
 */
void
hih_id_to_string (const HihId *id, char out[HIH_ID_STRING_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  guint o = 0;

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        out[o++] = '-';
      out[o++] = digits[id->bytes[i] >> 4];
      out[o++] = digits[id->bytes[i] & 15];
    }
  out[o] = '\0';
}

/**
 * hih_id_parse:
 *
 * Returns: %FALSE, with @id untouched, unless @string is a UUID in its usual form
 */
gboolean
hih_id_parse (HihId *id, const char *string)
{
  HihId parsed;
  guint n = 0;

  if (strlen (string) != HIH_ID_STRING_LENGTH)
    return FALSE;
  for (guint i = 0; i < HIH_ID_STRING_LENGTH; i++)
    {
      int digit;

      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (string[i] != '-')
            return FALSE;
          continue;
        }
      digit = g_ascii_xdigit_value (string[i]);
      if (digit < 0)
        return FALSE;
      if (n % 2 == 0)
        parsed.bytes[n / 2] = (guint8) (digit << 4);
      else
        parsed.bytes[n / 2] |= (guint8) digit;
      n++;
    }
  *id = parsed;
  return TRUE;
}
