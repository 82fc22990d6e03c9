/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions; what was understood is written and read again, and must be the same. */
#include "config.h"

#include "fuzz.h"

#include "hih-cues.h"

#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HihCues) cues = hih_cues_parse ((const char *) data, length, &error);
  g_autoptr (HihCues) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((cues == NULL) == (error != NULL));
  if (cues == NULL)
    return 0;
  text = hih_cues_to_vtt (cues);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  again = hih_cues_parse (text, strlen (text), NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (hih_cues_get_n (again), ==, hih_cues_get_n (cues));
  for (guint i = 0; i < hih_cues_get_n (cues); i++)
    {
      g_assert_cmpint (hih_cues_get (cues, i)->start_ms, ==, hih_cues_get (again, i)->start_ms);
      g_assert_cmpint (hih_cue_get_reading_ms (hih_cues_get (cues, i)->text), >, 0);
    }
  return 0;
}
