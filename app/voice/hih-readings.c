/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 银行 is yin2hang2, not yin2xing2: written into the text, the synthesiser says it right. */
#include "config.h"

#include "hih-readings.h"

#include <string.h>

#define MAX_BYTES (256 * 1024)
#define MAX_PHRASE_BYTES 60

struct _HihReadings
{
  GHashTable *readings; /* phrase -> reading */
  gsize longest;        /* in bytes */
};

static gboolean
is_good_reading (const char *reading)
{
  gboolean any = FALSE;

  for (const char *p = reading; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != ' ')
        return FALSE;
      any = any || g_ascii_isalpha (*p);
    }
  return any;
}

static void
add_line (HihReadings *self, const char *line)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *phrase = NULL, *reading = NULL;

  if (line[0] == '#' || tab == NULL)
    return;
  phrase = g_strstrip (g_strndup (line, (gsize) (tab - line)));
  reading = g_strstrip (g_strdup (tab + 1));
  if (phrase[0] == '\0' || strlen (phrase) > MAX_PHRASE_BYTES || !g_utf8_validate (phrase, -1, NULL) ||
      !is_good_reading (reading))
    return;
  self->longest = MAX (self->longest, strlen (phrase));
  g_hash_table_replace (self->readings, g_steal_pointer (&phrase), g_steal_pointer (&reading));
}

/**
 * hih_readings_parse:
 * @data: lines of `phrase TAB reading`; `#` starts a comment
 *
 * Returns: (transfer full): the good lines
 */
HihReadings *
hih_readings_parse (const char *data, gsize length)
{
  HihReadings *self = g_new0 (HihReadings, 1);
  g_autofree char *copy = g_strndup (data, MIN (length, MAX_BYTES));
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);
  return self;
}

/**
 * hih_readings_load:
 * @path: (nullable): a reading list
 *
 * Blocks.
 *
 * Returns: (transfer full): the list; empty when there is no such file
 */
HihReadings *
hih_readings_load (const char *path)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  if (path == NULL || !g_file_get_contents (path, &data, &length, NULL))
    return hih_readings_parse ("", 0);
  return hih_readings_parse (data, length);
}

void
hih_readings_free (HihReadings *self)
{
  g_hash_table_unref (self->readings);
  g_free (self);
}

guint
hih_readings_get_n (HihReadings *self)
{
  return g_hash_table_size (self->readings);
}

/* The longest phrase of the list that @at begins with. */
static const char *
find_phrase (HihReadings *self, const char *at, gsize *length)
{
  gsize left = strnlen (at, self->longest);

  for (gsize n = left; n > 0; n--)
    {
      g_autofree char *phrase = NULL;
      const char *reading;

      if ((at[n] & 0xc0) == 0x80)
        continue; /* in the middle of a character */
      phrase = g_strndup (at, n);
      reading = g_hash_table_lookup (self->readings, phrase);
      if (reading != NULL)
        {
          *length = n;
          return reading;
        }
    }
  return NULL;
}

/**
 * hih_readings_apply:
 * @text: a sentence
 *
 * Returns: (transfer full): @text with readings, set off by blanks, for the phrases of the list
 */
char *
hih_readings_apply (HihReadings *self, const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gsize length = 0;
      const char *reading = self->longest > 0 ? find_phrase (self, p, &length) : NULL;

      if (reading != NULL)
        {
          g_string_append_printf (out, " %s ", reading);
          p += length;
        }
      else
        {
          const char *next = g_utf8_next_char (p);

          g_string_append_len (out, p, next - p);
          p = next;
        }
    }
  return g_string_free (out, FALSE);
}
