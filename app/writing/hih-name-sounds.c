/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names as letters. The tool of ICU is made once and shared: it may not be used by two threads at a time. */
#include "config.h"

#include "hih-name-sounds.h"

#include "hih-collate.h"

#include <string.h>

#ifdef HIH_HAVE_ICU
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Names are at most 40 characters; a reading has at most 7 letters. */
#define ROOM 512

static GMutex lock;
static UTransliterator *reader; /* under the lock; never freed */
static gboolean tried;

static gboolean
open_tools (void)
{
  UErrorCode code = U_ZERO_ERROR;
  UChar id[64];

  if (!tried)
    {
      tried = TRUE;
      /* "Names" reads 曾 and 单 as the surnames they are here. */
      u_uastrcpy (id, "Han-Latin/Names; Latin-ASCII; Lower");
      reader = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
      if (U_FAILURE (code))
        g_message ("writing: read names: %s; they are found as they are written", u_errorName (code));
    }
  return reader != NULL;
}

static void
read_name (HihNameSounds *self, const char *name)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UErrorCode code = U_ZERO_ERROR;
  UChar text[ROOM];
  char letters[ROOM];
  int32_t length = 0, limit;

  if (!open_tools ())
    return;
  u_strFromUTF8 (text, ROOM, &length, name, -1, &code);
  if (U_FAILURE (code))
    return;
  limit = length;
  utrans_transUChars (reader, text, &length, ROOM, 0, &limit, &code);
  u_strToUTF8 (letters, ROOM, NULL, text, length, &code);
  if (U_SUCCESS (code) && code != U_STRING_NOT_TERMINATED_WARNING)
    {
      g_free (self->letters);
      self->letters = g_strdup (letters);
    }
}

gboolean
hih_name_sounds_are_known (void)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return open_tools ();
}
#else
static void
read_name (HihNameSounds *self, const char *name)
{
}

gboolean
hih_name_sounds_are_known (void)
{
  return FALSE;
}
#endif

/**
 * hih_name_sounds_new:
 *
 * Returns: (transfer full): how it sounds
 */
HihNameSounds *
hih_name_sounds_new (const char *name)
{
  HihNameSounds *self = g_new0 (HihNameSounds, 1);
  g_autoptr (GString) initials = g_string_new (NULL);

  self->name = g_utf8_casefold (name, -1);
  self->key = hih_collate_dup_key (name);
  self->letters = g_strdup ("");
  read_name (self, name);
  for (const char *p = self->letters; *p != '\0'; p++)
    {
      if (*p != ' ' && (p == self->letters || p[-1] == ' '))
        g_string_append_c (initials, *p);
    }
  self->initials = g_string_free (g_steal_pointer (&initials), FALSE);
  return self;
}

void
hih_name_sounds_free (HihNameSounds *self)
{
  g_free (self->name);
  g_free (self->letters);
  g_free (self->initials);
  g_free (self->key);
  g_free (self);
}

/* Whether @letters, its spaces left out, begin with @text. */
static gboolean
begins_with (const char *letters, const char *text)
{
  for (; *text != '\0'; letters++)
    {
      if (*letters == ' ')
        continue;
      if (*letters != *text)
        return FALSE;
      text++;
    }
  return TRUE;
}

/**
 * hih_name_sounds_match:
 * @text: characters of the name, first letters, or letters from the beginning of any of its characters
 *
 * Returns: whether it means this name. Any thread.
 */
gboolean
hih_name_sounds_match (const HihNameSounds *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  char *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p != ' ')
        *end++ = *p;
    }
  *end = '\0';
  if (*folded == '\0' || strstr (self->name, folded) != NULL || strstr (self->initials, folded) != NULL)
    return TRUE;
  for (const char *p = self->letters; *p != '\0'; p++)
    {
      if (*p != ' ' && (p == self->letters || p[-1] == ' ') && begins_with (p, folded))
        return TRUE;
    }
  return FALSE;
}
