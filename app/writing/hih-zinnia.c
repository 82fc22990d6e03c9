/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evenly spaced, calmed, and as large as the square: what is compared must have been treated alike. */
#include "config.h"

#include "hih-zinnia.h"

#include <math.h>

#define SPACING 60.0f

/**
 * hih_zinnia_character_new:
 *
 * Returns: (transfer full): free with zinnia_character_destroy()
 */
zinnia_character_t *
hih_zinnia_character_new (const HihInk *ink)
{
  zinnia_character_t *character = zinnia_character_new ();
  g_autoptr (HihInk) fitted = hih_ink_copy (ink);
  g_autoptr (HihInk) even = NULL;

  hih_ink_fit (fitted);
  even = hih_ink_resample (fitted, SPACING);
  zinnia_character_set_width (character, (size_t) HIH_INK_SIZE);
  zinnia_character_set_height (character, (size_t) HIH_INK_SIZE);
  for (guint i = 0; i < hih_ink_get_n_strokes (even); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (even, i, &n);

      for (guint k = 0; k < n; k++)
        zinnia_character_add (character, i, (int) lroundf (points[k].x), (int) lroundf (points[k].y));
    }
  return character;
}
